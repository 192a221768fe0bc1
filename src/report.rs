//! Figures and lists as text, CSV, iCalendar.
