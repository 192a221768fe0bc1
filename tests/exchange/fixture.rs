//! Made-up families whose events come from the domain's own decisions, and the bundles that carry them. Nothing here changes
//! from one run to the next: ids, salts, dates and the signing key are fixed.

use chrono::{DateTime, NaiveDate, Utc};
use jalon::base::id::{AntennaId, FamilyId, IdSource, ReferentId, ReplicaId};
use jalon::domain::antenna::{self, AntennaAct, AntennaRecord, AntennaScene};
use jalon::domain::closure::PeriodFigures;
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::domain::event::Event;
use jalon::domain::family::FamilyRecord;
use jalon::domain::indicator::Indicators;
use jalon::domain::orientation::Census;
use jalon::domain::{FamilyAct, Scene};
use jalon::exchange::activity::{Activity, PeriodIndicators};
use jalon::exchange::bundle::{Body, Device};
use jalon::exchange::envelope::{self, BUNDLE_TYPE};
use jalon::exchange::verify::runs;
use jalon::exchange::{Bundle, Party, SigningKey, disclosure};
use jalon::journal::entry::{Digest, Draft, Entry, EntryId, EventContent, Head, Purpose};
use jalon::journal::{chain, codec, replay};
use serde_json::{Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

pub const PRIVATE_TEXT: &str = "Ne veut pas que l’ex-conjoint apprenne l’adresse.";

/// What the panel wrote, which no bundle of activity may hold.
pub const PANEL_TEXT: &str = "L’équipe agrée le relais proposé.";

/// What was reported of a child, which no bundle holds: not even that there was a report (art. 5).
pub const REPORT_TEXT: &str = "Transmis à la cellule le jour même.";

/// An antenna, its families and its journal, written act by act.
pub struct Story {
    pub entries: Vec<Entry>,
    antenna: AntennaRecord,
    head: Head,
    ids: IdSource,
    salt: u128,
}

impl Story {
    /// An antenna with one convention, one centre and two referents.
    pub fn new() -> Self {
        let mut story = Self {
            entries: Vec::new(),
            antenna: AntennaRecord::default(),
            head: Head::start(replica()),
            ids: IdSource::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000)),
            salt: 0x5a17 << 64,
        };
        let convention = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
        for act in [
            json!({"act": "found_antenna", "id": antenna_id(), "name": "Antenne de Melun", "department": "Seine-et-Marne"}),
            json!({"act": "add_center", "code": "melun", "name": "MDS Melun", "places": 1}),
            json!({"act": "add_referent", "id": referent(1), "name": "C. Moreau", "since": "2020-01-01"}),
            json!({"act": "add_referent", "id": referent(2), "name": "L. Petit", "since": "2020-01-01"}),
            json!({"act": "adopt_convention", "convention": convention}),
        ] {
            story.antenna_act("2026-01-05", act);
        }
        story
    }

    /// Carries out an act of the antenna.
    pub fn antenna_act(&mut self, today: &str, act: Value) {
        let act: AntennaAct = serde_json::from_value(act).unwrap();
        let figures = PeriodFigures::default();
        let scene = AntennaScene { today: today.parse().unwrap(), ids: &self.ids, figures: &figures };
        let events = antenna::decide(&self.antenna, &scene, &act).unwrap();
        events.iter().for_each(|event| antenna::evolve(&mut self.antenna, event));
        self.seal(None, Purpose::Act, events.into_iter().map(Event::Antenna), today);
    }

    /// Carries out an act as the domain decides it on `today`, and gives its entry.
    pub fn act(&mut self, family: FamilyId, today: &str, act: Value) -> EntryId {
        let act: FamilyAct = serde_json::from_value(act).unwrap();
        let record = self.record(family);
        // The one place of the centre is taken by the first family: the next ones need a written motive.
        let taken = u32::from(self.entries.iter().any(|entry| entry.family.is_some_and(|other| other != family)));
        let census = Census { taken, taken_by_center: taken, ..Census::default() };
        // Whoever proposes does not confirm.
        let author = referent(if matches!(act, FamilyAct::ConfirmDisposal(_)) { 2 } else { 1 });
        let scene = Scene { today: day(today), author, antenna: &self.antenna, census: &census, ids: &self.ids };
        let events = jalon::domain::decide(&scene, &record, &act).unwrap();
        self.seal(Some(family), Purpose::Act, events.into_iter().map(Event::Family), today)
    }

    /// Takes an entry back.
    pub fn undo(&mut self, family: FamilyId, today: &str, of: EntryId) -> EntryId {
        self.seal(Some(family), Purpose::Undo { of }, [], today)
    }

    /// The family's record as the antenna knows it.
    pub fn record(&self, family: FamilyId) -> FamilyRecord {
        replay::family(family, &self.of(family)).unwrap()
    }

    fn of(&self, family: FamilyId) -> Vec<Entry> {
        self.entries.iter().filter(|entry| entry.family == Some(family)).cloned().collect()
    }

    /// Writes an entry of one event whose text no decision of the domain would give.
    pub fn forge(&mut self, family: FamilyId, body: &str) -> EntryId {
        self.salt += 1;
        let events = vec![EventContent { salt: self.salt.to_be_bytes(), body: body.to_owned() }];
        self.append(Some(family), Purpose::Act, events, "2026-03-12")
    }

    fn seal(
        &mut self,
        family: Option<FamilyId>,
        purpose: Purpose,
        events: impl IntoIterator<Item = Event>,
        today: &str,
    ) -> EntryId {
        let mut content = |event: Event| {
            self.salt += 1;
            EventContent { salt: self.salt.to_be_bytes(), body: codec::encode(&event).unwrap() }
        };
        let events = events.into_iter().map(&mut content).collect();
        self.append(family, purpose, events, today)
    }

    fn append(
        &mut self,
        family: Option<FamilyId>,
        purpose: Purpose,
        events: Vec<EventContent>,
        today: &str,
    ) -> EntryId {
        let recorded_at: DateTime<Utc> = format!("{today}T15:04:05.678Z").parse().unwrap();
        let draft = Draft { recorded_at, author: referent(1), family, purpose, events };
        let entry = chain::seal(draft, &mut self.head);
        let id = entry.id;
        self.entries.push(entry);
        id
    }

    /// The bundle of the entries from number `first` on.
    pub fn bundle(&self, first: u64) -> Bundle {
        let entries: Vec<Entry> = self.entries.iter().filter(|entry| first <= entry.id.number).cloned().collect();
        let mut changed: Vec<FamilyId> = entries.iter().filter_map(|entry| entry.family).collect();
        changed.sort();
        changed.dedup();
        let families = changed.iter().map(|family| disclosure::disclosed_record(*family, &self.of(*family)).unwrap());
        let families: Vec<FamilyRecord> = families.filter(|record| !record.orientations.is_empty()).collect();
        let (from, to) = (day("2026-01-01"), day("2026-12-31"));
        let mut figures = Indicators::default();
        families.iter().for_each(|record| figures.count(record, from, to));
        let journal = runs(&entries);
        Bundle {
            from: Party::antenna(antenna_id(), "Antenne de Melun"),
            device: Device { replica: replica(), key: key().public().id() },
            to: Party::department(None, "Seine-et-Marne"),
            stream: "melun".into(),
            epoch: 1,
            sequence: if first == 1 { 1 } else { 2 },
            previous: if first == 1 { Digest::ZERO } else { Digest([0xab; 32]) },
            seen: 0,
            registry: 0,
            supports: 0,
            journal,
            created_at: "2026-03-12T15:04:05.678Z".into(),
            body: Body::Activity(Activity::new(entries, families, PeriodIndicators { from, to, figures })),
        }
    }
}

