//! The only signing of bundles: envelope, keys, payload, disclosure.
//!
//! It knows no store and no screen: entries and keys come in, bytes and verified bundles go out. What is encrypted,
//! acknowledged and answered has its place in the format and comes with enrolment.

pub mod activity;
pub mod bundle;
pub mod disclosure;
pub mod envelope;
pub mod error;
pub mod keys;
pub mod verify;

pub use bundle::Bundle;
pub use error::ExchangeError;
pub use keys::{PublicKey, SigningKey};
pub use verify::{Trust, Verified};
