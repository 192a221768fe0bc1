//! The door to the data, on a real store: acts, refusals, undo and redo, history, hand-off.

use std::path::Path;

use chrono::NaiveDate;
use jalon::app::{AccessKind, App, AppError, Command, GivenLines, LineOutcome, ListView, Sort};
use jalon::base::clock::Clock;
use jalon::base::id::{AntennaId, FamilyId, ReferentId};
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::FamilyAct;
use jalon::domain::antenna::{AddCenter, AddReferent, AntennaAct, FoundAntenna, ReferentRole};
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::domain::refusal::Refusal;
use jalon::store::{Store, Vault};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An act of a family as a script would write it.
pub(crate) fn act(json: &str) -> FamilyAct {
    serde_json::from_str(json).unwrap()
}

pub(crate) struct Antenna {
    pub(crate) app: App,
    pub(crate) directory: TempDir,
    pub(crate) referent: ReferentId,
}

impl Antenna {
    /// A founded antenna with one referent and one centre of two places, on 23 November 2026.
    pub(crate) fn founded() -> Self {
        Self::founded_as("Antenne d’Essai")
    }

    /// The same under another name.
    pub(crate) fn founded_as(name: &str) -> Self {
        Self::founded_at(0, name)
    }

    /// One of several, with ids of its own.
    pub(crate) fn founded_at(place: u128, name: &str) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let referent = ReferentId::from(Uuid::from_u128(7 + 100 * place));
        let (_, key) = Vault::create_demonstration(directory.path(), referent, "C. Essai").unwrap();
        let store = Store::create(directory.path(), &key).unwrap();
        let clock = Clock::frozen(day("2026-11-23"), "2026-11-23T10:00:00Z".parse().unwrap());
        let mut app = App::new(store, clock, referent).unwrap();
        let convention = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
        let acts = [
            AntennaAct::FoundAntenna(FoundAntenna {
                id: AntennaId::from(Uuid::from_u128(1 + 100 * place)),
                name: name.into(),
                department: "Département d’Essai".into(),
            }),
            AntennaAct::AdoptConvention(jalon::domain::antenna::AdoptConvention { convention: Box::new(convention) }),
            AntennaAct::AddReferent(AddReferent {
                id: Some(referent),
                name: "C. Essai".into(),
                since: day("2020-01-01"),
                role: ReferentRole::Referent,
            }),
            AntennaAct::AddCenter(AddCenter { code: "nord".into(), name: "MDS Nord".into(), places: Some(2) }),
        ];
        for act in acts {
            app.execute(Command::Antenna(act)).unwrap();
        }
        Self { app, directory, referent }
    }

    pub(crate) fn tell(&mut self, family: FamilyId, json: &str) -> Result<jalon::app::Outcome, AppError> {
        self.app.execute(Command::Family { family: Some(family), act: act(json) })
    }

    pub(crate) fn oriented(&mut self, surname: &str, matricule: &str) -> FamilyId {
        let json = format!(
            r#"{{"act":"receive_orientation","center":"nord","date":"2026-10-01","document":"fiche","surname":"{surname}",
            "given_name":"Essai","birth_date":"1998-04-02","matricule":"{matricule}",
            "children":[{{"given_name":"Petit","birth_date":"2025-06-01"}}],
            "isolated":true,"benefit_code":"RSI","followed_by_department":false}}"#
        );
        let outcome = self.app.execute(Command::Family { family: None, act: act(&json) }).unwrap();
        outcome.family.unwrap()
    }

    pub(crate) fn included(&mut self, surname: &str, matricule: &str) -> FamilyId {
        let family = self.oriented(surname, matricule);
        let referent = self.referent;
        self.tell(family, &format!(r#"{{"act":"include_family","date":"2026-10-05","referent":"{referent}"}}"#))
            .unwrap();
        family
    }
}

#[test]
fn an_access_is_kept_for_the_months_of_the_convention_and_no_longer() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    antenna.app.note_access(AccessKind::Opening, Some(family));
    antenna.app.close().unwrap();
    let key = Vault::open(antenna.directory.path()).unwrap().unlock_demonstration().unwrap().key;
    for (now, kept) in [("2027-11-23T10:00:00Z", 2), ("2027-11-24T10:00:00Z", 2)] {
        let clock = Clock::frozen(day(&now[..10]), now.parse().unwrap());
        let mut app = App::new(Store::open(antenna.directory.path(), &key).unwrap(), clock, antenna.referent).unwrap();
        app.note_access(AccessKind::Search, None);
        app.keep_accesses().unwrap();
        assert_eq!(app.accesses(None, 9).unwrap().len(), kept, "on {now}: the first goes after twelve months");
        app.close().unwrap();
    }
}

