//! The screen: keymap, view state, drawing.
//!
//! No rule and no I/O on the store: what a screen wants done leaves as a request.

pub mod action;
pub mod acts;
pub mod counting;
pub mod department;
pub mod desk;
pub mod drafts;

pub mod folders;
pub mod frame;
pub mod input;
pub mod keymap;
pub mod look;
pub mod paint;
pub mod places;
pub mod relock;
pub mod run;
pub mod screens;
pub mod terminal;
pub mod theme;
pub mod ui;
pub mod widgets;
