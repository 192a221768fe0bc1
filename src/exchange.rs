//! The only signing and encryption of bundles: envelope, keys, cards, registry, payload, disclosure, streams.
//!
//! It knows no store and no screen: entries and keys come in, bytes and verified bundles go out.
//!
//! ```text
//! seal:    body → payload (bundle) → signed (envelope) → encrypted to both sides (encryption) → a file
//! receive: a file → decrypted → envelope → payload → entries (verify) → allowed by the registry → placed in its stream
//! ```

pub mod activity;
pub mod answers;
pub mod archive;
pub mod bundle;
pub mod card;
pub mod disclosure;
pub mod encryption;
pub mod envelope;
pub mod error;
pub mod keys;
pub mod party;
pub mod receipt;
pub mod registry;
pub mod stream;
pub mod verify;
pub mod words;

pub use bundle::Bundle;
pub use card::{Card, SignedCard};
pub use encryption::{DecryptionKey, EncryptionKey};
pub use error::ExchangeError;
pub use keys::{PublicKey, SigningKey};
pub use party::{Party, Role};
pub use registry::Registry;
pub use verify::{Trust, Verified};
