//! The store by its faults: each test is named after what a person would meet.

mod access;
mod anchor;
mod backup;
mod check;
pub(crate) mod database;
pub(crate) mod disk;
mod kills;
mod made_up;
mod messages;
mod vault;
mod writers;
