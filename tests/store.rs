//! The store by its faults: each test is named after what a person would meet.

mod anchor;
mod backup;
mod database;
mod disk;
mod made_up;
mod vault;
mod writers;
