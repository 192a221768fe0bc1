//! Why a bundle is refused: one variant per fault. The sentences are in the catalogue, under [`ExchangeError::id`].

use crate::base::locale::Fact;

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident { $($arg:ident: $ty:ty),* } = $id:literal;)*) => {
        /// A bundle, key or schema that is not accepted. Nothing was taken in.
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum ExchangeError {
            $($(#[$doc])* #[error($id)] $name { $($arg: $ty),* },)*
        }

        impl ExchangeError {
            /// Every id of a sentence; a test compares them with the catalogue.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// The Fluent id of the sentence; what to do is its `.hint`.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $id,)*
                }
            }

            /// The facts that the sentence names.
            pub fn arguments(&self) -> Vec<(&'static str, Fact)> {
                match self {
                    $(Self::$name { $($arg),* } => vec![$((stringify!($arg), Fact::from($arg.clone()))),*],)*
                }
            }
        }
    };
}

faults! {
    /// Larger than [`super::envelope::MAX_BYTES`].
    TooLarge {} = "exchange-too-large";
    /// Not the strict envelope: other members, order, white space, trailing bytes.
    NotAnEnvelope {} = "exchange-not-an-envelope";
    /// Another payload type than a bundle's.
    OtherPayloadType {} = "exchange-other-payload-type";
    /// Base64 that does not encode back to the same text.
    NotCanonical {} = "exchange-not-canonical";
    /// The bytes are not those that were signed.
    BadSignature {} = "exchange-bad-signature";
    /// Signed, but by another key than the one given.
    OtherKey {} = "exchange-other-key";
    /// A key file that is not an Ed25519 public key.
    NotAKey {} = "exchange-not-a-key";
    /// Deeper than [`super::bundle::MAX_DEPTH`].
    TooDeep {} = "exchange-too-deep";
    /// The payload is not what its version promises.
    NotABundle { line: u64, column: u64 } = "exchange-not-a-bundle";
    /// The payload does not encode back to the same bytes.
    PayloadNotCanonical {} = "exchange-payload-not-canonical";
    /// Written for a newer program.
    NewerBundle { needed: u64, known: u64 } = "exchange-newer-bundle";
    /// A number of 2^53 or more.
    NumberTooLarge {} = "exchange-number-too-large";
    /// An extension that must be understood, and is not.
    UnknownExtension { name: String } = "exchange-unknown-extension";
    /// A kind that this version does not read.
    KindNotRead { kind: String } = "exchange-kind-not-read";
    /// The signing key is not the one that the bundle says it comes from.
    DeviceMismatch {} = "exchange-device-mismatch";
    /// An entry or event that does not match its digest.
    EntryAltered { number: u64 } = "exchange-entry-altered";
    /// Entries that do not follow one another.
    EntriesOutOfOrder { number: u64 } = "exchange-entries-out-of-order";
    /// The heads announced are not those of the entries.
    HeadsMismatch {} = "exchange-heads-mismatch";
    /// An entry with an event that its kind and version do not promise.
    EntryUnreadable { number: u64 } = "exchange-entry-unreadable";
    /// A record that holds what never leaves the antenna.
    RecordDiscloses {} = "exchange-record-discloses";
    /// A whole event that the disclosure table withholds.
    DisclosureMismatch { number: u64 } = "exchange-disclosure-mismatch";
    /// Not the next bundle of its stream.
    NotNext { expected: u64, found: u64 } = "exchange-not-next";
    /// Next by number, but not linked to the bundle before it.
    NotLinked {} = "exchange-not-linked";
    /// An event of the journal cannot be read.
    Unreadable {} = "exchange-unreadable";
}