#[test]
fn an_act_is_in_the_record_the_list_and_the_agenda_at_once() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let held = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"home-visit","steps":["assessment"]}"#;
    antenna.tell(family, held).unwrap();
    let record = antenna.app.family(family).unwrap().unwrap();
    assert_eq!(record.encounters_held().count(), 1);
    let rows = antenna.app.first_rows(ListView::Mine, Sort::Name, 10).unwrap();
    assert_eq!(
        rows.iter().map(|row| (row.name.as_str(), row.last_contact)).collect::<Vec<_>>(),
        [("ALPHA Essai", Some(day("2026-11-20")))]
    );
    let agenda = antenna.app.agenda(day("2026-11-23"), day("2027-12-31"), 100).unwrap();
    assert!(agenda.iter().any(|line| line.deadline.due == day("2027-01-04")), "silence: 45 days after 20 November");
}

#[test]
fn a_refused_act_leaves_everything_as_it_was() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let before = antenna.app.family(family).unwrap();
    let future = r#"{"act":"hold_encounter","date":"2026-11-24","setting":"home-visit","steps":["assessment"]}"#;
    let refused = antenna.tell(family, future).unwrap_err();
    assert!(matches!(refused, AppError::Refused(Refusal::DateInFuture { field: "date", .. })));
    assert_eq!(antenna.app.family(family).unwrap(), before);
    assert_eq!(antenna.app.history(family).unwrap().len(), 2);
}

#[test]
fn the_third_family_of_a_centre_of_two_places_needs_a_written_motive() {
    let mut antenna = Antenna::founded();
    antenna.included("Alpha", "1001");
    antenna.included("Beta", "1002");
    let third = antenna.oriented("Gamma", "1003");
    let referent = antenna.referent;
    let include = |motive: &str| {
        format!(
            r#"{{"act":"include_family","date":"2026-10-05","referent":"{referent}","override_motive":"{motive}"}}"#
        )
    };
    let refused = antenna.tell(third, &include("")).unwrap_err();
    assert!(matches!(refused, AppError::Refused(Refusal::CenterFull { taken: 2, places: 2 })));
    antenna.tell(third, &include("accord écrit de la MDS")).unwrap();
    let record = antenna.app.family(third).unwrap().unwrap();
    assert_eq!(record.stays[0].override_motive.as_deref(), Some("accord écrit de la MDS"));
}

#[test]
fn an_inclusion_is_judged_by_what_was_known_of_the_situation_that_day() {
    let mut antenna = Antenna::founded();
    let family = antenna.oriented("Alpha", "1001");
    let situation = |date: &str, isolated: bool| {
        format!(
            r#"{{"act":"record_situation","date":"{date}","isolated":{isolated},"benefit_code":"RSI",
            "followed_by_department":false}}"#
        )
    };
    antenna.tell(family, &situation("2026-10-04", false)).unwrap();
    let undone = antenna.tell(family, &situation("2026-10-12", true)).unwrap();
    antenna.app.execute(Command::Undo { of: undone.entry }).unwrap();
    antenna.tell(family, &situation("2026-11-01", true)).unwrap();
    let referent = antenna.referent;
    let included = |date: &str| format!(r#"{{"act":"include_family","date":"{date}","referent":"{referent}"}}"#);
    for date in ["2026-10-05", "2026-10-20", "2026-10-31"] {
        let refused = antenna.tell(family, &included(date));
        assert!(matches!(refused, Err(AppError::Refused(Refusal::ParentNotIsolated {}))), "{date}: {refused:?}");
    }
    antenna.tell(family, &included("2026-10-03")).unwrap();
}

