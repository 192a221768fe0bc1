//! What every layer uses and what uses nothing of ours: ids, the clock, calendar arithmetic, safe text, the message catalogue.
//!
//! No rule of the convention here: which delay applies is the domain's, how a delay is counted is ours.

pub mod calendar;
pub mod clock;
pub mod dates;

pub mod fold;
pub mod hex;
pub mod id;
pub mod locale;
pub mod money;
pub mod phonetic;
pub mod safe_text;
pub mod toml_text;
