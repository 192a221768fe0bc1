//! The family's path: contracts, encounters, deadlines and landmarks along the months.
//!
//! It is laid out by `widgets::timeline` and drawn by `screens::timeline`; here are its keys.

use std::cell::Cell;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Reaction, Shown, detail, opening};
use crate::base::locale::Catalog;
use crate::domain::deadline::About;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::family::Target;
use crate::tui::screens::sheet::Sheet;
use crate::tui::screens::timeline::{TimelineView, Way};
use crate::tui::widgets::timeline as widget;

/// The path of the family under the cursor of the list.
#[derive(Debug, Default)]
pub struct Timeline {
    shown: Option<Arc<Shown>>,
    view: TimelineView,
    /// As last drawn: the title names the months that fit.
    width: Cell<u16>,
}

impl Timeline {
    /// Shows a family, and gives back what was shown; where one looks stays when it is the same one, reloaded.
    pub(super) fn show(&mut self, shown: Option<Arc<Shown>>) -> Option<Arc<Shown>> {
        let id = |shown: &Option<Arc<Shown>>| shown.as_ref().map(|shown| shown.record.id);
        if id(&self.shown) != id(&shown) {
            self.view.leave();
        }
        std::mem::replace(&mut self.shown, shown)
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        let Some(shown) = &self.shown else { return Reaction::Stays };
        let (path, today, width) = (&shown.path, shown.today, inside.width);
        match action {
            Action::Left | Action::Up => self.view.walk(path, today, Way::Earlier, width),
            Action::Right | Action::Down => self.view.walk(path, today, Way::Later, width),
            Action::ScrollBack | Action::PageUp => self.view.scroll(today, Way::Earlier, width),
            Action::ScrollOn | Action::PageDown => self.view.scroll(today, Way::Later, width),
            Action::ZoomIn => self.view.set_zoom(self.view.zoom.closer(), today, width),
            Action::ZoomOut => self.view.set_zoom(self.view.zoom.wider(), today, width),
            Action::GoToToday => self.view.go_to_today(),
            Action::First => self.view.go_to_start(path, today, width),
            Action::Last => self.view.go_to_end(path, today, width),
            Action::Open => {
                if let Some(mark) = self.view.focused_mark() {
                    return opening::open_mark(shown, &mark, path, catalog);
                }
            }
            _not_of_the_timeline => {}
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        if let Some(shown) = &self.shown {
            self.view.point(&shown.path, shown.today, at, inside);
        }
        Reaction::Stays
    }

    /// What is under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        opening::about(self.shown.as_ref()?, Target::Mark(self.view.focused()?))
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let zoom = match self.view.zoom {
            widget::Zoom::Month => "timeline-zoom-month",
            widget::Zoom::Quarter => "timeline-zoom-quarter",
            widget::Zoom::Year => "timeline-zoom-year",
        };
        let title = format!("{} · {}", look.text("context-timeline"), look.text(zoom));
        match self.width.get() {
            0 => title,
            width => format!("{title} · {}", self.view.period(look.catalog, look.today, width)),
        }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.width.set(area.width);
        let mut sheet = Sheet { buffer: buf, look };
        match &self.shown {
            Some(shown) if !shown.path.marks.is_empty() || !shown.path.bars.is_empty() => {
                self.view.draw(&mut sheet, area, &shown.subject(&shown.path, look.privacy), look.focused);
            }
            Some(_) => detail::say_none(&mut sheet, area, "timeline-empty"),
            None => detail::say_none(&mut sheet, area, "timeline-none"),
        }
        None
    }
}
