//! `jalon`: the terminal application of a referent who accompanies single-parent families on RSA majoré.
//!
//! Nothing points up, siblings do not meet; `tests/layers.rs` reads `src/` and fails on an import that breaks this table.

pub mod app;
pub mod base;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod journal;
pub mod report;
pub mod store;
pub mod tui;
