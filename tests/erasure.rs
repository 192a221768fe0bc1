//! After an erasure nothing holds the family any more, and the journal still proves everything else.

mod pages;

use std::fs;
use std::path::Path;

use jalon::app::{App, AppError, Command, Figure, GivenLines, LineOutcome, Outcome};
use jalon::base::clock::Clock;
use jalon::base::id::{AntennaId, FamilyId, ReferentId};
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::antenna::{AddCenter, AddReferent, AdoptConvention, AntennaAct, FoundAntenna, ReferentRole};
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::domain::impact::By;
use jalon::domain::indicator::Indicator;
use jalon::domain::refusal::Refusal;
use jalon::report::impact::{self as report, Cell, Reader};
use jalon::store::{DataKey, Store, Vault};
use tempfile::TempDir;
use uuid::Uuid;

use crate::app::{act, day};

const ANNE: u128 = 7;
const BRUNO: u128 = 8;

/// All that tells of the family: each word in another act.
const TRACES: [&str; 20] = [
    "Ouvrard",
    "Ouvrart",
    "Philomène",
    "Zébulon",
    "7654321",
    "0699887766",
    "Papillon-note-privée",
    "Tournesol-engagement",
    "Cerisier-motif",
    "Genévrier-frein",
    "Lavande-droit",
    "Mimosa-aide",
    "Noisetier-saisine",
    "Olivier-parole",
    "Peuplier-relais",
    // As the search index keeps words: without accents, and without the letters that they begin with like the one before.
    "uvrard",
    "ilomene",
    "bulon",
    "pillon",
    "urnesol",
];

struct Office {
    directory: TempDir,
    key: DataKey,
    app: Option<App>,
}

