//! The signs of the timeline: one character each, different without colour.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::base::calendar::{self, Standing};
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::DeadlineRule;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::{Mark, PlacedBar, Sign, Timeline};

/// The signs that the legend explains, in the order in which room is given to them.
pub(super) const LEGEND: [Sign; 30] = [
    Sign::Office,
    Sign::HomeVisit,
    Sign::Remote,
    Sign::Planned,
    Sign::Unsettled,
    Sign::Missed,
    Sign::Excused,
    Sign::Deadline(DeadlineRule::CommitmentDue),
    Sign::Deadline(DeadlineRule::ContractReview),
    Sign::Deadline(DeadlineRule::ContractRenewal),
    Sign::Deadline(DeadlineRule::ContractEnd),
    Sign::Deadline(DeadlineRule::Silence),
    Sign::Deadline(DeadlineRule::PanelExamination),
    Sign::Deadline(DeadlineRule::ThirdBirthday),
    Sign::PanelSent,
    Sign::PanelLetter,
    Sign::PanelOpinion,
    Sign::PanelDecided,
    Sign::Deadline(DeadlineRule::PanelOpinion),
    Sign::Reoriented,
    Sign::BackToWork,
    Sign::Attended,
    Sign::Diagnosed,
    Sign::Claim,
    Sign::Aid,
    Sign::Rated,
    Sign::Redirected,
    Sign::Reported,
    Sign::Reviewed,
    Sign::DepartmentOffice,
];

/// The character of a sign.
pub(in crate::tui::screens) fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::ContractSigned | Sign::ContractDrafted => "├",
        Sign::Office => "●",
        Sign::DepartmentOffice => "◐",
        Sign::HomeVisit => "⌂",
        Sign::Remote => "☎",
        Sign::Planned => "○",
        Sign::Unsettled => "?",
        Sign::Missed => "✗",
        Sign::Excused => "e",
        Sign::Cancelled => "-",
        Sign::Reviewed => "◈",
        Sign::Kept => "✓",
        Sign::PartlyKept => "~",
        Sign::NotKept => "×",
        Sign::Dropped => "–",
        Sign::CarriedOver => "→",
        Sign::PanelLetter => "¶",
        Sign::PanelSent => "▷",
        Sign::PanelOpinion => "◊",
        Sign::PanelDecided => "▣",
        Sign::PanelCancelled => "-",
        Sign::Oriented => "›",
        Sign::Included => "»",
        Sign::Exited => "«",
        Sign::Reoriented => "⇢",
        Sign::BackToWork => "▲",
        Sign::Redirected => "↝",
        Sign::Reported => "§",
        Sign::Rated => "±",
        Sign::Attended => "∷",
        Sign::Claim => "¶",
        Sign::Aid => "€",
        Sign::Diagnosed => "⊙",
        Sign::Deadline(rule) => match rule {
            DeadlineRule::Appointment => "○",
            DeadlineRule::ReferentMissing => "!",
            DeadlineRule::OrientationToAnswer => "›",
            DeadlineRule::FirstMeeting => "◎",
            DeadlineRule::ContractToSign => "✎",
            DeadlineRule::ContractReview => "◇",
            DeadlineRule::ContractRenewal => "↻",
            DeadlineRule::ContractEnd => "■",
            DeadlineRule::CommitmentDue => "□",
            DeadlineRule::PanelExamination => "◆",
            DeadlineRule::PanelObservations => "◔",
            DeadlineRule::PanelOpinion => "◕",
            DeadlineRule::ThirdBirthday => "★",
            DeadlineRule::Silence => "…",
            DeadlineRule::Retention | DeadlineRule::DisposalToConfirm => "▽",
            DeadlineRule::ConventionNotice
            | DeadlineRule::ConventionReport
            | DeadlineRule::ConventionEnd
            | DeadlineRule::DepartmentSilent => "§",
        },
    }
}

/// The message that names a sign.
pub(in crate::tui::screens) fn id(sign: Sign) -> &'static str {
    match sign {
        Sign::ContractSigned => "timeline-bar",
        Sign::ContractDrafted => "timeline-bar-draft",
        Sign::Office => "setting-caf-premises",
        Sign::DepartmentOffice => "setting-department-premises",
        Sign::HomeVisit => "setting-home-visit",
        Sign::Remote => "setting-remote",
        Sign::Planned => "encounter-planned",
        Sign::Unsettled => "encounter-unsettled",
        Sign::Missed => "encounter-missed",
        Sign::Excused => "encounter-excused",
        Sign::Cancelled => "encounter-cancelled",
        Sign::Reviewed => "timeline-reviewed",
        Sign::Kept => "result-kept",
        Sign::PartlyKept => "result-partly-kept",
        Sign::NotKept => "result-not-kept",
        Sign::Dropped => "result-dropped",
        Sign::CarriedOver => "result-carried-over",
        Sign::PanelLetter => "timeline-panel-letter",
        Sign::PanelSent => "timeline-panel-sent",
        Sign::PanelOpinion => "timeline-panel-opinion",
        Sign::PanelDecided => "timeline-panel-decided",
        Sign::PanelCancelled => "timeline-panel-cancelled",
        Sign::Oriented => "timeline-oriented",
        Sign::Included => "timeline-included",
        Sign::Exited => "timeline-exited",
        Sign::Reoriented => "timeline-reoriented",
        Sign::BackToWork => "timeline-back-to-work",
        Sign::Redirected => "timeline-redirected",
        Sign::Reported => "timeline-reported",
        Sign::Rated => "timeline-rated",
        Sign::Attended => "timeline-attended",
        Sign::Claim => "timeline-claim",
        Sign::Aid => "timeline-aid",
        Sign::Diagnosed => "timeline-diagnosed",
        Sign::Deadline(rule) => rule.id(),
    }
}

