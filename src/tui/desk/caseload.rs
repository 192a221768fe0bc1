//! What the caseload asks of the desk: the lines of the list, the family under the cursor, and what a thread reads beside the
//! screen because it grows with the caseload.

use std::any::Any;
use std::sync::Arc;
use std::thread;

use super::AppDesk;
use crate::app::search::{Hits, SearchIndex};
use crate::app::{AppError, Counts, ListView, Sort};
use crate::base::id::FamilyId;
use crate::domain::deadline::{self, Deadline, DeadlineRule};
use crate::tui::input::{Background, Input};
use crate::tui::places::caseload::LINES_AHEAD;
use crate::tui::places::{Page, Shown};
use crate::tui::ui::Ui;
use crate::tui::widgets::timeline::Timeline;

/// What the background thread read.
pub(super) struct Read {
    index: Option<SearchIndex>,
    counts: Counts,
}

impl std::fmt::Debug for Read {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Read").field("counts", &self.counts).finish_non_exhaustive()
    }
}

impl Background for Read {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

/// Whether the background reads the index again: once; acts update it line by line.
#[derive(Clone, Copy)]
pub(super) enum WithIndex {
    Yes,
    No,
}

impl AppDesk {
    /// Reads on another connection and another thread what grows with the caseload.
    pub(super) fn read_beside(&self, with_index: WithIndex) {
        let Ok(background) = self.app.background() else { return };
        let doorbell = self.doorbell.clone();
        let work = move || {
            let index = match with_index {
                WithIndex::Yes => background.index().ok(),
                WithIndex::No => None,
            };
            if let Ok(counts) = background.counts() {
                // The receiver is gone when the program is ending: nobody is left to tell.
                let _ = doorbell.send(Input::Background(Box::new(Read { index, counts })));
            }
        };
        // Without the thread the list stays as loaded, and the header without figures.
        let _ = thread::Builder::new().name("index".into()).spawn(work);
    }

    pub(super) fn take(&mut self, read: Read, ui: &mut Ui) {
        let Read { index, counts } = read;
        let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        ui.header.taken = counts.taken;
        ui.header.places = counts.places;
        ui.header.due = small(counts.due_today + counts.due_this_week);
        ui.header.overdue = small(counts.overdue);
        ui.header.to_hand_over = small(counts.to_hand_over);
        if let Some(index) = index {
            self.index = Some(index);
            self.asked = None;
            self.load_caseload(ui);
        }
    }

    pub(super) fn load_caseload(&mut self, ui: &mut Ui) {
        let wanted = ui.screens.caseload.wanted();
        let loaded = match &mut self.index {
            None => {
                let limit = wanted.start + wanted.count + LINES_AHEAD;
                let rows = self.app.first_rows(wanted.view, wanted.sort, limit);
                rows.map(|rows| Page { start: 0, goes_on: rows.len() == limit, rows, total: None })
            }
            Some(index) => {
                index.prepare(wanted.sort);
                let same = |(view, sort, _): &(ListView, Sort, Hits)| *view == wanted.view && *sort == wanted.sort;
                let before = self.asked.take().filter(same).map(|(_, _, hits)| hits);
                let hits = match before {
                    // Going through a list does not ask for it again.
                    Some(hits) if index.still(&hits, &wanted.typed) => hits,
                    before => index.search(&wanted.typed, wanted.view.bits(), wanted.sort, before.as_ref()),
                };
                let seen = wanted.start..wanted.start + wanted.count;
                let kept = wanted.keep.and_then(|family| index.position(&hits, family, seen));
                let range = wanted.range(hits.len(), kept);
                let (start, total) = (range.start, Some(hits.len()));
                let ids: Vec<_> = index.families(&hits, range).collect();
                self.asked = Some((wanted.view, wanted.sort, hits));
                self.app.rows(&ids).map(|rows| Page { start, rows, total, goes_on: false })
            }
        };
        match loaded {
            Ok(page) => ui.screens.caseload.take(page),
            Err(fault) => self.complain(&fault, ui),
        }
        match ui.screens.caseload.family() {
            Some(family) if self.shown != Some(family) => self.show(family, ui),
            Some(_) => {}
            None => {
                self.shown = None;
                self.gone = ui.screens.show(None);
            }
        }
    }

    pub(super) fn show(&mut self, family: FamilyId, ui: &mut Ui) {
        let ahead = self.ahead.take().filter(|(_, shown)| shown.record.id == family);
        self.read_at = ahead.as_ref().map(|(version, _)| *version);
        match ahead.map_or_else(|| self.read(family), |(_, shown)| Ok(Some(shown))) {
            Ok(shown) => {
                self.shown = shown.as_ref().map(|_| family);
                self.gone = ui.screens.show(shown);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// A family as the screen shows it.
    pub(super) fn read(&self, family: FamilyId) -> Result<Option<Arc<Shown>>, AppError> {
        let Some(record) = self.app.family(family)? else { return Ok(None) };
        let mut deadlines = deadline::deadlines(&record, self.app.antenna());
        // A birthday that a running contract crosses is late no longer; on the path it is still a landmark.
        let is_landmark = |deadline: &Deadline| deadline.rule == DeadlineRule::ThirdBirthday;
        deadlines.retain(|deadline| is_landmark(deadline) || deadline.stands_on(self.app.today()));
        let center = record.stays.last().map(|stay| &stay.center);
        let center = center.or_else(|| record.orientations.last().map(|orientation| &orientation.center));
        let places_taken = center.map_or(Ok(0), |center| self.app.places_taken(center))?;
        let (antenna, today) = (Arc::clone(self.app.antenna()), self.app.today());
        let path = Timeline::of(&record, &deadlines, today);
        Ok(Some(Arc::new(Shown { record, deadlines, path, antenna, places_taken, today })))
    }

    /// Looks for a family where it is listed now, then among those to answer and those that left.
    pub(super) fn open_family(&mut self, family: FamilyId, ui: &mut Ui) {
        ui.screens.caseload.select(family);
        self.load_caseload(ui);
        for view in [ListView::Active, ListView::Oriented, ListView::Gone] {
            if ui.screens.caseload.family() == Some(family) {
                break;
            }
            ui.screens.caseload.look_for(family, view);
            self.load_caseload(ui);
        }
    }
}
