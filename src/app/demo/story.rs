//! One family's made-up past: each verb is an act of a day in the past, decided by the convention's own rules.
//!
//! Days are counted backwards from today, so that a story reads the same whenever it is told.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc, Weekday};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

use super::people::{Name, People, Topic, one_of};
use crate::base::id::{CenterCode, ExitOutcomeCode, ExitReasonCode, FamilyId, IdSource, ReferentId};
use crate::domain::antenna::AntennaRecord;
use crate::domain::contract::{
    CommitmentDraft, CommitmentResult, ContractKind, DraftContract, Objective, Party, ReviewContract, SettleCommitment,
    SignContract,
};
use crate::domain::encounter::{
    CancelEncounter, Confidentiality, HoldEncounter, MissEncounter, PlanEncounter, Setting, Step, WriteNote,
};
use crate::domain::event::{Event, FamilyEvent};
use crate::domain::exit::ExitFamily;
use crate::domain::family::{AddChild, Contact, FamilyRecord};
use crate::domain::orientation::{Census, IncludeFamily, ReceiveOrientation};
use crate::domain::refusal::Refusal;
use crate::domain::{self, FamilyAct, Scene};

/// What happened in a made-up past, and when it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Told {
    pub recorded_at: DateTime<Utc>,
    pub author: ReferentId,
    pub family: Option<FamilyId>,
    pub events: Vec<Event>,
}

/// A family's past while it is told.
pub(super) struct Story<'a> {
    pub people: &'a People,
    pub antenna: &'a AntennaRecord,
    pub today: NaiveDate,
    pub rng: StdRng,
    pub name: Name,
    pub referent: ReferentId,
    /// The parent's, when it is not left to chance.
    pub birth_date: Option<NaiveDate>,
    pub center: CenterCode,
    pub town: String,
    pub matricule: String,
    pub census: Census,
    pub record: FamilyRecord,
    pub told: Vec<Told>,
    ids: IdSource,
}

type Done = Result<(), Refusal>;

impl<'a> Story<'a> {
    pub fn new(
        people: &'a People,
        antenna: &'a AntennaRecord,
        today: NaiveDate,
        rng: StdRng,
        name: Name,
        referent: ReferentId,
        ids: IdSource,
    ) -> Self {
        Self {
            people,
            antenna,
            today,
            rng,
            name,
            referent,
            birth_date: None,
            center: CenterCode::from(""),
            town: String::new(),
            matricule: String::new(),
            census: Census::default(),
            record: FamilyRecord::new(ids.fresh()),
            told: Vec::new(),
            ids,
        }
    }

