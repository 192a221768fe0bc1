//! Every integration test, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod app;
mod cli;
mod department;
mod erasure;
mod exchange;
mod handover;
mod layers;
mod lists;
mod messages;
mod screens;
mod store;
mod terminal;
