//! A season of hand-overs over a carrier that loses, doubles, reorders and damages files: at the end both sides agree.

use std::path::PathBuf;

use jalon::app::TakenIn;
use jalon::base::id::FamilyId;
use jalon::domain::impact::By;
use jalon::exchange::disclosure;

use super::{Office, day, handed_over};
use crate::app::Antenna;

/// Draws that are the same in every run.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: u64) -> u64 {
        // Knuth's MMIX generator; its high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// What lies on the carrier: files in both directions, in any order, some twice, some damaged, some gone.
struct Carrier {
    draws: Draws,
    files: Vec<Vec<u8>>,
    damaged: u64,
}

impl Carrier {
    fn put(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let bytes = std::fs::read(path).unwrap();
            match self.draws.below(5) {
                0 => {}
                1 => self.files.extend([bytes.clone(), bytes]),
                2 => {
                    let mut spoilt = bytes;
                    let at = usize::try_from(self.draws.below(spoilt.len() as u64)).unwrap();
                    spoilt[at] ^= 1;
                    self.damaged += 1;
                    self.files.push(spoilt);
                }
                _ => self.files.push(bytes),
            }
        }
    }

    /// Everything on it, in an order of its own.
    fn take(&mut self) -> Vec<Vec<u8>> {
        let mut files = std::mem::take(&mut self.files);
        for at in (1..files.len()).rev() {
            let other = usize::try_from(self.draws.below(at as u64 + 1)).unwrap();
            files.swap(at, other);
        }
        files
    }
}

fn month_of_acts(antenna: &mut Antenna, at: usize, month: u32, families: &mut Vec<FamilyId>) {
    if month <= 2 {
        // Names that are far from one another: the rule on possible duplicates is not what is tried here.
        let surname = if month == 1 { "Ballain" } else { "Zédoumi" };
        families.push(antenna.included(surname, &format!("{at}00{month}")));
    }
    for family in families.iter() {
        let held = format!(
            r#"{{"act":"hold_encounter","date":"2026-11-{:02}","setting":"home-visit","steps":["assessment"]}}"#,
            5 + month
        );
        antenna.tell(*family, &held).unwrap();
    }
}

#[test]
fn three_antennas_and_a_departement_agree_over_a_carrier_that_loses_doubles_reorders_and_damages() {
    let mut office = Office::founded();
    let mut antennas: Vec<_> = (0..3).map(|at| Antenna::founded_at(at, &format!("Antenne d’Essai {at}"))).collect();
    for antenna in &mut antennas {
        for path in office.enrol(antenna) {
            // A registry goes to every antenna: each takes its own, and refuses those of the others.
            let _ = antenna.app.take_in(&std::fs::read(path).unwrap());
        }
    }
    let mut families: Vec<Vec<FamilyId>> = vec![Vec::new(); 3];
    let (mut there, mut back) = (carrier(1), carrier(2));
    let (mut refused, mut doubled, mut waited) = (0, 0, 0);
    for month in 1..=12 {
        for (at, antenna) in antennas.iter_mut().enumerate() {
            month_of_acts(antenna, at, month, &mut families[at]);
            there.put(handed_over(antenna));
        }
        for file in there.take() {
            match office.department.take_in(&file) {
                Ok(TakenIn::AlreadyReceived { .. }) => doubled += 1,
                Ok(TakenIn::Waits { .. }) => waited += 1,
                Ok(TakenIn::Applied(_)) => {}
                Err(_) => refused += 1,
            }
        }
        back.put(office.department.answer(office.out.path()).unwrap());
        for file in back.take() {
            for antenna in &mut antennas {
                let _ = antenna.app.take_in(&file);
            }
        }
    }
    assert_eq!(refused, there.damaged, "what was damaged was refused, and nothing else");
    assert!(doubled > 0 && waited > 0 && refused > 0, "the carrier did its worst: {doubled} {waited} {refused}");
    // What is missing is asked for by its number and sent again from the archive, the same bytes.
    let again = tempfile::tempdir().unwrap();
    for antenna in &mut antennas {
        for sealed in antenna.app.outbox().unwrap() {
            let path = antenna.app.export_again(sealed.sequence, again.path()).unwrap();
            office.department.take_in(&std::fs::read(&path).unwrap()).unwrap();
            std::fs::remove_file(path).unwrap();
        }
    }
    office.department.answer(office.out.path()).unwrap();
    for (at, antenna) in antennas.iter_mut().enumerate() {
        let standing = office.department.standings().unwrap();
        let own = standing.iter().find(|one| one.antenna.name.ends_with(&at.to_string())).unwrap();
        assert!(own.missing.is_empty() && own.waiting.is_empty() && own.refused == 0, "{own:?}");
        for number in 1..=own.sent {
            let path = office.department.send_again(&own.antenna, number, again.path()).unwrap();
            antenna.app.take_in(&std::fs::read(path).unwrap()).unwrap();
        }
        let open =
            antenna.app.outbox().unwrap().into_iter().filter(|one| one.kind != "receipt" && one.receipt.is_none());
        assert_eq!(open.count(), 0, "every bundle has its receipt");
        for family in &families[at] {
            let ours = disclosure::without_what_stays(antenna.app.family(*family).unwrap().unwrap());
            assert_eq!(office.department.app().family(*family).unwrap(), Some(ours));
        }
        let own_figures = antenna.app.impact(day("2026-01-01"), day("2026-11-23"), By::Antenna).unwrap().impact.total;
        let all = office.department.consolidated(day("2026-01-01"), day("2026-11-23"), By::Antenna).unwrap();
        assert_eq!(all.differences, []);
        assert!(all.antennas.iter().any(|(party, figures)| *party == own.antenna && *figures == own_figures));
    }
    office.department.app().check().unwrap();
}

fn carrier(seed: u64) -> Carrier {
    Carrier { draws: Draws(seed), files: Vec::new(), damaged: 0 }
}
