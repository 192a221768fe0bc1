//! The journal that is the truth: entry, codec, hash chain, order of replay, undo.
//!
//! Pure: the store keeps the entries, this layer says what they are and what they amount to.

pub mod chain;
pub mod codec;
pub mod entry;
#[cfg(test)]
mod laws;
pub mod replay;
#[cfg(test)]
pub mod testing;
