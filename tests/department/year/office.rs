//! The Département's year, and the two carriers between it and its antennas.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jalon::app::access::{NewReferent, Opener, Secret};
use jalon::app::department::{self, Department, PublicationPlan};
use jalon::app::{AppError, Sealed, TakenIn};
use jalon::base::id::{PartyId, SteeringTopicId};
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::domain::panel::{PanelMeasure, RecordPanelDecision, RecordPanelOpinion};
use jalon::exchange::Party;
use jalon::exchange::answers::{PanelStep, Support, TopicAnswer};
use jalon::store::Derivation;
use tempfile::TempDir;

use super::branch::Branch;
use super::carrier::{Carrier, Harm, Letter};
use super::{AVENANT, RESTORED, REVOKED, Seat, Snapshot, at, noon};
use crate::app::day;

const PASSPHRASE: &str = "une phrase de passe";

/// What a side refused: whose file, and the id of the refusal.
pub(super) type Refused = (Seat, Letter, &'static str);

pub(super) struct Year {
    office: Option<Department>,
    directory: TempDir,
    out: TempDir,
    pub(super) branches: Vec<Branch>,
    pub(super) there: Carrier,
    pub(super) back: Carrier,
    /// Files of September that nobody carried.
    drawer: Vec<(Letter, Vec<u8>)>,
    /// What each seat took in, or keeps until those before it come.
    received: BTreeSet<(Seat, Letter)>,
    pub(super) refused: Vec<Refused>,
    /// What the second antenna had handed over when its key was revoked.
    pub(super) revoked: Option<Snapshot>,
    oriented: u32,
    folders: u32,
    answered: BTreeSet<SteeringTopicId>,
}

impl Year {
    /// Everybody is enrolled on 5 January, on the training day of art. 4: cards and registries go from hand to hand.
    pub(super) fn begun(seed: u64) -> Self {
        let (directory, out) = (super::directory(), super::directory());
        let agent = NewReferent { name: "D. Essai".into(), passphrase: Secret::new(PASSPHRASE) };
        let today = noon(day("2026-01-05"));
        let made = department::create_with(directory.path(), "Département d’Essai", &agent, today, Derivation::FLOOR);
        let mut year = Self {
            office: Some(made.unwrap().0),
            directory,
            out,
            branches: (0..3).map(Branch::founded).collect(),
            there: Carrier::new(seed),
            back: Carrier::new(seed + 1),
            drawer: Vec::new(),
            received: BTreeSet::new(),
            refused: Vec::new(),
            revoked: None,
            oriented: 0,
            folders: 0,
            answered: BTreeSet::new(),
        };
        let cards = super::directory();
        let own = year.office().give_card(cards.path()).unwrap();
        for place in 0..3 {
            let department = std::fs::read(&own.path).unwrap();
            let app = year.branches[place].app();
            app.enrol_department(&department, &own.words.join(" ")).unwrap();
            let given = app.give_card(cards.path()).unwrap();
            let (card, out) = (std::fs::read(given.path).unwrap(), year.out.path().to_owned());
            let sent = year.office().enrol(&card, &given.words.join(" "), &out).unwrap().files;
            let letters = year.letters_of_office(sent);
            for (letter, path) in letters {
                let Seat::Branch(to) = letter.to else { panic!("to itself") };
                year.hands_to_branch(usize::from(to), letter, None, &std::fs::read(path).unwrap());
            }
        }
        year
    }

    pub(super) fn office(&mut self) -> &mut Department {
        self.office.as_mut().unwrap()
    }

    fn opens(&mut self, today: chrono::NaiveDate) {
        self.office.take().unwrap().close().unwrap();
        let opener = Opener::Passphrase { label: None, passphrase: Secret::new(PASSPHRASE) };
        self.office = Some(department::open(self.directory.path(), &opener, noon(today)).unwrap());
        self.branches.iter_mut().for_each(|branch| branch.sits(0, today));
    }

    pub(super) fn month(&mut self, month: u32) {
        self.opens(at(month, 25));
        if month == RESTORED {
            self.branches[2].is_restored();
        }
        if month == REVOKED {
            self.revokes_the_second();
        }
        for place in 0..3 {
            self.branches[place].looks_at_refusals();
            self.branches[place].works(month);
            let files = self.files_of_branch(place, month == 6);
            for (letter, path) in files {
                match place == 2 && month + 1 == RESTORED {
                    // They stay in a drawer, and their copies go with the computer.
                    true => self.drawer.push((letter, std::fs::read(path).unwrap())),
                    false => self.there.put(letter, &path),
                }
            }
        }
        if month == 12 {
            for (letter, bytes) in std::mem::take(&mut self.drawer) {
                self.hands_to_office(letter, None, &bytes);
            }
        }
        self.delivers();
        for (letter, path) in self.directs(month) {
            self.back.put(letter, &path);
        }
        self.delivers();
        self.asks_again();
        self.delivers();
    }

    /// What the carriers bring this time. Every antenna reads what lies there for the others too.
    fn delivers(&mut self) {
        for parcel in self.there.take() {
            self.hands_to_office(parcel.letter, parcel.harm, &parcel.bytes());
        }
        for parcel in self.back.take() {
            for place in 0..3 {
                self.hands_to_branch(place, parcel.letter, parcel.harm, &parcel.bytes());
            }
        }
    }

    /// What is missing is asked for by its number, and goes the same way again.
    fn asks_again(&mut self) {
        for place in 0..3 {
            let standing = self.standing(place);
            let out = super::directory();
            for number in standing.missing {
                if let Some(path) = self.sends_again(place, number, out.path()) {
                    let letter = self.letters_of_branch(place, vec![path]).remove(0);
                    self.there.put(letter.0, &letter.1);
                }
            }
            for number in self.branches[place].misses() {
                let path = self.office().send_again(&standing.antenna, number, out.path()).unwrap();
                let letter = self.letters_of_office(vec![path]).remove(0);
                self.back.put(letter.0, &letter.1);
            }
        }
    }

    /// A bundle of an antenna again, the same bytes; none of one that was never sealed in the store that it has now.
    fn sends_again(&mut self, place: usize, number: u64, out: &Path) -> Option<PathBuf> {
        let outbox = self.branches[place].app().outbox().unwrap();
        outbox.iter().find(|sealed| sealed.sequence == number)?;
        Some(self.branches[place].app().export_again(number, out).unwrap())
    }

    /// What a Département does in a month; gives what is to be handed over.
    fn directs(&mut self, month: u32) -> Vec<(Letter, PathBuf)> {
        let out = self.out.path().to_owned();
        let mut files = self.orients(month, &out);
        files.extend(self.sits_as_panel(month, &out));
        files.extend(self.publishes(month, &out));
        if month == 6 {
            files.extend(self.office().send_presence(&out).unwrap());
        }
        files.extend(self.office().answer(&out).unwrap());
        self.letters_of_office(files)
    }

    /// A list of two families for each antenna, in February and in June, once every centre is known.
    fn orients(&mut self, month: u32, out: &Path) -> Vec<PathBuf> {
        let round = u32::from(month >= 2) + u32::from(month >= 6);
        let knows_all = self.office().app().antenna().centers.len() == 3;
        if self.oriented == round || !knows_all {
            return Vec::new();
        }
        let mut text = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n".to_owned();
        for place in 0..3 {
            for line in 0..2 {
                let number = self.oriented * 2 + line;
                let surname = ["Vasseure", "Kermadec", "Okonja", "Fobissie"][number as usize];
                text += &format!(
                    "{surname};Ami;0{}/03/199{place};500{place}00{number};mds-{place};01/{month:02}/2026;Noa 01/06/2025\n",
                    number + 1
                );
            }
        }
        self.oriented += 1;
        let path = out.join("liste.csv");
        std::fs::write(&path, text).unwrap();
        let mut lists = vec![self.office().read_list(&path, None).unwrap()];
        self.office().judge(&mut lists, false).unwrap();
        let oriented = self.office().orient(&lists, out).unwrap();
        assert_eq!(oriented.families, 6, "{lists:?}");
        oriented.files
    }

    /// An opinion in the month after a referral came, a decision in the one after that.
    fn sits_as_panel(&mut self, month: u32, out: &Path) -> Vec<PathBuf> {
        let date = at(month.min(12), 25);
        let mut files = Vec::new();
        for line in self.office().agenda(true).unwrap() {
            let referral = line.file.referral;
            assert_eq!(line.file.notes.len(), 1, "with what was written for it");
            let (measure, comment) = (PanelMeasure::Reorient, "Avis d’essai".to_owned());
            let step = match &referral.opinion {
                None => PanelStep::Opinion(RecordPanelOpinion { referral: None, date, measure, comment }),
                Some(_) => PanelStep::Decision(RecordPanelDecision { referral: None, date, measure, comment }),
            };
            files.push(self.office().decide(referral.id, step, out).unwrap());
        }
        files
    }

    /// A support and the avenant in April, answers to the topics as they come, another version of the support in September.
    fn publishes(&mut self, month: u32, out: &Path) -> Vec<PathBuf> {
        let support = |version, from: &str| Support {
            code: "contrat".into(),
            title: "Contrat".into(),
            version,
            effective_from: day(from),
            text: format!("Texte {version}"),
        };
        let mut plan = PublicationPlan::default();
        match month {
            4 => {
                let mut avenant = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
                (avenant.code, avenant.effective_from) = (AVENANT.into(), day("2026-07-01"));
                avenant.period.ends = day("2027-12-31");
                avenant.contract.durations_months = vec![3, 4, 6];
                plan.conventions.push(avenant);
                plan.supports.push(support(1, "2026-05-01"));
            }
            9 => plan.supports.extend([support(1, "2026-05-01"), support(2, "2026-10-01")]),
            _ => {
                let topics = self.office().topics().unwrap();
                let open = topics.into_iter().filter(|(_, topic)| topic.follow_ups.is_empty());
                let date = at(month.min(12), 25);
                let answer = |topic| TopicAnswer { topic, date, text: "Deux relais en juillet".into() };
                let new = open.map(|(_, topic)| topic.id).filter(|topic| self.answered.insert(*topic));
                plan.answers.extend(new.map(answer));
            }
        }
        if plan == PublicationPlan::default() {
            return Vec::new();
        }
        self.office().publish(&plan, out).unwrap().into_iter().map(|one| one.path).collect()
    }

    /// The computer of the second antenna is stolen. What it had handed over is received first; what it seals from now on is refused.
    fn revokes_the_second(&mut self) {
        for _ in 0..2 {
            self.catches_up(1);
            self.branches[1].looks_at_what_came();
            self.files_of_branch(1, false);
        }
        self.catches_up(1);
        let standing = self.standing(1);
        let last = self.branches[1].app().outbox().unwrap().last().unwrap().sequence;
        assert_eq!(standing.received, last, "{standing:?}");
        self.revoked = Some(Snapshot::of(&mut self.branches[1], last));
        let out = self.out.path().to_owned();
        let files = self.office().revoke(&standing.antenna, "Ordinateur volé", None, &out).unwrap();
        for (letter, path) in self.letters_of_office(files) {
            assert_ne!(letter.to, Seat::Branch(1), "nothing more is encrypted to a revoked machine");
            self.back.put(letter, &path);
        }
    }

    /// Brings everything that one antenna and the Département have for each other from hand to hand.
    pub(super) fn catches_up(&mut self, place: usize) -> usize {
        let (out, mut handed) = (super::directory(), 0);
        let until = |year: &mut Self| year.branches[place].app().outbox().unwrap().last().unwrap().sequence;
        let first = self.standing(place).received + 1;
        for number in first..=until(self) {
            let path = self.sends_again(place, number, out.path()).unwrap();
            for (letter, path) in self.letters_of_branch(place, vec![path]) {
                self.hands_to_office(letter, None, &std::fs::read(path).unwrap());
                handed += 1;
            }
        }
        let office_out = self.out.path().to_owned();
        self.office().answer(&office_out).unwrap();
        let standing = self.standing(place);
        let first = self.branches[place].app().inbox().unwrap().received.sequence + 1;
        for number in first..=standing.sent {
            let path = self.office().send_again(&standing.antenna, number, out.path()).unwrap();
            for (letter, path) in self.letters_of_office(vec![path]) {
                self.hands_to_branch(place, letter, None, &std::fs::read(path).unwrap());
                handed += 1;
            }
        }
        handed
    }

    pub(super) fn standing(&mut self, place: usize) -> jalon::app::department::AntennaStanding {
        let name = format!("Antenne d’Essai {place}");
        self.office().standings().unwrap().into_iter().find(|one| one.antenna.name == name).unwrap()
    }

    /// What is still on its way in January arrives, and the last files go from hand to hand until nobody has anything more to say.
    pub(super) fn settles(&mut self) {
        self.opens(day("2027-01-10"));
        for parcel in self.there.rest() {
            self.hands_to_office(parcel.letter, parcel.harm, &parcel.bytes());
        }
        for parcel in self.back.rest() {
            for place in 0..3 {
                self.hands_to_branch(place, parcel.letter, parcel.harm, &parcel.bytes());
            }
        }
        for round in 0.. {
            assert!(round < 12, "it never ends");
            let mut handed = 0;
            for place in [0, 2] {
                handed += self.catches_up(place);
                self.branches[place].looks_at_refusals();
                self.branches[place].looks_at_what_came();
                handed += self.files_of_branch(place, false).len();
            }
            let out = self.out.path().to_owned();
            handed += self.sits_as_panel(12, &out).len() + self.publishes(12, &out).len();
            if handed == 0 {
                break;
            }
        }
        // What the stolen computer sealed since is refused, one by one.
        let out = super::directory();
        let until = self.revoked.as_ref().unwrap().through;
        let last = self.branches[1].app().outbox().unwrap().last().unwrap().sequence;
        assert!(until + 1 < last, "it went on for two months");
        for number in until + 1..=last {
            let path = self.sends_again(1, number, out.path()).unwrap();
            for (letter, path) in self.letters_of_branch(1, vec![path]) {
                self.hands_to_office(letter, None, &std::fs::read(path).unwrap());
            }
        }
    }

    fn files_of_branch(&mut self, place: usize, with_presence: bool) -> Vec<(Letter, PathBuf)> {
        // One folder each time: a restored antenna gives a number, and so a name, to another content.
        self.folders += 1;
        let out = self.out.path().join(self.folders.to_string());
        std::fs::create_dir(&out).unwrap();
        let mut files = self.branches[place].hands_over(&out);
        if with_presence {
            files.push(self.branches[place].app().export_presence(&out).unwrap().path);
        }
        self.letters_of_branch(place, files)
    }

    fn letters_of_branch(&mut self, place: usize, files: Vec<PathBuf>) -> Vec<(Letter, PathBuf)> {
        let outbox = self.branches[place].app().outbox().unwrap();
        let from = Seat::Branch(place as u8);
        files.into_iter().map(|path| (letter(&outbox, &path, from, |_| Seat::Office), path)).collect()
    }

    fn letters_of_office(&mut self, files: Vec<PathBuf>) -> Vec<(Letter, PathBuf)> {
        let outbox = self.office().app().outbox().unwrap();
        let antennas = self.office().antennas().unwrap();
        let to = |party| Seat::Branch(place_of(antennas.iter().find(|one| one.id == Some(party)).unwrap()));
        files.into_iter().map(|path| (letter(&outbox, &path, Seat::Office, to), path)).collect()
    }

    fn hands_to_office(&mut self, letter: Letter, harm: Option<Harm>, bytes: &[u8]) {
        let Seat::Branch(place) = letter.from else { panic!("from itself") };
        let standing = self.standing(usize::from(place));
        let (epoch, number) = (standing.epoch, standing.received);
        let expected = self.expected(Seat::Office, letter, harm, (epoch, number));
        let found = self.office().take_in(bytes);
        self.notes(Seat::Office, letter, expected, found);
    }

    fn hands_to_branch(&mut self, place: usize, letter: Letter, harm: Option<Harm>, bytes: &[u8]) {
        let seat = Seat::Branch(place as u8);
        let received = self.branches[place].app().inbox().unwrap().received;
        let expected = self.expected(seat, letter, harm, (received.epoch, received.sequence));
        let found = self.branches[place].app().take_in(bytes);
        self.notes(seat, letter, expected, found);
    }

    /// The refusal that a file must get, by what happened to it and to its sender; none when it must be taken.
    fn expected(
        &self,
        at: Seat,
        letter: Letter,
        harm: Option<Harm>,
        (epoch, number): (u64, u64),
    ) -> Option<&'static str> {
        let is_mine = letter.to == at;
        match harm {
            Some(harm @ (Harm::Renamed | Harm::Emptied)) => return Some(harm.refusal()),
            Some(harm @ (Harm::Flipped | Harm::Cut | Harm::Lengthened)) if is_mine => return Some(harm.refusal()),
            Some(Harm::Flipped | Harm::Cut | Harm::Lengthened) | None => {}
        }
        if !is_mine {
            return Some("exchange-encrypted-to-others");
        }
        let until = self.revoked.as_ref().map(|snapshot| snapshot.through);
        if letter.from == Seat::Branch(1) && until.is_some_and(|until| until < letter.number) {
            return Some("exchange-revoked-key");
        }
        let was_received = self.received.contains(&(at, letter)) && letter.number <= number;
        (letter.epoch < epoch && !was_received).then_some("exchange-epoch-past")
    }

    fn notes(&mut self, at: Seat, letter: Letter, expected: Option<&'static str>, found: Result<TakenIn, AppError>) {
        match (found, expected) {
            (Ok(taken), None) => {
                if let TakenIn::Applied(bundles) = &taken {
                    assert!(bundles.iter().all(|one| !one.figures_differ), "{letter:?}: {taken:?}");
                }
                self.received.insert((at, letter));
            }
            (Err(AppError::Exchange(fault)), Some(expected)) => {
                assert_eq!(fault.id(), expected, "{letter:?} at {at:?}");
                self.refused.push((at, letter, expected));
            }
            (found, expected) => panic!("{letter:?} at {at:?}: {found:?}, and not {expected:?}"),
        }
    }
}

fn letter(outbox: &[Sealed], path: &Path, from: Seat, to: impl Fn(PartyId) -> Seat) -> Letter {
    let name = path.file_name().unwrap().to_str().unwrap();
    let sealed = outbox.iter().rfind(|sealed| sealed.file_name == name).unwrap();
    Letter { from, to: to(sealed.party), epoch: sealed.epoch, number: sealed.sequence }
}

fn place_of(antenna: &Party) -> u8 {
    antenna.name.rsplit(' ').next().unwrap().parse().unwrap()
}
