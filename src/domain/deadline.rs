//! Deadlines: computed from the record, never typed in; each with its rule, its legal basis and the act that settles it.
//!
//! A deadline is a date: whether it is due or overdue depends only on the day on which it is looked at.

mod contracts;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::aid::FinancialAid;
use super::antenna::AntennaRecord;
use super::contract::Contract;
use super::convention::Convention;
use super::family::FamilyRecord;
use super::orientation::Orientation;
use super::panel::{PanelMeasure, PanelMotive, PanelReferral};
use super::rights::RightsClaim;
use crate::base::calendar;
use crate::base::id::{CenterCode, CommitmentId, ContractId, EncounterId, PanelReferralId};

/// One thing that has to be done by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    pub rule: DeadlineRule,
    /// First day on which it can be settled.
    pub opens: NaiveDate,
    /// Last day, inclusive.
    pub due: NaiveDate,
    pub about: About,
}

/// Every rule, in the order in which one day's list shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineRule {
    Appointment,
    ReferentMissing,
    OrientationToAnswer,
    FirstMeeting,
    ContractToSign,
    ContractReview,
    ContractRenewal,
    ContractEnd,
    CommitmentDue,
    PanelExamination,
    PanelObservations,
    PanelOpinion,
    ThirdBirthday,
    Silence,
    Retention,
    DisposalToConfirm,
    ConventionNotice,
    ConventionReport,
    ConventionEnd,
    DepartmentSilent,
}

/// What the deadline is about, in codes and ranks: names stay in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum About {
    Family,
    Antenna,
    /// A part of the antenna's record: a group action, a session of one, a topic.
    AntennaPart {
        id: Uuid,
    },
    /// Days without a referent: the next one begins the day after `until` (art. 3).
    Gap {
        until: NaiveDate,
    },
    /// A solidarity centre of the antenna.
    Center {
        code: CenterCode,
    },
    Encounter {
        id: EncounterId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<NaiveTime>,
    },
    Contract {
        id: ContractId,
        rank: u32,
    },
    Commitment {
        id: CommitmentId,
        text: String,
    },
    PanelReferral {
        id: PanelReferralId,
        motive: PanelMotive,
    },
    Child {
        given_name: String,
        majoration_ends: NaiveDate,
        /// Last day of the running contract that crosses the birthday: it goes on to its end (art. 6).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract_until: Option<NaiveDate>,
    },
}

impl Deadline {
    /// Whether it is still to be shown: days without a referent end by themselves when the next one begins (art. 3), a third
    /// birthday asks for nothing while a contract that crosses it runs (art. 6), and once the notice was not given in time there
    /// is none to give (art. 10).
    pub fn stands_on(&self, today: NaiveDate) -> bool {
        match (self.rule, &self.about) {
            (_, About::Gap { until }) => today <= *until,
            (_, About::Child { contract_until: Some(until), .. }) => today <= self.due || *until < today,
            (DeadlineRule::ConventionNotice, _) => today <= self.due,
            (_lasts, _) => true,
        }
    }

    /// Whether a day comes on which it is no longer to be shown, though nothing was recorded.
    pub fn ends_by_itself(&self) -> bool {
        matches!(self.about, About::Gap { .. } | About::Child { contract_until: Some(_), .. })
    }
}

impl DeadlineRule {
    pub const ALL: [Self; 20] = [
        Self::Appointment,
        Self::ReferentMissing,
        Self::OrientationToAnswer,
        Self::FirstMeeting,
        Self::ContractToSign,
        Self::ContractReview,
        Self::ContractRenewal,
        Self::ContractEnd,
        Self::CommitmentDue,
        Self::PanelExamination,
        Self::PanelObservations,
        Self::PanelOpinion,
        Self::ThirdBirthday,
        Self::Silence,
        Self::Retention,
        Self::DisposalToConfirm,
        Self::ConventionNotice,
        Self::ConventionReport,
        Self::ConventionEnd,
        Self::DepartmentSilent,
    ];

    /// The code that the store, the agenda and the Fluent ids (`deadline-…`) use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Appointment => "appointment",
            Self::ReferentMissing => "referent-missing",
            Self::OrientationToAnswer => "orientation-to-answer",
            Self::FirstMeeting => "first-meeting",
            Self::ContractToSign => "contract-to-sign",
            Self::ContractReview => "contract-review",
            Self::ContractRenewal => "contract-renewal",
            Self::ContractEnd => "contract-end",
            Self::CommitmentDue => "commitment-due",
            Self::PanelExamination => "panel-examination",
            Self::PanelObservations => "panel-observations",
            Self::PanelOpinion => "panel-opinion",
            Self::ThirdBirthday => "third-birthday",
            Self::Silence => "silence",
            Self::Retention => "retention",
            Self::DisposalToConfirm => "disposal-to-confirm",
            Self::ConventionNotice => "convention-notice",
            Self::ConventionReport => "convention-report",
            Self::ConventionEnd => "convention-end",
            Self::DepartmentSilent => "department-silent",
        }
    }

    /// The rule of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The article, law or practice that the deadline comes from.
    pub fn source(self) -> &'static str {
        match self {
            Self::Appointment | Self::FirstMeeting | Self::Silence | Self::OrientationToAnswer => "practice",
            Self::ReferentMissing => "art. 3",
            Self::ContractToSign => "CASF L262-36",
            Self::ContractReview | Self::ContractRenewal => "art. 4, practice",
            Self::ContractEnd | Self::CommitmentDue => "art. 4",
            Self::PanelExamination => "art. 4, CASF L262-31",
            Self::PanelObservations => "CASF L262-37, R262-69",
            Self::PanelOpinion => "CASF R262-70",
            Self::ThirdBirthday => "CASF L262-9, art. 6",
            Self::Retention | Self::DisposalToConfirm => "CNIL",
            Self::ConventionNotice => "art. 10",
            Self::ConventionReport => "art. 7, 11",
            Self::ConventionEnd => "art. 11",
            Self::DepartmentSilent => "practice",
        }
    }
}

