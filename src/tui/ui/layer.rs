//! What can lie over a screen. Only the top layer hears keys.

use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::widgets::form::Form;
use crate::tui::widgets::help::Help;
use crate::tui::widgets::leader::Leader;
use crate::tui::widgets::palette::Palette;
use crate::tui::widgets::picker::Picker;
use crate::tui::widgets::popup::{Confirm, Popup};
use crate::tui::widgets::word_entry::WordEntry;

/// One layer; they are drawn from the bottom of the stack to its top.
#[derive(Clone, Debug)]
pub enum Layer {
    Form(Box<Form>),
    Picker(Picker),
    Popup(Popup),
    Palette(Palette),
    Leader(Leader),
    Help(Help),
    Confirm(Confirm),
    Words(WordEntry),
}

impl Layer {
    /// Where its keys are heard.
    pub fn context(&self) -> Context {
        match self {
            Self::Form(form) => form.context(),
            Self::Picker(_) => Context::Picker,
            Self::Popup(_) | Self::Confirm(_) => Context::Popup,
            Self::Palette(_) | Self::Help(_) => Context::Palette,
            Self::Leader(_) => Context::Leader,
            Self::Words(_) => Context::Words,
        }
    }

    /// The actions heard there that would do nothing now.
    pub fn idle(&self) -> &'static [Action] {
        match self {
            Self::Form(form) => form.idle(),
            // There is nothing to choose in what is only read.
            Self::Popup(_) | Self::Help(_) => &[Action::Open],
            Self::Picker(_) | Self::Confirm(_) | Self::Palette(_) | Self::Leader(_) | Self::Words(_) => &[],
        }
    }
}