#[test]
fn undo_takes_back_redo_brings_back_and_history_keeps_both() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let before = antenna.app.family(family).unwrap();
    let telephone = r#"{"act":"record_contact","telephone":"00 00 00 00 00"}"#;
    let entry = antenna.tell(family, telephone).unwrap().entry;
    let after = antenna.app.family(family).unwrap();
    assert_eq!(antenna.app.last_undoable(family).unwrap(), Some(entry));
    let undo = antenna.app.execute(Command::Undo { of: entry }).unwrap().entry;
    assert_eq!(antenna.app.family(family).unwrap(), before);
    assert_eq!(antenna.app.last_redoable(family).unwrap(), Some(undo));
    antenna.app.execute(Command::Undo { of: undo }).unwrap();
    assert_eq!(antenna.app.family(family).unwrap(), after);
    assert_eq!(antenna.app.last_redoable(family).unwrap(), None);
    assert_eq!(antenna.app.last_undoable(family).unwrap(), Some(entry));
    let history = antenna.app.history(family).unwrap();
    assert_eq!(history.len(), 5);
    assert_eq!(history[2].changes[0].path, ["contact", "telephone"]);
    assert_eq!(history[3].changes[0].after, None);
}

#[test]
fn an_act_that_a_later_one_built_on_cannot_be_undone() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let entries = antenna.app.history(family).unwrap();
    let orientation = entries[0].entry;
    let refused = antenna.app.execute(Command::Undo { of: orientation }).unwrap_err();
    assert!(matches!(refused, AppError::Refused(Refusal::ChangedSince { .. })));
}

#[test]
fn an_undo_never_gives_two_families_one_number() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let corrected = r#"{"act":"correct_identity","surname":"Alpha","given_name":"Essai","birth_date":"1998-04-02","matricule":"1002"}"#;
    let correction = antenna.tell(family, corrected).unwrap().entry;
    antenna.oriented("Beta", "1001");
    let before = antenna.app.family(family).unwrap();
    let refused = antenna.app.execute(Command::Undo { of: correction }).unwrap_err();
    assert!(matches!(refused, AppError::Refused(Refusal::MatriculeTaken { matricule }) if matricule == "1001"));
    assert_eq!(antenna.app.family(family).unwrap(), before);
    assert_eq!(antenna.app.history(family).unwrap().len(), 3, "nothing was written");
}

/// What an undo of this entry is refused for.
fn undo_refused(antenna: &mut Antenna, of: jalon::journal::entry::EntryId) -> Refusal {
    match antenna.app.execute(Command::Undo { of }) {
        Err(AppError::Refused(refusal)) => refusal,
        outcome => panic!("{outcome:?}"),
    }
}

#[test]
fn an_undo_never_makes_two_of_what_is_recorded_once() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let claim = |date: &str| format!(r#"{{"act":"open_rights_claim","date":"{date}","right":"asf"}}"#);
    antenna.tell(family, &claim("2026-10-10")).unwrap();
    let abandoned = r#"{"act":"finalise_rights_claim","date":"2026-10-20","result":"abandoned"}"#;
    let abandoned = antenna.tell(family, abandoned).unwrap().entry;
    antenna.tell(family, &claim("2026-11-02")).unwrap();
    let open = Refusal::RightsClaimAlreadyOpen { date: day("2026-11-02") };
    assert_eq!(undo_refused(&mut antenna, abandoned), open);

    let referral = r#"{"act":"refer_to_professional","date":"2026-11-04","kind":"pole-emploi"}"#;
    let first = antenna.tell(family, referral).unwrap().entry;
    let undo = antenna.app.execute(Command::Undo { of: first }).unwrap().entry;
    let again = antenna.tell(family, referral).unwrap().entry;
    let recorded = Refusal::AlreadyRecorded { date: day("2026-11-04") };
    assert_eq!(undo_refused(&mut antenna, undo), recorded);
    // The later act out of the way, it comes back.
    antenna.app.execute(Command::Undo { of: again }).unwrap();
    antenna.app.execute(Command::Undo { of: undo }).unwrap();
    assert_eq!(antenna.app.family(family).unwrap().unwrap().professional_referrals.len(), 1);
}

