//! `App::execute`: the only door to the data.

pub mod search;