    /// The last working day at or before the day this many days before today; today is today.
    pub fn ago(&self, days: u64) -> NaiveDate {
        let day = self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today);
        if days == 0 { day } else { working_day_before(day) }
    }

    /// The first working day at or after the day this many days after today.
    pub fn ahead(&self, days: u64) -> NaiveDate {
        let day = self.today.checked_add_days(Days::new(days)).unwrap_or(self.today);
        working_day_after(day)
    }

    /// Decides an act on a day of the past and enters it that day.
    pub fn act(&mut self, ago: u64, act: &FamilyAct) -> Done {
        let author = self.record.referent_on(self.ago(ago)).unwrap_or(self.referent);
        self.act_by(ago, author, act)
    }

    /// A referent of the antenna: the first is the one whose screen it is.
    pub fn colleague(&self, number: usize) -> ReferentId {
        self.antenna.referents.get(number).map_or(self.referent, |one| one.id)
    }

    /// Decides an act of this referent on a day of the past and enters it that day.
    pub fn act_by(&mut self, ago: u64, author: ReferentId, act: &FamilyAct) -> Done {
        let day = self.ago(ago);
        let scene = Scene { today: day, author, antenna: self.antenna, census: &self.census, ids: &self.ids };
        let events: Vec<FamilyEvent> = domain::decide(&scene, &self.record, act)?;
        for event in &events {
            domain::evolve(&mut self.record, event);
        }
        let minute = u32::try_from(self.told.len() % 60).unwrap_or_default();
        let hour = self.rng.random_range(7..16);
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        // Two acts of one day are entered in their order.
        let last = self.told.last().map(|told| told.recorded_at);
        let entered = day.and_time(time).and_utc();
        let recorded_at =
            last.filter(|last| entered <= *last).map_or(entered, |last| last + chrono::Duration::minutes(4));
        let events = events.into_iter().map(Event::Family).collect();
        self.told.push(Told { recorded_at, author, family: Some(self.record.id), events });
        Ok(())
    }

    /// Oriented by its centre, with children of these ages in days on the day of orientation.
    pub fn is_oriented(&mut self, ago: u64, children: &[u64], followed: bool) -> Done {
        let date = self.ago(ago);
        let names = self.name.children.clone();
        let of_age = children.iter().max().copied().unwrap_or_default() + 18 * 365;
        let children = children.iter().zip(names).map(|(age, given_name)| AddChild {
            given_name,
            birth_date: date.checked_sub_days(Days::new(*age)).unwrap_or(date),
        });
        let age = self.rng.random_range(19 * 365..41 * 365).max(of_age);
        self.receives(ago, children.collect(), age, followed)
    }

    /// Oriented with these children.
    pub fn receives(&mut self, ago: u64, children: Vec<AddChild>, age_in_days: u64, followed: bool) -> Done {
        let document = one_of(&self.people.texts.documents, &mut self.rng);
        let orientation = ReceiveOrientation {
            id: None,
            center: self.center.clone(),
            date: self.ago(ago),
            document,
            surname: self.name.surname.clone(),
            given_name: self.name.given_name.clone(),
            birth_date: self.birth_date.unwrap_or(self.ago(ago + age_in_days)),
            matricule: self.matricule.clone(),
            children,
            isolated: true,
            benefit_code: "RSI".to_owned(),
            followed_by_department: followed,
            contact: Default::default(),
        };
        self.act(ago, &FamilyAct::ReceiveOrientation(orientation))
    }

    /// Included, and how to reach the family written down.
    pub fn is_included(&mut self, ago: u64) -> Done {
        self.is_included_despite(ago, "")
    }

    pub fn is_included_despite(&mut self, ago: u64, override_motive: &str) -> Done {
        let date = self.ago(ago);
        let referent = self.referent;
        let override_motive = override_motive.to_owned();
        self.act(ago, &FamilyAct::IncludeFamily(IncludeFamily { date, referent, override_motive }))?;
        let street = one_of(&self.people.texts.streets, &mut self.rng);
        let language = match self.rng.random_bool(0.2) {
            true => one_of(&self.people.texts.languages, &mut self.rng),
            false => String::new(),
        };
        // 06 39 98: numbers that the regulator keeps for fiction.
        let telephone = format!("06 39 98 {:02} {:02}", self.rng.random_range(0..100), self.rng.random_range(0..100));
        let address = format!("{street}, {}", self.town);
        self.act(ago, &FamilyAct::RecordContact(Contact { telephone, email: String::new(), address, language }))
    }

    /// Met, on these steps, about one or two themes, with a note.
    pub fn meets(&mut self, ago: u64, setting: Setting, steps: &[Step]) -> Done {
        let confidentiality = match self.rng.random_range(0..10) {
            0 => Confidentiality::PanelOnly,
            1 | 2 => Confidentiality::Private,
            _ => Confidentiality::Shareable,
        };
        self.meets_and_notes(ago, setting, steps, confidentiality)
    }

    pub fn meets_and_notes(
        &mut self,
        ago: u64,
        setting: Setting,
        steps: &[Step],
        confidentiality: Confidentiality,
    ) -> Done {
        let count = self.rng.random_range(1..=2);
        let topics: Vec<&Topic> = self.people.texts.topics.sample(&mut self.rng, count).collect();
        let note = topics.first().map(|topic| topic.note(confidentiality, &mut self.rng)).unwrap_or_default();
        let items = topics.iter().filter_map(|topic| topic.items.choose(&mut self.rng).cloned()).collect();
        let held = HoldEncounter {
            encounter: None,
            date: self.ago(ago),
            setting,
            steps: steps.iter().copied().collect(),
            themes: topics.iter().map(|topic| topic.theme.clone()).collect(),
            items,
            note,
            confidentiality,
        };
        self.act(ago, &FamilyAct::HoldEncounter(held))?;
        self.settles_what_is_due(ago)
    }

    /// At each meeting, most of what was due is gone through.
    fn settles_what_is_due(&mut self, ago: u64) -> Done {
        let day = self.ago(ago);
        let signed = self.record.contracts.iter().filter(|contract| contract.signature.is_some());
        let open = signed.flat_map(|contract| &contract.commitments).filter(|commitment| commitment.outcome.is_none());
        let due: Vec<_> = open.filter(|one| one.due.is_some_and(|due| due <= day)).map(|one| one.id).collect();
        for commitment in due {
            let result = match self.rng.random_range(0..10) {
                0 => continue,
                1 => CommitmentResult::NotKept,
                2 | 3 => CommitmentResult::PartlyKept,
                _ => CommitmentResult::Kept,
            };
            let comment = one_of(&self.people.texts.settled, &mut self.rng);
            let settled = SettleCommitment { commitment, date: day, result, comment };
            self.act(ago, &FamilyAct::SettleCommitment(settled))?;
        }
        Ok(())
    }

    pub fn notes(&mut self, ago: u64, confidentiality: Confidentiality) -> Done {
        let topic = self.people.texts.topics.choose(&mut self.rng);
        let text = topic.map(|topic| topic.note(confidentiality, &mut self.rng)).unwrap_or_default();
        let note = WriteNote { date: self.ago(ago), text, confidentiality, encounter: None };
        self.act(ago, &FamilyAct::WriteNote(note))
    }

    /// An appointment made some days ago.
    pub fn plans(&mut self, ago: u64, date: NaiveDate, setting: Setting) -> Done {
        let hour = *[9, 10, 11, 14, 15, 16].choose(&mut self.rng).unwrap_or(&10);
        let time = NaiveTime::from_hms_opt(hour, self.rng.random_range(0..2) * 30, 0);
        let purpose = one_of(&self.people.texts.purposes, &mut self.rng);
        self.act(ago, &FamilyAct::PlanEncounter(PlanEncounter { date, time, setting, purpose }))
    }

    /// The appointment of that day was missed.
    pub fn misses(&mut self, ago: u64, excused: bool) -> Done {
        let texts = if excused { &self.people.texts.excused } else { &self.people.texts.missed };
        let motive = one_of(texts, &mut self.rng);
        self.act(ago, &FamilyAct::MissEncounter(MissEncounter { encounter: None, excused, motive }))
    }

    pub fn cancels(&mut self, ago: u64) -> Done {
        let motive = one_of(&self.people.texts.cancelled, &mut self.rng);
        self.act(ago, &FamilyAct::CancelEncounter(CancelEncounter { encounter: None, motive }))
    }

    /// A contract drafted that day, that starts that day: two objectives, commitments on both sides, open ones carried over.
    pub fn drafts(&mut self, ago: u64, kind: ContractKind, months: u32) -> Done {
        let starts = self.ago(ago);
        let topics: Vec<&Topic> = self.people.texts.topics.sample(&mut self.rng, 2).collect();
        let mut objectives = Vec::new();
        let mut commitments = Vec::new();
        for (topic, later) in topics.into_iter().zip([45, 120]) {
            objectives.push(Objective { theme: Some(topic.theme.clone()), text: topic.objective.clone() });
            let due = starts.checked_add_days(Days::new(later));
            let own = one_of(&topic.beneficiary, &mut self.rng);
            let (party, text) = topic.support(&mut self.rng);
            commitments.push(CommitmentDraft { party: Party::Beneficiary, text: own, due, carried_from: None });
            commitments.push(CommitmentDraft { party, text, due: None, carried_from: None });
        }
        let open = self.record.contracts.iter().flat_map(|contract| &contract.commitments);
        let open = open.filter(|commitment| commitment.outcome.is_none()).map(|commitment| CommitmentDraft {
            party: commitment.party,
            text: commitment.text.clone(),
            due: None,
            carried_from: Some(commitment.id),
        });
        commitments.extend(open);
        self.act(ago, &FamilyAct::DraftContract(DraftContract { kind, starts, months, objectives, commitments }))
    }

    /// Signed that day, in the antenna or at home.
    pub fn signs(&mut self, ago: u64) -> Done {
        let place = self.town.clone();
        self.act(ago, &FamilyAct::SignContract(SignContract { date: self.ago(ago), place }))
    }

    /// Drafted and signed the same day, after a meeting.
    pub fn contracts(&mut self, ago: u64, kind: ContractKind, months: u32) -> Done {
        self.meets(ago, Setting::CafPremises, &[Step::ContractDesign])?;
        self.drafts(ago, kind, months)?;
        self.signs(ago)
    }

    pub fn reviews(&mut self, ago: u64) -> Done {
        self.meets(ago, Setting::CafPremises, &[Step::ContractFollowUp])?;
        let summary = one_of(&self.people.texts.reviews, &mut self.rng);
        let review = ReviewContract { contract: None, date: self.ago(ago), summary };
        self.act(ago, &FamilyAct::ReviewContract(review))
    }

    /// The first open commitments of signed contracts get this outcome.
    pub fn settles(&mut self, ago: u64, count: usize, result: CommitmentResult) -> Done {
        let signed = self.record.contracts.iter().filter(|contract| contract.signature.is_some());
        let open = signed.flat_map(|contract| &contract.commitments).filter(|commitment| commitment.outcome.is_none());
        let open: Vec<_> = open.take(count).map(|commitment| commitment.id).collect();
        for commitment in open {
            let comment = one_of(&self.people.texts.settled, &mut self.rng);
            let settled = SettleCommitment { commitment, date: self.ago(ago), result, comment };
            self.act(ago, &FamilyAct::SettleCommitment(settled))?;
        }
        Ok(())
    }

    /// Leaves the caseload for these reasons; the benefit ended the day before.
    pub fn exits(&mut self, ago: u64, reasons: &[&str], outcome: &str, said: usize) -> Done {
        let reasons: BTreeSet<ExitReasonCode> = reasons.iter().map(|code| ExitReasonCode::from(*code)).collect();
        let benefit = reasons.contains(&ExitReasonCode::from("benefit-ended"));
        let exit = ExitFamily {
            date: self.ago(ago),
            reasons,
            outcome: ExitOutcomeCode::from(outcome),
            benefit_ended_on: benefit.then(|| self.ago(ago + 1)),
            panel_requested_on: None,
            panel_referral: None,
            comment: self.people.texts.exits.get(said).cloned().unwrap_or_default(),
        };
        self.act(ago, &FamilyAct::ExitFamily(exit))
    }
}

/// The last working day at or before this one.
pub fn working_day_before(day: NaiveDate) -> NaiveDate {
    day.iter_days().rev().find(is_worked).unwrap_or(day)
}

/// The first working day at or after this one.
pub fn working_day_after(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(is_worked).unwrap_or(day)
}

fn is_worked(day: &NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