#[test]
fn an_undo_never_gives_a_family_to_who_follows_nobody_any_more() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let (first, other) = (antenna.referent, ReferentId::from(Uuid::from_u128(8)));
    let tell = |antenna: &mut Antenna, act: serde_json::Value| {
        antenna.app.execute(Command::Antenna(serde_json::from_value(act).unwrap())).unwrap();
    };
    let since = "2020-01-01";
    tell(&mut antenna, serde_json::json!({"act": "add_referent", "id": other, "name": "B. Essai", "since": since}));
    let changed =
        format!(r#"{{"act":"change_referent","date":"2026-11-01","referent":"{other}","motive":"mutation"}}"#);
    let changed = antenna.tell(family, &changed).unwrap().entry;
    let support = serde_json::json!({"act": "correct_referent", "referent": first, "name": "C. Essai", "since": since,
        "role": "support"});
    tell(&mut antenna, support);
    assert_eq!(undo_refused(&mut antenna, changed), Refusal::ReferentFollowsNobody {});
}

#[test]
fn mine_are_those_of_the_day_whatever_change_or_stand_in_is_planned() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let (first, other) = (antenna.referent, ReferentId::from(Uuid::from_u128(8)));
    let mut tell = |act: serde_json::Value| antenna.app.execute(Command::Antenna(serde_json::from_value(act).unwrap()));
    tell(serde_json::json!({"act": "add_referent", "id": other, "name": "B. Essai", "since": "2020-01-01"})).unwrap();
    for (from, to) in [("2026-11-20", "2026-11-24"), ("2027-01-04", "2027-01-08")] {
        let stand_in =
            format!(r#"{{"act":"name_stand_in","referent":"{other}","from":"{from}","to":"{to}","motive":"congés"}}"#);
        antenna.tell(family, &stand_in).unwrap();
    }
    let change = |to: ReferentId, date: &str| {
        format!(r#"{{"act":"change_referent","referent":"{to}","date":"{date}","motive":"mutation"}}"#)
    };
    antenna.tell(family, &change(other, "2027-03-01")).unwrap();
    antenna.tell(family, &change(first, "2027-06-01")).unwrap();
    let support = |who: ReferentId| {
        serde_json::json!({"act": "correct_referent", "referent": who, "name": "Essai", "since": "2020-01-01",
            "role": "support"})
    };
    for who in [first, other] {
        let refused = antenna.app.execute(Command::Antenna(serde_json::from_value(support(who)).unwrap()));
        let follows = Refusal::ReferentStillFollows { families: 1 };
        assert!(matches!(refused, Err(AppError::Refused(refusal)) if refusal == follows), "follows, or will");
    }
    let Antenna { mut app, directory, .. } = antenna;
    for (date, of_first, of_other) in [
        ("2026-11-23", 1, 1),
        ("2026-11-25", 1, 0),
        ("2027-01-04", 1, 1),
        ("2027-02-28", 1, 0),
        ("2027-03-01", 0, 1),
        ("2027-06-01", 1, 0),
    ] {
        for (who, expected) in [(first, of_first), (other, of_other)] {
            app.close().unwrap();
            let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
            let clock = Clock::frozen(day(date), format!("{date}T10:00:00Z").parse().unwrap());
            app = App::new(Store::open(directory.path(), &key).unwrap(), clock, who).unwrap();
            let rows = app.first_rows(ListView::Mine, Sort::Name, 9).unwrap();
            assert_eq!(rows.len(), expected, "on {date}");
            let listed = rows.iter().all(|row| ListView::Mine.lists(row, who, day(date)));
            assert!(listed, "on {date}: the index lists the same");
        }
    }
}

#[test]
fn an_undo_never_takes_the_place_that_another_family_was_given() {
    let mut antenna = Antenna::founded();
    let [alpha, _] = [("Alpha", "1001"), ("Beta", "1002")].map(|(name, number)| antenna.included(name, number));
    let left = r#"{"act":"exit_family","date":"2026-11-20","reasons":["benefit-ended"],"outcome":"work",
        "benefit_ended_on":"2026-11-20"}"#;
    let exit = antenna.tell(alpha, left).unwrap().entry;
    // A slip is taken back while the place is free.
    let undo = antenna.app.execute(Command::Undo { of: exit }).unwrap().entry;
    antenna.app.execute(Command::Undo { of: undo }).unwrap();
    let exit = antenna.app.last_undoable(alpha).unwrap().unwrap();
    let gamma = antenna.included("Gamma", "1003");
    let before = antenna.app.family(alpha).unwrap();
    let refused = antenna.app.execute(Command::Undo { of: exit }).unwrap_err();
    assert!(matches!(refused, AppError::Refused(Refusal::CenterPlaceTaken { taken: 2, places: 2 })), "{refused:?}");
    assert_eq!(antenna.app.family(alpha).unwrap(), before);
    let inclusion = antenna.app.last_undoable(gamma).unwrap().unwrap();
    antenna.app.execute(Command::Undo { of: inclusion }).unwrap();
    assert!(antenna.app.execute(Command::Undo { of: exit }).is_ok(), "the place is free again");
}

