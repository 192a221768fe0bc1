//! What the domain's tests share: one act of each kind, every member filled in, and a desk where acts are done.
//!
//! Made-up people only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod laws;
pub mod walk;

use chrono::NaiveDate;
use serde_json::{Value, json};
use uuid::Uuid;

use super::antenna::{self, AntennaAct, AntennaRecord};
use super::event::FamilyEvent;
use super::family::FamilyRecord;
use super::orientation::Census;
use super::refusal::Refusal;
use super::{FamilyAct, Scene};
use crate::base::id::{IdSource, ReferentId};

/// The referent who includes the families of the tests.
pub const MOREAU: &str = "00000000-0000-0000-0000-00000000000a";
/// The other referent of the antenna.
pub const PETIT: &str = "00000000-0000-0000-0000-00000000000b";
/// An id that nothing bears.
pub const NOBODY: &str = "00000000-0000-0000-0000-0000000000ff";

/// An antenna with two referents, two centres and its convention; one family; and the day.
pub struct Desk {
    pub antenna: AntennaRecord,
    pub record: FamilyRecord,
    pub census: Census,
    pub today: NaiveDate,
    pub author: ReferentId,
    ids: IdSource,
}

impl Desk {
    /// Nobody has sent the family yet; it is 15 January 2026.
    pub fn opened() -> Self {
        let ids = IdSource::new(Uuid::from_u128(0x1000));
        let record = FamilyRecord::new(ids.fresh());
        let census = Census::default();
        let desk = Self {
            antenna: AntennaRecord::default(),
            record,
            census,
            today: day("2026-01-15"),
            author: MOREAU.parse().unwrap(),
            ids,
        };
        let acts = antenna_acts();
        let [founded, center, referent, convention, planned] = [0, 1, 2, 4, 5].map(|place: usize| acts[place].clone());
        let petit = json!({"act": "add_referent", "id": PETIT, "name": "L. Petit", "since": "2025-01-01"});
        let meaux = json!({"act": "add_center", "code": "meaux", "name": "Meaux"});
        [founded, center, meaux, referent, petit, convention, planned].into_iter().fold(desk, Self::antenna_does)
    }

    /// Sent by Melun on 10 January 2026, with a child born on 11 February 2024.
    pub fn oriented() -> Self {
        Self::opened().does("receive_orientation", json!({}))
    }

    /// In the caseload since 15 January 2026.
    pub fn included() -> Self {
        Self::oriented().does("include_family", json!({}))
    }

    /// With a contract of six months signed on 1 February 2026, the day it begins.
    pub fn contracted() -> Self {
        Self::included().on("2026-02-01").does("draft_contract", json!({})).does("sign_contract", json!({}))
    }

    /// Out of the caseload since 1 June 2026, the RSA majoré having ended; nothing else is recorded.
    pub fn out() -> Self {
        Self::included().on("2026-06-01").does("exit_family", json!({}))
    }

    pub fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    /// What follows is asked by this referent.
    pub fn by(mut self, referent: &str) -> Self {
        self.author = referent.parse().unwrap();
        self
    }