/// The deadlines of one family, in no particular order.
///
/// They follow from the record alone; thresholds come from the convention version in force on the day that starts each delay.
pub fn deadlines(record: &FamilyRecord, antenna: &AntennaRecord) -> Vec<Deadline> {
    let mut found = Vec::new();
    if let Some(orientation) = record.pending_orientation()
        && let Some(convention) = antenna.convention(orientation.date)
    {
        // No text sets a delay to answer; the one to contract, which runs from the orientation, bounds it (CASF L262-36).
        let due = calendar::add_months(orientation.date, convention.delays.contract_months_after_orientation);
        push(&mut found, DeadlineRule::OrientationToAnswer, orientation.date, due, About::Family);
    }
    match record.current_stay() {
        Some(stay) => {
            if let Some(convention) = antenna.convention(stay.included_on) {
                of_the_stay(record, antenna, convention, stay.included_on, &mut found);
            }
            contracts::of_the_contracts(record, antenna, stay.included_on, &mut found);
            of_the_panel(record, antenna, &mut found);
        }
        None => retention(record, antenna, &mut found),
    }
    found
}

/// The deadlines of the convention itself (art. 7, 10 and 11). The report is there once the figures of every whole month before
/// its day are frozen; its end, once a later version was adopted.
pub fn convention_deadlines(antenna: &AntennaRecord) -> Vec<Deadline> {
    let mut found = Vec::new();
    if let Some(last) = antenna.conventions.iter().max_by_key(|version| version.effective_from) {
        let ends = last.period.ends;
        let notice = calendar::sub_months(ends, last.period.notice_months);
        let report = calendar::sub_months(ends, last.period.report_months_before_end);
        let opens = last.period.starts;
        push(&mut found, DeadlineRule::ConventionNotice, opens, notice, About::Antenna);
        let reported = calendar::last_day_of_previous_month(report) < antenna.first_day_not_closed(opens);
        if !reported {
            push(&mut found, DeadlineRule::ConventionReport, opens, report, About::Antenna);
        }
        push(&mut found, DeadlineRule::ConventionEnd, opens, ends, About::Antenna);
    }
    found
}

/// By when the Département is to say that it received a bundle handed over on a day; absent without a convention.
pub fn department_silence(antenna: &AntennaRecord, handed_over_on: NaiveDate) -> Option<Deadline> {
    let days = antenna.convention(handed_over_on)?.delays.department_silence_days;
    let due = calendar::add_days(handed_over_on, days);
    Some(Deadline { rule: DeadlineRule::DepartmentSilent, opens: handed_over_on, due, about: About::Antenna })
}

fn of_the_stay(
    record: &FamilyRecord,
    antenna: &AntennaRecord,
    convention: &Convention,
    included_on: NaiveDate,
    found: &mut Vec<Deadline>,
) {
    let delays = &convention.delays;
    let last_held = record.encounters_held().map(|held| held.date).filter(|date| included_on <= *date).max();
    match last_held {
        None => {
            let due = calendar::add_days(included_on, delays.first_meeting_days);
            push(found, DeadlineRule::FirstMeeting, included_on, due, About::Family);
        }
        Some(last) => {
            let days = antenna.convention(last).map_or(delays.silence_days, |version| version.delays.silence_days);
            push(found, DeadlineRule::Silence, last, calendar::add_days(last, days), About::Family);
        }
    }
    for appointment in record.appointments() {
        let about = About::Encounter { id: appointment.id, time: appointment.time };
        push(found, DeadlineRule::Appointment, appointment.date, appointment.date, about);
    }
    let opens = calendar::add_months(included_on, delays.examination_from_months);
    let due = calendar::add_months(included_on, delays.examination_by_months);
    if !examined(record, included_on) {
        push(found, DeadlineRule::PanelExamination, opens, due, About::Family);
    }

    let youngest =
        record.children.iter().filter(|child| child.departed_on.is_none()).max_by_key(|child| child.birth_date);
    // Once the last child under the age has left, the birthday of an elder one is a landmark no more.
    let left = record.last_child_left_on(NaiveDate::MAX, convention.inclusion.child_under_years);
    if let Some(child) = youngest.filter(|_| left.is_none()) {
        let birthday = calendar::birthday(child.birth_date, convention.inclusion.child_under_years);
        let majoration_ends = calendar::last_day_of_previous_month(birthday);
        let crosses = |contract: &&Contract| {
            contract.ended.is_none() && contract.starts <= birthday && birthday <= contract.term()
        };
        let contract_until = record.contracts_signed_since(included_on).find(crosses).map(Contract::term);
        let about = About::Child { given_name: child.given_name.clone(), majoration_ends, contract_until };
        push(found, DeadlineRule::ThirdBirthday, included_on, birthday, about);
    }
    for (one, next) in record.assignments.iter().zip(record.assignments.iter().skip(1)) {
        let left_on = antenna.referent(one.referent).and_then(|referent| referent.left_on);
        if let Some(left_on) = left_on.map(|left_on| left_on.max(one.from).max(included_on))
            && let Some(until) = next.from.pred_opt().filter(|until| left_on <= *until)
        {
            push(found, DeadlineRule::ReferentMissing, left_on, left_on, About::Gap { until });
        }
    }
    let referent = record.assignments.last().and_then(|last| antenna.referent(last.referent));
    if let Some(left_on) = referent.and_then(|referent| referent.left_on) {
        push(found, DeadlineRule::ReferentMissing, left_on, left_on, About::Family);
    }
}

