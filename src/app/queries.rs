//! Everything that is read: records, lists, deadlines, counts, drafts, settings.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::lists::{ListView, search_row, sunday};
use super::search::SearchIndex;
use super::{App, AppError};
use crate::base::calendar;
use crate::base::id::{CenterCode, FamilyId, GroupSessionId, ReferentId};
use crate::domain::deadline::Deadline;
use crate::domain::family::FamilyRecord;
use crate::domain::group::Presence;
use crate::domain::row::FamilyRow;
use crate::store::reading::{AttendanceLine, ContentVersion, DeadlineLine, FormDraft, PanelLine, Sort};
use crate::store::{Beside, SecondReader, StoreError};

/// The figures of the header. Days are inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub taken: u32,
    pub places: u32,
    pub overdue: u64,
    pub due_today: u64,
    /// From tomorrow to Sunday.
    pub due_this_week: u64,
    /// Entries that no bundle carries yet.
    pub to_hand_over: u64,
}

/// What a background thread reads, on a connection that it opens itself: whatever grows with the caseload.
pub struct Background {
    store: Beside,
    author: ReferentId,
    pub(super) today: NaiveDate,
    places: u32,
    silence: Option<Deadline>,
}

impl App {
    /// A family's record.
    ///
    /// # Errors
    /// The store's, here and below.
    pub fn family(&self, id: FamilyId) -> Result<Option<FamilyRecord>, AppError> {
        Ok(self.store.read().family(id)?)
    }

    /// The version of the store's content: what was read at the same one is what is there.
    ///
    /// # Errors
    /// The store's.
    pub fn content_version(&self) -> Result<ContentVersion, AppError> {
        Ok(self.store.read().content_version()?)
    }

    /// The family that bears a CAF number, however it was spaced.
    ///
    /// # Errors
    /// The store's.
    pub fn by_matricule(&self, matricule: &str) -> Result<Option<FamilyId>, AppError> {
        let typed = matricule.split_whitespace().collect::<String>().to_uppercase();
        Ok(self.store.read().by_matricule(&typed)?)
    }

    /// The first lines of a view.
    ///
    /// # Errors
    /// The store's.
    pub fn first_rows(&self, view: ListView, sort: Sort, limit: usize) -> Result<Vec<FamilyRow>, AppError> {
        Ok(self.store.read().first_rows(view.of(self.author, self.today()), sort, limit)?)
    }

    /// The list lines of these families, in this order.
    ///
    /// # Errors
    /// The store's.
    pub fn rows(&self, ids: &[FamilyId]) -> Result<Vec<FamilyRow>, AppError> {
        Ok(self.store.read().rows(ids)?)
    }

    /// The antenna's referrals to the panel: those that wait for something, then the latest that are closed.
    ///
    /// # Errors
    /// The store's.
    pub fn panel_board(&self, most_open: usize, most_closed: usize) -> Result<Vec<PanelLine>, AppError> {
        let reading = self.store.read();
        Ok([reading.panel_lines(true, most_open)?, reading.panel_lines(false, most_closed)?].concat())
    }

    /// What was recorded of the families at these sessions of group actions.
    ///
    /// # Errors
    /// The store's.
    pub fn attendances(&self, sessions: &[GroupSessionId]) -> Result<Vec<AttendanceLine>, AppError> {
        Ok(self.store.read().attendances(sessions)?)
    }

    /// How many families each referent follows.
    ///
    /// # Errors
    /// The store's.
    pub fn followed(&self) -> Result<BTreeMap<ReferentId, u64>, AppError> {
        Ok(self.store.read().followed(self.today())?)
    }

    /// How many families were recorded at each session, by presence.
    ///
    /// # Errors
    /// The store's.
    pub fn attendance_counts(&self) -> Result<BTreeMap<(GroupSessionId, Presence), u64>, AppError> {
        Ok(self.store.read().attendance_counts()?)
    }

    /// Deadlines due within the days given, both inclusive, earliest first.
    ///
    /// # Errors
    /// The store's.
    pub fn agenda(&self, from: NaiveDate, to: NaiveDate, limit: usize) -> Result<Vec<DeadlineLine>, AppError> {
        let mut lines = self.store.read().deadlines(from, to, limit)?;
        lines.retain(|line| line.deadline.stands_on(self.today()));
        if let Some(deadline) = self.department_silence()?.filter(|silence| (from..=to).contains(&silence.due)) {
            let place = lines.partition_point(|line| line.deadline.due <= deadline.due);
            lines.insert(place, DeadlineLine { family: None, deadline });
            lines.truncate(limit);
        }
        Ok(lines)
    }