    pub fn scene(&self) -> Scene<'_> {
        Scene { today: self.today, author: self.author, antenna: &self.antenna, census: &self.census, ids: &self.ids }
    }

    /// What the rules say about an act: that of [`act`] with these changes.
    pub fn tries(&self, kind: &str, changes: Value) -> Result<Vec<FamilyEvent>, Refusal> {
        self.decides(&act(kind, changes))
    }

    pub fn decides(&self, act: &FamilyAct) -> Result<Vec<FamilyEvent>, Refusal> {
        super::decide(&self.scene(), &self.record, act)
    }

    pub fn refusal(&self, kind: &str, changes: Value) -> Refusal {
        self.tries(kind, changes.clone()).expect_err(&format!("{kind} with {changes} on {}", self.today))
    }

    /// Does an act that the rules accept, and gives the kinds of its events.
    pub fn act(&mut self, kind: &str, changes: Value) -> Vec<&'static str> {
        let said = format!("{kind} with {changes} on {}", self.today);
        let events = self.tries(kind, changes).unwrap_or_else(|refusal| panic!("{said}: {refusal:?}"));
        events.iter().for_each(|event| super::evolve(&mut self.record, event));
        events.iter().map(FamilyEvent::kind).collect()
    }

    pub fn does(mut self, kind: &str, changes: Value) -> Self {
        self.act(kind, changes);
        self
    }

    /// An act of the antenna about the group action or the topic that is there.
    pub fn about_what_is_there(&self, mut act: Value) -> Value {
        let action = self.antenna.group_actions.last();
        let known = [
            ("action", action.map(|action| action.id.to_string())),
            ("session", action.map(|action| action.sessions[0].id.to_string())),
            ("topic", self.antenna.topics.last().map(|topic| topic.id.to_string())),
        ];
        for (member, id) in known {
            if let (Some(_), Some(id)) = (act.get(member), id) {
                act[member] = json!(id);
            }
        }
        act
    }

    /// Adopts a version of the convention in force from `day` on, with these changes to its sections.
    pub fn amended_from(self, day: &str, sections: Value) -> Self {
        let mut version = serde_json::to_value(self.antenna.conventions.first().unwrap()).unwrap();
        version["effective_from"] = json!(day);
        version["period"]["ends"] = json!("2099-12-31");
        for (section, members) in sections.as_object().unwrap() {
            for (member, value) in members.as_object().unwrap() {
                version[section][member] = value.clone();
            }
        }
        self.antenna_does(json!({"act": "adopt_convention", "convention": version}))
    }

    pub fn antenna_tries(&self, act: Value) -> Result<Vec<super::event::AntennaEvent>, Refusal> {
        self.decides_of_antenna(&serde_json::from_value(act).unwrap())
    }

    pub fn decides_of_antenna(&self, act: &AntennaAct) -> Result<Vec<super::event::AntennaEvent>, Refusal> {
        let figures = super::closure::PeriodFigures::default();
        let scene = antenna::AntennaScene { today: self.today, ids: &self.ids, figures: &figures };
        antenna::decide(&self.antenna, &scene, act)
    }

    pub fn antenna_does(mut self, act: Value) -> Self {
        for event in self.antenna_tries(act).unwrap() {
            antenna::evolve(&mut self.antenna, &event);
        }
        self
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The act of this kind among [`FAMILY_ACTS`], about nothing that it would have to name by its id, with these changes.
///
/// A change to `null` takes the member away.
pub fn act(kind: &str, changes: Value) -> FamilyAct {
    let mut acts = FAMILY_ACTS.iter().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut act = acts.find(|act| act["act"] == kind).unwrap_or_else(|| panic!("{kind} is an act"));
    let members = act.as_object_mut().unwrap();
    for id in ["encounter", "contract", "pregnancy", "override_motive", "note", "referral", "panel_referral", "notes"] {
        members.remove(id);
    }
    if members.contains_key("commitments") {
        // Due once the contract binds, whenever it begins.
        let due = "2026-03-01".max(changes["starts"].as_str().unwrap_or_default());
        let commitments = json!([{"party": "beneficiary", "text": "dossier FSL", "due": due},
            {"party": "referent", "text": "appeler le bailleur"}]);
        members.insert("commitments".into(), commitments);
    }
    let Value::Object(changes) = changes else { panic!("changes are members") };
    for (member, value) in changes {
        match value {
            Value::Null => members.remove(&member),
            value => members.insert(member, value),
        };
    }
    serde_json::from_value(act).unwrap()
}

/// An act of each kind of family act, as the JSON line of `jalon record`, with every member that the kind has.
pub const FAMILY_ACTS: &[&str] = &[
    r#"{"act":"receive_orientation","center":"melun","date":"2026-01-10","document":"fiche","surname":"Diarra",
        "given_name":"Aminata","birth_date":"1998-05-04","matricule":"1234567","isolated":true,"benefit_code":"RSI",
        "followed_by_department":false,"children":[{"given_name":"Moussa","birth_date":"2024-02-11"}]}"#,
    r#"{"act":"include_family","date":"2026-01-15","referent":"00000000-0000-0000-0000-00000000000a",
        "override_motive":"accord"}"#,
    r#"{"act":"refuse_orientation","date":"2026-01-15","motive":"vit en couple"}"#,
    r#"{"act":"correct_identity","surname":"Diarra","given_name":"Aminata","birth_date":"1998-05-04","matricule":"1"}"#,
    r#"{"act":"record_contact","telephone":"0601020304","email":"a@example.org","address":"Melun","language":"bambara"}"#,
    r#"{"act":"record_situation","date":"2026-01-10","isolated":true,"benefit_code":"RSI",
        "followed_by_department":false}"#,
    r#"{"act":"add_child","given_name":"Moussa","birth_date":"2024-02-11"}"#,
    r#"{"act":"correct_child","child":"00000000-0000-0000-0000-000000000001","given_name":"Moussa",
        "birth_date":"2024-02-11"}"#,
    r#"{"act":"record_child_departure","child":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "motive":"vit chez son père"}"#,
    r#"{"act":"declare_pregnancy","date":"2026-02-01","expected_on":"2026-07-01"}"#,
    r#"{"act":"end_pregnancy","pregnancy":"00000000-0000-0000-0000-000000000001","date":"2026-07-01",
        "child_given_name":"Awa"}"#,
    r#"{"act":"change_referent","referent":"00000000-0000-0000-0000-00000000000b","date":"2026-02-01",
        "motive":"mutation"}"#,
    r#"{"act":"name_stand_in","referent":"00000000-0000-0000-0000-00000000000b","from":"2026-02-01","to":"2026-02-15",
        "motive":"congés"}"#,
    r#"{"act":"plan_encounter","date":"2026-03-01","time":"14:30:00","setting":"home-visit","purpose":"bilan"}"#,
    r#"{"act":"hold_encounter","encounter":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "setting":"home-visit","steps":["diagnosis"],"themes":["housing"],"items":["fsl"],"note":"vue chez elle",
        "confidentiality":"private"}"#,
    r#"{"act":"miss_encounter","encounter":"00000000-0000-0000-0000-000000000001","excused":true,"motive":"malade"}"#,
    r#"{"act":"cancel_encounter","encounter":"00000000-0000-0000-0000-000000000001","motive":"agent absent"}"#,
    r#"{"act":"write_note","date":"2026-02-01","text":"à rappeler","confidentiality":"shareable",
        "encounter":"00000000-0000-0000-0000-000000000001"}"#,
    r#"{"act":"draft_contract","kind":"first","starts":"2026-02-01","months":6,
        "objectives":[{"theme":"housing","text":"se loger"}],
        "commitments":[{"party":"beneficiary","text":"dossier FSL","due":"2026-03-01",
            "carried_from":"00000000-0000-0000-0000-000000000001"}]}"#,
    r#"{"act":"revise_contract","starts":"2026-02-01","months":6,"objectives":[{"theme":"housing","text":"se loger"}],
        "commitments":[{"party":"referent","text":"appeler le bailleur","due":"2026-03-01",
            "carried_from":"00000000-0000-0000-0000-000000000001"}]}"#,
    r#"{"act":"drop_contract_draft"}"#,
    r#"{"act":"sign_contract","date":"2026-02-01","place":"Melun"}"#,
    r#"{"act":"review_contract","contract":"00000000-0000-0000-0000-000000000001","date":"2026-06-01",
        "summary":"FSL accordé"}"#,
    r#"{"act":"end_contract","contract":"00000000-0000-0000-0000-000000000001","date":"2026-06-01","reason":"agreement",
        "comment":"emploi trouvé"}"#,
    r#"{"act":"settle_commitment","commitment":"00000000-0000-0000-0000-000000000001","date":"2026-03-01",
        "result":"kept","comment":"déposé"}"#,
    r#"{"act":"exit_family","date":"2026-06-01","reasons":["benefit-ended"],"outcome":"work",
        "benefit_ended_on":"2026-05-31","panel_requested_on":"2026-05-01",
        "panel_referral":"00000000-0000-0000-0000-000000000001","comment":"emploi à Melun"}"#,
    r#"{"act":"correct_exit","date":"2026-06-01","reasons":["benefit-ended"],"outcome":"work",
        "benefit_ended_on":"2026-05-31","panel_requested_on":"2026-05-01",
        "panel_referral":"00000000-0000-0000-0000-000000000001","comment":"emploi à Melun"}"#,
    r#"{"act":"reopen_family","date":"2026-06-10","motive":"droit rétabli"}"#,
    r#"{"act":"propose_disposal","disposal":"erase","motive":"sans nouvelles"}"#,
    r#"{"act":"decline_disposal","motive":"recours en cours"}"#,
    r#"{"act":"confirm_disposal","disposal":"erase"}"#,
    r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-02-01","proposal":"reorient",
        "situation":"Seule avec un enfant","initial_objectives":"se loger","reached_objectives":"dossier FSL",
        "new_objectives":"se former","grounds":"prête pour un emploi"}"#,
    r#"{"act":"revise_panel_referral","referral":"00000000-0000-0000-0000-000000000001","proposal":"keep",
        "situation":"Seule avec deux enfants","initial_objectives":"se loger","reached_objectives":"dossier FSL",
        "new_objectives":"se former","grounds":"attend une naissance"}"#,
    r#"{"act":"record_panel_letter","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-01"}"#,
    r#"{"act":"record_panel_observations","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-10",
        "text":"N’a pas reçu les convocations","companion":"sa sœur"}"#,
    r#"{"act":"send_panel_referral","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "notes":["00000000-0000-0000-0000-000000000001"]}"#,
    r#"{"act":"postpone_panel_referral","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-15",
        "until":"2026-03-10","motive":"pièces manquantes"}"#,
    r#"{"act":"cancel_panel_referral","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-15",
        "motive":"situation rétablie"}"#,
    r#"{"act":"record_panel_opinion","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-20",
        "measure":"reorient","comment":"favorable"}"#,
    r#"{"act":"record_panel_decision","referral":"00000000-0000-0000-0000-000000000001","date":"2026-02-25",
        "measure":"reorient","comment":"dès le mois prochain"}"#,
    r#"{"act":"notify_panel_decision","referral":"00000000-0000-0000-0000-000000000001","date":"2026-03-01"}"#,
    r#"{"act":"refer_to_professional","date":"2026-02-01","kind":"pole-emploi","comment":"inscrite le jour même"}"#,
    r#"{"act":"record_return_to_work","date":"2026-02-01","kind":"training","comment":"français, six mois"}"#,
    r#"{"act":"redirect_housing","date":"2026-02-01","comment":"appel au 115"}"#,
    r#"{"act":"report_child_protection","date":"2026-02-01","addressee":"reporting-unit","comment":"transmis par courrier"}"#,
    r#"{"act":"rate_effects","date":"2026-02-01","occasion":"entry","quote":"Je sors peu.",
        "ratings":[{"scale":"social-ties","level":2},{"scale":"financial","level":1}]}"#,
    r#"{"act":"open_rights_claim","date":"2026-02-01","right":"asf","comment":"acte de naissance demandé"}"#,
    r#"{"act":"submit_rights_claim","claim":"00000000-0000-0000-0000-000000000001","date":"2026-02-01"}"#,
    r#"{"act":"finalise_rights_claim","claim":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "result":"granted","comment":"à compter de janvier"}"#,
    r#"{"act":"request_financial_aid","date":"2026-02-01","instrument":"fsl","funder":"department","amount":45000,
        "purpose":"dépôt de garantie"}"#,
    r#"{"act":"answer_financial_aid","aid":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "result":"granted","granted":30000,"comment":"le reste en prêt"}"#,
    r#"{"act":"record_diagnosis","date":"2026-02-01","items":["fsl"],"themes":[{"theme":"housing","priority":"high",
        "situation":"hébergée chez une amie","strengths":"dossier complet","obstacles":"impayés anciens"}]}"#,
    r#"{"act":"record_attendance","session":"00000000-0000-0000-0000-000000000001","presence":"present"}"#,
];

