//! The store by its faults: each test is named after what a person would meet.

mod anchor;
mod backup;
mod check;
mod database;
mod disk;
mod kills;
mod made_up;
mod messages;
mod vault;
mod writers;