    /// The figures of the header. They grow with the caseload: the screen reads them in the background.
    ///
    /// # Errors
    /// The store's.
    pub fn counts(&self) -> Result<Counts, AppError> {
        Ok(counts(self.store.read(), self.today(), self.places(), self.department_silence()?)?)
    }

    /// Whether there are more families than this, whatever their number.
    ///
    /// # Errors
    /// The store's.
    pub fn has_more_families_than(&self, most: usize) -> Result<bool, AppError> {
        Ok(self.store.read().has_more_rows_than(most)?)
    }

    /// A reader for a background thread.
    ///
    /// # Errors
    /// The store's.
    pub fn background(&self) -> Result<Background, AppError> {
        Ok(Background {
            store: self.store.beside(),
            author: self.author,
            today: self.today(),
            places: self.places(),
            silence: self.department_silence()?,
        })
    }

    /// Places taken of a solidarity centre.
    ///
    /// # Errors
    /// The store's.
    pub fn places_taken(&self, center: &CenterCode) -> Result<u32, AppError> {
        Ok(self.store.read().places_taken_of(center)?)
    }

    /// The author's unfinished forms, latest first: nobody signs what another has typed.
    ///
    /// # Errors
    /// The store's.
    pub fn drafts(&self) -> Result<Vec<FormDraft>, AppError> {
        let own = self.own_draft("");
        let drafts = self.store.read().drafts()?.into_iter();
        Ok(drafts
            .filter_map(|draft| Some(FormDraft { key: draft.key.strip_prefix(&own)?.to_owned(), ..draft }))
            .collect())
    }

    /// Keeps the text of an unfinished form, against a closed lid or a kill.
    ///
    /// # Errors
    /// The store's.
    pub fn save_draft(&mut self, key: &str, body: &str) -> Result<(), AppError> {
        let (key, now) = (self.own_draft(key), self.clock.now());
        Ok(self.store.write(|writing| writing.put_draft(&key, body, now))?)
    }

    /// Forgets a draft; not the one that another window kept under the same key since this one was written.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_draft(&mut self, key: &str, body: &str) -> Result<(), AppError> {
        let key = self.own_draft(key);
        Ok(self.store.write(|writing| writing.drop_draft(&key, body))?)
    }

    /// A setting of this store.
    ///
    /// # Errors
    /// The store's.
    pub fn setting(&self, key: &str) -> Result<Option<String>, AppError> {
        let bytes = self.store.read().setting(key)?;
        Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Keeps a setting of this store.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_setting(&mut self, key: &str, value: &str) -> Result<(), AppError> {
        Ok(self.store.write(|writing| writing.put_setting(key, value.as_bytes()))?)
    }

    fn own_draft(&self, key: &str) -> String {
        format!("{}/{key}", self.author)
    }

    fn places(&self) -> u32 {
        self.antenna.convention(self.today()).map_or(0, |convention| convention.caseload.places)
    }
}

impl Background {
    /// The figures of the header.
    ///
    /// # Errors
    /// The store's.
    pub fn counts(&self) -> Result<Counts, AppError> {
        Ok(counts(self.reader()?.read(), self.today, self.places, self.silence.clone())?)
    }

    /// The index that filters and orders the whole caseload in memory.
    ///
    /// # Errors
    /// The store's.
    pub fn index(&self) -> Result<SearchIndex, AppError> {
        let reader = self.reader()?;
        // With its room made at once: grown, it would leave as much again behind it in the memory of its thread.
        let mut index = SearchIndex::with_capacity(reader.read().count_families()?);
        reader.read().every_row(|row| index.push(search_row(&row, self.author, self.today)))?;
        Ok(index)
    }

    pub(super) fn reader(&self) -> Result<SecondReader, StoreError> {
        self.store.open()
    }
}

fn counts(
    reading: crate::store::reading::Reading<'_>,
    today: NaiveDate,
    places: u32,
    silence: Option<Deadline>,
) -> Result<Counts, StoreError> {
    // That of a silent Département follows from the outbox, and is in no view.
    let due = |from: NaiveDate, to: NaiveDate| -> Result<u64, StoreError> {
        let silence = silence.as_ref().is_some_and(|silence| (from..=to).contains(&silence.due));
        let lapsed = reading.count_lapsed(from, to, today)?;
        Ok(reading.count_deadlines(from, to)?.saturating_sub(lapsed) + u64::from(silence))
    };
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let carried = reading.outbox()?.into_iter().next_back().map(|sealed| sealed.through).unwrap_or_default();
    Ok(Counts {
        taken: reading.places_taken()?.values().sum(),
        places,
        overdue: due(NaiveDate::MIN, yesterday)?,
        due_today: due(today, today)?,
        due_this_week: due(calendar::add_days(today, 1), sunday(today))?,
        to_hand_over: reading.count_entries_after(&carried)?,
    })
}
