//! Every code by which a side refuses one family, orientation or referral, provoked between real stores, and the way back: the other
//! side sees the code, corrects, and the family goes again alone and is accepted.

use jalon::app::access::{self, Opener};
use jalon::app::{Command, Figure, TakenIn};
use jalon::base::id::{FamilyId, ReferentId, ReplicaId};
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::antenna::{AddReferent, AntennaAct, ReferentRole};
use jalon::domain::contract::{ContractDrafted, ContractSigned, Signature};
use jalon::domain::event::{Event, FamilyEvent};
use jalon::domain::indicator::Indicator;
use jalon::domain::panel::{PanelMeasure, PanelStage, RecordPanelOpinion};
use jalon::domain::referent::Assignment;
use jalon::domain::{deadline, panel, row};
use jalon::exchange::activity::Activity;
use jalon::exchange::answers::PanelStep;
use jalon::exchange::bundle::{Body, Kind};
use jalon::exchange::receipt::RefusalCode;
use jalon::exchange::{DecryptionKey, Verified, encryption};
use jalon::journal::entry::{Draft, EventContent, Purpose};
use jalon::journal::{chain, codec};
use jalon::store::writing::FollowUp;
use jalon::store::{Store, StoreError, Vault, Writing};
use uuid::Uuid;

use super::receipts::on;
use super::{Office, clock, enrolled, handed_over, restored, take_in};
use crate::app::{Antenna, day};

impl Antenna {
    /// Something done to the store while the program is closed.
    fn behind_its_back(self, change: impl FnOnce(&Writing<'_>) -> Result<(), StoreError>) -> Self {
        let Self { app, directory, referent } = self;
        app.close_without_backup().unwrap();
        let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
        let mut store = Store::open(directory.path(), &key).unwrap();
        store.write(change).unwrap();
        store.close().unwrap();
        let app = access::open(directory.path(), &Opener::Demonstration, clock()).unwrap();
        Self { app, directory, referent }
    }

    /// Writes an act that no rule accepts, as a program without that rule would have left it.
    fn slips(self, family: FamilyId, events: Vec<FamilyEvent>) -> Self {
        let author = self.referent;
        let content = |event| EventContent { salt: [7; 16], body: codec::encode(&Event::Family(event)).unwrap() };
        let draft = Draft {
            recorded_at: clock().now(),
            author,
            family: Some(family),
            purpose: Purpose::Act,
            events: events.into_iter().map(content).collect(),
        };
        let mut antenna = self.behind_its_back(|writing| {
            let replica = writing.setting("replica")?.unwrap().try_into().unwrap();
            writing.append(&chain::seal(draft, &mut writing.head(ReplicaId::from_bytes(replica))?))
        });
        antenna.app.rebuild().unwrap();
        antenna
    }

    fn refused(&self) -> Vec<(FamilyId, String)> {
        self.app.inbox().unwrap().refused.into_iter().map(|one| (one.family, one.code)).collect()
    }
}

impl Office {
    /// The activity that a file carries, as the Département reads it.
    fn reads(&mut self, file: &std::path::Path) -> Activity {
        let key = DecryptionKey::from_text(&self.department.identity().unwrap()).unwrap();
        let envelope = encryption::decrypt(&std::fs::read(file).unwrap(), &key).unwrap();
        let Body::Activity(activity) = Verified::open(&envelope, None).unwrap().bundle().body.clone() else {
            panic!("not an activity")
        };
        activity
    }