/// The person's month for observations, and the panel's for its opinion.
fn of_the_panel(record: &FamilyRecord, antenna: &AntennaRecord, found: &mut Vec<Deadline>) {
    for referral in record.panel_referrals.iter().filter(|referral| referral.is_underway()) {
        let about = || About::PanelReferral { id: referral.id, motive: referral.motive };
        if let (Some(letter), Some(until)) = (referral.letter_on, referral.observations_until(antenna))
            && referral.is_draft()
            && referral.observations.is_empty()
        {
            push(found, DeadlineRule::PanelObservations, letter, until, about());
        }
        if let (Some(sent), Some(until)) = (referral.sent_on(), referral.opinion_until(antenna))
            && referral.opinion.is_none()
        {
            push(found, DeadlineRule::PanelOpinion, sent, until, about());
        }
    }
}

/// Whether the panel was called on to examine this stay, or decided that the family goes to a professional (art. 4).
fn examined(record: &FamilyRecord, included_on: NaiveDate) -> bool {
    let settles = |referral: &PanelReferral| {
        let called = referral.motive == PanelMotive::TwelveMonths && referral.departure.is_some();
        let reoriented = referral.decision.as_ref().is_some_and(|decision| decision.measure == PanelMeasure::Reorient);
        included_on <= referral.opened_on && referral.cancelled_on.is_none() && (called || reoriented)
    };
    record.panel_referrals.iter().any(settles)
        || record.professional_referrals.iter().any(|referral| included_on <= referral.date)
}

/// Archive or erase, N months after the last contact about a family that is out or was refused (CNIL).
fn retention(record: &FamilyRecord, antenna: &AntennaRecord, found: &mut Vec<Deadline>) {
    if let Some(proposal) = &record.proposal
        && let Some(convention) = antenna.convention(proposal.date)
    {
        let due = calendar::add_days(proposal.date, convention.delays.disposal_days);
        return push(found, DeadlineRule::DisposalToConfirm, proposal.date, due, About::Family);
    }
    if let Some(archived_on) = record.archived_on
        && let Some(convention) = antenna.convention(archived_on)
    {
        let due = calendar::add_months(archived_on, convention.delays.archive_months);
        return push(found, DeadlineRule::Retention, due, due, About::Family);
    }
    if record.pending_orientation().is_some() {
        return;
    }
    if let Some(last) = last_contact(record)
        && let Some(convention) = antenna.convention(last)
    {
        let due = calendar::add_months(last, convention.delays.retention_months);
        push(found, DeadlineRule::Retention, due, due, About::Family);
    }
}

/// The last day on which the family was met, sent, answered, or had something said or settled for it: its exit ends none of these.
fn last_contact(record: &FamilyRecord) -> Option<NaiveDate> {
    let exit = record.stays.last().and_then(|stay| stay.exit.as_ref()).map(|exit| exit.date);
    let held = record.encounters_held().map(|held| held.date);
    let sent = record.orientations.iter().map(Orientation::last_word);
    let noted = record.notes.iter().map(|note| note.date);
    let told = record.panel_referrals.iter().filter_map(|referral| referral.notified_on);
    let claims = record.rights_claims.iter().map(RightsClaim::since);
    let aids = record.financial_aids.iter().map(FinancialAid::since);
    exit.into_iter().chain(held).chain(sent).chain(noted).chain(told).chain(claims).chain(aids).max()
}

fn push(found: &mut Vec<Deadline>, rule: DeadlineRule, opens: NaiveDate, due: NaiveDate, about: About) {
    // What was due before it could be settled can be settled at once.
    found.push(Deadline { rule, opens: opens.min(due), due, about });
}

#[cfg(test)]
mod tests;
