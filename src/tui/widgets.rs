//! The pieces that screens are made of.
//!
//! A widget keeps view state only; what it wants done is given back as its reaction.

pub mod chart;
pub mod faces;
pub mod field;
pub mod form;
pub mod help;
pub mod leader;
pub mod line_edit;
pub mod lines;
pub mod listing;
pub mod palette;
pub mod picker;
pub mod popup;
pub mod rows;
pub mod search;
pub mod timeline;
pub mod word_entry;
