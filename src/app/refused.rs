//! What one side refused of a bundle of the other, on both sides: whose it is, why, and what to do.

use chrono::NaiveDate;

use super::slip::receipt_in;
use crate::base::id::{FamilyId, MatterId, PanelReferralId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::convention::Convention;
use crate::domain::family::Identity;
use crate::domain::orientation::ReceiveOrientation;
use crate::exchange::receipt::{Matter, Receipt, RefusalCode};
use crate::store::StoreError;
use crate::store::exchange::Sealed;
use crate::store::reading::Reading;

/// A part of a bundle that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPart {
    pub of: RefusedOf,
    pub matter: Matter,
    pub advice: Advice,
}

/// What a refused part is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusedOf {
    Family {
        /// `SURNAME Given`.
        name: String,
        matricule: String,
    },
    /// A version of the convention, by its code and its first day.
    Convention { code: String, from: NaiveDate },
    /// A topic for the steering committee.
    Topic { text: String },
    /// Nothing of it is here, or no longer.
    Unknown,
}

/// Who can do something about it, and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The other side learns it from the receipt.
    Theirs,
    /// The antenna corrects a family that the Département refused.
    Correct,
    /// At the Département, of a family that it refused.
    AwaitCorrection,
    /// A step of a referral can be given again.
    GiveStepAgain,
    /// The antenna had cancelled the referral.
    Cancelled,
    /// The opinion or the decision that the antenna has is to be given as it is.
    GiveSame,
    /// Another version of the convention is to be published.
    PublishAnother,
    /// The orientation is corrected and sent again.
    OrientAgain,
}

impl RefusedPart {
    /// Whose it is and why it was refused, then what to do.
    pub fn told(&self, catalog: &Catalog) -> Vec<String> {
        let facts = [("of", Fact::Text(self.whose(catalog))), ("said", Fact::Text(self.reason(catalog)))];
        std::iter::once(catalog.text_with("refused-part", &facts)).chain(self.what_to_do(catalog)).collect()
    }

    /// Whose it is.
    pub fn whose(&self, catalog: &Catalog) -> String {
        self.of.named(catalog)
    }

    /// Why it was refused.
    pub fn reason(&self, catalog: &Catalog) -> String {
        matter_told(&self.matter, catalog).map(|(said, _)| said).unwrap_or_default()
    }

    /// What to do.
    pub fn what_to_do(&self, catalog: &Catalog) -> Option<String> {
        let code = self.matter.refused?.code();
        match self.advice {
            Advice::Correct => matter_told(&self.matter, catalog).map(|(_, hint)| hint),
            Advice::AwaitCorrection => catalog.hint(&format!("refused-{code}"), &[]),
            Advice::Theirs => Some(catalog.text("refused-advice-theirs").into_owned()),
            Advice::GiveStepAgain => Some(catalog.text("refused-advice-step").into_owned()),
            Advice::Cancelled => Some(catalog.text("refused-advice-cancelled").into_owned()),
            Advice::GiveSame => Some(catalog.text("refused-advice-same").into_owned()),
            Advice::PublishAnother => Some(catalog.text("refused-advice-convention").into_owned()),
            Advice::OrientAgain => Some(catalog.text("refused-advice-orientation").into_owned()),
        }
    }
}

impl RefusedOf {
    /// A person by her identity.
    pub(super) fn person(identity: &Identity) -> Self {
        let name = format!("{} {}", identity.surname.to_uppercase(), identity.given_name);
        Self::Family { name, matricule: identity.matricule.clone() }
    }

    /// The person of an orientation.
    pub(super) fn oriented(orientation: &ReceiveOrientation) -> Self {
        let name = format!("{} {}", orientation.surname.to_uppercase(), orientation.given_name);
        Self::Family { name, matricule: orientation.matricule.clone() }
    }

    /// As a sentence names it.
    fn named(&self, catalog: &Catalog) -> String {
        match self {
            Self::Family { name, matricule } => {
                let facts = [("name", Fact::from(name.as_str())), ("matricule", Fact::from(matricule.as_str()))];
                catalog.text_with("refused-of-family", &facts)
            }
            Self::Convention { code, from } => {
                let facts = [("code", Fact::from(code.as_str())), ("date", Fact::Date(*from))];
                catalog.text_with("refused-of-convention", &facts)
            }
            Self::Topic { text } => catalog.text_with("refused-of-topic", &[("text", Fact::from(text.as_str()))]),
            Self::Unknown => catalog.text("refused-of-unknown").into_owned(),
        }
    }

    pub(super) fn convention(version: &Convention) -> Self {
        Self::Convention { code: version.code.clone(), from: version.effective_from }
    }

