//! Figures and lists as text, JSON and iCalendar. Pure: it is given what it prints.

pub mod consolidated;
pub mod delimited;
pub mod ics;
pub mod impact;
pub mod printout;
pub mod sheet;
pub mod slip;
pub mod table;
