//! Who the parent is, how to reach them, and the situation that art. 2 asks about.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Contact, FamilyRecord, Identity, Situation};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, contains_nir, free_text, named, not_after_today, required};

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
        surname: named("surname", surname)?,
        given_name: named("given_name", given_name)?,
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
    for child in &record.children {
        super::born_after("birth_date", child.birth_date, corrected.birth_date)?;
    }
    Ok(vec![Event::IdentityRecorded(corrected)])
}

/// How to reach the parent, as it is kept.
pub(in crate::domain) fn contact(given: &Contact) -> Result<Contact, Refusal> {
    let telephone = free_text("telephone", &given.telephone)?;
    if !telephone.is_empty() && !telephone.chars().any(|c| c.is_ascii_digit()) {
        return Err(Refusal::TelephoneWithoutDigit {});
    }
    Ok(Contact {
        telephone,
        email: free_text("email", &given.email)?,
        address: free_text("address", &given.address)?,
        language: free_text("language", &given.language)?,
    })
}

pub(in crate::domain) fn record_contact(record: &FamilyRecord, act: &Contact) -> Result<Vec<Event>, Refusal> {
    let contact = contact(act)?;
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    #[test]
    fn a_caf_number_has_one_to_fifteen_letters_or_digits_and_is_never_a_social_security_number() {
        let malformed = |matricule: &str| Refusal::MatriculeMalformed { matricule: matricule.into() };
        for (typed, outcome) in [
            ("1", Ok("1")),
            (" 72 04 821 a", Ok("7204821A")),
            ("123456789012345", Ok("123456789012345")),
            ("1234567890123456", Err(malformed("1234567890123456"))),
            ("7204-821", Err(malformed("7204-821"))),
            ("720482é", Err(malformed("720482É"))),
            ("  ", Err(Refusal::FieldEmpty { field: "matricule" })),
            ("255081416802538", Err(Refusal::NirIsNeverStored { field: "matricule" })),
            ("2 55 08 14 168 025 38", Err(Refusal::NirIsNeverStored { field: "matricule" })),
            ("2-55-08-14-168-025-38", Err(Refusal::NirIsNeverStored { field: "matricule" })),
        ] {
            assert_eq!(matricule(typed), outcome.map(str::to_owned), "{typed:?}");
        }
    }

    #[test]
    fn an_identity_is_corrected_as_a_whole_and_never_takes_another_familys_number() {
        let desk = Desk::oriented();
        for (member, value) in [("surname", ""), ("given_name", " ")] {
            assert_eq!(desk.refusal("correct_identity", json!({member: value})).field(), Some(member));
        }
        let tomorrow = desk.refusal("correct_identity", json!({"birth_date": "2026-01-16"}));
        assert_eq!(tomorrow, Refusal::DateInFuture { field: "birth_date", date: day("2026-01-16") });
        let mut desk = desk;
        desk.census.matricule_taken = true;
        assert_eq!(desk.refusal("correct_identity", json!({})), Refusal::MatriculeTaken { matricule: "1".into() });
        let desk = desk.does("correct_identity", json!({"surname": "Diara", "matricule": "1234567"}));
        assert_eq!(desk.record.display_name(), "DIARA Aminata");
    }

    #[test]
    fn a_contact_is_replaced_as_a_whole() {
        let desk = Desk::oriented().does("record_contact", json!({}));
        assert_eq!(desk.refusal("record_contact", json!({})), Refusal::NothingChanges {});
        let desk = desk.does("record_contact", json!({"email": "", "address": null, "language": null}));
        let telephone = "0601020304".to_owned();
        assert_eq!(desk.record.contact, Contact { telephone, ..Contact::default() });
        let number = desk.refusal("record_contact", json!({"address": "chez 255081416802538"}));
        assert_eq!(number, Refusal::NirIsNeverStored { field: "address" });
    }

    #[test]
    fn a_situation_never_goes_back_in_time() {
        let desk = Desk::oriented();
        assert_eq!(desk.refusal("record_situation", json!({"benefit_code": "rsi"})), Refusal::NothingChanges {});
        let earlier = desk.refusal("record_situation", json!({"date": "2026-01-09"}));
        let earliest = day("2026-01-10");
        assert_eq!(earlier, Refusal::DateBefore { field: "date", date: day("2026-01-09"), earliest });
        let desk = desk.does("record_situation", json!({"isolated": false}));
        let situation = desk.record.situation.unwrap();
        assert!(!situation.isolated, "a correction on the same day");
        assert_eq!(situation.date, earliest);
    }
}
