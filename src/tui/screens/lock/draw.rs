//! Draws the lock screen: the names of the slots, as many dots as characters, and what went wrong.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Closed, LockScreen, State, Way, delay};
use crate::base::locale::Fact;
use crate::tui::action::Action;
use crate::tui::frame;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look, Privacy};
use crate::tui::theme::Role;
use crate::tui::widgets::popup;

impl LockScreen {
    /// Draws everything and says where the cursor stands.
    pub(super) fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        let area = buf.area;
        let look = Look {
            catalog: &self.catalog,
            theme: self.theme,
            today: chrono::NaiveDate::default(),
            privacy: Privacy::Shown,
            focused: true,
        };
        if frame::is_too_small(area) {
            frame::draw_too_small(&look, area, buf);
            return None;
        }
        let (lines, cursor) = self.lines(&look, BOX - 4);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        buf.set_style(area, look.style(Role::Text));
        let body = Rect { height: area.height - 1, ..area };
        let inside = popup::frame(&look, popup::centred(body, BOX, height), &look.text("lock-title"), buf);
        for (row, line) in (0..inside.height).zip(&lines) {
            look::put(buf, inside, row, line);
        }
        frame::draw_footer(&look, area, Context::Lock, &[], buf);
        cursor.map(|(x, y)| Position { x: inside.x + x, y: inside.y + y })
    }

    /// The lines of the box, and where the cursor is in it.
    fn lines<'l>(&'l self, look: &Look<'l>, width: u16) -> (Vec<Line<'l>>, Option<(u16, u16)>) {
        let mut lines = Vec::new();
        let say = |lines: &mut Vec<Line<'l>>, text: &str, role: Role| {
            for line in look::wrap(text, width) {
                lines.push(Line::styled(line, look.style(role)));
            }
        };
        if let Some(said) = &self.said {
            say(&mut lines, said, Role::Muted);
        }
        let (intro, label) = match self.way {
            Way::Passphrase if self.demonstration => ("lock-demonstration", "lock-passphrase"),
            Way::Passphrase => ("lock-intro", "lock-passphrase"),
            Way::RecoveryCode => ("lock-recovery-intro", "lock-recovery-code"),
        };
        let key = ("key", Fact::from(keymap::named(Context::Lock, Action::Open, look.catalog)));
        say(&mut lines, &look.catalog.text_with(intro, &[key]), Role::Text);
        lines.push(Line::default());
        let labels = look::width(&look.text("lock-referent")).max(look::width(&look.text(label))) + 2;
        if self.way == Way::Passphrase {
            for (at, slot) in self.slots.iter().enumerate() {
                let head = if at == 0 { look.text("lock-referent") } else { "".into() };
                let (sign, role) = if at == self.chosen { ("▸ ", Role::Selected) } else { ("  ", Role::Text) };
                lines.push(Line::from(vec![
                    Span::styled(look::pad(&head, labels), look.style(Role::Label)),
                    Span::raw(sign),
                    Span::styled(slot.as_str(), look.style(role)),
                ]));
            }
            lines.push(Line::default());
        }
        let room = width.saturating_sub(labels);
        let dots = u16::try_from(self.typed.chars().count()).unwrap_or(u16::MAX).min(room.saturating_sub(1));
        let row = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let typed = match self.state {
            State::Opening => look.text("lock-opening").into_owned(),
            State::Typing | State::Refused(_) | State::Waiting(_, _) => "•".repeat(usize::from(dots)),
        };
        lines.push(Line::from(vec![
            Span::styled(look::pad(&look.text(label), labels), look.style(Role::Focus)),
            Span::styled(look::pad(&typed, room), look.style(Role::FieldFocused)),
        ]));
        lines.push(Line::default());
        let cursor = (self.state != State::Opening).then_some((labels + dots, row));
        match &self.state {
            State::Typing | State::Opening => say(&mut lines, &look.text("lock-offline"), Role::Muted),
            State::Refused(Closed { text, hint, .. }) => {
                say(&mut lines, &format!("✗ {text}"), Role::Error);
                say(&mut lines, hint, Role::Text);
            }
            State::Waiting(Closed { text, hint, .. }, _) => {
                say(&mut lines, &format!("✗ {text}"), Role::Error);
                say(&mut lines, hint, Role::Text);
                let seconds = i64::try_from(delay(self.refusals).as_secs()).unwrap_or(i64::MAX);
                let wait = look.catalog.text_with("lock-wait", &[("seconds", Fact::Number(seconds))]);
                say(&mut lines, &wait, Role::Warning);
            }
        }
        (lines, cursor)
    }
}

const BOX: u16 = 60;
