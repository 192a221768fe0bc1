//! Boxes over the screen: their place and frame, and the two kinds that only say or ask something.

use std::cell::Cell;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::department::{DepartmentAct, Party};
use crate::app::{EntryId, Printout, SlipOf, Support};
use crate::base::id::FamilyId;
use crate::tui::action::Action;
use crate::tui::look::{self, Look, Privacy};
use crate::tui::theme::Role;

/// A text to read.
#[derive(Clone, Debug)]
pub struct Popup {
    pub title: String,
    pub text: String,
    /// Whether it tells of a family: then privacy masks it.
    is_personal: bool,
    /// Columns that it takes at most, where there is room.
    widest: u16,
    scroll: Scroll,
}

/// A question with its answers.
#[derive(Clone, Debug)]
pub struct Confirm {
    pub title: String,
    pub text: String,
    pub answers: Vec<(Answer, String)>,
    /// Whom it is about, masked by privacy; nobody where empty.
    subject: String,
    selected: usize,
    scroll: Scroll,
}

/// How far a text is scrolled; drawing brings it back within what there is.
#[derive(Clone, Debug, Default)]
struct Scroll(Cell<u16>);

/// What a question can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The Département has received the bundles up to this one.
    Received(u64),
    /// Go back to what was open.
    Stay,
    /// Close the form; its draft is offered again next time.
    KeepDraft,
    /// Close the form and forget its draft.
    DropDraft,
    /// Take this entry back.
    Undo(EntryId),
    /// Take this undo back: its act counts again.
    Redo(EntryId),
    /// Carry out the act of the antenna in the form below.
    CarryOut,
    /// Seal the next bundle.
    Seal,
    /// Write this bundle again, the very same bytes.
    Again(u64),
    /// Write this bundle for an antenna again, the very same bytes.
    AgainFor(Party, u64),
    /// The bundles up to this one were given to whoever carries them.
    HandedOver(u64),
    /// The bundles from this one on were not given to anybody yet.
    KeptHere(u64),
    /// Ask for the words of the receipt of this bundle.
    Confirm(u64),
    /// Write the slip of a receipt.
    Slip(SlipOf, u64),
    /// Send the record of a refused family again with the next bundle.
    SendAgain(FamilyId),
    /// Go to the record of a family.
    OpenFamily(FamilyId),
    /// Receive the chosen lines of the list that is open.
    ReceiveList,
    /// Send them to the antennas of their centres.
    SendList,
    /// Seal a sign of presence for every antenna.
    SendPresence,
    /// Carry out the act of the Département in the form below.
    Execute(DepartmentAct),
    /// Take this file in.
    TakeIn(PathBuf),
    /// Publish the plan that was read.
    Publish,
    /// Make new keys for the antenna.
    RenewKeys,
    /// Write this family's file out.
    Print(FamilyId, Printout),
    /// Write this support out, filled for a family.
    FillSupport(FamilyId, Support),
}

impl Popup {
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), is_personal: false, widest: 72, scroll: Scroll::default() }
    }

    /// A text about a family.
    pub fn personal(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { is_personal: true, ..Self::new(title, text) }
    }

    /// With lines that are read whole where there is room: names of files, a sentence each.
    pub fn wide(self) -> Self {
        Self { widest: 120, ..self }
    }

    /// Scrolls; true when the box is to be closed.
    pub fn update(&mut self, action: Action) -> bool {
        self.scroll.by(action);
        matches!(action, Action::Open | Action::Cancel)
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let privacy = if self.is_personal { look.privacy } else { Privacy::Shown };
        let longest = self.text.lines().map(look::width).max().unwrap_or_default();
        let width = longest.saturating_add(4).clamp(72, self.widest).min(area.width.saturating_sub(4));
        let lines = look::wrap(&privacy.mask(&self.text), width.saturating_sub(4));
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let outside = centred(area, width, height);
        let inside = frame(look, outside, &privacy.mask(&self.title), buf);
        self.scroll.draw(look, outside, inside, &lines, buf);
    }
}

impl Confirm {
    /// A question with the cursor on its first answer.
    pub fn new(title: impl Into<String>, text: impl Into<String>, answers: Vec<(Answer, String)>) -> Self {
        let subject = String::new();
        Self { title: title.into(), text: text.into(), answers, subject, selected: 0, scroll: Scroll::default() }
    }

    /// The same about a family, which its title names.
    pub fn about(self, name: &str) -> Self {
        Self { subject: name.to_owned(), ..self }
    }