    /// What the antenna hands over next is this family alone; it is accepted, and the antenna is told.
    fn accepts_alone(&mut self, antenna: &mut Antenna, family: FamilyId) {
        let files = handed_over(antenna);
        let sent = self.reads(&files[0]);
        assert_eq!(sent.families.iter().map(|record| record.id).collect::<Vec<_>>(), [family]);
        for file in &files {
            let TakenIn::Applied(applied) = self.receive(file).unwrap() else { panic!("not applied") };
            assert!(applied.iter().all(|one| one.refused == 0 && !one.figures_differ), "{applied:?}");
        }
        for path in self.department.answer(self.out.path()).unwrap() {
            take_in(antenna, &path);
        }
        assert_eq!(antenna.refused(), []);
        assert_eq!(self.department.standings().unwrap().iter().map(|one| one.refused).sum::<u64>(), 0);
        let theirs = self.department.app().family(family).unwrap().unwrap();
        assert_eq!(theirs.contracts, antenna.app.family(family).unwrap().unwrap().contracts);
    }
}

/// A Département and an antenna that follows two families, everything handed over.
fn following_two() -> (Office, Antenna, [FamilyId; 2]) {
    let (mut office, mut antenna) = enrolled();
    let families = [("Ballain", "1001"), ("Zédoumi", "1002")].map(|(name, number)| antenna.included(name, number));
    office.exchange(&mut antenna);
    (office, antenna, families)
}

#[test]
fn a_family_whose_referent_is_none_of_the_antenna_s_is_refused_until_she_is_entered() {
    let (mut office, antenna, [family, _]) = following_two();
    let nobody = ReferentId::from(Uuid::from_u128(404));
    let assigned = Assignment { referent: nobody, from: day("2026-11-02"), motive: "Secteur".into() };
    let mut antenna = antenna.slips(family, vec![FamilyEvent::ReferentAssigned(assigned)]);
    let told = office.exchange(&mut antenna);
    assert_eq!(told[0], (Kind::Activity, 0, 1, false));
    assert_eq!(antenna.refused(), [(family, "unknown-referent".to_owned())]);
    let entered = AddReferent {
        id: Some(nobody),
        name: "N. Essai".into(),
        since: day("2026-11-01"),
        role: ReferentRole::Referent,
    };
    antenna.app.execute(Command::Antenna(AntennaAct::AddReferent(entered))).unwrap();
    antenna.app.send_again(family).unwrap();
    office.accepts_alone(&mut antenna, family);
}

#[test]
fn a_family_with_two_contracts_on_one_day_is_refused_until_the_second_is_taken_back() {
    let (mut office, mut antenna, [family, _]) = following_two();
    for (kind, starts) in [("first", "2026-10-10"), ("renewal", "2027-01-10")] {
        let draft = format!(
            r#"{{"act":"draft_contract","kind":"{kind}","starts":"{starts}","months":3,"commitments":[
            {{"party":"beneficiary","text":"s’inscrire"}},{{"party":"referent","text":"rappeler"}}]}}"#
        );
        antenna.tell(family, &draft).unwrap();
        if kind == "first" {
            antenna.tell(family, r#"{"act":"sign_contract","date":"2026-10-10","place":"Ici"}"#).unwrap();
        }
    }
    let record = antenna.app.family(family).unwrap().unwrap();
    let (first, second) = (&record.contracts[0], record.contracts[1].clone());
    let moved = ContractDrafted {
        contract: second.id,
        rank: second.rank,
        kind: second.kind,
        starts: day("2026-11-10"),
        months: second.months,
        objectives: second.objectives,
        commitments: second.commitments,
    };
    let signature = Signature { date: day("2026-11-12"), ..first.signature.clone().unwrap() };
    let signed = ContractSigned { contract: second.id, signature };
    let overlapping = vec![FamilyEvent::ContractDraftRevised(moved), FamilyEvent::ContractSigned(signed)];
    let mut antenna = antenna.slips(family, overlapping);
    assert_eq!(office.exchange(&mut antenna)[0], (Kind::Activity, 0, 1, false));
    assert_eq!(antenna.refused(), [(family, "contract-dates-overlap".to_owned())]);
    let of = antenna.app.last_undoable(family).unwrap().unwrap();
    antenna.app.execute(Command::Undo { of }).unwrap();
    office.accepts_alone(&mut antenna, family);
}

#[test]
fn a_family_whose_record_is_not_what_its_acts_make_is_refused_until_the_antenna_makes_it_again() {
    let (mut office, mut antenna, [family, _]) = following_two();
    let held = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"home-visit","steps":["assessment"]}"#;
    antenna.tell(family, held).unwrap();
    let mut antenna = antenna.behind_its_back(|writing| {
        let (mut record, antenna) = (writing.family(family)?.unwrap(), writing.antenna()?);
        record.encounters.clear();
        let deadlines = deadline::deadlines(&record, &antenna);
        let row = row::row(&record, &deadlines);
        let panel = panel::rows(&record, &antenna);
        writing.put_family(&record, &row, Some(&FollowUp { deadlines, panel }))
    });
    let told = office.exchange(&mut antenna);
    assert_eq!(told[0], (Kind::Activity, 0, 1, true), "and the figures are not those of the acts");
    assert_eq!(antenna.refused(), [(family, "record-differs".to_owned())]);
    antenna.app.rebuild().unwrap();
    antenna.app.send_again(family).unwrap();
    office.accepts_alone(&mut antenna, family);
}

