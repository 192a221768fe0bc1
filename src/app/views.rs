//! The views of a store: made of its entries by the same fold everywhere, and made again where an earlier program made them.

use super::{AppError, department};
use crate::domain::antenna::AntennaRecord;
use crate::domain::event::AntennaEvent;
use crate::domain::family::FamilyRecord;
use crate::domain::row::{self, FamilyRow};
use crate::domain::{deadline, panel};
use crate::journal::replay;
use crate::store::check::Views;
use crate::store::writing::{FollowUp, Writing};
use crate::store::{Store, StoreError};

/// The setting that says which program made the views.
const VIEWS_MADE_BY: &str = "views";

/// Counts the changes of what records, list lines and deadlines are made of. A store whose views were made by a lower one
/// is rebuilt when it is opened: raise it with every such change.
const VIEWS_VERSION: u32 = 16;

/// An antenna's.
pub const OF_ANTENNA: Views = Views {
    antenna: |entries| {
        let record = replay::antenna(entries).ok()?;
        let deadlines = deadline::convention_deadlines(&record);
        Some((record, deadlines))
    },
    family: |id, entries, antenna| {
        let record = replay::family(id, entries).ok()?;
        let (row, follow_up) = views_of(&record, antenna);
        Some((record, row, Some(follow_up)))
    },
};

/// A Département's: nothing of what those work with who follow a family.
const OF_DEPARTMENT: Views = Views {
    antenna: |entries| Some((replay::antenna(entries).ok()?, Vec::new())),
    family: |id, entries, _antennas| {
        let record = replay::family(id, entries).ok()?;
        let row = row::row(&record, &[]);
        Some((record, row, None))
    },
};

/// How the views of a store are made, by the side that it is of.
///
/// # Errors
/// The store's.
pub(super) fn of(store: &Store) -> Result<&'static Views, StoreError> {
    Ok(if department::is_department(&store.read())? { &OF_DEPARTMENT } else { &OF_ANTENNA })
}

/// Rebuilds the views that an earlier program made; those of a later program are refused untouched.
///
/// # Errors
/// `NewerStore`, or the store's.
pub(super) fn renew(store: &mut Store) -> Result<(), AppError> {
    let made_by = store.read().setting(VIEWS_MADE_BY)?.and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
    let made_by = made_by.map_or(0, u32::from_be_bytes);
    if VIEWS_VERSION < made_by {
        let (found, known) = (i64::from(made_by), i64::from(VIEWS_VERSION));
        return Err(StoreError::NewerStore { path: store.directory().to_owned(), found, known }.into());
    }
    if made_by < VIEWS_VERSION && store.read_only().is_none() {
        let views = of(store)?;
        store.rebuild(views)?;
        store.write(|writing| writing.put_setting(VIEWS_MADE_BY, &VIEWS_VERSION.to_be_bytes()))?;
    }
    Ok(())
}

/// Puts an antenna's views of a family in step.
///
/// # Errors
/// The store's.
pub(super) fn put_family(
    writing: &Writing<'_>,
    record: &FamilyRecord,
    antenna: &AntennaRecord,
) -> Result<(), StoreError> {
    let (row, follow_up) = views_of(record, antenna);
    writing.put_family(record, &row, Some(&follow_up))
}

/// Puts an antenna's own views in step, and every family's line where their deadlines may follow.
///
/// # Errors
/// The store's.
pub(super) fn put_antenna(
    writing: &Writing<'_>,
    antenna: &AntennaRecord,
    moves_deadlines: bool,
) -> Result<(), StoreError> {
    writing.put_antenna(antenna, &deadline::convention_deadlines(antenna))?;
    if moves_deadlines {
        for family in writing.every_family_listed()? {
            if let Some(record) = writing.family(family)? {
                let (row, follow_up) = views_of(&record, antenna);
                writing.put_lines(&row, &follow_up)?;
            }
        }
    }
    Ok(())
}

/// Whether the families' deadlines may follow: a referent who leaves leaves families without one (art. 3), and delays are
/// the convention's.
pub(super) fn moves_deadlines(event: &AntennaEvent) -> bool {
    match event {
        AntennaEvent::ReferentLeft(_) | AntennaEvent::ConventionAdopted(_) => true,
        AntennaEvent::AntennaFounded(_)
        | AntennaEvent::CenterAdded(_)
        | AntennaEvent::CenterChanged(_)
        | AntennaEvent::CenterClosed(_)
        | AntennaEvent::ReferentCorrected(_)
        | AntennaEvent::ReferentAdded(_)
        | AntennaEvent::GroupActionPlanned(_)
        | AntennaEvent::GroupSessionAdded(_)
        | AntennaEvent::GroupSessionCancelled(_)
        | AntennaEvent::TopicRaised(_)
        | AntennaEvent::TopicFollowed(_)
        | AntennaEvent::TopicClosed(_)
        | AntennaEvent::PartnershipNoted(_)
        | AntennaEvent::PeriodClosed(_) => false,
    }
}

/// What the list, the deadline index and the panel's board show of a record.
fn views_of(record: &FamilyRecord, antenna: &AntennaRecord) -> (FamilyRow, FollowUp) {
    let deadlines = deadline::deadlines(record, antenna);
    (row::row(record, &deadlines), FollowUp { deadlines, panel: panel::rows(record, antenna) })
}
