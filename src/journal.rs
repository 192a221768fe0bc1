//! The journal that is the truth: entry, codec, hash chain, order of replay, undo.