/// One visit with a private note and one shareable note: the smallest bundle that shows and withholds.
pub fn small() -> Bundle {
    let mut story = Story::new();
    let diarra = family(1);
    story.act(diarra, "2026-03-02", orientation("2026-03-01", "Diarra", "Aminata", "7204821"));
    story.act(diarra, "2026-03-05", json!({"act": "include_family", "date": "2026-03-04", "referent": referent(1)}));
    let first = story.act(
        diarra,
        "2026-03-12",
        json!({"act": "hold_encounter", "date": "2026-03-12", "setting": "home-visit", "steps": ["assessment"],
            "note": PRIVATE_TEXT, "confidentiality": "private"}),
    );
    story.act(
        diarra,
        "2026-03-12",
        json!({"act": "write_note", "date": "2026-03-12", "text": "Crèche demandée ??", "confidentiality": "shareable"}),
    );
    story.bundle(first.number)
}

/// A story with every part that a record can have, in four families: out again, refused, in the caseload, waiting.
pub fn whole_story() -> Story {
    let mut story = Story::new();
    left_the_caseload(&mut story, family(1));
    story.act(family(2), "2026-05-02", orientation("2026-05-01", "Ndiaye", "Rokia", "7204822"));
    story.act(
        family(2),
        "2026-05-03",
        json!({"act": "refuse_orientation", "date": "2026-05-03", "motive": "Suivie par le service social"}),
    );
    in_the_caseload(&mut story, family(3));
    story.act(family(4), "2026-06-02", orientation("2026-06-01", "Lemaître", "Zoé", "7204824"));
    story.antenna_act(
        "2026-06-02",
        json!({"act": "record_referent_leaving", "referent": referent(2), "left_on": "2026-06-30"}),
    );
    past_its_time(&mut story, family(5), "archive");
    past_its_time(&mut story, family(6), "erase");
    story
}