/// Another antenna of the Département, enrolled.
fn second_antenna(office: &mut Office) -> Antenna {
    let mut second = Antenna::founded_at(5, "Seconde antenne");
    office.enrol(&mut second).iter().filter(|path| path.to_string_lossy().contains("seconde")).for_each(|path| {
        take_in(&mut second, path);
    });
    second
}

#[test]
fn a_number_mistyped_as_that_of_another_antenna_s_family_is_refused_until_it_is_corrected() {
    let (mut office, _first, _) = following_two();
    let mut second = second_antenna(&mut office);
    let family = second.included("Tirmont", "1001");
    assert_eq!(office.exchange(&mut second)[0], (Kind::Activity, 0, 1, false));
    assert_eq!(second.refused(), [(family, "known-elsewhere".to_owned())]);
    let corrected = r#"{"act":"correct_identity","surname":"Tirmont","given_name":"Essai","birth_date":"1998-04-02",
        "matricule":"1007"}"#;
    second.tell(family, corrected).unwrap();
    office.accepts_alone(&mut second, family);
}

#[test]
fn a_refused_family_is_named_with_the_reason_and_what_to_do_on_both_sides() {
    let (mut office, _first, _) = following_two();
    let mut second = second_antenna(&mut office);
    let family = second.included("Tirmont", "1001");
    let french = Catalog::new(Lang::Fr);
    let mut received = Vec::new();
    for path in handed_over(&mut second) {
        received.extend(office.receive(&path).unwrap().told(&french));
    }
    let received = received.join("\n");
    assert!(received.contains("TIRMONT Essai (1001)") && received.contains("l’une enregistre la sortie"), "{received}");
    let party = office.department.antennas().unwrap().into_iter().find(|one| one.name == "Seconde antenne").unwrap();
    let standing = office.department.refused_of(&party).unwrap()[0].told(&french).join("\n");
    assert!(received.contains("TIRMONT Essai (1001)") && standing.contains("une autre antenne"), "{standing}");
    let mut told = Vec::new();
    for path in office.department.answer(office.out.path()).unwrap() {
        told.extend(
            second.app.take_in(&std::fs::read(path).unwrap()).map(|taken| taken.told(&french)).unwrap_or_default(),
        );
    }
    let told = told.join("\n");
    assert!(told.contains("TIRMONT Essai (1001)") && told.contains("Appelez le Département"), "{told}");
    let (of, part) = second.app.refused_families().unwrap().remove(0);
    assert_eq!((of, told.contains(&part.told(&french).join("\n"))), (family, true));
}

#[test]
fn a_person_who_has_moved_is_accepted_again_once_the_other_antenna_let_her_go() {
    let (mut office, mut first, [known, _]) = following_two();
    let mut second = second_antenna(&mut office);
    let family = second.included("Ballain", "1001");
    office.exchange(&mut second);
    assert_eq!(second.refused(), [(family, "known-elsewhere".to_owned())]);
    let year = |office: &Office| {
        office
            .department
            .consolidated(day("2026-01-01"), day("2026-11-23"), jalon::domain::impact::By::Antenna)
            .unwrap()
    };
    let counted = year(&office);
    assert_eq!((counted.impact.total.beneficiaries, counted.known_twice), (2, 0));
    let told = counted.told(&Catalog::new(Lang::Fr));
    assert!(told[0].contains("Seconde antenne") && told[0].contains("familles refusées"), "{told:?}");
    let exit = r#"{"act":"exit_family","date":"2026-11-20","reasons":["benefit-ended"],"outcome":"moved",
        "benefit_ended_on":"2026-11-15"}"#;
    first.tell(known, exit).unwrap();
    office.exchange(&mut first);
    second.app.send_again(family).unwrap();
    office.accepts_alone(&mut second, family);
    // Both antennas count her; the total once.
    let counted = year(&office);
    let of_each: Vec<_> = counted.antennas.iter().map(|(_, figures)| figures.beneficiaries).collect();
    assert_eq!((of_each, counted.impact.total.beneficiaries, counted.known_twice), (vec![2, 1], 2, 1));
    let months: Vec<_> = counted.impact.months.values().map(|one| one.beneficiaries).filter(|one| *one > 0).collect();
    assert_eq!((months, counted.left_out.len()), (vec![2, 2], 0));
    let figure = Figure { indicator: Indicator::Beneficiaries, group: None, kind: None };
    assert_eq!(office.department.acts_behind(&counted.impact, &figure, None, 9).unwrap().total, 2);
}

