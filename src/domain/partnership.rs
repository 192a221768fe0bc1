//! Effects on the partnership, noted by the antenna (art. 7): the part of the impact measure that no figure tells.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::antenna::{AntennaRecord, AntennaScene};
use super::event::AntennaEvent;
use super::refusal::Refusal;
use super::{free_text, not_after_today, required};
use crate::base::id::PartnershipNoteId;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnershipNote {
    pub id: PartnershipNoteId,
    pub date: NaiveDate,
    /// With whom; of the partnership as a whole where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partner: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotePartnership {
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partner: String,
    pub text: String,
}

impl AntennaRecord {
    /// The notes of a period, both days inclusive, the earliest first.
    pub fn partnership_between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &PartnershipNote> {
        self.partnership_notes.iter().filter(move |note| from <= note.date && note.date <= to)
    }
}

pub(super) fn note(scene: &AntennaScene<'_>, act: &NotePartnership) -> Result<AntennaEvent, Refusal> {
    Ok(AntennaEvent::PartnershipNoted(PartnershipNote {
        id: scene.ids.fresh(),
        date: not_after_today("date", act.date, scene.today)?,
        partner: free_text("partner", &act.partner)?,
        text: required("text", &act.text)?,
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    #[test]
    fn an_effect_on_the_partnership_is_noted_on_a_day_that_has_come() {
        let desk = Desk::opened().on("2026-03-10");
        let note =
            |date: &str, text: &str| json!({"act": "note_partnership", "date": date, "partner": "PMI", "text": text});
        let noted = Desk::opened().on("2026-03-10").antenna_does(note("2026-03-10", " Relais plus rapides "));
        let notes = &noted.antenna.partnership_notes;
        assert_eq!((notes.len(), notes[0].text.as_str(), notes[0].partner.as_str()), (1, "Relais plus rapides", "PMI"));
        assert_eq!(desk.antenna_tries(note("2026-03-10", "")), Err(Refusal::FieldEmpty { field: "text" }));
        let ahead = Refusal::DateInFuture { field: "date", date: day("2026-03-11") };
        assert_eq!(desk.antenna_tries(note("2026-03-11", "?")), Err(ahead));
    }
}