/// An act of each kind of antenna act, with every member but the convention's own.
pub fn antenna_acts() -> Vec<serde_json::Value> {
    let convention = super::convention::ConventionFile::parse(super::convention::SEINE_ET_MARNE_2012)
        .expect("the embedded convention parses")
        .versions
        .remove(0);
    vec![
        serde_json::json!({"act": "found_antenna", "id": "00000000-0000-0000-0000-0000000000aa", "name": "Melun",
            "department": "Seine-et-Marne"}),
        serde_json::json!({"act": "add_center", "code": "melun", "name": "Melun Val de Seine", "places": 12}),
        serde_json::json!({"act": "add_referent", "id": "00000000-0000-0000-0000-00000000000a", "name": "C. Moreau",
            "since": "2025-01-01", "role": "lead"}),
        serde_json::json!({"act": "record_referent_leaving", "referent": "00000000-0000-0000-0000-00000000000a",
            "left_on": "2026-03-01"}),
        serde_json::json!({"act": "adopt_convention", "convention": convention}),
        serde_json::json!({"act": "plan_group_action", "title": "Café des parents", "theme": "parenting",
            "animators": "C. Moreau", "sessions": [{"date": "2026-02-01", "time": "14:00:00", "place": "Melun"},
                {"date": "2026-06-01"}, {"date": "2026-12-01"}, {"date": "2027-06-01"}]}),
        serde_json::json!({"act": "add_group_session", "action": "00000000-0000-0000-0000-0000000000bb",
            "date": "2026-02-08", "time": "14:00:00", "place": "Melun"}),
        serde_json::json!({"act": "cancel_group_session", "session": "00000000-0000-0000-0000-0000000000bc",
            "motive": "salle fermée"}),
        serde_json::json!({"act": "change_center", "center": "melun", "name": "Melun Val de Seine", "places": 11,
            "communes": ["Melun", "Dammarie-les-Lys"]}),
        serde_json::json!({"act": "close_center", "center": "melun", "from": "2027-01-01"}),
        serde_json::json!({"act": "correct_referent", "referent": "00000000-0000-0000-0000-00000000000a",
            "name": "C. Moreau-Lenoir", "since": "2025-01-01", "role": "lead"}),
        serde_json::json!({"act": "raise_topic", "date": "2026-01-05", "subject": "public",
            "text": "Orientations reçues trop tard"}),
        serde_json::json!({"act": "follow_topic", "topic": "00000000-0000-0000-0000-0000000000bd", "date": "2026-01-06",
            "by": "department", "text": "Consigne donnée aux MDS"}),
        serde_json::json!({"act": "close_topic", "topic": "00000000-0000-0000-0000-0000000000bd", "date": "2026-01-07",
            "outcome": "Consigne appliquée"}),
        serde_json::json!({"act": "note_partnership", "date": "2026-01-05", "partner": "PMI",
            "text": "Relais plus rapides"}),
        serde_json::json!({"act": "close_period", "from": "2025-01-01", "to": "2025-12-31"}),
    ]
}

