//! The situations of a caseload, each as a family lives it; then ordinary families, in the proportions of an antenna.

use chrono::{Datelike, NaiveDate};

use super::story::Story;
use crate::base::money::Cents;
use crate::domain::FamilyAct;
use crate::domain::aid::AidResult;
use crate::domain::contract::{CommitmentResult, ContractKind};
use crate::domain::encounter::{Confidentiality, Setting, Step};
use crate::domain::exit::ReopenFamily;
use crate::domain::family::{AddChild, DeclarePregnancy, EndPregnancy, RecordChildDeparture};
use crate::domain::landmark::Occasion;
use crate::domain::orientation::RefuseOrientation;
use crate::domain::referent::{ChangeReferent, NameStandIn};
use crate::domain::refusal::Refusal;
use crate::domain::retention::{ConfirmDisposal, Disposal, ProposeDisposal};
use crate::domain::rights::ClaimResult;

pub(super) type Done = Result<(), Refusal>;

/// A situation, and whether the family is in the caseload at its end.
pub(super) struct Plot {
    pub happens: fn(&mut Story<'_>) -> Done,
    pub stays: bool,
}

pub(super) const fn stays(happens: fn(&mut Story<'_>) -> Done) -> Plot {
    Plot { happens, stays: true }
}

pub(super) const fn leaves(happens: fn(&mut Story<'_>) -> Done) -> Plot {
    Plot { happens, stays: false }
}

/// What the first families live, in the order of their remarkable names.
pub(super) const REMARKABLE: &[Plot] = &[
    stays(across_a_third_birthday),
    stays(silent),
    stays(missed_an_appointment),
    stays(without_contract_at_day_55),
    stays(twins),
    stays(review_due),
    stays(namesake),
    stays(born_on_a_leap_day),
    stays(pregnant),
    stays(renewal_due),
    stays(renewed),
    stays(amended_after_a_birth),
    leaves(left_for_work),
    stays(reopened),
    leaves(orientation_refused),
    leaves(orientation_to_answer),
    leaves(orientation_that_fails_a_check),
    stays(visited_today),
    stays(seen_this_week),
    stays(appointment_without_outcome),
    stays(visited_at_home),
    stays(changed_referent),
    stays(stand_in),
    stays(contract_overdue),
    stays(commitment_overdue),
    leaves(left_for_training),
    leaves(moved_away),
    stays(a_child_left),
    stays(examination_due),
    stays(never_met),
    stays(oriented_again),
    leaves(to_be_erased),
    leaves(past_its_time),
    leaves(archived),
];

const FIRST: &[Step] = &[Step::RightsAndDuties, Step::Assessment];
const THEN: &[Step] = &[Step::Diagnosis];
pub(super) const FOLLOW: &[Step] = &[Step::ContractFollowUp];

/// Oriented, included four days later, met twice.
pub(super) fn enters(story: &mut Story<'_>, ago: u64, children: &[u64]) -> Done {
    story.is_oriented(ago, children, false)?;
    begins(story, ago)
}

fn begins(story: &mut Story<'_>, oriented: u64) -> Done {
    story.is_included(oriented - 4)?;
    story.meets(oriented - 10, Setting::CafPremises, FIRST)?;
    story.meets(oriented - 24, Setting::HomeVisit, THEN)?;
    story.diagnoses(oriented - 24)
}

/// The next appointment, made at the last meeting.
pub(super) fn will_be_seen(story: &mut Story<'_>, made: u64, ahead: u64) -> Done {
    let date = story.ahead(ahead);
    story.plans(made, date, Setting::CafPremises)
}

fn across_a_third_birthday(story: &mut Story<'_>) -> Done {
    // Three years old in two months and a half; the contract runs five months more.
    enters(story, 420, &[1095 - 420 - 75, 2600])?;
    story.claims(390, "asf")?;
    story.contracts(380, ContractKind::First, 6)?;
    story.submits(370)?;
    story.asks(360, "fsl", Cents(45_000))?;
    story.is_answered(330, AidResult::Granted, Some(Cents(30_000)))?;
    story.obtains(310, ClaimResult::Granted)?;
    story.diagnoses(200)?;
    story.reviews(250)?;
    story.settles(215, 3, CommitmentResult::Kept)?;
    story.contracts(190, ContractKind::Renewal, 12)?;
    story.meets(120, Setting::HomeVisit, FOLLOW)?;
    story.meets(60, Setting::CafPremises, FOLLOW)?;
    story.meets(16, Setting::CafPremises, FOLLOW)?;
    will_be_seen(story, 16, 9)
}

fn silent(story: &mut Story<'_>) -> Done {
    enters(story, 230, &[300])?;
    story.contracts(180, ContractKind::First, 9)?;
    story.meets(96, Setting::HomeVisit, FOLLOW)?;
    story.plans(90, story.ago(75), Setting::CafPremises)?;
    story.misses(75, false)
}

fn missed_an_appointment(story: &mut Story<'_>) -> Done {
    enters(story, 160, &[210])?;
    story.contracts(115, ContractKind::First, 6)?;
    story.plans(60, story.ago(38), Setting::CafPremises)?;
    story.misses(38, true)?;
    story.meets(24, Setting::Remote, FOLLOW)?;
    story.plans(24, story.ago(3), Setting::CafPremises)?;
    story.misses(3, false)
}

fn without_contract_at_day_55(story: &mut Story<'_>) -> Done {
    story.is_oriented(55, &[400], false)?;
    story.is_included(50)?;
    story.meets(40, Setting::CafPremises, FIRST)?;
    story.meets(18, Setting::HomeVisit, THEN)?;
    will_be_seen(story, 18, 2)
}

fn twins(story: &mut Story<'_>) -> Done {
    enters(story, 140, &[150, 150])?;
    story.is_redirected(128)?;
    story.contracts(95, ContractKind::First, 9)?;
    story.meets(40, Setting::HomeVisit, FOLLOW)?;
    will_be_seen(story, 40, 6)
}

fn review_due(story: &mut Story<'_>) -> Done {
    enters(story, 190, &[500])?;
    story.is_reported(150)?;
    story.contracts(135, ContractKind::First, 6)?;
    story.settles(80, 1, CommitmentResult::Kept)?;
    story.meets(20, Setting::CafPremises, FOLLOW)
}

/// Born the same day as the family before, with a name that sounds the same: looked into, and another person.
fn namesake(story: &mut Story<'_>) -> Done {
    story.is_oriented(75, &[90], false)?;
    let motive = story.people.texts.namesake.clone();
    story.is_included_despite(70, &motive)?;
    story.meets(60, Setting::CafPremises, FIRST)?;
    story.contracts(30, ContractKind::First, 6)?;
    will_be_seen(story, 30, 12)
}

fn born_on_a_leap_day(story: &mut Story<'_>) -> Done {
    let leap = (0..9).filter_map(|years| NaiveDate::from_ymd_opt(story.today.year() - years, 2, 29));
    let leap = leap.into_iter().find(|day| *day < story.ago(130));
    let names = story.name.children.clone();
    let mut births = vec![leap.unwrap_or(story.ago(600))];
    // When that child is three already, a younger one keeps the family in the caseload.
    if births.iter().all(|birth| *birth < story.ago(1000)) {
        births.push(story.ago(240));
    }
    let children = births.into_iter().zip(names).map(|(birth_date, given_name)| AddChild { given_name, birth_date });
    story.receives(120, children.collect(), 29 * 365, false)?;
    begins(story, 120)?;
    story.contracts(70, ContractKind::First, 3)?;
    will_be_seen(story, 70, 4)
}

fn pregnant(story: &mut Story<'_>) -> Done {
    enters(story, 150, &[700])?;
    story.contracts(100, ContractKind::First, 6)?;
    let expected_on = story.ahead(60);
    story.act(40, &FamilyAct::DeclarePregnancy(DeclarePregnancy { date: story.ago(40), expected_on }))?;
    story.meets(38, Setting::CafPremises, FOLLOW)?;
    will_be_seen(story, 38, 13)
}

fn renewal_due(story: &mut Story<'_>) -> Done {
    enters(story, 215, &[420, 1500])?;
    story.contracts(163, ContractKind::First, 6)?;
    story.reviews(70)?;
    story.settles(70, 2, CommitmentResult::Kept)?;
    story.meets(22, Setting::CafPremises, FOLLOW)
}

fn renewed(story: &mut Story<'_>) -> Done {
    enters(story, 330, &[200])?;
    story.contracts(285, ContractKind::First, 6)?;
    story.rates(300, Occasion::Entry)?;
    story.settles(200, 1, CommitmentResult::Kept)?;
    story.settles(160, 1, CommitmentResult::PartlyKept)?;
    story.claims(155, "cmg")?;
    story.settles(150, 1, CommitmentResult::NotKept)?;
    story.submits(148)?;
    story.asks(130, "apre", Cents(60_000))?;
    story.is_answered(100, AidResult::Refused, None)?;
    story.diagnoses(98)?;
    story.reviews(140)?;
    // The fourth commitment has no outcome: it is carried over.
    story.contracts(95, ContractKind::Renewal, 6)?;
    story.rates(94, Occasion::Review)?;
    story.meets(45, Setting::HomeVisit, FOLLOW)?;
    story.is_expected(31)?;
    story.begins_work(30, "training")?;
    story.meets(12, Setting::CafPremises, FOLLOW)?;
    will_be_seen(story, 12, 18)
}

fn amended_after_a_birth(story: &mut Story<'_>) -> Done {
    enters(story, 250, &[600])?;
    let expected_on = story.ago(70);
    story.act(225, &FamilyAct::DeclarePregnancy(DeclarePregnancy { date: story.ago(225), expected_on }))?;
    story.contracts(200, ContractKind::First, 12)?;
    let child_given_name = story.name.children.last().cloned().unwrap_or_default();
    let born = EndPregnancy { pregnancy: None, date: story.ago(74), child_given_name };
    story.act(68, &FamilyAct::EndPregnancy(born))?;
    story.contracts(40, ContractKind::Amendment, 6)?;
    story.meets(8, Setting::HomeVisit, FOLLOW)
}

fn left_for_work(story: &mut Story<'_>) -> Done {
    enters(story, 300, &[400])?;
    story.contracts(250, ContractKind::First, 6)?;
    story.reviews(120)?;
    story.settles(100, 4, CommitmentResult::Kept)?;
    story.exits(35, &["benefit-ended", "contract-ended"], "work", 0)
}

fn reopened(story: &mut Story<'_>) -> Done {
    enters(story, 280, &[250])?;
    story.contracts(230, ContractKind::First, 6)?;
    story.exits(60, &["benefit-ended"], "unknown", 4)?;
    let motive = story.people.texts.reopened.clone();
    story.act(20, &FamilyAct::ReopenFamily(ReopenFamily { date: story.ago(20), motive }))?;
    story.meets(6, Setting::CafPremises, &[Step::Assessment])
}

fn orientation_refused(story: &mut Story<'_>) -> Done {
    story.is_oriented(45, &[500], true)?;
    let motive = story.people.texts.refused.clone();
    story.act(38, &FamilyAct::RefuseOrientation(RefuseOrientation { date: story.ago(38), motive }))
}

fn orientation_to_answer(story: &mut Story<'_>) -> Done {
    story.is_oriented(4, &[340], false)
}

fn orientation_that_fails_a_check(story: &mut Story<'_>) -> Done {
    story.is_oriented(9, &[1300], true)
}

fn visited_today(story: &mut Story<'_>) -> Done {
    enters(story, 130, &[220, 900])?;
    story.contracts(90, ContractKind::First, 6)?;
    story.meets(30, Setting::CafPremises, FOLLOW)?;
    story.plans(30, story.today, Setting::HomeVisit)
}

fn seen_this_week(story: &mut Story<'_>) -> Done {
    enters(story, 110, &[180])?;
    story.contracts(70, ContractKind::First, 9)?;
    story.meets(25, Setting::HomeVisit, FOLLOW)?;
    will_be_seen(story, 25, 1)
}

fn appointment_without_outcome(story: &mut Story<'_>) -> Done {
    enters(story, 170, &[260])?;
    story.contracts(125, ContractKind::First, 6)?;
    story.meets(30, Setting::CafPremises, FOLLOW)?;
    story.plans(30, story.ago(1), Setting::CafPremises)
}

fn visited_at_home(story: &mut Story<'_>) -> Done {
    story.is_oriented(200, &[160, 2000, 3100], false)?;
    story.is_included(194)?;
    story.meets_and_notes(188, Setting::HomeVisit, FIRST, Confidentiality::Shareable)?;
    story.meets_and_notes(170, Setting::HomeVisit, THEN, Confidentiality::Private)?;
    story.contracts(150, ContractKind::First, 9)?;
    story.meets_and_notes(100, Setting::HomeVisit, FOLLOW, Confidentiality::PanelOnly)?;
    story.notes(90, Confidentiality::Private)?;
    story.meets_and_notes(28, Setting::HomeVisit, FOLLOW, Confidentiality::Shareable)?;
    will_be_seen(story, 28, 3)
}

fn changed_referent(story: &mut Story<'_>) -> Done {
    let present = story.referent;
    // The last referent of the antenna has left; her families changed hands a month before.
    story.referent = story.antenna.referents.last().map_or(present, |left| left.id);
    enters(story, 400, &[100])?;
    story.contracts(350, ContractKind::First, 12)?;
    story.meets(300, Setting::CafPremises, FOLLOW)?;
    story.referent = present;
    let motive = story.people.texts.changed_referent.last().cloned().unwrap_or_default();
    let change = ChangeReferent { referent: present, date: story.ago(270), motive };
    story.act(272, &FamilyAct::ChangeReferent(change))?;
    story.meets(200, Setting::CafPremises, FOLLOW)?;
    story.meets(110, Setting::HomeVisit, FOLLOW)?;
    story.meets(34, Setting::CafPremises, FOLLOW)
}

fn stand_in(story: &mut Story<'_>) -> Done {
    enters(story, 180, &[330])?;
    story.contracts(140, ContractKind::First, 6)?;
    let others = story.antenna.referents.iter().filter(|other| other.left_on.is_none() && other.id != story.referent);
    if let Some(other) = others.map(|other| other.id).next() {
        let motive = story.people.texts.stand_in.clone();
        let named = NameStandIn { referent: other, from: story.ago(5), to: story.ahead(9), motive };
        story.act(12, &FamilyAct::NameStandIn(named))?;
    }
    story.meets(3, Setting::CafPremises, FOLLOW)
}

fn contract_overdue(story: &mut Story<'_>) -> Done {
    story.is_oriented(80, &[290], false)?;
    story.is_included(76)?;
    story.meets(66, Setting::CafPremises, FIRST)?;
    story.meets(30, Setting::CafPremises, &[Step::Diagnosis, Step::ContractDesign])?;
    story.drafts(10, ContractKind::First, 6)
}

fn commitment_overdue(story: &mut Story<'_>) -> Done {
    enters(story, 110, &[240])?;
    story.contracts(58, ContractKind::First, 6)?;
    story.meets(26, Setting::CafPremises, FOLLOW)?;
    will_be_seen(story, 26, 5)
}

fn left_for_training(story: &mut Story<'_>) -> Done {
    enters(story, 260, &[500])?;
    story.contracts(215, ContractKind::First, 6)?;
    story.settles(90, 2, CommitmentResult::Kept)?;
    story.settles(90, 1, CommitmentResult::Dropped)?;
    story.exits(20, &["contract-ended"], "training", 1)
}

fn moved_away(story: &mut Story<'_>) -> Done {
    enters(story, 150, &[300])?;
    story.plans(90, story.ago(80), Setting::CafPremises)?;
    story.cancels(82)?;
    story.exits(55, &["benefit-ended"], "moved", 3)
}

fn a_child_left(story: &mut Story<'_>) -> Done {
    enters(story, 210, &[260, 3000])?;
    story.contracts(160, ContractKind::First, 9)?;
    if let Some(eldest) = story.record.children.iter().min_by_key(|child| child.birth_date).map(|child| child.id) {
        let motive = story.people.texts.child_left.clone();
        let left = RecordChildDeparture { child: eldest, date: story.ago(60), motive };
        story.act(55, &FamilyAct::RecordChildDeparture(left))?;
    }
    story.meets(31, Setting::HomeVisit, FOLLOW)
}

fn examination_due(story: &mut Story<'_>) -> Done {
    enters(story, 350, &[120])?;
    story.contracts(300, ContractKind::First, 12)?;
    story.meets(220, Setting::CafPremises, FOLLOW)?;
    story.meets(130, Setting::HomeVisit, FOLLOW)?;
    story.reviews(50)?;
    story.meets(14, Setting::CafPremises, FOLLOW)
}

fn never_met(story: &mut Story<'_>) -> Done {
    story.is_oriented(12, &[45], false)?;
    story.is_included(9)?;
    will_be_seen(story, 9, 1)
}

/// Left for another Département, came back a year later: a second stay in the same record.
fn oriented_again(story: &mut Story<'_>) -> Done {
    enters(story, 620, &[60])?;
    story.contracts(570, ContractKind::First, 6)?;
    story.exits(450, &["benefit-ended"], "moved", 3)?;
    story.is_oriented(60, &[], false)?;
    begins(story, 60)?;
    will_be_seen(story, 36, 7)
}

fn refused_long_ago(story: &mut Story<'_>, ago: u64) -> Done {
    story.is_oriented(ago, &[500], true)?;
    let motive = story.people.texts.refused.clone();
    story.act(ago - 8, &FamilyAct::RefuseOrientation(RefuseOrientation { date: story.ago(ago - 8), motive }))
}

fn proposes(story: &mut Story<'_>, ago: u64, by: usize, disposal: Disposal) -> Done {
    let motive = story.people.texts.disposal.clone();
    story.act_by(ago, story.colleague(by), &FamilyAct::ProposeDisposal(ProposeDisposal { disposal, motive }))
}

/// Proposed by a colleague: the first referent, whose screen this is, can confirm.
fn to_be_erased(story: &mut Story<'_>) -> Done {
    refused_long_ago(story, 1100)?;
    proposes(story, 6, 1, Disposal::Erase)
}

fn past_its_time(story: &mut Story<'_>) -> Done {
    refused_long_ago(story, 780)
}

fn archived(story: &mut Story<'_>) -> Done {
    refused_long_ago(story, 900)?;
    proposes(story, 60, 0, Disposal::Archive)?;
    let confirmed = ConfirmDisposal { disposal: Disposal::Archive };
    story.act_by(55, story.colleague(1), &FamilyAct::ConfirmDisposal(confirmed))
}
