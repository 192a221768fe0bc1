//! One of the antennas, month after month: what its referents do, and what they do with what came.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use jalon::app::access::{Opener, restore_backup};
use jalon::app::{App, AppError, Command, Outcome};
use jalon::base::id::{AntennaId, FamilyId, ReferentId};
use jalon::domain::FamilyAct;
use jalon::domain::antenna::{AddCenter, AddReferent, AdoptConvention, AntennaAct, FoundAntenna, ReferentRole};
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::domain::family::{FamilyRecord, FamilyStatus};
use jalon::domain::panel::PanelMotive;
use jalon::domain::refusal::Refusal;
use jalon::store::{DataKey, Store, Vault};
use tempfile::TempDir;
use uuid::Uuid;

use super::{AVENANT, at, noon};
use crate::app::{act, day};

/// Names far from one another: the rule on possible duplicates is not what is tried here.
const SURNAMES: [&str; 3] = ["Ballain", "Zédoumi", "Tirmont"];

pub(super) struct Branch {
    pub(super) place: u8,
    app: Option<App>,
    directory: TempDir,
    key: DataKey,
    today: NaiveDate,
    referents: [ReferentId; 2],
    pub(super) families: Vec<FamilyId>,
    /// Out since 2023, to be erased: the first antenna alone has one.
    pub(super) old: Option<FamilyId>,
    /// The months in which it could not be erased, because the Département lacked a bundle that carries it.
    pub(super) waited: u32,
    /// A backup taken aside.
    copy: Option<PathBuf>,
}