fn left_the_caseload(story: &mut Story, id: FamilyId) {
    story.act(id, "2026-01-10", orientation("2026-01-08", "Diara", "Aminata", "7204821"));
    story.act(id, "2026-01-12", json!({"act": "include_family", "date": "2026-01-12", "referent": referent(1)}));
    for act in [
        json!({"act": "correct_identity", "surname": "Diarra", "given_name": "Aminata", "birth_date": "1996-07-21",
            "matricule": "7204821"}),
        json!({"act": "record_contact", "telephone": "06 00 00 00 00", "email": "aminata@example.org",
            "address": "1 rue des Lilas", "language": "bambara"}),
        json!({"act": "record_situation", "date": "2026-01-20", "isolated": true, "benefit_code": "RSI",
            "followed_by_department": false}),
        json!({"act": "add_child", "given_name": "Ibrahim", "birth_date": "2015-02-28"}),
        json!({"act": "declare_pregnancy", "date": "2026-01-20", "expected_on": "2026-02-20"}),
        json!({"act": "change_referent", "referent": referent(2), "date": "2026-01-21", "motive": "Secteur"}),
        json!({"act": "name_stand_in", "referent": referent(1), "from": "2026-02-01", "to": "2026-02-15",
            "motive": "Congés"}),
        json!({"act": "plan_encounter", "date": "2026-01-27", "time": "10:30:00", "setting": "caf-premises",
            "purpose": "Premier bilan"}),
        json!({"act": "plan_encounter", "date": "2026-01-28", "setting": "department-premises"}),
        json!({"act": "plan_encounter", "date": "2026-01-29", "time": "09:05:00", "setting": "remote"}),
        json!({"act": "plan_encounter", "date": "2026-01-30", "setting": "home-visit"}),
    ] {
        story.act(id, "2026-01-26", act);
    }
    let ibrahim = story.record(id).children[1].id;
    for act in [
        json!({"act": "correct_child", "child": ibrahim, "given_name": "Ibrahima", "birth_date": "2016-02-29"}),
        json!({"act": "record_child_departure", "child": ibrahim, "date": "2026-01-31", "motive": "Vit chez son père"}),
        json!({"act": "hold_encounter", "date": "2026-01-27", "setting": "home-visit",
            "steps": ["rights-and-duties", "assessment", "diagnosis", "contract-design", "contract-follow-up"],
            "themes": ["housing", "budget"], "items": ["fsl"], "note": "Dossier « FSL » : à compléter / envoyer",
            "confidentiality": "shareable"}),
        json!({"act": "miss_encounter", "excused": false}),
        json!({"act": "miss_encounter", "excused": true, "motive": "Enfant malade"}),
        json!({"act": "cancel_encounter", "motive": "Référente absente"}),
        json!({"act": "write_note", "date": "2026-02-01", "text": PRIVATE_TEXT, "confidentiality": "private"}),
        json!({"act": "write_note", "date": "2026-02-01", "text": "Pour l’EP.", "confidentiality": "panel-only"}),
        json!({"act": "end_pregnancy", "date": "2026-02-18", "child_given_name": "Fatou"}),
        json!({"act": "draft_contract", "kind": "first", "starts": "2026-02-20", "months": 6}),
        json!({"act": "revise_contract", "starts": "2026-02-20", "months": 3,
            "objectives": [{"theme": "housing", "text": "Se reloger"}, {"text": "Reprendre confiance"}],
            "commitments": [
                {"party": "beneficiary", "text": "Déposer le dossier FSL", "due": "2026-03-15"},
                {"party": "referent", "text": "Appeler le bailleur"},
                {"party": "department", "text": "Instruire l’aide"},
                {"party": "partner", "text": "Proposer un logement"}]}),
        json!({"act": "sign_contract", "date": "2026-02-20", "place": "Melun"}),
    ] {
        story.act(id, "2026-02-20", act);
    }
    story.antenna_act(
        "2026-03-01",
        json!({"act": "plan_group_action", "title": "Café des parents", "theme": "parenting", "animators": "C. Moreau",
            "sessions": [{"date": "2026-03-02", "time": "14:00:00", "place": "Melun"}, {"date": "2026-03-04"}]}),
    );
    let action = story.antenna.group_actions[0].id;
    story.antenna_act("2026-03-01", json!({"act": "add_group_session", "action": action, "date": "2026-03-06"}));
    story.antenna_act("2026-03-01", json!({"act": "add_group_session", "action": action, "date": "2026-03-08"}));
    let [session, missed, excused, off] = [0, 1, 2, 3].map(|place| story.antenna.group_actions[0].sessions[place].id);
    story.antenna_act("2026-03-01", json!({"act": "cancel_group_session", "session": off, "motive": "Salle fermée"}));
    for act in [
        json!({"act": "add_center", "code": "nemours", "name": "Nemours"}),
        json!({"act": "change_center", "center": "nemours", "name": "Nemours Sud", "communes": ["Nemours"]}),
        json!({"act": "close_center", "center": "nemours", "from": "2026-04-01"}),
        json!({"act": "correct_referent", "referent": referent(2), "name": "L. Petit-Lemoine", "since": "2020-01-01"}),
    ] {
        story.antenna_act("2026-03-01", act);
    }
    story.antenna_act("2026-03-01", json!({"act": "close_period", "from": "2025-01-01", "to": "2025-12-31"}));
    story.antenna_act(
        "2026-03-01",
        json!({"act": "note_partnership", "date": "2026-02-20", "partner": "PMI", "text": "Relais plus rapides"}),
    );
    story.antenna_act(
        "2026-03-01",
        json!({"act": "raise_topic", "date": "2026-02-25", "subject": "public", "text": "Orientations tardives"}),
    );
    let topic = story.antenna.topics[0].id;
    for act in [
        json!({"act": "follow_topic", "topic": topic, "date": "2026-02-28", "by": "department", "text": "Consigne donnée"}),
        json!({"act": "close_topic", "topic": topic, "date": "2026-03-01", "outcome": "Consigne appliquée"}),
    ] {
        story.antenna_act("2026-03-01", act);
    }
    let commitments: Vec<_> = story.record(id).contracts[0].commitments.iter().map(|one| one.id).collect();
    for act in [
        json!({"act": "settle_commitment", "commitment": commitments[1], "date": "2026-03-02", "result": "kept",
            "comment": "Rappelé deux fois"}),
        json!({"act": "settle_commitment", "commitment": commitments[2], "date": "2026-03-02", "result": "partly-kept"}),
        json!({"act": "settle_commitment", "commitment": commitments[3], "date": "2026-03-02", "result": "not-kept"}),
        json!({"act": "refer_to_professional", "date": "2026-03-03", "kind": "pole-emploi", "comment": "Inscrite"}),
        json!({"act": "record_return_to_work", "date": "2026-03-05", "kind": "training", "comment": "Six mois"}),
        json!({"act": "redirect_housing", "date": "2026-03-06", "comment": "Appel au 115"}),
        json!({"act": "report_child_protection", "date": "2026-03-06", "addressee": "reporting-unit",
            "comment": REPORT_TEXT}),
        json!({"act": "rate_effects", "date": "2026-03-10", "occasion": "review", "quote": "Je respire.",
            "ratings": [{"scale": "social-ties", "level": 2}, {"scale": "physical", "level": 4}]}),
        json!({"act": "record_diagnosis", "date": "2026-03-10", "items": ["fsl"], "themes": [
            {"theme": "housing", "priority": "high", "situation": "Hébergée", "strengths": "Dossier complet",
                "obstacles": "Impayés"},
            {"theme": "budget", "priority": "medium", "situation": "Crédit en cours"},
            {"theme": "parenting", "priority": "low", "strengths": "Entourée"}]}),
        json!({"act": "record_attendance", "session": session, "presence": "present"}),
        json!({"act": "record_attendance", "session": missed, "presence": "absent"}),
        json!({"act": "record_attendance", "session": excused, "presence": "excused"}),
        json!({"act": "open_rights_claim", "date": "2026-03-10", "right": "asf", "comment": "Jugement demandé"}),
        json!({"act": "submit_rights_claim", "date": "2026-03-11"}),
        json!({"act": "finalise_rights_claim", "date": "2026-03-12", "result": "granted", "comment": "Depuis janvier"}),
        json!({"act": "open_rights_claim", "date": "2026-03-12", "right": "cmg"}),
        json!({"act": "finalise_rights_claim", "date": "2026-03-13", "result": "abandoned"}),
        json!({"act": "open_rights_claim", "date": "2026-03-13", "right": "rsa"}),
        json!({"act": "submit_rights_claim", "date": "2026-03-13"}),
        json!({"act": "finalise_rights_claim", "date": "2026-03-14", "result": "refused"}),
        json!({"act": "request_financial_aid", "date": "2026-03-10", "instrument": "fsl", "amount": 45_000,
            "purpose": "Dépôt de garantie"}),
        json!({"act": "answer_financial_aid", "date": "2026-03-12", "result": "granted", "granted": 30_000,
            "comment": "Le reste en prêt"}),
        json!({"act": "request_financial_aid", "date": "2026-03-12", "instrument": "caf-relief", "amount": 8_000}),
        json!({"act": "answer_financial_aid", "date": "2026-03-13", "result": "refused"}),
        json!({"act": "request_financial_aid", "date": "2026-03-13", "instrument": "association", "amount": 5_000}),
        json!({"act": "review_contract", "date": "2026-03-10", "summary": "Avance bien"}),
        json!({"act": "draft_contract", "kind": "amendment", "starts": "2026-03-20", "months": 3, "commitments": [
            {"party": "beneficiary", "text": "Déposer le dossier FSL", "due": "2026-04-15", "carried_from": commitments[0]},
            {"party": "referent", "text": "Relire le dossier"}]}),
        json!({"act": "sign_contract", "date": "2026-03-19", "place": "Melun"}),
    ] {
        story.act(id, "2026-03-20", act);
    }
    let exit = |comment: &str| {
        json!({"act": "exit_family", "date": "2026-04-20", "reasons": ["benefit-ended", "panel-request"],
            "outcome": "work", "benefit_ended_on": "2026-04-01", "panel_requested_on": "2026-04-10", "comment": comment})
    };
    story.act(id, "2026-04-21", exit("CDI à la crèche"));
    let mut corrected = exit("CDD à la crèche");
    corrected["act"] = "correct_exit".into();
    story.act(id, "2026-04-22", corrected);
    story.act(id, "2026-04-22", json!({"act": "reopen_family", "date": "2026-04-22", "motive": "CDI rompu"}));
    // The panel agreed to what the agent asked: its referral stays, the exit names it.
    for act in [
        json!({"act": "open_panel_referral", "motive": "agent-exit", "date": "2026-04-22",
            "situation": "En emploi depuis le 20 avril"}),
        json!({"act": "revise_panel_referral", "proposal": "exit", "situation": "En emploi depuis le 20 avril, en CDD"}),
        json!({"act": "send_panel_referral", "date": "2026-04-22"}),
        json!({"act": "postpone_panel_referral", "date": "2026-04-22", "until": "2026-04-23", "motive": "Quorum"}),
        json!({"act": "record_panel_opinion", "date": "2026-04-22", "measure": "exit", "comment": PANEL_TEXT}),
        json!({"act": "record_panel_decision", "date": "2026-04-22", "measure": "exit"}),
        json!({"act": "notify_panel_decision", "date": "2026-04-22"}),
        json!({"act": "open_panel_referral", "motive": "suspend", "date": "2026-04-22", "situation": "Absente",
            "grounds": "Trois rendez-vous manqués"}),
        json!({"act": "record_panel_letter", "date": "2026-04-22"}),
        json!({"act": "record_panel_observations", "date": "2026-04-22", "text": "Était en formation"}),
        json!({"act": "cancel_panel_referral", "date": "2026-04-22", "motive": "Absences expliquées"}),
    ] {
        story.act(id, "2026-04-22", act);
    }
    let mut asked = exit("CDD");
    asked["date"] = "2026-04-23".into();
    asked["reasons"] = json!(["agent-request", "panel-request"]);
    let again = story.act(id, "2026-04-23", asked);
    let undo = story.undo(id, "2026-04-24", again);
    story.undo(id, "2026-04-24", undo);
}