#[test]
fn many_commands_in_one_transaction_amount_to_the_same_as_one_by_one() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    let visit = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"remote","steps":["diagnosis"]}"#;
    let wrong = r#"{"act":"sign_contract","date":"2026-11-20","place":"Ici"}"#;
    let note = r#"{"act":"write_note","date":"2026-11-20","text":"vu"}"#;
    let lines = |given: &mut GivenLines| {
        let mut line = |json: &str| {
            let command = Command::Family { family: Some(family), act: act(json) };
            (given.next(json.as_bytes()), command)
        };
        vec![line(visit), line(wrong), line(note)]
    };
    let outcomes = antenna.app.execute_lines(lines(&mut GivenLines::default())).unwrap();
    assert!(matches!(
        outcomes[..],
        [LineOutcome::Recorded(_), LineOutcome::Refused(Refusal::NoDraft {}), LineOutcome::Recorded(_)]
    ));
    let mut given = GivenLines::default();
    let recorded = lines(&mut given).into_iter().map(|(line, _)| antenna.app.is_recorded(line).unwrap());
    assert_eq!(recorded.collect::<Vec<_>>(), [true, false, true]);
    assert!(!antenna.app.is_recorded(given.next(note.as_bytes())).unwrap(), "a second time in the same file");
    // Whoever read the lines before they were recorded finds it in the transaction.
    let outcomes = antenna.app.execute_lines(lines(&mut GivenLines::default())).unwrap();
    assert!(matches!(
        outcomes[..],
        [LineOutcome::RecordedBefore, LineOutcome::Refused(_), LineOutcome::RecordedBefore]
    ));
    let record = antenna.app.family(family).unwrap().unwrap();
    assert_eq!((record.encounters.len(), record.notes.len()), (1, 1));
}