impl Office {
    fn founded() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("store");
        let (_, key) = Vault::create_demonstration(&store, Uuid::from_u128(ANNE).into(), "A. Essai").unwrap();
        Store::create(&store, &key).unwrap().close().unwrap();
        let mut office = Self { directory, key, app: None };
        office.sits(ANNE);
        let convention = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
        let since = day("2020-01-01");
        let named = |id, name: &str| AddReferent {
            id: Some(Uuid::from_u128(id).into()),
            name: name.into(),
            since,
            role: ReferentRole::Referent,
        };
        let id = AntennaId::from(Uuid::from_u128(1));
        for act in [
            AntennaAct::FoundAntenna(FoundAntenna { id, name: "Essai".into(), department: "Essai".into() }),
            AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) }),
            AntennaAct::AddReferent(named(ANNE, "A. Essai")),
            AntennaAct::AddReferent(named(BRUNO, "B. Essai")),
            AntennaAct::AddCenter(AddCenter { code: "nord".into(), name: "MDS Nord".into(), places: None }),
        ] {
            office.app().execute(Command::Antenna(act)).unwrap();
        }
        office
    }

    /// Closes the program and opens it again for this referent.
    fn sits(&mut self, referent: u128) {
        self.sits_on(referent, "2026-11-23T10:00:00Z");
    }

    /// The same at this instant, while rules still look at 23 November 2026.
    fn sits_on(&mut self, referent: u128, now: &str) {
        if let Some(app) = self.app.take() {
            app.close().unwrap();
        }
        let clock = Clock::frozen(day("2026-11-23"), now.parse().unwrap());
        let store = Store::open(&self.store(), &self.key).unwrap();
        self.app = Some(App::new(store, clock, ReferentId::from(Uuid::from_u128(referent))).unwrap());
    }

    fn app(&mut self) -> &mut App {
        self.app.as_mut().unwrap()
    }

    fn store(&self) -> std::path::PathBuf {
        self.directory.path().join("store")
    }

    fn tell(&mut self, family: Option<FamilyId>, json: &str) -> Result<Outcome, AppError> {
        self.app().execute(Command::Family { family, act: act(json) })
    }

    fn oriented(&mut self, [surname, given_name, matricule, child]: [&str; 4]) -> FamilyId {
        let json = format!(
            r#"{{"act":"receive_orientation","center":"nord","date":"2023-01-10","document":"fiche","surname":"{surname}",
            "given_name":"{given_name}","birth_date":"1998-04-02","matricule":"{matricule}",
            "children":[{{"given_name":"{child}","birth_date":"2022-06-01"}}],
            "isolated":true,"benefit_code":"RSI","followed_by_department":false}}"#
        );
        self.tell(None, &json).unwrap().family.unwrap()
    }

    /// A family whose life fills every place where something of it can stay, out since December 2023.
    fn lived(&mut self) -> FamilyId {
        let family = self.oriented(["Ouvrart", "Philomène", "7654321", "Zébulon"]);
        let anne = ReferentId::from(Uuid::from_u128(ANNE));
        for json in [
            format!(r#"{{"act":"include_family","date":"2023-01-20","referent":"{anne}"}}"#),
            r#"{"act":"correct_identity","surname":"Ouvrard","given_name":"Philomène","birth_date":"1998-04-02","matricule":"7654321"}"#.into(),
            r#"{"act":"record_contact","telephone":"0699887766"}"#.into(),
            r#"{"act":"hold_encounter","date":"2023-02-01","setting":"home-visit","steps":["assessment"],
                "note":"Papillon-note-privée","confidentiality":"private"}"#.into(),
            r#"{"act":"draft_contract","kind":"first","starts":"2023-03-01","months":6,
                "commitments":[{"party":"beneficiary","text":"Tournesol-engagement","due":"2023-05-01"},
                {"party":"referent","text":"rappeler"}]}"#.into(),
            r#"{"act":"sign_contract","date":"2023-03-01","place":"Melun"}"#.into(),
            r#"{"act":"record_diagnosis","date":"2023-02-02","themes":[{"theme":"housing","priority":"high",
                "obstacles":"Genévrier-frein"}]}"#.into(),
            r#"{"act":"open_rights_claim","date":"2023-02-03","right":"asf","comment":"Lavande-droit"}"#.into(),
            r#"{"act":"request_financial_aid","date":"2023-02-03","instrument":"fsl","amount":45000,
                "purpose":"Mimosa-aide"}"#.into(),
            r#"{"act":"rate_effects","date":"2023-02-03","occasion":"entry","quote":"Olivier-parole",
                "ratings":[{"scale":"financial","level":1}]}"#.into(),
            r#"{"act":"refer_to_professional","date":"2023-05-03","kind":"pole-emploi","comment":"Peuplier-relais"}"#.into(),
            r#"{"act":"open_panel_referral","motive":"reorient","date":"2023-05-04","situation":"Noisetier-saisine"}"#.into(),
            r#"{"act":"send_panel_referral","date":"2023-05-05"}"#.into(),
            r#"{"act":"exit_family","date":"2023-12-01","reasons":["benefit-ended"],"outcome":"work",
                "benefit_ended_on":"2023-11-30"}"#.into(),
        ] {
            self.tell(Some(family), &json).unwrap();
        }
        family
    }

    fn held(&self) -> Vec<(String, Vec<u8>)> {
        held(&self.store(), &self.key)
    }
}

/// Everything that a store's directory holds, in clear, file by file.
pub(crate) fn held(store: &Path, key: &DataKey) -> Vec<(String, Vec<u8>)> {
    let mut held = Vec::new();
    for directory in [store, &store.join("backups")] {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let clear = match path.extension().is_some_and(|extension| extension == "db") {
                    true => pages::deciphered(&path, key.bytes()),
                    false => fs::read(&path).unwrap(),
                };
                held.push((path.file_name().unwrap().to_string_lossy().into_owned(), clear));
            }
        }
    }
    held
}

pub(crate) fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

fn propose(office: &mut Office, family: FamilyId) {
    let json = r#"{"act":"propose_disposal","disposal":"erase","motive":"Cerisier-motif"}"#;
    office.tell(Some(family), json).unwrap();
}

const CONFIRM: &str = r#"{"act":"confirm_disposal","disposal":"erase"}"#;