/// A family of the antenna before the panel, sent and received.
fn before_the_panel() -> (Office, Antenna, FamilyId) {
    let (mut office, mut antenna, [family, _]) = following_two();
    let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#;
    antenna.tell(family, opened).unwrap();
    antenna.tell(family, r#"{"act":"send_panel_referral","date":"2026-11-13"}"#).unwrap();
    office.exchange(&mut antenna);
    (office, antenna, family)
}

impl Office {
    /// The next step of the one referral on the agenda.
    pub(super) fn decides(&mut self, step: impl FnOnce(RecordPanelOpinion) -> PanelStep) -> std::path::PathBuf {
        let referral = self.department.agenda(true).unwrap()[0].file.referral.id;
        let (date, measure) = (day("2026-11-20"), PanelMeasure::Reorient);
        let said = RecordPanelOpinion { referral: None, date, measure, comment: String::new() };
        self.department.decide(referral, step(said), self.out.path()).unwrap()
    }
}

fn decision(opinion: RecordPanelOpinion) -> PanelStep {
    let RecordPanelOpinion { referral, date, measure, comment } = opinion;
    PanelStep::Decision(jalon::domain::panel::RecordPanelDecision { referral, date, measure, comment })
}

#[test]
fn a_referral_that_was_decided_already_is_not_decided_again_and_its_decision_settles_it() {
    let (mut office, mut antenna, family) = before_the_panel();
    let steps = [office.decides(PanelStep::Opinion), office.decides(decision)];
    // The antenna does not know yet: it takes the departure back, brings it back, and the referral goes again.
    let of = antenna.app.last_undoable(family).unwrap().unwrap();
    let undo = antenna.app.execute(Command::Undo { of }).unwrap().entry;
    antenna.app.execute(Command::Undo { of: undo }).unwrap();
    let files = handed_over(&mut antenna);
    let told: Vec<_> = files
        .iter()
        .flat_map(|path| match office.receive(path).unwrap() {
            TakenIn::Applied(applied) => applied,
            other => panic!("{other:?}"),
        })
        .map(|one| (one.kind, one.accepted, one.refused))
        .collect();
    assert_eq!(told, [(Kind::Activity, 1, 0), (Kind::PanelReferral, 0, 1)]);
    let receipts: String =
        office.department.app().inbox().unwrap().bundles.into_iter().filter_map(|one| one.receipt).collect();
    assert!(receipts.contains(r#""refused":"already-processed""#));
    assert_eq!(antenna.refused(), [], "no family is refused with it");
    for step in &steps {
        take_in(&mut antenna, step);
    }
    let settled = antenna.app.family(family).unwrap().unwrap();
    assert!(settled.panel_referrals[0].decision.is_some());
    assert_eq!(office.department.agenda(true).unwrap(), []);
}

#[test]
fn an_opinion_on_a_family_that_a_restored_antenna_does_not_know_any_more_is_refused_and_shown() {
    let (mut office, antenna) = enrolled();
    let mut antenna = antenna;
    let copy = office.out.path().join("copie.db");
    handed_over(&mut antenna);
    std::fs::copy(antenna.app.backup().unwrap().path, &copy).unwrap();
    for sealed in antenna.app.outbox().unwrap() {
        let again = antenna.app.export_again(sealed.sequence, office.out.path()).unwrap();
        office.receive(&again).unwrap();
    }
    let family = antenna.included("Ballain", "1001");
    let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#;
    antenna.tell(family, opened).unwrap();
    antenna.tell(family, r#"{"act":"send_panel_referral","date":"2026-11-13"}"#).unwrap();
    office.exchange(&mut antenna);
    let opinion = office.decides(PanelStep::Opinion);
    let mut antenna = restored(antenna, &copy);
    assert_eq!(antenna.app.family(family).unwrap(), None);
    let number = office.department.standings().unwrap()[0].sent;
    for missing in 1..number {
        let party = office.department.antennas().unwrap().remove(0);
        let again = office.department.send_again(&party, missing, antenna.directory.path()).unwrap();
        antenna.app.take_in(&std::fs::read(again).unwrap()).unwrap();
    }
    let TakenIn::Applied(applied) = take_in(&mut antenna, &opinion) else { panic!("not applied") };
    assert_eq!((applied[0].kind, applied[0].accepted, applied[0].refused), (Kind::PanelDecision, 0, 1));
    office.exchange(&mut antenna);
    let line = &office.department.agenda(true).unwrap()[0];
    assert_eq!(line.refused.as_ref().and_then(|matter| matter.refused), Some(RefusalCode::UnknownPerson));
}

#[test]
fn an_orientation_to_a_centre_closed_since_is_refused_by_its_rule_and_sent_to_another() {
    let (mut office, mut antenna) = enrolled();
    let told = |json: &str| Command::Antenna(serde_json::from_str(json).unwrap());
    antenna.app.execute(told(r#"{"act":"add_center","code":"sud","name":"MDS Sud"}"#)).unwrap();
    office.exchange(&mut antenna);
    antenna.app.execute(told(r#"{"act":"close_center","center":"nord","from":"2026-11-01"}"#)).unwrap();
    let orient = |office: &mut Office, center: &str| {
        let path = office.out.path().join("liste.csv");
        let text = format!(
            "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n\
             Beta;Lou;12/03/1997;2000001;{center};02/11/2026;Noa 01/06/2025\n"
        );
        std::fs::write(&path, text).unwrap();
        let mut lists = vec![office.department.read_list(&path, None).unwrap()];
        office.department.judge(&mut lists, false).unwrap();
        office.department.orient(&lists, office.out.path()).unwrap().files.remove(0)
    };
    let sent = orient(&mut office, "nord");
    let TakenIn::Applied(applied) = take_in(&mut antenna, &sent) else { panic!("not applied") };
    assert_eq!((applied[0].accepted, applied[0].refused), (0, 1));
    office.exchange(&mut antenna);
    let answered = office.department.orientations(false).unwrap().remove(0);
    let refused = answered.refused.unwrap();
    assert_eq!(refused.refused, Some(RefusalCode::Rule));
    assert_eq!(refused.rule.as_deref(), Some("refusal-CenterIsClosed"));
    assert_eq!(office.department.orientations(true).unwrap(), [], "nobody waits for it");
    let sent = orient(&mut office, "sud");
    let TakenIn::Applied(applied) = take_in(&mut antenna, &sent) else { panic!("not applied") };
    assert_eq!((applied[0].accepted, applied[0].refused), (1, 0));
    assert!(antenna.app.by_matricule("2000001").unwrap().is_some());
}

#[test]
fn a_cancellation_that_crosses_a_decision_stands_on_both_sides_and_says_so() {
    let (mut office, mut antenna, family) = before_the_panel();
    take_in(&mut antenna, &office.decides(PanelStep::Opinion));
    let decided = office.decides(decision);
    antenna.tell(family, r#"{"act":"cancel_panel_referral","date":"2026-11-21","motive":"elle renonce"}"#).unwrap();
    let TakenIn::Applied(applied) = take_in(&mut antenna, &decided) else { panic!("not applied") };
    let french = Catalog::new(Lang::Fr);
    let told = applied[0].told(&french).join("\n");
    assert!(told.contains("BALLAIN Essai (1001)") && told.contains("annulée le 21/11/2026"), "{told}");
    let came = antenna.app.inbox().unwrap().bundles.into_iter().rfind(|came| came.kind == "panel-decision").unwrap();
    let read = antenna.app.brought(&came).unwrap().refused;
    assert!(read[0].told(&french)[0].contains("BALLAIN Essai (1001)"), "{read:?}");
    // Whatever comes first at the Département, its answer or the cancellation itself.
    let mut heard = Vec::new();
    for path in handed_over(&mut antenna) {
        let TakenIn::Applied(applied) = office.receive(&path).unwrap() else { panic!("not applied") };
        assert!(applied.iter().all(|one| one.refused == 0), "{applied:?}");
        heard.extend(applied.iter().flat_map(|one| one.told(&french)));
    }
    let heard = heard.join("\n");
    assert!(heard.contains("BALLAIN Essai (1001)") && heard.contains("L’annulation tient"), "{heard}");
    assert_eq!(office.department.agenda(true).unwrap(), []);
    let line = office.department.agenda(false).unwrap().remove(0);
    assert_eq!((line.stage, line.file.referral.decision), (PanelStage::Cancelled, None));
    assert!(!office.department.standings().unwrap()[0].calls_for_somebody());
    // The antenna brings it back: the panel has it again, and decides.
    let of = antenna.app.last_undoable(family).unwrap().unwrap();
    antenna.app.execute(Command::Undo { of }).unwrap();
    office.exchange(&mut antenna);
    take_in(&mut antenna, &office.decides(decision));
    assert!(antenna.app.family(family).unwrap().unwrap().panel_referrals[0].decision.is_some());
}

#[test]
fn a_step_that_the_antenna_refuses_is_told_everywhere_and_can_be_given_again() {
    let (mut office, antenna, family) = before_the_panel();
    // The clock of the antenna is behind.
    let opinion = office.decides(|said| PanelStep::Opinion(RecordPanelOpinion { date: day("2026-11-23"), ..said }));
    let mut antenna = on(antenna, "2026-11-22");
    let TakenIn::Applied(applied) = take_in(&mut antenna, &opinion) else { panic!("not applied") };
    assert_eq!(applied[0].refused, 1);
    office.exchange(&mut antenna);
    let french = Catalog::new(Lang::Fr);
    let line = office.department.agenda(true).unwrap().remove(0);
    assert_eq!(line.file.referral.opinion, None, "the step is open again");
    let told = line.refused_part().unwrap().told(&french).join("\n");
    assert!(told.contains("BALLAIN Essai (1001)") && told.contains("donnez-la de nouveau"), "{told}");
    let standing = office.department.standings().unwrap().remove(0);
    assert!(standing.refused_there == 1 && standing.calls_for_somebody());
    let mut antenna = on(antenna, "2026-11-23");
    let again = office.decides(|said| PanelStep::Opinion(RecordPanelOpinion { date: day("2026-11-23"), ..said }));
    take_in(&mut antenna, &again);
    let opinion = antenna.app.family(family).unwrap().unwrap().panel_referrals[0].opinion.clone();
    assert_eq!(opinion.map(|one| one.date), Some(day("2026-11-23")));
    office.exchange(&mut antenna);
    assert!(!office.department.standings().unwrap()[0].calls_for_somebody());
}

#[test]
fn an_opinion_other_than_the_one_that_the_antenna_has_is_shown_until_the_same_is_given() {
    let (mut office, mut antenna, family) = before_the_panel();
    // Entered there by hand from a letter, while the Département gives it by file.
    let by_hand = r#"{"act":"record_panel_opinion","date":"2026-11-19","measure":"keep"}"#;
    antenna.tell(family, by_hand).unwrap();
    take_in(&mut antenna, &office.decides(PanelStep::Opinion));
    office.exchange(&mut antenna);
    let shown = |office: &Office| {
        let line = office.department.agenda(true).unwrap().remove(0);
        line.refused_part().map(|part| part.told(&Catalog::new(Lang::Fr)).join("\n"))
    };
    let told = shown(&office).unwrap();
    assert!(told.contains("BALLAIN") && told.contains("19/11/2026") && told.contains("mot pour mot"), "{told}");
    let same =
        |said| PanelStep::Opinion(RecordPanelOpinion { date: day("2026-11-19"), measure: PanelMeasure::Keep, ..said });
    let TakenIn::Applied(applied) = take_in(&mut antenna, &office.decides(same)) else { panic!("not applied") };
    assert_eq!((applied[0].accepted, applied[0].refused), (1, 0));
    office.exchange(&mut antenna);
    assert_eq!(shown(&office), None);
    assert_eq!(
        antenna.app.family(family).unwrap().unwrap().panel_referrals[0].opinion,
        office.department.agenda(true).unwrap()[0].file.referral.opinion
    );
}