#[test]
fn bundles_are_numbered_linked_and_hold_no_private_note() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    antenna.tell(family, r#"{"act":"write_note","date":"2026-11-20","text":"SECRET-PRIVE"}"#).unwrap();
    let preview = antenna.app.preview_export().unwrap();
    assert_eq!(preview.families[0].counted.staying.get("private-note-written"), Some(&1));
    let out = tempfile::tempdir().unwrap();
    let first = antenna.app.export(out.path()).unwrap();
    let bytes = std::fs::read(&first.path).unwrap();
    let key = jalon::exchange::PublicKey::from_pem(&std::fs::read_to_string(&first.key_path).unwrap()).unwrap();
    let verified = jalon::exchange::Verified::open(&bytes, Some(&key)).unwrap();
    assert!(!String::from_utf8_lossy(verified.payload()).contains("SECRET-PRIVE"));
    let bundle = verified.bundle();
    assert_eq!((bundle.sequence, bundle.previous), (1, jalon::app::Digest::ZERO));
    let nothing = antenna.app.export(out.path()).unwrap_err();
    assert!(matches!(nothing, AppError::Refused(Refusal::NothingToHandOver {})));
    antenna.tell(family, r#"{"act":"write_note","date":"2026-11-21","text":"suite"}"#).unwrap();
    let second = antenna.app.export(out.path()).unwrap();
    let bytes = std::fs::read(&second.path).unwrap();
    let second = jalon::exchange::Verified::open(&bytes, Some(&key)).unwrap();
    assert_eq!((second.bundle().sequence, second.bundle().previous), (2, first.digest));
}

#[test]
fn a_bundle_that_cannot_be_written_takes_no_number() {
    let mut antenna = Antenna::founded();
    antenna.included("Alpha", "1001");
    let out = tempfile::tempdir().unwrap();
    // The key can be written, the bundle cannot: every temporary name that it could take is taken.
    let in_the_way =
        |count: u32| out.path().join(format!(".antenne-d-essai-0001.json.{}.{count}.tmp", std::process::id()));
    (0..20_000).for_each(|count| std::fs::create_dir(in_the_way(count)).unwrap());
    assert!(matches!(antenna.app.export(out.path()), Err(AppError::Store(_))));
    assert!(out.path().join("antenne-d-essai.pem").exists(), "what failed is the bundle");
    assert!(antenna.app.outbox().unwrap().is_empty());
    (0..20_000).for_each(|count| std::fs::remove_dir(in_the_way(count)).unwrap());
    assert_eq!(antenna.app.export(out.path()).unwrap().sequence, 1);
}

#[test]
fn an_antenna_with_a_very_long_name_hands_over_too() {
    let name = "Antenne de la vallée ".repeat(30);
    let mut antenna = Antenna::founded_as(name.trim());
    antenna.included("Alpha", "1001");
    let out = tempfile::tempdir().unwrap();
    assert!(antenna.app.export(out.path()).unwrap().path.exists());
}

/// An antenna is founded and its store closed, which is given `before` it is; how that ended, and the store opened again.
fn closed_and_opened_again(before: impl FnOnce(&Path)) -> (Result<(), AppError>, App, tempfile::TempDir) {
    let directory = tempfile::tempdir().unwrap();
    let clock = Clock::fixed_today(day("2026-11-23"));
    let referent = ReferentId::from(Uuid::from_u128(7));
    let (_, key) = Vault::create_demonstration(directory.path(), referent, "C. Essai").unwrap();
    let mut app = App::new(Store::create(directory.path(), &key).unwrap(), clock, referent).unwrap();
    let found = FoundAntenna { id: AntennaId::from(Uuid::from_u128(1)), name: "A".into(), department: "D".into() };
    app.execute(Command::Antenna(AntennaAct::FoundAntenna(found))).unwrap();
    before(directory.path());
    let closed = app.close();
    (closed, App::new(Store::open(directory.path(), &key).unwrap(), clock, referent).unwrap(), directory)
}

#[test]
fn what_was_recorded_is_there_after_the_store_is_closed_and_opened_again() {
    let (closed, app, _directory) = closed_and_opened_again(|_| ());
    assert!(closed.is_ok());
    assert_eq!((app.antenna().name.as_str(), app.read_only().is_none()), ("A", true));
}

#[test]
fn what_was_recorded_stays_where_the_backup_at_the_end_cannot_be_written() {
    let in_the_way = |store: &Path| std::fs::write(store.join("backups"), "not a directory").unwrap();
    let (closed, app, _directory) = closed_and_opened_again(in_the_way);
    let fault = closed.unwrap_err();
    assert!(matches!(fault, AppError::NotBackedUp(_)), "{fault:?}");
    let said = fault.explain(&Catalog::new(Lang::Fr));
    assert!(said.text.starts_with("Ce qui a été fait est enregistré"), "{}", said.text);
    assert_eq!((app.antenna().name.as_str(), app.read_only().is_none()), ("A", true));
}

#[test]
fn an_antenna_s_act_puts_every_family_s_deadlines_in_step() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Martin", "1234567");
    let referent = antenna.referent;
    let missing = |antenna: &Antenna| {
        let lines = antenna.app.agenda(day("2020-01-01"), day("2030-01-01"), 100).unwrap();
        lines.iter().any(|line| line.deadline.rule == jalon::domain::deadline::DeadlineRule::ReferentMissing)
    };
    assert!(!missing(&antenna));
    let leaves = jalon::domain::antenna::RecordReferentLeaving { referent, left_on: day("2026-12-01") };
    antenna.app.execute(Command::Antenna(AntennaAct::RecordReferentLeaving(leaves))).unwrap();
    assert!(missing(&antenna), "art. 3: a family without a referent is an alert");
    assert!(antenna.app.family(family).unwrap().is_some());
}