    /// Does what a key means; gives the answer once there is one.
    pub fn update(&mut self, action: Action) -> Option<Answer> {
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(self.answers.len().saturating_sub(1)),
            Action::Open => return self.answers.get(self.selected).map(|(answer, _)| answer.clone()),
            Action::Cancel => return Some(Answer::Stay),
            other => self.scroll.by(other),
        }
        None
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        // Wide enough for each answer to be read whole, with the sign before it and the frame around.
        let widest = self.answers.iter().map(|(_, label)| label.width()).max().unwrap_or_default();
        let wanted = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(6).max(64);
        let width = wanted.min(area.width.saturating_sub(4));
        let lines = look::wrap(&self.text, width.saturating_sub(4));
        let height = u16::try_from(lines.len() + self.answers.len()).unwrap_or(u16::MAX).saturating_add(3);
        let outside = centred(area, width, height);
        let title = match self.subject.as_str() {
            "" => self.title.clone(),
            subject => format!("{} ─ {}", self.title, look.mask(subject)),
        };
        let inside = frame(look, outside, &title, buf);
        // The answers are always read: it is the text that scrolls where there is no room for both.
        let answers = u16::try_from(self.answers.len()).unwrap_or(u16::MAX);
        let told = Rect { height: inside.height.saturating_sub(answers.saturating_add(1)), ..inside };
        self.scroll.draw(look, outside, told, &lines, buf);
        for (row, (at, (_, label))) in (told.height + 1..).zip(self.answers.iter().enumerate()) {
            let sign = if at == self.selected { "▸ " } else { "  " };
            look::put(buf, inside, row, &Line::from(vec![Span::raw(sign), Span::raw(label.as_str())]));
            if at == self.selected {
                look::tint(buf, inside, row, look.style(Role::Selected));
            }
        }
    }
}

impl Scroll {
    fn by(&self, action: Action) {
        let top = self.0.get();
        self.0.set(match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top.saturating_add(1),
            Action::PageUp => top.saturating_sub(10),
            Action::PageDown => top.saturating_add(10),
            Action::First => 0,
            Action::Last => u16::MAX,
            _not_a_key_that_scrolls => top,
        });
    }

    fn draw(&self, look: &Look<'_>, outside: Rect, inside: Rect, lines: &[String], buf: &mut Buffer) {
        let most = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(inside.height);
        self.0.set(self.0.get().min(most));
        for (row, line) in (0..inside.height).zip(lines.iter().skip(usize::from(self.0.get()))) {
            look::put(buf, inside, row, &Line::styled(line.as_str(), look.style(Role::Text)));
        }
        goes_on(look, outside, self.0.get() > 0, self.0.get() < most, buf);
    }
}

/// Says in the frame of a box that its text goes on above or below what is shown.
pub fn goes_on(look: &Look<'_>, outside: Rect, above: bool, below: bool, buf: &mut Buffer) {
    let said = [above.then(|| look.text("popup-goes-on-above")), below.then(|| look.text("popup-goes-on-below"))];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let text = if said.is_empty() { said } else { format!(" {said} ") };
    let x = outside.right().saturating_sub(look::width(&text) + 2);
    let room = usize::from(outside.width.saturating_sub(4));
    look::write(buf, Position { x, y: outside.bottom().saturating_sub(1) }, &text, room, look.style(Role::Focus));
}

/// A box of this size in the middle of `area`, smaller where there is no room.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// The inside of a framed box: one column of air on each side.
pub fn inside(outside: Rect) -> Rect {
    Rect {
        x: outside.x.saturating_add(2),
        y: outside.y.saturating_add(1),
        width: outside.width.saturating_sub(4),
        height: outside.height.saturating_sub(2),
    }
}

/// Clears a box, frames it and gives its inside.
pub fn frame(look: &Look<'_>, outside: Rect, title: &str, buf: &mut Buffer) -> Rect {
    let style = look.style(Role::Focus);
    let text = look.style(Role::Text);
    for y in outside.top()..outside.bottom() {
        for x in outside.left()..outside.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(text);
            }
        }
    }
    border(outside, style, title, buf);
    inside(outside)
}

/// Draws the four sides, with the title in the upper one.
pub fn border(outside: Rect, style: ratatui::style::Style, title: &str, buf: &mut Buffer) {
    let (Some(right), Some(bottom)) = (outside.right().checked_sub(1), outside.bottom().checked_sub(1)) else { return };
    if outside.width < 2 || outside.height < 2 {
        return;
    }
    let mut set = |x: u16, y: u16, symbol: &'static str| {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.set_symbol(symbol);
            cell.set_style(style);
        }
    };
    for x in outside.left() + 1..right {
        set(x, outside.y, "─");
        set(x, bottom, "─");
    }
    for y in outside.top() + 1..bottom {
        set(outside.x, y, "│");
        set(right, y, "│");
    }
    for (x, y, corner) in
        [(outside.x, outside.y, "┌"), (right, outside.y, "┐"), (outside.x, bottom, "└"), (right, bottom, "┘")]
    {
        set(x, y, corner);
    }
    if !title.is_empty() {
        let room = outside.width.saturating_sub(4);
        let title = format!(" {} ", look::fit(title, room.saturating_sub(2)));
        look::write(buf, Position { x: outside.x + 1, y: outside.y }, &title, usize::from(room), style);
    }
}