impl Branch {
    pub(super) fn founded(place: u8) -> Self {
        let directory = super::directory();
        let referents = [1, 2].map(|number| ReferentId::from(Uuid::from_u128(u128::from(place) * 100 + number)));
        let (_, key) = Vault::create_demonstration(directory.path(), referents[0], "C. Essai").unwrap();
        Store::create(directory.path(), &key).unwrap().close().unwrap();
        let today = day("2026-01-05");
        let mut branch = Self {
            place,
            app: None,
            directory,
            key,
            today,
            referents,
            families: vec![],
            old: None,
            waited: 0,
            copy: None,
        };
        branch.sits(0, today);
        let named = |at: usize| AddReferent {
            id: Some(referents[at]),
            name: format!("{} Essai", ["C.", "L."][at]),
            since: day("2020-01-01"),
            role: ReferentRole::Referent,
        };
        for act in [
            AntennaAct::FoundAntenna(FoundAntenna {
                id: AntennaId::from(Uuid::from_u128(u128::from(place) * 100 + 9)),
                name: format!("Antenne d’Essai {place}"),
                department: "Département d’Essai".into(),
            }),
            AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention()) }),
            AntennaAct::AddReferent(named(0)),
            AntennaAct::AddReferent(named(1)),
            AntennaAct::AddCenter(AddCenter { code: branch.center(), name: format!("MDS {place}"), places: Some(8) }),
        ] {
            branch.app().execute(Command::Antenna(act)).unwrap();
        }
        branch
    }

    /// The referent at this place opens the program on this day.
    pub(super) fn sits(&mut self, referent: usize, today: NaiveDate) {
        if let Some(app) = self.app.take() {
            app.close_without_backup().unwrap();
        }
        self.today = today;
        let store = Store::open(self.directory.path(), &self.key).unwrap();
        self.app = Some(App::new(store, noon(today), self.referents[referent]).unwrap());
    }

    pub(super) fn app(&mut self) -> &mut App {
        self.app.as_mut().unwrap()
    }

    fn center(&self) -> jalon::base::id::CenterCode {
        format!("mds-{}", self.place).as_str().into()
    }

    /// The record of a family; none of one that is not there, or no longer.
    pub(super) fn record(&mut self, family: FamilyId) -> Option<FamilyRecord> {
        self.app().family(family).unwrap()
    }

    fn tries(&mut self, family: FamilyId, json: &str) -> Result<Outcome, AppError> {
        self.app().execute(Command::Family { family: Some(family), act: act(json) })
    }

    fn tells(&mut self, family: FamilyId, json: &str) {
        self.tries(family, json).unwrap_or_else(|error| panic!("{json}: {error:?}"));
    }

    fn tells_antenna(&mut self, json: &str) {
        let told: AntennaAct = serde_json::from_str(json).unwrap();
        self.app().execute(Command::Antenna(told)).unwrap();
    }

    fn oriented(&mut self, surname: &str, born: &str, matricule: &str, date: &str) -> FamilyId {
        let center = self.center();
        let child = if date < "2025" { "2022-06-01" } else { "2025-06-01" };
        let json = format!(
            r#"{{"act":"receive_orientation","center":"{center}","date":"{date}","document":"fiche","surname":"{surname}",
            "given_name":"Lou","birth_date":"{born}","matricule":"{matricule}",
            "children":[{{"given_name":"Petit","birth_date":"{child}"}}],
            "isolated":true,"benefit_code":"RSI","followed_by_department":false}}"#
        );
        let told: FamilyAct = act(&json);
        self.app().execute(Command::Family { family: None, act: told }).unwrap().family.unwrap()
    }

    fn includes(&mut self, family: FamilyId, date: &str) {
        let referent = self.referents[0];
        self.tells(family, &format!(r#"{{"act":"include_family","date":"{date}","referent":"{referent}"}}"#));
        self.families.push(family);
    }

    /// What is done in a month, before it is handed over.
    pub(super) fn works(&mut self, month: u32) {
        self.begins(month);
        self.visits(month);
        self.accompanies(month);
        self.contracts(month);
        self.answers_orientations();
        self.follows_panel(month);
        self.takes_part(month);
        self.disposes(month);
        if month == 7 && self.place == 2 {
            let copy = self.directory.path().join("copie.db");
            std::fs::copy(self.app().backup().unwrap().path, &copy).unwrap();
            self.copy = Some(copy);
        }
    }

    /// Two families in January; in May a third, at the first antenna with a number mistyped: another antenna's family has it.
    fn begins(&mut self, month: u32) {
        let place = self.place + 1;
        let number = |family: usize| format!("{place}00{family}");
        match month {
            1 => {
                if self.place == 0 {
                    let old = self.oriented("Ouvrard", "1991-04-02", "9001", "2023-01-10");
                    self.includes(old, "2023-01-20");
                    self.tells(
                        old,
                        r#"{"act":"exit_family","date":"2023-12-01","reasons":["benefit-ended"],"outcome":"work",
                        "benefit_ended_on":"2023-11-30"}"#,
                    );
                    self.families.clear();
                    self.old = Some(old);
                }
                for (family, surname) in SURNAMES.iter().take(2).enumerate() {
                    let born = format!("199{}-04-02", 2 + family);
                    let family = self.oriented(surname, &born, &number(family), "2026-01-05");
                    self.includes(family, "2026-01-08");
                }
            }
            5 => {
                let number = if self.place == 0 { "2000".to_owned() } else { number(2) };
                let family = self.oriented(SURNAMES[2], "1995-04-02", &number, "2026-05-04");
                self.includes(family, "2026-05-06");
            }
            _ => {}
        }
    }

    fn followed(&mut self) -> Vec<FamilyId> {
        let families = self.families.clone();
        let is_followed =
            |family: &FamilyId| self.record(*family).is_some_and(|record| record.status() == FamilyStatus::Included);
        families.into_iter().filter(is_followed).collect()
    }

    fn visits(&mut self, month: u32) {
        for family in self.followed() {
            let date = at(month, 20);
            self.tells(
                family,
                &format!(
                    r#"{{"act":"hold_encounter","date":"{date}","setting":"home-visit","steps":["assessment"],
                    "note":"Mois {month}","confidentiality":"{}"}}"#,
                    if month.is_multiple_of(2) { "shareable" } else { "private" }
                ),
            );
        }
    }

    fn accompanies(&mut self, month: u32) {
        let [first, second] = [self.families[0], self.families[1]];
        let (date, second_told) = (at(month, 21), |act: &str| act.replace("DATE", &at(month, 21).to_string()));
        match month {
            2 => {
                self.tells(second, &second_told(r#"{"act":"open_rights_claim","date":"DATE","right":"asf"}"#));
                self.tells(
                    second,
                    &second_told(
                        r#"{"act":"request_financial_aid","date":"DATE","instrument":"fsl","amount":45000,"purpose":"Caution"}"#,
                    ),
                );
                self.tells(
                    first,
                    r#"{"act":"record_contact","telephone":"06 00 00 00 00","address":"1 rue des Lilas"}"#,
                );
            }
            3 => {
                self.tells(second, &second_told(r#"{"act":"submit_rights_claim","date":"DATE"}"#));
                self.tells(
                    second,
                    &second_told(r#"{"act":"answer_financial_aid","date":"DATE","result":"granted","granted":30000}"#),
                );
            }
            4 => {
                self.tells(second, &second_told(r#"{"act":"finalise_rights_claim","date":"DATE","result":"granted"}"#));
                self.tells_antenna(&format!(
                    r#"{{"act":"plan_group_action","title":"Café des parents","theme":"parenting","animators":"C. Essai",
                    "sessions":[{{"date":"{date}"}}]}}"#
                ));
                let session = self.app().antenna().group_actions[0].sessions[0].id;
                self.tells(
                    first,
                    &format!(r#"{{"act":"record_attendance","session":"{session}","presence":"present"}}"#),
                );
            }
            8 => self.tells(first, &second_told(r#"{"act":"record_return_to_work","date":"DATE","kind":"training"}"#)),
            9 => self
                .tells(second, &second_told(r#"{"act":"refer_to_professional","date":"DATE","kind":"pole-emploi"}"#)),
            10 => self.tells(
                second,
                &second_told(
                    r#"{"act":"exit_family","date":"DATE","reasons":["benefit-ended"],"outcome":"work",
                    "benefit_ended_on":"2026-10-01"}"#,
                ),
            ),
            _ => {}
        }
    }

    /// A first contract of three months, a renewal, and one of the four months that the avenant alone offers.
    fn contracts(&mut self, month: u32) {
        let first = self.families[0];
        let (kind, starts, months) = match month {
            1 => ("first", "2026-01-15", 3),
            4 => ("renewal", "2026-04-15", 3),
            7..=10 => ("renewal", "2026-07-15", 4),
            _ => return,
        };
        if self.record(first).unwrap().contracts.iter().any(|known| known.starts == day(starts)) {
            return;
        }
        let drafted = self.tries(
            first,
            &format!(
                r#"{{"act":"draft_contract","kind":"{kind}","starts":"{starts}","months":{months},"commitments":[
                {{"party":"beneficiary","text":"S’inscrire"}},{{"party":"referent","text":"Suivre"}}]}}"#
            ),
        );
        let offered = months == 3 || self.app().antenna().convention(day(starts)).unwrap().code == AVENANT;
        match drafted {
            Ok(_) => assert!(offered, "four months before the avenant"),
            Err(AppError::Refused(Refusal::DurationNotOffered { .. })) => return assert!(!offered),
            Err(other) => panic!("{other:?}"),
        }
        self.tells(first, &format!(r#"{{"act":"sign_contract","date":"{}","place":"Ici"}}"#, at(month, 22)));
    }

    /// Whoever has an even number is included, the others are refused.
    fn answers_orientations(&mut self) {
        for number in 0..4 {
            let matricule = format!("500{}00{number}", self.place);
            let Some(family) = self.app().by_matricule(&matricule).unwrap() else { continue };
            if self.record(family).unwrap().pending_orientation().is_none() {
                continue;
            }
            let date = self.today;
            if number % 2 == 0 {
                self.includes(family, &date.to_string());
            } else {
                let refused = format!(r#"{{"act":"refuse_orientation","date":"{date}","motive":"Vit en couple"}}"#);
                self.tells(family, &refused);
            }
        }
    }

    /// The second family goes before the panel in March; its decision is told to her once it came.
    fn follows_panel(&mut self, month: u32) {
        let second = self.families[1];
        if month == 3 {
            let date = at(3, 22);
            let note = format!(
                r#"{{"act":"write_note","date":"{date}","text":"Pour l’équipe.","confidentiality":"panel-only"}}"#
            );
            self.tells(second, &note);
            let note = self.record(second).unwrap().notes.last().unwrap().id;
            let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-03-22","situation":"Essai"}"#;
            self.tells(second, opened);
            let sent = format!(r#"{{"act":"send_panel_referral","date":"{date}","notes":["{note}"]}}"#);
            self.tells(second, &sent);
        }
        let record = self.record(second).unwrap();
        let decided = record.panel_referrals.iter().any(|one| one.decision.is_some() && one.notified_on.is_none());
        if decided {
            assert_eq!(record.panel_referrals[0].motive, PanelMotive::Reorient);
            let date = self.today;
            self.tells(second, &format!(r#"{{"act":"notify_panel_decision","date":"{date}"}}"#));
        }
    }

    /// A topic for the steering committee in May, closed once the Département has answered.
    fn takes_part(&mut self, month: u32) {
        if month == 5 {
            self.tells_antenna(
                r#"{"act":"raise_topic","date":"2026-05-20","subject":"path","text":"Quels relais l’été ?"}"#,
            );
        }
        let topic = self.app().antenna().topics.first().cloned();
        if let Some(topic) = topic.filter(|topic| !topic.follow_ups.is_empty() && topic.closure.is_none()) {
            let (id, date) = (topic.id, self.today);
            self.tells_antenna(&format!(
                r#"{{"act":"close_topic","topic":"{id}","date":"{date}","outcome":"Relais trouvés"}}"#
            ));
        }
    }

    /// The old file is proposed by one referent in June, and erased by the other as soon as it can be.
    fn disposes(&mut self, month: u32) {
        let Some(old) = self.old else { return };
        let today = self.today;
        if month == 6 {
            self.tells(old, r#"{"act":"propose_disposal","disposal":"erase","motive":"Plus de nouvelles"}"#);
        }
        let is_there = self.app().retention().unwrap().erased == 0;
        if month > 6 && is_there {
            self.sits(1, today);
            let confirmed = self.tries(old, r#"{"act":"confirm_disposal","disposal":"erase"}"#);
            match confirmed {
                Ok(_) => {}
                // It is tried again in the month after.
                Err(AppError::Refused(Refusal::BundleNotReceived { .. })) => self.waited += 1,
                Err(other) => panic!("{other:?}"),
            }
            self.sits(0, today);
        }
    }

    /// What came is answered, though nothing else is done.
    pub(super) fn looks_at_what_came(&mut self) {
        self.answers_orientations();
        self.follows_panel(13);
        self.takes_part(13);
    }

    /// What the Département refused is looked at: a number that another antenna's family has was mistyped.
    pub(super) fn looks_at_refusals(&mut self) -> Vec<(FamilyId, String)> {
        let refused: Vec<_> =
            self.app().inbox().unwrap().refused.into_iter().map(|one| (one.family, one.code)).collect();
        for (family, code) in &refused {
            let is_mistyped = self.record(*family).unwrap().identity.matricule == "2000";
            assert_eq!((code.as_str(), self.place), ("known-elsewhere", 0));
            if is_mistyped {
                self.tells(
                    *family,
                    r#"{"act":"correct_identity","surname":"Tirmont","given_name":"Lou","birth_date":"1995-04-02",
                    "matricule":"1002"}"#,
                );
            }
        }
        refused
    }

    /// Everything that there is to hand over.
    pub(super) fn hands_over(&mut self, out: &Path) -> Vec<PathBuf> {
        let exported = match self.app().export(out) {
            Err(AppError::Refused(Refusal::NothingToHandOver {})) => return Vec::new(),
            exported => exported.unwrap(),
        };
        let mut files = vec![exported.path];
        files.extend(exported.beside);
        files.sort();
        files
    }

    /// What came in the year had its effect here: the avenant, the panel's decision, the answer to the topic.
    pub(super) fn had_its_year(&mut self) {
        let antenna = self.app().antenna().clone();
        assert_eq!(antenna.convention(day("2026-06-30")).unwrap().code, "seine-et-marne-2012");
        assert_eq!(antenna.convention(day("2026-07-01")).unwrap().code, AVENANT);
        let topic = &antenna.topics[0];
        assert!(topic.follow_ups.len() == 1 && topic.closure.is_some(), "{topic:?}");
        let (first, second) = (self.families[0], self.families[1]);
        let contracts = self.record(first).unwrap().contracts;
        assert_eq!(contracts.iter().map(|one| one.months).collect::<Vec<_>>(), [3, 3, 4]);
        assert!(self.record(second).unwrap().panel_referrals[0].notified_on.is_some());
    }

    /// Whether the archive of a bundle went with an erasure.
    pub(super) fn is_destroyed(&mut self, number: u64) -> bool {
        let out = super::directory();
        matches!(self.app().export_again(number, out.path()), Err(AppError::Refused(Refusal::BundleErased { .. })))
    }

    /// The numbers missing before those that wait.
    pub(super) fn misses(&mut self) -> Vec<u64> {
        self.app().inbox().unwrap().missing
    }

    /// The computer is lost; the store goes on from the copy of July.
    pub(super) fn is_restored(&mut self) {
        self.app.take().unwrap().close_without_backup().unwrap();
        let (copy, today) = (self.copy.take().unwrap(), self.today);
        restore_backup(self.directory.path(), &Opener::Demonstration, &copy, noon(today)).unwrap();
        self.sits(0, today);
        // Families included since are not there any more; their orientations come again.
        let families = std::mem::take(&mut self.families);
        self.families = families.into_iter().filter(|family| self.record(*family).is_some()).collect();
    }
}

fn convention() -> jalon::domain::convention::Convention {
    ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0)
}
