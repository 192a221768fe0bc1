//! Why a bundle is refused: one variant per fault. The sentences are in the catalogue, under [`ExchangeError::id`].

use chrono::NaiveDate;

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
    /// A kind that this sender may not hand over.
    KindNotAllowed { kind: String } = "exchange-kind-not-allowed";
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
    /// An event of the journal cannot be read.
    Unreadable {} = "exchange-unreadable";
    /// A key that is not an age X25519 key.
    NotAnEncryptionKey {} = "exchange-not-an-encryption-key";
    /// Encrypted, but not to this store.
    EncryptedToOthers {} = "exchange-encrypted-to-others";
    /// Encrypted, and altered since.
    NotDecrypted {} = "exchange-not-decrypted";
    /// Encrypted, where no key is at hand to read it.
    IsEncrypted {} = "exchange-is-encrypted";
    /// In clear, though both sides are enrolled.
    NotEncrypted {} = "exchange-not-encrypted";
    /// Not a card.
    NotACard {} = "exchange-not-a-card";
    /// The card of the wrong side of the hand-off.
    CardOfOtherSide {} = "exchange-card-of-other-side";
    /// Another number of words than read aloud.
    CardWordsCount { found: u64, needed: u64 } = "exchange-card-words-count";
    /// A word is not the one of the card.
    CardWordDiffers { place: u64 } = "exchange-card-word-differs";
    /// Addressed to somebody else.
    WrongRecipient { name: String } = "exchange-wrong-recipient";
    /// Sealed before the cards were exchanged, for a Département of another name.
    OtherDepartmentNamed { name: String } = "exchange-other-department-named";
    /// From nobody of the registry.
    UnknownSender { name: String } = "exchange-unknown-sender";
    /// Each of its keys was revoked: nothing can be sealed for it.
    KeysRevoked { name: String, on: NaiveDate } = "exchange-keys-revoked";
    /// Signed by a key that the registry does not know.
    UnknownKey { name: String } = "exchange-unknown-key";
    /// Under a number before the first that the registry accepts.
    NumberNotAllowed { found: u64, from: u64 } = "exchange-number-not-allowed";
    /// Signed by a key that was revoked.
    RevokedKey { on: NaiveDate, reason: String } = "exchange-revoked-key";
    /// The sender goes by an older registry than the one known here.
    RegistryOlder { found: u64, pinned: u64 } = "exchange-registry-older";
    /// The sender goes by a newer registry than the one known here.
    RegistryNewer { found: u64, pinned: u64 } = "exchange-registry-newer";
    /// A registry that the Département has itself given out and does not know: its store was put back from a copy.
    RegistryLost { found: u64, pinned: u64 } = "exchange-registry-lost";
    /// A registry that is not newer than the one known here.
    RegistryStepBack { found: u64, pinned: u64 } = "exchange-registry-step-back";
    /// A registry with versions missing before it.
    RegistryJump { found: u64, expected: u64 } = "exchange-registry-jump";
    /// A registry that does not follow from the one known here.
    RegistryNotLinked { found: u64 } = "exchange-registry-not-linked";
    /// A publication that is not the next one.
    PublicationNotNext { found: u64, expected: u64 } = "exchange-publication-not-next";
    /// A plan of a publication, or a convention that it names, that cannot be read.
    PublicationUnreadable { path: String, line: u64 } = "exchange-publication-unreadable";
    PublicationFieldMissing { path: String, line: u64, field: String } = "exchange-publication-field-missing";
    PublicationFieldUnknown { path: String, line: u64, field: String } = "exchange-publication-field-unknown";
    PublicationFieldUnfit { path: String, line: u64, field: String } = "exchange-publication-field-unfit";
    /// A file that the plan names and that is not beside it.
    PublicationFileMissing { plan: String, file: String } = "exchange-publication-file-missing";
    /// A support with a blank that nothing of a record fills.
    PublicationBlankUnknown { path: String, blank: String, known: String } = "exchange-publication-blank-unknown";
    /// A convention where the plan that names it is asked.
    PublicationIsConvention { path: String } = "exchange-publication-is-convention";
    /// A plan without anything to publish.
    PublicationEmpty {} = "exchange-publication-empty";
    /// A plan of which everything was published before.
    PublicationUnchanged {} = "exchange-publication-unchanged";
    /// An answer to a topic that no antenna has raised.
    AnswerToNobody { topic: String } = "exchange-answer-to-nobody";
    /// Another text under a version that was published.
    SupportChanged { code: String, version: u64 } = "exchange-support-changed";
    /// Another text under the code of a version of the convention that was published, or that an antenna has.
    ConventionChanged { code: String } = "exchange-convention-changed";
    /// Two bundles under one number.
    StreamForked { number: u64 } = "exchange-stream-forked";
    /// The sender's store was restored from a copy, and goes on under numbers given before.
    SenderRestored { number: u64 } = "exchange-sender-restored";
    /// After an alarm, until the sender begins anew.
    StreamFrozen {} = "exchange-stream-frozen";
    /// Of an epoch that has ended.
    EpochPast { found: u64, current: u64 } = "exchange-epoch-past";
    /// Of an epoch far beyond the next.
    EpochJump { found: u64, expected: u64 } = "exchange-epoch-jump";
    /// So far ahead of what was received that it is not kept.
    TooFarAhead { found: u64, expected: u64 } = "exchange-too-far-ahead";
    /// The other side is enrolled already: its keys change by its registry, never by another card.
    AlreadyEnrolled { name: String } = "exchange-already-enrolled";
    /// A card that the registry has already.
    AntennaEnrolled { name: String } = "exchange-antenna-enrolled";
    /// A card with a key that the registry has revoked: it never comes back.
    CardOfRevokedKey { on: NaiveDate, reason: String } = "exchange-card-of-revoked-key";
    /// A card with new keys under an epoch of which bundles came.
    CardOfPastEpoch { found: u64, current: u64 } = "exchange-card-of-past-epoch";
    /// There is no other side yet.
    NotEnrolled {} = "exchange-not-enrolled";
    /// No antenna of the registry is named so, or several are.
    AntennaUnknown { name: String } = "exchange-antenna-unknown";
    /// Entries of a journal, or of a family, that is another side's.
    JournalOfOthers {} = "exchange-journal-of-others";
    /// A bundle whose receipt has not come.
    NoReceipt { number: u64 } = "exchange-no-receipt";
    /// A bundle that is not answered: it only answers, or says that its sender is there.
    NotAnswered { number: u64 } = "exchange-bundle-not-answered";
    /// Another number of words than a receipt has.
    ReceiptWordsCount { found: u64, needed: u64 } = "exchange-receipt-words-count";
    /// A word is not the one of the receipt that came.
    ReceiptWordDiffers { place: u64 } = "exchange-receipt-word-differs";
    /// The words are of no receipt that accepts the whole bundle.
    ReceiptNotTold { number: u64 } = "exchange-receipt-not-told";
    /// A receipt for a bundle that was not sent, or was sent with other content.
    ReceiptUnknown { number: u64 } = "exchange-receipt-unknown";
}