    /// A family of the store.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn family(reading: &Reading<'_>, family: FamilyId) -> Result<Self, StoreError> {
        let row = reading.row(family)?;
        Ok(row.map_or(Self::Unknown, |row| Self::Family { name: row.name, matricule: row.matricule }))
    }

    /// The family of a matter of an antenna: itself, or that of a referral.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn matter(reading: &Reading<'_>, id: MatterId) -> Result<Self, StoreError> {
        let referral = PanelReferralId::from_bytes(id.bytes());
        match reading.family_of_referral(referral)? {
            Some(family) => Self::family(reading, family),
            None => Self::family(reading, FamilyId::from_bytes(id.bytes())),
        }
    }
}

/// What was lost with a store that was put back from a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// At the Département: acts of a family that the new series of the antenna does not carry, and that are taken back here.
    TakenBack { of: RefusedOf, acts: u64 },
    /// At the antenna: a family that a bundle told of which is not in its store any more.
    Handed { of: RefusedOf, sequence: u64 },
    /// Families that such a bundle told of, and that are not there any more either.
    HandedUnknown { families: u64, sequence: u64 },
}

impl Lost {
    pub(super) fn told(&self, catalog: &Catalog) -> String {
        let named = |of: &RefusedOf| ("of", Fact::Text(of.named(catalog)));
        match self {
            Self::TakenBack { of, acts } => {
                catalog.text_with("lost-taken-back", &[named(of), ("acts", Fact::from(*acts))])
            }
            Self::Handed { of, sequence } => {
                catalog.text_with("lost-handed", &[named(of), ("sequence", Fact::from(*sequence))])
            }
            Self::HandedUnknown { families, sequence } => {
                let facts = [("families", Fact::from(*families)), ("sequence", Fact::from(*sequence))];
                catalog.text_with("lost-handed-unknown", &facts)
            }
        }
    }

    /// What receipts answer to a bundle that is not in this store any more.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn of_receipt(reading: &Reading<'_>, receipt: &Receipt) -> Result<Vec<Self>, StoreError> {
        let (mut lost, mut families) = (Vec::new(), 0);
        let sequence = receipt.sequence;
        for matter in &receipt.matters {
            match RefusedOf::matter(reading, matter.id)? {
                RefusedOf::Unknown => families += 1,
                of => lost.push(Self::Handed { of, sequence }),
            }
        }
        lost.extend((families > 0).then_some(Self::HandedUnknown { families, sequence }));
        Ok(lost)
    }
}

impl super::App {
    /// The families that the Département refused, has not accepted since, and that do not go again by themselves.
    ///
    /// # Errors
    /// The store's.
    pub fn refused_families(&self) -> Result<Vec<(FamilyId, RefusedPart)>, super::AppError> {
        let reading = self.store.read();
        let mut parts = Vec::new();
        for refused in reading.refused_families()?.into_iter().filter(|one| !one.again) {
            let Some(code) = RefusalCode::ALL.into_iter().find(|code| code.code() == refused.code) else { continue };
            let matter = Matter::refused(MatterId::from_bytes(refused.family.bytes()), code);
            let of = RefusedOf::family(&reading, refused.family)?;
            parts.push((refused.family, RefusedPart { of, matter, advice: Advice::Correct }));
        }
        Ok(parts)
    }

    /// What the Département refused of a bundle of ours.
    ///
    /// # Errors
    /// The store's.
    pub fn refused_of(&self, sealed: &Sealed) -> Result<Vec<RefusedPart>, super::AppError> {
        let reading = self.store.read();
        let receipt = receipt_in(sealed.receipt.as_deref());
        let refused = receipt.into_iter().flat_map(|receipt| receipt.matters).filter(|one| one.refused.is_some());
        let part = |matter: Matter| {
            let of = RefusedOf::matter(&reading, matter.id)?;
            Ok(RefusedPart { of, matter, advice: Advice::Correct })
        };
        refused.map(part).collect()
    }
}

/// Why a matter was refused, in the person's language, and what to do; none of one that was accepted.
pub fn matter_told(matter: &Matter, catalog: &Catalog) -> Option<(String, String)> {
    let code = matter.refused?;
    let told = refusal_told(code.code(), catalog);
    let Some(rule) = matter.rule.as_deref().filter(|rule| catalog.has(rule)) else { return Some(told) };
    let facts: Vec<(&str, Fact)> = matter.facts.iter().map(|(name, fact)| (name.as_str(), fact.into())).collect();
    let said = catalog.text_with(rule, &facts);
    // A receipt of before that gives no facts: a rule that names some cannot be said.
    if said.contains('{') || said.contains('⟦') {
        return Some(told);
    }
    let hint = if code == RefusalCode::Rule { catalog.hint(rule, &facts) } else { None };
    Some((said, hint.unwrap_or(told.1)))
}

/// Why something was refused with a code, and what to do at an antenna.
pub fn refusal_told(code: &str, catalog: &Catalog) -> (String, String) {
    let id = format!("receipt-{code}");
    (catalog.text(&id).into_owned(), catalog.hint(&id, &[]).unwrap_or_default())
}