/// The sign of a cell that holds several marks.
pub(super) fn count(marks: usize) -> &'static str {
    const COUNTS: [&str; 10] = ["≡", "≡", "2", "3", "4", "5", "6", "7", "8", "9"];
    COUNTS.get(marks).copied().unwrap_or("≡")
}

/// What a mark of a timeline means on `today`: the birthday that a running contract crosses is no more than a landmark.
pub(super) fn role_on(timeline: &Timeline, mark: &Mark, today: NaiveDate) -> Role {
    let crossed = timeline.bars.iter().any(|bar| !bar.draft && bar.birthday == Some(mark.date) && today <= bar.to);
    if crossed && mark.sign == Sign::Deadline(DeadlineRule::ThirdBirthday) { Role::Landmark } else { role(mark, today) }
}

/// What a mark means on `today`.
pub(in crate::tui::screens) fn role(mark: &Mark, today: NaiveDate) -> Role {
    match mark.sign {
        Sign::Deadline(DeadlineRule::PanelExamination | DeadlineRule::ThirdBirthday) if today < mark.date => {
            Role::Landmark
        }
        Sign::Deadline(_) => match calendar::standing(mark.date, today) {
            Standing::Overdue => Role::Overdue,
            Standing::Due => Role::Due,
            Standing::Later if calendar::days_left(mark.date, today) <= 7 => Role::Due,
            Standing::Later => Role::Text,
        },
        Sign::Unsettled => Role::Overdue,
        Sign::Missed | Sign::NotKept => Role::Warning,
        Sign::PanelCancelled | Sign::Excused | Sign::Cancelled | Sign::Dropped | Sign::CarriedOver => Role::Muted,
        Sign::Kept => Role::Ok,
        Sign::Oriented
        | Sign::Included
        | Sign::Exited
        | Sign::PanelLetter
        | Sign::PanelSent
        | Sign::PanelOpinion
        | Sign::PanelDecided
        | Sign::Reoriented
        | Sign::BackToWork => Role::Landmark,
        Sign::Reported => Role::Private,
        Sign::Redirected | Sign::Rated | Sign::Claim | Sign::Aid | Sign::Diagnosed | Sign::Attended => Role::Text,
        Sign::ContractSigned
        | Sign::ContractDrafted
        | Sign::Office
        | Sign::DepartmentOffice
        | Sign::HomeVisit
        | Sign::Remote
        | Sign::Planned
        | Sign::Reviewed
        | Sign::PartlyKept => Role::Text,
    }
}

/// What stands beside a landmark where there is room.
pub(super) fn name<'a>(catalog: &'a Catalog, timeline: &Timeline, mark: &Mark) -> Option<Cow<'a, str>> {
    let counted =
        |id: &str, number: u32| Some(Cow::Owned(catalog.text_with(id, &[("count", Fact::Number(i64::from(number)))])));
    match mark.sign {
        Sign::Deadline(DeadlineRule::PanelExamination) => {
            counted("timeline-months", timeline.begins.map_or(0, |begins| months_between(begins, mark.date)))
        }
        Sign::Deadline(DeadlineRule::ThirdBirthday) => counted("timeline-years", timeline.landmark_years),
        Sign::Oriented | Sign::Included | Sign::Exited => Some(catalog.text(id(mark.sign))),
        Sign::ContractSigned
        | Sign::ContractDrafted
        | Sign::Office
        | Sign::DepartmentOffice
        | Sign::HomeVisit
        | Sign::Remote
        | Sign::Planned
        | Sign::Unsettled
        | Sign::Missed
        | Sign::Excused
        | Sign::Cancelled
        | Sign::Reviewed
        | Sign::Kept
        | Sign::PartlyKept
        | Sign::NotKept
        | Sign::Dropped
        | Sign::CarriedOver
        | Sign::PanelLetter
        | Sign::PanelSent
        | Sign::PanelOpinion
        | Sign::PanelDecided
        | Sign::PanelCancelled
        | Sign::Reoriented
        | Sign::BackToWork
        | Sign::Redirected
        | Sign::Reported
        | Sign::Rated
        | Sign::Claim
        | Sign::Aid
        | Sign::Diagnosed
        | Sign::Attended
        | Sign::Deadline(_) => None,
    }
}

/// Whole months from one day to another, by the calendar's own addition.
fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    (1..=600).take_while(|months| calendar::add_months(from, *months) <= to).last().unwrap_or(0)
}

/// The line of a bar: solid, dashed for a draft, double after the third birthday, its ends closed where they are in view.
pub(super) fn bar(placed: &PlacedBar, draft: bool, cut_short: bool, today: Option<u16>) -> String {
    let cell = |x: u16| match x {
        x if x == placed.from && !placed.clipped_left => '├',
        x if x == placed.to && !placed.clipped_right && cut_short => '╳',
        x if x == placed.to && !placed.clipped_right => '┤',
        x if x == placed.from && placed.clipped_left => '‹',
        x if x == placed.to && placed.clipped_right => '›',
        x if Some(x) == today => '┼',
        x if placed.after_birthday.is_some_and(|birthday| birthday <= x) => '═',
        _ if draft => '╌',
        _ => '─',
    };
    (placed.from..=placed.to).map(cell).collect()
}
