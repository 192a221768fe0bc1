//! What each screen shows and where the person is on it: view states and drawing, without I/O.
//!
//! What a screen wants loaded or done leaves it as a value; the frame around the panes and the layers over them are not here.

pub mod caseload;
pub mod family;
pub mod lock;
pub mod sheet;
pub mod timeline;
pub mod words;

#[cfg(test)]
pub(super) mod fixture;
