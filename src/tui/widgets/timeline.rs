//! The path of a family laid out on a line of months: contract bars, marks, today. Pure: dates in, cells out.
//!
//! It draws nothing and names nothing: signs, colours and sentences are the screen's.

mod marks;
mod scale;

use chrono::NaiveDate;

use crate::base::id::{
    CommitmentId, ContractId, DiagnosisId, EncounterId, FinancialAidId, GroupSessionId, LandmarkId, PanelReferralId,
    RightsClaimId,
};
use crate::domain::deadline::DeadlineRule;
pub use scale::{Scale, Zoom};

/// Everything of a family's path that has a date, in the order in which it is walked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    pub bars: Vec<Bar>,
    /// Earliest first; on one day contracts, acts, deadlines, landmarks.
    pub marks: Vec<Mark>,
    /// First day of the current or latest stay, or of its orientation.
    pub begins: Option<NaiveDate>,
    /// The age that the landmark birthday is: 3, unless the convention says otherwise.
    pub landmark_years: u32,
}

/// One contract, from its first day to its last, both inclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub contract: ContractId,
    pub rank: u32,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub draft: bool,
    /// It ended before the last day foreseen at signature.
    pub cut_short: bool,
    /// The youngest child's third birthday, when the contract runs across it.
    pub birthday: Option<NaiveDate>,
}

/// One thing that happened, or has to, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub date: NaiveDate,
    pub lane: Lane,
    pub sign: Sign,
    pub object: Object,
}

/// What a row of the pane is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    Contracts,
    Acts,
    Deadlines,
    Landmarks,
}

/// What a mark says at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    ContractSigned,
    ContractDrafted,
    Office,
    DepartmentOffice,
    HomeVisit,
    Remote,
    Planned,
    /// Planned for a day that has passed, with no outcome.
    Unsettled,
    Missed,
    Excused,
    Cancelled,
    Reviewed,
    Kept,
    PartlyKept,
    NotKept,
    Dropped,
    CarriedOver,
    PanelLetter,
    PanelSent,
    PanelOpinion,
    PanelDecided,
    PanelCancelled,
    Deadline(DeadlineRule),
    Oriented,
    Included,
    Exited,
    Reoriented,
    BackToWork,
    Redirected,
    Reported,
    Rated,
    Claim,
    Aid,
    Diagnosed,
    Attended,
}

/// What a mark opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    Encounter(EncounterId),
    Contract(ContractId),
    /// The review of that place in the contract.
    Review(ContractId, usize),
    Commitment(CommitmentId),
    Panel(PanelReferralId),
    Deadline(DeadlineRule),
    Landmark(LandmarkId),
    Claim(RightsClaimId),
    Aid(FinancialAidId),
    Diagnosis(DiagnosisId),
    Attendance(GroupSessionId),
    /// The orientation, inclusion or exit of the stay of that place in the record.
    Stay(usize),
}

/// The timeline within a width, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub width: u16,
    /// Where the days and months of the axis begin, earliest first.
    pub ticks: Vec<Tick>,
    pub today: Option<u16>,
    pub bars: Vec<PlacedBar>,
    /// For each mark of the timeline its cell, if it is within the width.
    pub cells: Vec<Option<u16>>,
}

/// One division of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    pub x: u16,
    pub division: Division,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Division {
    Month { year: i32, month: u32 },
    Day(u32),
}

/// The part of a bar that is within the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedBar {
    /// Its place among the timeline's bars.
    pub bar: usize,
    pub from: u16,
    /// Inclusive.
    pub to: u16,
    pub clipped_left: bool,
    pub clipped_right: bool,
    /// From here on the bar is after the third birthday.
    pub after_birthday: Option<u16>,
}

/// The marks of one cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    pub x: u16,
    /// Their places among the timeline's marks, earliest first; never empty.
    pub marks: Vec<usize>,
}

impl Timeline {
    /// Lays the timeline out in `width` cells, the first of which holds the day `from`.
    pub fn layout(&self, today: NaiveDate, zoom: Zoom, from: NaiveDate, width: u16) -> Layout {
        let scale = Scale::new(zoom, width);
        let origin = scale.cell(from);
        let within = |date: NaiveDate| {
            let x = scale.cell(date) - origin;
            u16::try_from(x).ok().filter(|x| *x < width)
        };
        let last = i64::from(width) - 1;
        let placed = |(place, bar): (usize, &Bar)| {
            let (left, right) = (scale.cell(bar.from) - origin, scale.cell(bar.to) - origin);
            if right < 0 || last < left {
                return None;
            }
            let clamped = |x: i64| u16::try_from(x.clamp(0, last.max(0))).unwrap_or(0);
            let after = bar.birthday.map(|birthday| scale.cell(birthday) - origin).filter(|x| *x <= last.min(right));
            Some(PlacedBar {
                bar: place,
                from: clamped(left),
                to: clamped(right),
                clipped_left: left < 0,
                clipped_right: last < right,
                after_birthday: after.map(clamped),
            })
        };
        Layout {
            width,
            ticks: scale.ticks(from, width),
            today: within(today),
            bars: self.bars.iter().enumerate().filter_map(placed).collect(),
            cells: self.marks.iter().map(|mark| within(mark.date)).collect(),
        }
    }

    /// The first mark on or after `date`, else the last one.
    pub fn nearest(&self, date: NaiveDate) -> Option<usize> {
        let next = self.marks.iter().position(|mark| date <= mark.date);
        next.or_else(|| self.marks.len().checked_sub(1))
    }

    /// Where a mark known from before now stands: the same sign on the same object, else the same object.
    pub fn position(&self, known: &Mark) -> Option<usize> {
        let same = |mark: &Mark| mark.object == known.object && mark.sign == known.sign;
        let of_object = || self.marks.iter().position(|mark| mark.object == known.object);
        self.marks.iter().position(same).or_else(of_object)
    }
}

impl Layout {
    /// The marks of the lanes that share a row, cell by cell from the left.
    pub fn stacks(&self, timeline: &Timeline, lanes: &[Lane]) -> Vec<Stack> {
        let mut stacks: Vec<Stack> = Vec::new();
        for (place, (mark, x)) in timeline.marks.iter().zip(&self.cells).enumerate() {
            let Some(x) = x.filter(|_| lanes.contains(&mark.lane)) else { continue };
            // Marks come in the order of their days, and so of their cells.
            match stacks.last_mut().filter(|stack| stack.x == x) {
                Some(stack) => stack.marks.push(place),
                None => stacks.push(Stack { x, marks: vec![place] }),
            }
        }
        stacks
    }
}

#[cfg(test)]
mod tests;
