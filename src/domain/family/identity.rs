//! Who the parent is, how to reach them, and the situation that art. 2 asks about.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Contact, FamilyRecord, Identity, Situation};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, contains_nir, free_text, not_after_today, required};

/// Replaces the identity as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectIdentity {
    pub surname: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    pub matricule: String,
}

/// A valid identity from what was typed.
pub(in crate::domain) fn identity(
    scene: &Scene<'_>,
    surname: &str,
    given_name: &str,
    birth_date: NaiveDate,
    matricule: &str,
) -> Result<Identity, Refusal> {
    let birth_date = not_after_today("birth_date", birth_date, scene.today)?;
    Ok(Identity {
        surname: required("surname", surname)?,
        given_name: required("given_name", given_name)?,
        birth_date,
        matricule: self::matricule(matricule)?,
    })
}

/// Corrects the identity; the CAF number of another family is refused.
pub(in crate::domain) fn correct_identity(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &CorrectIdentity,
) -> Result<Vec<Event>, Refusal> {
    let corrected = identity(scene, &act.surname, &act.given_name, act.birth_date, &act.matricule)?;
    if corrected.matricule != record.identity.matricule && scene.census.matricule_taken {
        return Err(Refusal::MatriculeTaken { matricule: corrected.matricule });
    }
    if corrected == record.identity {
        return Err(Refusal::NothingChanges {});
    }
    Ok(vec![Event::IdentityRecorded(corrected)])
}

pub(in crate::domain) fn record_contact(record: &FamilyRecord, act: &Contact) -> Result<Vec<Event>, Refusal> {
    let contact = Contact {
        telephone: free_text("telephone", &act.telephone)?,
        email: free_text("email", &act.email)?,
        address: free_text("address", &act.address)?,
        language: free_text("language", &act.language)?,
    };
    if contact == record.contact {
        return Err(Refusal::NothingChanges {});
    }
    Ok(vec![Event::ContactRecorded(contact)])
}

pub(in crate::domain) fn record_situation(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &Situation,
) -> Result<Vec<Event>, Refusal> {
    let situation = Situation {
        date: not_after_today("date", act.date, scene.today)?,
        benefit_code: required("benefit_code", &act.benefit_code)?.to_uppercase(),
        isolated: act.isolated,
        followed_by_department: act.followed_by_department,
    };
    if record.situation.as_ref() == Some(&situation) {
        return Err(Refusal::NothingChanges {});
    }
    if let Some(known) = record.situation.as_ref().filter(|known| situation.date < known.date) {
        return Err(Refusal::DateBefore { field: "date", date: situation.date, earliest: known.date });
    }
    Ok(vec![Event::SituationRecorded(situation)])
}

/// A valid CAF number: 1 to 15 letters or digits, and not a social-security number.
fn matricule(typed: &str) -> Result<String, Refusal> {
    let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    if text.is_empty() {
        return Err(Refusal::FieldEmpty { field: "matricule" });
    }
    if contains_nir(typed) || contains_nir(&text) {
        return Err(Refusal::NirIsNeverStored { field: "matricule" });
    }
    if text.chars().count() > 15 || !text.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(Refusal::MatriculeMalformed { matricule: text });
    }
    Ok(text)
}
