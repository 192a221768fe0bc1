//! What went wrong, as a person reads it: what happened, what to do, and the rule or article behind it.

use super::orientations::ListFault;
use crate::base::locale::{Catalog, Fact};
use crate::domain::refusal::Refusal;
use crate::exchange::ExchangeError;
use crate::journal::codec::Unreadable;
use crate::store::StoreError;

/// Why a command or a reading did not happen. Nothing was written, but where it is said.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A rule of the convention: the person can act on it.
    #[error("refused: {}", .0.id())]
    Refused(Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// An entry of the journal that this program should know cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A list of orientations that cannot be read or received.
    #[error(transparent)]
    List(#[from] ListFault),
    /// Everything was written, but for the copy that is made at the end.
    #[error("not backed up: {0}")]
    NotBackedUp(StoreError),
}

/// An error in the person's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub hint: Option<String>,
    /// The article, law or practice of the rule, for a refusal.
    pub source: Option<String>,
    /// The member of the act that it is about.
    pub field: Option<&'static str>,
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl AppError {
    /// Whether a secret was wrong: the next try is to wait.
    pub fn is_wrong_secret(&self) -> bool {
        matches!(self, Self::Store(StoreError::WrongPassphrase | StoreError::WrongRecoveryCode))
    }

    /// The error in the catalogue's language.
    pub fn explain(&self, catalog: &Catalog) -> Explanation {
        match self {
            Self::Refused(refusal) => {
                let source = match refusal.source() {
                    "practice" => catalog.text("source-practice").to_string(),
                    article => article.to_owned(),
                };
                let mut explanation = explained(catalog, refusal.id(), &refusal.arguments());
                explanation.source = Some(source);
                explanation.field = refusal.field();
                explanation
            }
            Self::Store(error) => explained(catalog, error.id(), &error.arguments()),
            Self::Exchange(error) => explained(catalog, error.id(), &error.arguments()),
            Self::Unreadable(_) => explained(catalog, "store-unreadable", &[]),
            Self::List(fault) => explained(catalog, fault.id(), &fault.arguments(catalog)),
            Self::NotBackedUp(fault) => explained(catalog, "app-not-backed-up", &[("fault", Fact::from(fault.id()))]),
        }
    }
}

fn explained(catalog: &Catalog, id: &str, arguments: &[(&'static str, Fact)]) -> Explanation {
    Explanation { text: catalog.text_with(id, arguments), hint: catalog.hint(id, arguments), source: None, field: None }
}
