//! Every fault by its name, with the refusal it must get; one file each under tests/bundles/refused.

mod entries;
mod envelope;
mod payload;

pub use payload::accepted_payloads;

/// A bundle with one fault.
pub struct Fault {
    pub name: &'static str,
    /// The id of the refusal, without `exchange-`.
    pub refusal: &'static str,
    pub bytes: Vec<u8>,
}

/// Every fault, the envelope's first.
pub fn all() -> Vec<Fault> {
    let faults = envelope::faults().into_iter().chain(payload::faults()).chain(entries::faults());
    faults.map(|(name, refusal, bytes)| Fault { name, refusal, bytes }).collect()
}

type Made = (&'static str, &'static str, Vec<u8>);

/// The text with its one `from` replaced.
fn with(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
    text.replacen(from, to, 1)
}
