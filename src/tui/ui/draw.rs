//! Draws the frame, the screen that has the focus, then the layers from the bottom up.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Layer, Ui};
use crate::tui::action::Action;
use crate::tui::frame::{self, Header, KeptRow};
use crate::tui::keymap::Context;
use crate::tui::look::{Look, Privacy};
use crate::tui::theme::Theme;

/// The rows above and below the screens, which seldom change.
#[derive(Debug, Default)]
pub(super) struct Kept {
    header: KeptRow<(Header, Worn)>,
    footer: KeptRow<(Context, &'static [Action], Worn)>,
}

/// What the drawing of a row depends on, beside what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Worn {
    theme: Theme,
    privacy: Privacy,
    area: Rect,
}

impl Ui {
    /// Draws everything and says where the cursor stands; it changes nothing but where lists are scrolled to, and what it keeps
    /// for the next frame.
    pub fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        let area = buf.area;
        let look = self.look();
        if frame::is_too_small(area) {
            frame::draw_too_small(&look, area, buf);
            return None;
        }
        let mut kept = self.kept.borrow_mut();
        let worn = Worn { theme: look.theme, privacy: look.privacy, area };
        kept.header.put((self.header.clone(), worn), Rect { height: 1, ..area }, buf, |buf| {
            frame::draw_header(&look, area, &self.header, buf);
        });
        let mut cursor = None;
        let covered = !self.layers.is_empty();
        for (place, outside) in frame::panes(self.place, area.as_size()) {
            let focused = place == self.place && !covered;
            let pane = frame::draw_border(&look, focused, outside, &self.screens.title(place, &look), buf);
            let under = self.screens.draw(place, &Look { focused, ..look }, pane, buf);
            if focused {
                cursor = under;
            }
        }
        match &self.notice {
            Some(notice) => frame::draw_notice(&look, area, notice, buf),
            None => {
                let context = self.context();
                let idle = match self.layers.last() {
                    Some(layer) => layer.idle(),
                    None => self.screens.idle(self.place),
                };
                let row = Rect { y: area.bottom() - 1, height: 1, ..area };
                kept.footer.put((context, idle, worn), row, buf, |buf| {
                    frame::draw_footer(&look, area, context, idle, buf);
                });
            }
        }
        let body = frame::body(area.as_size());
        for layer in &self.layers {
            cursor = match layer {
                Layer::Form(form) => form.draw(&look, body, buf),
                Layer::Picker(picker) => picker.draw(&look, body, buf),
                Layer::Palette(palette) => palette.draw(&look, body, buf),
                Layer::Help(help) => help.draw(&look, body, buf),
                Layer::Words(words) => words.draw(&look, body, buf),
                Layer::Leader(leader) => {
                    leader.draw(&look, body, &self.pending, buf);
                    None
                }
                Layer::Popup(popup) => {
                    popup.draw(&look, body, buf);
                    None
                }
                Layer::Confirm(confirm) => {
                    confirm.draw(&look, body, buf);
                    None
                }
            };
        }
        cursor
    }
}
