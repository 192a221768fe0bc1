//! What a person sees: keys go through the real loop, the bytes it writes are read back by a terminal emulator.

pub mod harness;

mod forms;
mod frame;
mod lock;
mod menus;
