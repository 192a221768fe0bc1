//! The form of every act: its fields, what each can take, and what the record already answers.
//!
//! A form decides nothing: its values become a [`crate::domain::FamilyAct`], and the domain accepts or refuses it.

mod antenna;
mod contract;
mod convention;
mod department;
mod diagnosis;
mod encounter;
mod exit;
mod group;
mod household;
mod landmark;
mod orientation;
mod panel;
mod referent;
mod retention;
mod rights;
mod steering;

pub use antenna::Followed;
use chrono::NaiveDate;
pub use convention::{Becomes, ListOf, Part, Shown, convention_numbers, lay_over};

use crate::base::id::{FamilyId, ReferentId};
use crate::base::locale::Catalog;
use crate::domain::antenna::{AntennaRecord, Referent};
use crate::domain::convention::{Convention, Label};
use crate::domain::deadline::About;
use crate::domain::family::FamilyRecord;
use crate::domain::orientation::Check;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

/// What a form can be filled from.
pub struct FormScene<'a> {
    pub today: NaiveDate,
    pub author: ReferentId,
    pub antenna: &'a AntennaRecord,
    /// The family under the cursor; a new one's orientation has none.
    pub record: Option<&'a FamilyRecord>,
    /// The checks of art. 2, for an inclusion.
    pub checks: &'a [Check],
    /// How many families each referent follows, for a leaving.
    pub followed: &'a Followed,
    pub catalog: &'a Catalog,
    /// What the cursor is on.
    pub about: Option<About>,
}

/// The form of an act, filled from the record.
///
/// # Errors
/// The refusal that the act would meet whatever was typed: then there is no form to fill in.
pub fn form(kind: ActKind, scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let fields = match kind {
        ActKind::ReceiveOrientation => return orientation::receive(scene),
        ActKind::IncludeFamily => return orientation::include(scene),
        ActKind::RefuseOrientation => orientation::refuse(scene)?,
        ActKind::CorrectIdentity => household::identity(scene)?,
        ActKind::RecordContact => household::contact(scene.record()?),
        ActKind::RecordSituation => household::situation(scene)?,
        ActKind::AddChild => household::add_child(scene)?,
        ActKind::CorrectChild => household::correct_child(scene)?,
        ActKind::RecordChildDeparture => household::departure(scene)?,
        ActKind::DeclarePregnancy => household::declare_pregnancy(scene)?,
        ActKind::EndPregnancy => household::end_pregnancy(scene)?,
        ActKind::ChangeReferent => referent::change(scene)?,
        ActKind::NameStandIn => referent::stand_in(scene)?,
        ActKind::PlanEncounter => encounter::plan(scene)?,
        ActKind::HoldEncounter => return encounter::hold(scene),
        ActKind::MissEncounter => encounter::miss(scene)?,
        ActKind::CancelEncounter => encounter::cancel(scene)?,
        ActKind::WriteNote => encounter::note(scene)?,
        ActKind::DraftContract => contract::first(scene)?,
        ActKind::RenewContract => contract::renew(scene)?,
        ActKind::AmendContract => contract::amend(scene)?,
        ActKind::ReviseContract => contract::revise(scene)?,
        ActKind::DropContractDraft => return contract::drop_draft(scene),
        ActKind::SignContract => return contract::sign(scene),
        ActKind::ReviewContract => contract::review(scene)?,
        ActKind::EndContract => contract::end(scene)?,
        ActKind::SettleCommitment => contract::settle(scene)?,
        ActKind::ExitFamily => exit::exit(scene)?,
        ActKind::CorrectExit => exit::correct(scene)?,
        ActKind::ReopenFamily => return exit::reopen(scene),
        ActKind::ProposeDisposal => retention::propose(scene)?,
        ActKind::DeclineDisposal => retention::decline(scene)?,
        ActKind::ConfirmDisposal => retention::confirm(scene)?,
        ActKind::OpenPanelReferral => return panel::open(scene),
        ActKind::RevisePanelReferral => panel::revise(scene)?,
        ActKind::RecordPanelLetter => return panel::letter(scene),
        ActKind::RecordPanelObservations => panel::observations(scene)?,
        ActKind::SendPanelReferral => return panel::send(scene),
        ActKind::PostponePanelReferral => panel::postpone(scene)?,
        ActKind::CancelPanelReferral => panel::cancel(scene)?,
        ActKind::RecordPanelOpinion => panel::opinion(scene)?,
        ActKind::RecordPanelDecision => return panel::decision(scene),
        ActKind::NotifyPanelDecision => panel::notify(scene)?,
        ActKind::ReferToProfessional => landmark::professional(scene)?,
        ActKind::RecordReturnToWork => landmark::work(scene)?,
        ActKind::RedirectHousing => return landmark::redirect(scene),
        ActKind::ReportChildProtection => return landmark::report(scene),
        ActKind::RateEffects => landmark::effects(scene)?,
        ActKind::OpenRightsClaim => rights::open(scene)?,
        ActKind::SubmitRightsClaim => rights::submit(scene)?,
        ActKind::FinaliseRightsClaim => rights::finalise(scene)?,
        ActKind::RequestFinancialAid => rights::request(scene)?,
        ActKind::AnswerFinancialAid => rights::answer(scene)?,
        ActKind::RecordDiagnosis => diagnosis::record(scene)?,
        ActKind::RecordAttendance => group::attend(scene)?,
        ActKind::PlanGroupAction => group::plan(scene)?,
        ActKind::AddGroupSession => group::add(scene)?,
        ActKind::CancelGroupSession => group::cancel(scene)?,
        ActKind::RaiseTopic => steering::raise(scene),
        ActKind::FollowTopic => steering::follow(scene)?,
        ActKind::CloseTopic => steering::close(scene)?,
        ActKind::NotePartnership => steering::note(scene),
        ActKind::ClosePeriod => steering::close_period(scene)?,
        ActKind::AddReferent => return Ok(antenna::add_referent(scene)),
        ActKind::CorrectReferent => antenna::correct_referent(scene)?,
        ActKind::RecordReferentLeaving => return antenna::leaving(scene),
        ActKind::AddCenter => antenna::add_center(),
        ActKind::ChangeCenter => antenna::change_center(scene)?,
        ActKind::CloseCenter => antenna::close_center(scene)?,
        ActKind::AdoptConvention => return convention::adopt(scene),
        ActKind::RevokeAntenna => department::revoke(scene),
        ActKind::AnswerTopic => department::answer(scene)?,
    };
    let family = scene.family().filter(|_| !kind.is_of_antenna());
    Ok(Form::new(kind, family, fields))
}

