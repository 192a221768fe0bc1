//! The pieces that screens are made of.

pub mod palette;
pub mod timeline;