/// The place of a family act among [`FAMILY_ACTS`]: a new kind of act does not compile without its line there.
pub fn place_of(act: &FamilyAct) -> usize {
    match act {
        FamilyAct::ReceiveOrientation(_) => 0,
        FamilyAct::IncludeFamily(_) => 1,
        FamilyAct::RefuseOrientation(_) => 2,
        FamilyAct::CorrectIdentity(_) => 3,
        FamilyAct::RecordContact(_) => 4,
        FamilyAct::RecordSituation(_) => 5,
        FamilyAct::AddChild(_) => 6,
        FamilyAct::CorrectChild(_) => 7,
        FamilyAct::RecordChildDeparture(_) => 8,
        FamilyAct::DeclarePregnancy(_) => 9,
        FamilyAct::EndPregnancy(_) => 10,
        FamilyAct::ChangeReferent(_) => 11,
        FamilyAct::NameStandIn(_) => 12,
        FamilyAct::PlanEncounter(_) => 13,
        FamilyAct::HoldEncounter(_) => 14,
        FamilyAct::MissEncounter(_) => 15,
        FamilyAct::CancelEncounter(_) => 16,
        FamilyAct::WriteNote(_) => 17,
        FamilyAct::DraftContract(_) => 18,
        FamilyAct::ReviseContract(_) => 19,
        FamilyAct::DropContractDraft(_) => 20,
        FamilyAct::SignContract(_) => 21,
        FamilyAct::ReviewContract(_) => 22,
        FamilyAct::EndContract(_) => 23,
        FamilyAct::SettleCommitment(_) => 24,
        FamilyAct::ExitFamily(_) => 25,
        FamilyAct::CorrectExit(_) => 26,
        FamilyAct::ReopenFamily(_) => 27,
        FamilyAct::ProposeDisposal(_) => 28,
        FamilyAct::DeclineDisposal(_) => 29,
        FamilyAct::ConfirmDisposal(_) => 30,
        FamilyAct::OpenPanelReferral(_) => 31,
        FamilyAct::RevisePanelReferral(_) => 32,
        FamilyAct::RecordPanelLetter(_) => 33,
        FamilyAct::RecordPanelObservations(_) => 34,
        FamilyAct::SendPanelReferral(_) => 35,
        FamilyAct::PostponePanelReferral(_) => 36,
        FamilyAct::CancelPanelReferral(_) => 37,
        FamilyAct::RecordPanelOpinion(_) => 38,
        FamilyAct::RecordPanelDecision(_) => 39,
        FamilyAct::NotifyPanelDecision(_) => 40,
        FamilyAct::ReferToProfessional(_) => 41,
        FamilyAct::RecordReturnToWork(_) => 42,
        FamilyAct::RedirectHousing(_) => 43,
        FamilyAct::ReportChildProtection(_) => 44,
        FamilyAct::RateEffects(_) => 45,
        FamilyAct::OpenRightsClaim(_) => 46,
        FamilyAct::SubmitRightsClaim(_) => 47,
        FamilyAct::FinaliseRightsClaim(_) => 48,
        FamilyAct::RequestFinancialAid(_) => 49,
        FamilyAct::AnswerFinancialAid(_) => 50,
        FamilyAct::RecordDiagnosis(_) => 51,
        FamilyAct::RecordAttendance(_) => 52,
    }
}

/// The place of an antenna act among [`antenna_acts`].
pub fn place_of_antenna(act: &AntennaAct) -> usize {
    match act {
        AntennaAct::FoundAntenna(_) => 0,
        AntennaAct::AddCenter(_) => 1,
        AntennaAct::AddReferent(_) => 2,
        AntennaAct::RecordReferentLeaving(_) => 3,
        AntennaAct::AdoptConvention(_) => 4,
        AntennaAct::PlanGroupAction(_) => 5,
        AntennaAct::AddGroupSession(_) => 6,
        AntennaAct::CancelGroupSession(_) => 7,
        AntennaAct::ChangeCenter(_) => 8,
        AntennaAct::CloseCenter(_) => 9,
        AntennaAct::CorrectReferent(_) => 10,
        AntennaAct::RaiseTopic(_) => 11,
        AntennaAct::FollowTopic(_) => 12,
        AntennaAct::CloseTopic(_) => 13,
        AntennaAct::NotePartnership(_) => 14,
        AntennaAct::ClosePeriod(_) => 15,
    }
}