#[test]
fn an_act_uses_the_antenna_as_another_process_has_just_changed_it() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Martin", "1234567");
    let other = || {
        let key = Vault::open(antenna.app.directory()).unwrap().unlock_demonstration().unwrap().key;
        let clock = Clock::frozen(day("2026-11-23"), "2026-11-23T10:00:00Z".parse().unwrap());
        App::new(Store::open(antenna.app.directory(), &key).unwrap(), clock, antenna.referent).unwrap()
    };
    let center = AddCenter { code: "sud".into(), name: "MDS Sud".into(), places: None };
    other().execute(Command::Antenna(AntennaAct::AddCenter(center))).unwrap();
    antenna.tell(family, r#"{"act":"record_contact","telephone":"0100000000"}"#).unwrap();
    assert!(antenna.app.antenna().center(&"sud".into()).is_some());
}

#[test]
fn views_that_an_earlier_program_made_are_made_again_and_those_of_a_later_one_are_refused() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Bailly", "7700010");
    let Antenna { app, directory, referent } = antenna;
    let record = app.family(family).unwrap();
    app.close().unwrap();
    let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
    let clock = Clock::fixed_today(day("2026-11-23"));
    let made_by = |version: u32| {
        let mut store = Store::open(directory.path(), &key).unwrap();
        store
            .write(|writing| {
                writing.clear_views()?;
                writing.put_setting("views", &version.to_be_bytes())
            })
            .unwrap();
        store
    };
    let app = App::new(made_by(1), clock, referent).unwrap();
    assert_eq!(app.family(family).unwrap(), record);
    app.check().unwrap();
    app.close().unwrap();
    let refused = App::new(made_by(u32::MAX), clock, referent).err().unwrap();
    assert!(matches!(refused, AppError::Store(jalon::store::StoreError::NewerStore { .. })), "{refused:?}");
}