impl<'a> FormScene<'a> {
    fn record(&self) -> Result<&'a FamilyRecord, Refusal> {
        self.record.ok_or(Refusal::FamilyUnknown {})
    }

    /// Of the present stay, or of the one that has just ended.
    fn in_a_stay(&self) -> Result<(), Refusal> {
        self.record()?.stays.last().map(|_| ()).ok_or(Refusal::FamilyNotIncluded {})
    }

    fn family(&self) -> Option<FamilyId> {
        self.record.map(|record| record.id)
    }

    fn convention(&self) -> Result<&'a Convention, Refusal> {
        self.antenna.convention(self.today).ok_or(Refusal::ConventionMissing {})
    }

    fn label(&self, label: &'a Label) -> &'a str {
        label.of(self.catalog.lang())
    }

    /// The id of what the cursor is on, as choices hold it.
    fn pointed(&self) -> Option<String> {
        match self.about.as_ref()? {
            About::Family | About::Antenna | About::Gap { .. } | About::Child { .. } => None,
            About::Center { code } => Some(code.to_string()),
            About::AntennaPart { id } => Some(id.to_string()),
            About::Encounter { id, .. } => Some(id.to_string()),
            About::Contract { id, .. } => Some(id.to_string()),
            About::Commitment { id, .. } => Some(id.to_string()),
            About::PanelReferral { id, .. } => Some(id.to_string()),
        }
    }

    /// A date as it is typed and shown.
    fn date(&self, date: NaiveDate) -> String {
        self.catalog.date(date)
    }

    /// The referents there today, the author first.
    fn referents(&self) -> Vec<Choice> {
        let follows = |one: &&Referent| one.role.follows() && self.antenna.has_referent_on(one.id, self.today);
        let here = self.antenna.referents.iter().filter(follows);
        let mut here: Vec<_> = here.collect();
        here.sort_by_key(|referent| (referent.id != self.author, referent.name.clone()));
        here.into_iter().map(|referent| Choice::new(referent.id.to_string(), referent.name.clone())).collect()
    }
}

/// Options out of the values of an enum, with their messages `<prefix>-<code>`.
fn options<T: serde::Serialize + Copy>(scene: &FormScene<'_>, prefix: &str, values: &[T]) -> Vec<Choice> {
    let option = |value: &T| {
        let code = serde_json::to_value(value).ok()?.as_str()?.to_owned();
        let label = scene.catalog.text(&format!("{prefix}-{code}")).into_owned();
        Some(Choice::new(code, label))
    };
    values.iter().filter_map(option).collect()
}

/// A date field that leans to the past, filled with today.
fn happened(scene: &FormScene<'_>, name: &'static str) -> Field {
    Field::date(name, crate::base::dates::Leaning::Past).value(scene.date(scene.today))
}
