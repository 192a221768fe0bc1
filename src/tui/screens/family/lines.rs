//! Lines of a page made of pieces at fixed columns: labels, values, wrapped text.

use std::collections::BTreeSet;

use super::Target;
use crate::base::locale::Catalog;
use crate::base::safe_text::SafeText;
use crate::tui::look;
use crate::tui::theme::Role;

/// One line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub pieces: Vec<Piece>,
    pub target: Option<Target>,
    /// The section that it begins.
    pub section: Option<&'static str>,
}

/// Text at a column of a line; safe, and never wider than its room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub at: u16,
    pub text: String,
    pub role: Role,
}

/// Writes lines until there are enough.
pub(super) struct Writer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) width: u16,
    lines: Vec<Line>,
    most: usize,
    folded: &'a BTreeSet<&'static str>,
    /// Whether the section being written is folded: its lines are not kept.
    is_folded: bool,
}

/// Columns of the labels of fields.
const LABEL: u16 = 15;

impl<'a> Writer<'a> {
    /// A page of at least `most` lines where there are so many; the sections named in `folded` show their heading alone.
    pub(super) fn new(catalog: &'a Catalog, width: u16, most: usize, folded: &'a BTreeSet<&'static str>) -> Self {
        Self { catalog, width, lines: Vec::new(), most, folded, is_folded: false }
    }

    /// What was written.
    pub(super) fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    /// Whether no more lines are wanted.
    pub(super) fn is_full(&self) -> bool {
        self.most <= self.lines.len()
    }

    /// An empty line, then the heading of a section; folded ones follow each other closely.
    pub(super) fn heading(&mut self, id: &'static str) {
        let was_folded = std::mem::replace(&mut self.is_folded, self.folded.contains(id));
        let follows_closely = was_folded && self.is_folded;
        if !self.lines.is_empty() && !follows_closely {
            self.lines.push(Line::default());
        }
        let text = self.catalog.text(id);
        let text = if self.is_folded { format!("{text} ▸") } else { text.into_owned() };
        let pieces = vec![Piece { at: 0, text, role: Role::Heading }];
        self.lines.push(Line { pieces, target: None, section: Some(id) });
    }

    /// Pieces in the order of their columns, each cut where the next begins.
    pub(super) fn row(&mut self, target: Option<Target>, pieces: &[(u16, &str, Role)]) {
        let mut line = Line { pieces: Vec::with_capacity(pieces.len()), target, section: None };
        for (place, (at, text, role)) in pieces.iter().enumerate() {
            let end = match pieces.get(place + 1) {
                Some((next, ..)) => next.saturating_sub(1),
                None => self.width,
            };
            let room = end.min(self.width).saturating_sub(*at);
            let text = SafeText::line(text).fit(usize::from(room)).into_owned();
            if !text.is_empty() {
                line.pieces.push(Piece { at: *at, text, role: *role });
            }
        }
        self.keep(line);
    }

    /// A label and its value, wrapped under itself.
    pub(super) fn field(&mut self, id: &str, value: &str, target: Option<Target>) {
        if value.trim().is_empty() {
            return;
        }
        let label = self.catalog.text(id).into_owned();
        let at = match self.width {
            0..40 => 2,
            _ => LABEL,
        };
        let narrow = at < LABEL;
        if narrow {
            self.row(target, &[(0, &label, Role::Label)]);
        }
        for (place, part) in wrapped(value, self.width.saturating_sub(at)).iter().enumerate() {
            let label = if place == 0 && !narrow { label.as_str() } else { "" };
            self.row(target, &[(0, label, Role::Label), (at, part, Role::Text)]);
        }
    }

    /// Text from a column on, wrapped.
    pub(super) fn text(&mut self, at: u16, text: &str, role: Role, target: Option<Target>) {
        for part in wrapped(text, self.width.saturating_sub(at)) {
            self.row(target, &[(at, &part, role)]);
        }
    }

    /// Short facts side by side in columns of equal width, as many as fit; a long one takes several.
    pub(super) fn grid(&mut self, facts: &[(String, Role, Option<Target>)]) {
        let columns = match self.width {
            0..46 => 1,
            46..75 => 2,
            75.. => 3,
        };
        let slot = self.width / columns;
        let mut line = Line::default();
        let mut used = 0;
        for (text, role, target) in facts {
            let width = u16::try_from(SafeText::line(text).width()).unwrap_or(u16::MAX);
            let slots = (width.saturating_add(2)).div_ceil(slot.max(1)).clamp(1, columns);
            if used + slots > columns && used > 0 {
                self.keep(std::mem::take(&mut line));
                used = 0;
            }
            let at = used * slot;
            let text = SafeText::line(text).fit(usize::from(self.width - at)).into_owned();
            line.pieces.push(Piece { at, text, role: *role });
            line.target = line.target.or(*target);
            used += slots;
        }
        if !line.pieces.is_empty() {
            self.keep(line);
        }
    }

    fn keep(&mut self, line: Line) {
        if !self.is_folded {
            self.lines.push(line);
        }
    }
}

/// The text in lines no wider than `width`, broken at spaces, within a word only where it is wider by itself.
pub(super) fn wrapped(text: &str, width: u16) -> Vec<String> {
    let text = SafeText::lines(text).as_str().replace('\t', " ");
    text.lines().flat_map(|line| look::wrap(line, width)).collect()
}
