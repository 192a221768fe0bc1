//! A receipt on paper: who received which bundle of whom, what was refused of it, and the four words to say on the telephone.
//!
//! What it says is decided in `app`; here it is put on paper. It names no family.

use chrono::NaiveDate;

use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;

/// A receipt to write out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Who sealed the bundle, and who received it.
    pub sender: String,
    pub recipient: String,
    pub sequence: u64,
    /// The kind of the bundle, as a person reads it.
    pub kind: String,
    /// SHA-256 of the bundle, in hexadecimal.
    pub digest: String,
    pub received_on: NaiveDate,
    pub accepted: u64,
    pub refused: u64,
    /// Why, each reason once.
    pub reasons: Vec<String>,
    pub words: Vec<&'static str>,
    pub words_are: Words,
}

/// What the words of a receipt are good for on the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Typed at the other side, they stand for the receipt.
    Enough,
    /// Something is not accepted, and the file of the receipt alone says what.
    AfterTheFile,
    /// Read by both sides, each from its own copy.
    OnBothCopies,
}

/// The slip as lines of text.
pub fn text(slip: &Slip, catalog: &Catalog) -> String {
    let facts = [
        ("sequence", Fact::from(slip.sequence)),
        ("kind", Fact::from(slip.kind.as_str())),
        ("sender", Fact::from(slip.sender.as_str())),
        ("recipient", Fact::from(slip.recipient.as_str())),
        ("date", Fact::Date(slip.received_on)),
        ("digest", Fact::from(slip.digest.as_str())),
        ("accepted", Fact::from(slip.accepted)),
        ("refused", Fact::from(slip.refused)),
    ];
    let title = catalog.text_with("slip-title", &facts);
    let mut lines = vec![title.clone(), "─".repeat(title.chars().count()), String::new()];
    lines
        .extend(["slip-bundle", "slip-received", "slip-digest", "slip-counts"].map(|id| catalog.text_with(id, &facts)));
    lines.extend(slip.reasons.iter().map(|reason| format!("  {reason}")));
    lines.extend([String::new(), catalog.text("slip-words").into_owned(), String::new()]);
    lines.push(format!("    {}", slip.words.join("   ")));
    let how = match slip.words_are {
        Words::Enough => "slip-how",
        Words::AfterTheFile => "slip-how-partly",
        Words::OnBothCopies => "slip-how-both",
    };
    lines.extend([String::new(), catalog.text(how).into_owned()]);
    lines.iter().map(|line| SafeText::line(line).into_string() + "\n").collect()
}
