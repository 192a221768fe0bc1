//! What a person sees: keys go through the real loop, the bytes it writes are read back by a terminal emulator.

pub mod antenna;
pub mod harness;

mod agenda;
mod bad_input;
mod caseload;
mod day;
mod enrolment;
mod exchange;
mod forms;
mod frame;
mod group;
mod history;
mod impact;
mod inbox;
mod lists;
mod lock;
mod menus;
mod office;
mod panel;
mod printout;
mod privacy;
mod ratings;
mod retention;
mod search;
mod settings;
mod steering;
