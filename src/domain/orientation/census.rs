//! What an orientation is judged by that its family's record does not hold.

use chrono::NaiveDate;

use crate::base::id::FamilyId;
use crate::domain::family::{FamilyRecord, Situation};

/// What the rest of the antenna's caseload, and the past, say about one family: the only facts from outside its record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Families now in the caseload.
    pub taken: u32,
    /// Of those, families oriented by this family's centre.
    pub taken_by_center: u32,
    /// Another family already bears the CAF number typed.
    pub matricule_taken: bool,
    /// Families that may be the same one: near name and same birth date.
    pub candidates: Vec<FamilyId>,
    /// What was recorded of this family's situation before the one that its record holds, oldest first.
    pub earlier_situations: Vec<Situation>,
}

impl Census {
    /// The situation of a family as it was known on `date`.
    pub(super) fn situation_on<'a>(&'a self, record: &'a FamilyRecord, date: NaiveDate) -> Option<&'a Situation> {
        let known = self.earlier_situations.iter().chain(&record.situation);
        known.filter(|situation| situation.date <= date).max_by_key(|situation| situation.date)
    }
}