#[test]
fn a_bundle_and_its_key_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let mut antenna = Antenna::founded();
    antenna.included("Martin", "1234567");
    let out = tempfile::tempdir().unwrap();
    let exported = antenna.app.export(out.path()).unwrap();
    for path in [exported.path, exported.key_path] {
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn each_referent_has_her_own_drafts() {
    let mut antenna = Antenna::founded();
    let key = Vault::open(antenna.app.directory()).unwrap().unlock_demonstration().unwrap().key;
    let clock = Clock::frozen(day("2026-11-23"), "2026-11-23T10:00:00Z".parse().unwrap());
    let colleague = ReferentId::from(Uuid::from_u128(8));
    let mut other = App::new(Store::open(antenna.app.directory(), &key).unwrap(), clock, colleague).unwrap();
    antenna.app.save_draft("new/act-write-note", "une phrase").unwrap();
    other.save_draft("new/act-write-note", "une autre").unwrap();
    other.save_draft("new/act-write-note", "une autre encore").unwrap();
    let kept = |app: &App| app.drafts().unwrap().into_iter().map(|draft| (draft.key, draft.body)).collect::<Vec<_>>();
    let note = "new/act-write-note".to_owned();
    assert_eq!(kept(&antenna.app), [(note.clone(), "une phrase".to_owned())]);
    assert_eq!(kept(&other), [(note, "une autre encore".to_owned())]);
    other.drop_draft("new/act-write-note", "une autre").unwrap();
    assert_eq!(kept(&other).len(), 1, "another window kept its own since");
    other.drop_draft("new/act-write-note", "une autre encore").unwrap();
    assert_eq!((kept(&antenna.app).len(), kept(&other).len()), (1, 0));
}

#[test]
fn a_period_is_over_by_the_day_on_which_it_is_closed_not_by_one_that_rules_are_tried_on() {
    let Antenna { app, directory, referent } = Antenna::founded();
    app.close().unwrap();
    let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
    let ahead = Clock::frozen(day("2027-01-05"), "2026-11-29T10:00:00Z".parse().unwrap());
    let mut app = App::new(Store::open(directory.path(), &key).unwrap(), ahead, referent).unwrap();
    let mut closes = |from: &str, to: &str| {
        let act = serde_json::json!({"act": "close_period", "from": from, "to": to});
        app.execute(Command::Antenna(serde_json::from_value(act).unwrap()))
    };
    let refused = closes("2026-01-01", "2026-12-31").unwrap_err();
    let not_over = Refusal::PeriodNotOver { to: day("2026-12-31") };
    assert!(matches!(&refused, AppError::Refused(refusal) if *refusal == not_over), "{refused:?}");
    closes("2026-01-01", "2026-10-31").unwrap();
    let closed = app.antenna().closed_period(day("2026-01-01"), day("2026-10-31")).unwrap();
    assert_eq!(closed.closed_on, day("2026-11-29"));
}

/// The same store opened on another day.
fn on_day(antenna: Antenna, date: &str) -> Antenna {
    let Antenna { app, directory, referent } = antenna;
    app.close().unwrap();
    let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
    let clock = Clock::frozen(day(date), format!("{date}T10:00:00Z").parse().unwrap());
    let app = App::new(Store::open(directory.path(), &key).unwrap(), clock, referent).unwrap();
    Antenna { app, directory, referent }
}

#[test]
fn a_departement_that_does_not_answer_is_due_after_thirty_days_until_it_has_received() {
    use jalon::domain::deadline::DeadlineRule;
    let silent = |antenna: &Antenna| -> Vec<String> {
        let lines = antenna.app.agenda(day("2020-01-01"), day("2030-01-01"), 100).unwrap();
        let of_it = lines.iter().filter(|line| line.deadline.rule == DeadlineRule::DepartmentSilent);
        of_it.map(|line| line.deadline.due.to_string()).collect()
    };
    let out = tempfile::tempdir().unwrap();
    let mut antenna = Antenna::founded();
    antenna.included("Alpha", "1001");
    assert_eq!(silent(&antenna), [""; 0], "nothing was handed over");
    antenna.app.export(out.path()).unwrap();
    assert_eq!(silent(&antenna), ["2026-12-23"], "handed over on 23 November");
    let mut antenna = on_day(antenna, "2026-12-20");
    antenna.included("Beta", "1002");
    antenna.app.export(out.path()).unwrap();
    assert_eq!(silent(&antenna), ["2026-12-23"], "the oldest that was not received");
    let mut antenna = on_day(antenna, "2026-12-24");
    let before = antenna.app.counts().unwrap().overdue;
    antenna.app.acknowledge(1).unwrap();
    assert_eq!(antenna.app.counts().unwrap().overdue, before - 1, "the header counts it too");
    assert_eq!(silent(&antenna), ["2027-01-19"]);
    antenna.app.acknowledge(2).unwrap();
    assert_eq!(silent(&antenna), [""; 0]);
    let received: Vec<_> = antenna.app.outbox().unwrap().iter().map(|sealed| sealed.acknowledged_on).collect();
    assert_eq!(received, [Some(day("2026-12-24")); 2]);
    let unknown = antenna.app.acknowledge(3).unwrap_err();
    assert!(matches!(unknown, AppError::Refused(Refusal::BundleUnknown { sequence: 3 })));
    antenna.app.check().unwrap();
}

#[test]
fn a_version_of_the_convention_without_a_code_in_use_is_refused_until_the_file_lets_go_of_it() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "1001");
    antenna.tell(family, r#"{"act":"open_rights_claim","date":"2026-11-02","right":"asf"}"#).unwrap();
    let mut convention = antenna.app.antenna().conventions[0].clone();
    convention.code = "essai-2027".into();
    convention.effective_from = day("2027-01-01");
    convention.period.ends = day("2099-12-31");
    convention.rights.retain(|right| right.code.as_str() != "asf");
    let adopt =
        AntennaAct::AdoptConvention(jalon::domain::antenna::AdoptConvention { convention: Box::new(convention) });
    let refused = antenna.app.execute(Command::Antenna(adopt.clone())).unwrap_err();
    let expected = Refusal::ConventionCodeInUse { code: "asf".into(), files: 1 };
    assert!(matches!(refused, AppError::Refused(refusal) if refusal == expected));
    let finalised = r#"{"act":"finalise_rights_claim","date":"2026-11-20","result":"abandoned"}"#;
    antenna.tell(family, finalised).unwrap();
    antenna.app.execute(Command::Antenna(adopt)).unwrap();
}