#[test]
fn after_an_erasure_no_page_log_backup_bundle_or_draft_holds_the_family() {
    let mut office = Office::founded();
    let family = office.lived();
    let other = office.oriented(["Restante", "Garance", "1112223", "Lise"]);
    let out = office.directory.path().join("out");
    fs::create_dir(&out).unwrap();
    let note = r#"{"act":"write_note","date":"2023-11-01","text":"Papillon-note-privée"}"#;
    let line = GivenLines::default().next(note.as_bytes());
    let command = Command::Family { family: Some(family), act: act(note) };
    assert!(matches!(office.app().execute_lines(vec![(line, command)]).unwrap()[..], [LineOutcome::Recorded(_)]));
    assert!(office.app().is_recorded(line).unwrap());
    office.app().export(&out).unwrap();
    office.tell(Some(other), r#"{"act":"record_contact","telephone":"0611111111"}"#).unwrap();
    office.app().export(&out).unwrap();
    office.app().acknowledge(2).unwrap();
    propose(&mut office, family);
    office.app().backup().unwrap();
    office.app().save_draft(&format!("write_note/{family}"), r#"{"text":"Papillon-note-privée"}"#).unwrap();
    office.app().save_draft("receive_orientation", r#"{"matricule":"7654321","surname":"Ouvrard"}"#).unwrap();
    office.app().save_draft("write_note/other", r#"{"text":"Pivoine"}"#).unwrap();
    office.sits(BRUNO);
    let backups = office.store().join("backups");
    let newest = backups.join("antenna-2026-11-23T10-00-00.000Z.db");
    for older in ["antenna-2026-11-20T10-00-00.000Z.db", "before-migration-from-1.db", "replaced-2026.db"] {
        fs::copy(&newest, backups.join(older)).unwrap();
    }
    let before = office.held();
    for trace in TRACES {
        assert!(before.iter().any(|(_, clear)| holds(clear, trace)), "{trace} can be found where it is");
    }
    assert_eq!(before.iter().filter(|(name, clear)| name.ends_with(".db") && holds(clear, "Ouvrard")).count(), 5);

    office.tell(Some(family), CONFIRM).unwrap();
    assert!(!office.app().is_erasing());
    for open in [true, false] {
        if !open {
            office.sits(BRUNO);
        }
        for (name, clear) in office.held() {
            for trace in TRACES {
                assert!(!holds(&clear, trace), "{trace} in {name}");
            }
            if name.ends_with(".db") {
                assert!(holds(&clear, "Restante") && holds(&clear, "Pivoine"), "the rest is in {name}");
            }
        }
    }
    assert_eq!(fs::read_dir(backups).unwrap().count(), 2, "one copy with its keys");

    assert!(office.app().family(family).unwrap().is_none());
    assert!(office.app().by_matricule("7654321").unwrap().is_none());
    assert!(!office.app().is_recorded(line).unwrap(), "its digest would confirm a guess");
    let again = office.app().export_again(1, &out);
    assert!(matches!(again, Err(AppError::Refused(Refusal::BundleErased { sequence: 1 }))), "{again:?}");
    assert!(office.app().export_again(2, &out).is_ok(), "a bundle without the family stays");
}

#[test]
fn a_day_to_come_on_which_rules_are_tried_erases_nothing() {
    let mut office = Office::founded();
    let family = office.lived();
    propose(&mut office, family);
    office.sits_on(BRUNO, "2025-06-01T10:00:00Z");
    let early = office.tell(Some(family), CONFIRM).unwrap_err();
    assert!(matches!(early, AppError::Refused(Refusal::RetentionNotOver { .. })), "{early:?}");
    assert!(office.app().family(family).unwrap().is_some());
    office.sits(BRUNO);
    office.tell(Some(family), CONFIRM).unwrap();
}

#[test]
fn the_chain_the_stream_and_the_views_hold_after_an_erasure() {
    let mut office = Office::founded();
    let family = office.lived();
    let out = office.directory.path().to_owned();
    let first = office.app().export(&out).unwrap();
    propose(&mut office, family);
    office.sits(BRUNO);
    let not_received =
        |refused: &AppError| matches!(refused, AppError::Refused(Refusal::BundleNotReceived { sequence: 1 }));
    let early = office.tell(Some(family), CONFIRM).unwrap_err();
    assert!(not_received(&early), "{early:?}");
    office.app().hand_over(1).unwrap();
    let lost = office.tell(Some(family), CONFIRM).unwrap_err();
    assert!(not_received(&lost), "given to a carrier is not received: {lost:?}");
    let command = Command::Family { family: Some(family), act: serde_json::from_str(CONFIRM).unwrap() };
    let given = GivenLines::default().next(CONFIRM.as_bytes());
    let refused = office.app().execute_lines(vec![(given, command)]).unwrap();
    assert!(matches!(refused[..], [LineOutcome::Refused(Refusal::BundleNotReceived { .. })]), "{refused:?}");
    assert!(office.app().family(family).unwrap().is_some(), "it may have to be handed over again");
    assert!(office.app().check().is_ok(), "a line that is refused changes nothing");
    office.app().acknowledge(1).unwrap();
    let order = office.tell(Some(family), CONFIRM).unwrap();
    let checked = office.app().check().unwrap();
    let [erasure] = checked.erasures.as_slice() else { panic!("one erasure in {checked:?}") };
    assert_eq!((erasure.order, erasure.ordered_by), (order.entry, Uuid::from_u128(BRUNO).into()));
    assert!(erasure.events > 10);
    assert_eq!(checked.families, 0);

    let digest = |office: &Office| Store::open(&office.store(), &office.key).unwrap().read().digest_of_views().unwrap();
    let before = digest(&office);
    office.app().rebuild().unwrap();
    assert_eq!(digest(&office), before);

    let second = office.app().export(&out).unwrap();
    let verified = jalon::exchange::Verified::open(&fs::read(&second.path).unwrap(), None).unwrap();
    assert_eq!(verified.bundle().previous, first.digest);
    let undone = office.app().execute(Command::Undo { of: order.entry });
    assert!(matches!(undone, Err(AppError::Refused(Refusal::FamilyIsErased {}))));
    assert!(matches!(office.tell(Some(family), CONFIRM), Err(AppError::Refused(Refusal::FamilyUnknown {}))));
}

/// A convention that keeps a file for one month only, so that the year of the erasure is the year that is counted.
#[test]
fn the_indicators_of_a_period_are_the_same_after_an_erasure() {
    let mut office = Office::founded();
    let mut convention = office.app().antenna().conventions.last().unwrap().clone();
    convention.effective_from = day("2026-01-01");
    convention.period.ends = day("2099-12-31");
    convention.delays.retention_months = 1;
    let adopted = AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) });
    office.app().execute(Command::Antenna(adopted)).unwrap();
    let family = office.oriented(["Ouvrart", "Philomène", "7654321", "Zébulon"]);
    let anne = ReferentId::from(Uuid::from_u128(ANNE));
    let child = r#"{"act":"add_child","given_name":"Lou","birth_date":"2025-06-01"}"#;
    office.tell(Some(family), child).unwrap();
    for json in [
        format!(r#"{{"act":"include_family","date":"2026-03-02","referent":"{anne}"}}"#),
        r#"{"act":"hold_encounter","date":"2026-03-10","setting":"home-visit","steps":["assessment"]}"#.into(),
        r#"{"act":"hold_encounter","date":"2026-04-10","setting":"remote","steps":["diagnosis"]}"#.into(),
        r#"{"act":"draft_contract","kind":"first","starts":"2026-04-12","months":3,
            "commitments":[{"party":"beneficiary","text":"s’inscrire"},{"party":"referent","text":"rappeler"}]}"#
            .into(),
        r#"{"act":"sign_contract","date":"2026-04-12","place":"Melun"}"#.into(),
        r#"{"act":"exit_family","date":"2026-06-01","reasons":["benefit-ended"],"outcome":"work",
            "benefit_ended_on":"2026-05-31"}"#
            .into(),
    ] {
        office.tell(Some(family), &json).unwrap();
    }
    office.tell(Some(family), r#"{"act":"open_rights_claim","date":"2026-03-12","right":"asf"}"#).unwrap();
    office.tell(Some(family), r#"{"act":"submit_rights_claim","date":"2026-03-20"}"#).unwrap();
    let granted = r#"{"act":"finalise_rights_claim","date":"2026-04-02","result":"granted"}"#;
    office.tell(Some(family), granted).unwrap();
    let before = office.app().preview_export().unwrap().indicators;
    assert_eq!(before.figures.beneficiaries, 1);
    every_figure_opens_onto_what_it_counts(office.app());
    propose(&mut office, family);
    office.sits(BRUNO);
    office.tell(Some(family), CONFIRM).unwrap();
    assert_eq!(office.app().preview_export().unwrap().indicators, before);
    every_figure_opens_onto_what_it_counts(office.app());
    // What kind of right it was is gone, and told as gone.
    let impact = office.app().impact(day("2026-01-01"), day("2026-12-31"), By::Antenna).unwrap().impact;
    assert_eq!((impact.kinds.len(), impact.erased.rights_claims_finalised), (0, 1));
    reports_say_that_no_kind_is_left(office.app());
}

/// The kinds of a table still add up to its total, and whoever reads it is told why one has no name.
fn reports_say_that_no_kind_is_left(app: &App) {
    let catalog = &Catalog::new(Lang::Fr);
    let measure = app.impact(day("2026-01-01"), day("2026-12-31"), By::Antenna).unwrap();
    let tables = report::tables(&measure, app.antenna(), catalog, Reader::Within);
    let kinds = tables.iter().find(|table| table.code == "kinds").unwrap();
    let told: Vec<_> = kinds.lines.iter().map(|line| (line.code.as_str(), line.cells.first())).collect();
    assert_eq!(told, [("rights_claims_finalised/", Some(&Cell::Count(1)))]);
    for text in [
        report::text(&measure, &tables, app.antenna(), catalog, Reader::Within),
        report::period_csv(&measure, &tables, catalog),
    ] {
        assert!(text.contains("dossiers effacés, nature inconnue") && text.contains("ni nature, ni effets"), "{text}");
    }
    let json = report::json(&measure, &tables, app.antenna(), Reader::Within);
    assert!(json.contains(r#""counts_erased": true"#), "{json}");
    // One act of one family tells of too few, whatever is left of it.
    let published = report::tables(&measure, app.antenna(), catalog, Reader::Public { least: 5 });
    let kinds = published.iter().find(|table| table.code == "kinds").unwrap();
    assert_eq!(kinds.lines.first().unwrap().cells.first(), Some(&Cell::Hidden));
    let before = app.impact(day("2025-01-01"), day("2025-12-31"), By::Antenna).unwrap();
    let text = report::text(&before, &[], app.antenna(), catalog, Reader::Within);
    assert!(!text.contains("effacés"), "{text}");
}

/// As many acts behind it as the figure says, whichever the group and the kind.
fn every_figure_opens_onto_what_it_counts(app: &App) {
    for (from, to) in [("2026-01-01", "2026-12-31"), ("2026-04-01", "2026-04-30"), ("2026-07-01", "2026-07-31")] {
        for by in By::ALL {
            let impact = app.impact(day(from), day(to), by).unwrap().impact;
            let whole = std::iter::once((None, impact.total));
            for (group, figures) in whole.chain(impact.groups.clone().into_iter().map(|(group, of)| (Some(group), of)))
            {
                for indicator in Indicator::ALL {
                    let figure = Figure { indicator, group: group.clone(), kind: None };
                    let behind = app.acts_behind(&impact, &figure, 100).unwrap();
                    assert_eq!(behind.total, figures.of(indicator), "{figure:?} from {from} to {to}");
                }
            }
            for ((indicator, kind), (count, _)) in &impact.kinds {
                let figure = Figure { indicator: *indicator, group: None, kind: Some(kind.clone()) };
                assert_eq!(app.acts_behind(&impact, &figure, 100).unwrap().total, *count, "{figure:?}");
            }
        }
    }
}

#[test]
fn a_body_gone_without_an_order_is_a_fault() {
    let mut office = Office::founded();
    office.lived();
    office.app.take().unwrap().close().unwrap();
    let mut store = Store::open(&office.store(), &office.key).unwrap();
    store
        .write::<_, jalon::store::StoreError>(|writing| {
            let entry = writing.last_entries()?.first().map(|(replica, ..)| *replica).unwrap();
            writing.erase(jalon::app::EntryId { replica: entry, number: 7 }, 0)
        })
        .unwrap();
    store.close().unwrap();
    office.sits(ANNE);
    let fault = office.app().check().unwrap_err();
    assert!(matches!(fault, AppError::Store(jalon::store::StoreError::ErasedWithoutOrder { number: 7 })), "{fault:?}");
}

#[test]
fn an_erasure_that_another_program_holds_up_is_ended_at_the_next_opening() {
    let mut office = Office::founded();
    let family = office.lived();
    propose(&mut office, family);
    office.sits(BRUNO);
    // A file in the place of the directory: no copy can be made, so no older one may go.
    let (backups, aside) = (office.store().join("backups"), office.store().join("aside"));
    fs::rename(&backups, &aside).unwrap();
    fs::write(&backups, "").unwrap();
    office.tell(Some(family), CONFIRM).unwrap();
    assert!(office.app().is_erasing());
    fs::remove_file(&backups).unwrap();
    fs::rename(&aside, &backups).unwrap();
    office.sits(BRUNO);
    assert!(!office.app().is_erasing());
    for (name, clear) in office.held() {
        assert!(!TRACES.iter().any(|trace| holds(&clear, trace)), "{name}");
    }
}
