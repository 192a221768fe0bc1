//! The screen: keymap, view state, drawing.
