//! What every layer uses and what uses nothing of ours: ids, the clock, calendar arithmetic, safe text, the message catalogue.

pub mod calendar;
pub mod fold;
pub mod id;
pub mod locale;