/// Refused, and nothing for two years: kept once more, then archived or erased.
fn past_its_time(story: &mut Story, id: FamilyId, disposal: &str) {
    let matricule = format!("{}", 7_204_900 + i32::from(disposal == "erase"));
    story.act(id, "2026-06-03", orientation("2026-06-01", "Sorel", "Lise", &matricule));
    story.act(id, "2026-06-03", json!({"act": "refuse_orientation", "date": "2026-06-01", "motive": "Vit en couple"}));
    for act in [
        json!({"act": "propose_disposal", "disposal": disposal, "motive": "Plus de nouvelles"}),
        json!({"act": "decline_disposal", "motive": "Recours en cours"}),
        json!({"act": "propose_disposal", "disposal": disposal, "motive": "Recours rejeté"}),
        json!({"act": "confirm_disposal", "disposal": disposal}),
    ] {
        story.act(id, "2028-06-02", act);
    }
}

fn in_the_caseload(story: &mut Story, id: FamilyId) {
    story.act(id, "2026-05-02", orientation("2026-05-01", "Kaya", "Élif", "7204823"));
    story.act(
        id,
        "2026-05-03",
        json!({"act": "include_family", "date": "2026-05-03", "referent": referent(2),
            "override_motive": "Place libérée lundi"}),
    );
    story.act(id, "2026-05-03", json!({"act": "declare_pregnancy", "date": "2026-05-03", "expected_on": "2026-11-01"}));
    for (kind, starts) in [("first", "2026-05-04"), ("renewal", "2026-08-04"), ("renewal", "2026-09-04")] {
        if starts == "2026-09-04" {
            story.act(id, "2026-05-05", json!({"act": "drop_contract_draft"}));
        }
        story.act(
            id,
            "2026-05-04",
            json!({"act": "draft_contract", "kind": kind, "starts": starts, "months": 3,
                "commitments": [{"party": "beneficiary", "text": "S’inscrire"}, {"party": "referent", "text": "Suivre"}]}),
        );
        if kind == "first" {
            story.act(id, "2026-05-04", json!({"act": "sign_contract", "date": "2026-05-04", "place": "Dammarie"}));
        }
    }
    let end = json!({"act": "end_contract", "date": "2026-06-01", "reason": "agreement", "comment": "Déménage"});
    story.act(id, "2026-06-01", end);
    story.act(id, "2026-06-01", json!({"act": "plan_encounter", "date": "2026-06-09", "setting": "remote"}));
}

