//! Draws the frame, the screen that has the focus, then the layers from the bottom up.

use ratatui::Frame;

use super::{Layer, Ui};
use crate::tui::frame;
use crate::tui::look::Look;

impl Ui {
    /// Draws everything; it changes nothing but where lists are scrolled to.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let look = self.look();
        if frame::is_too_small(area) {
            frame::draw_too_small(&look, area, frame.buffer_mut());
            return;
        }
        let buf = frame.buffer_mut();
        frame::draw_header(&look, area, &self.header, buf);
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
            None => frame::draw_footer(&look, area, self.context(), buf),
        }
        let body = frame::body(area.as_size());
        for layer in &self.layers {
            cursor = match layer {
                Layer::Form(form) => form.draw(&look, body, buf),
                Layer::Picker(picker) => picker.draw(&look, body, buf),
                Layer::Palette(palette) => palette.draw(&look, body, buf),
                Layer::Help(help) => help.draw(&look, body, buf),
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
        if let Some(at) = cursor {
            frame.set_cursor_position(at);
        }
    }
}
