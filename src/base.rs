//! What every layer uses and what uses nothing of ours: ids, the clock, calendar arithmetic, safe text, the message catalogue.

pub mod id;