pub fn orientation(date: &str, surname: &str, given_name: &str, matricule: &str) -> Value {
    json!({"act": "receive_orientation", "center": "melun", "date": date, "document": "Fiche d’orientation",
        "surname": surname, "given_name": given_name, "birth_date": "1996-07-21", "matricule": matricule,
        "children": [{"given_name": "Moussa", "birth_date": "2024-02-11"}],
        "isolated": true, "benefit_code": "RSI", "followed_by_department": false})
}

pub fn sealed(bundle: &Bundle) -> Vec<u8> {
    resealed(&bundle.encode().unwrap())
}

/// Any payload under the antenna's own valid signature.
pub fn resealed(payload: &[u8]) -> Vec<u8> {
    envelope::seal(payload, BUNDLE_TYPE, &key()).unwrap()
}

pub fn key() -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([7; 32]))
}

pub fn other_key() -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([8; 32]))
}

pub fn family(number: u8) -> FamilyId {
    FamilyId::from_bytes([0xf0 + number; 16])
}

pub fn referent(number: u8) -> ReferentId {
    ReferentId::from_bytes([0xe0 + number; 16])
}

pub fn replica() -> ReplicaId {
    ReplicaId::from_bytes([0xd1; 16])
}

fn antenna_id() -> AntennaId {
    AntennaId::from_bytes([0xa1; 16])
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
