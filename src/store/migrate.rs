//! Brings a database to the schema of this program: a table of numbered steps, one transaction each.
//!
//! A newer file is refused untouched. What the steps make is in `assets/sql/`, one file per step, never changed once published.

use rusqlite::TransactionBehavior;

use super::database::{APPLICATION_ID, Database};
use super::error::{About, StoreError};

/// One step of the schema.
pub struct Migration {
    pub version: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

/// Every step, oldest first.
pub const MIGRATIONS: &[Migration] = &[Migration {
    version: 1,
    name: "journal_and_views",
    sql: include_str!("../../assets/sql/0001_journal_and_views.sql"),
}];

/// The schema that these steps end with.
pub(crate) fn latest(migrations: &[Migration]) -> i64 {
    migrations.last().map_or(0, |last| last.version)
}

/// The version of the schema that the file has; 0 for an empty one.
///
/// # Errors
/// `NotAStore` when the file is another program's, `NewerStore`.
pub(crate) fn version(database: &Database, migrations: &[Migration]) -> Result<i64, StoreError> {
    let found = database.number("user_version")?;
    let application = database.number("application_id")?;
    if application != APPLICATION_ID && (application != 0 || found != 0) {
        return Err(StoreError::NotAStore { path: database.path.clone() });
    }
    let known = latest(migrations);
    if known < found {
        return Err(StoreError::NewerStore { path: database.path.clone(), found, known });
    }
    Ok(found)
}

/// Applies the steps that the file lacks. `before` is called once, before the first step of a file that has content.
///
/// # Errors
/// Those of [`version`] and of `before`, or SQLite's; the steps before the failing one stay.
pub(crate) fn migrate(
    database: &mut Database,
    migrations: &[Migration],
    before: impl FnOnce(&mut Database) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let found = version(database, migrations)?;
    if found == latest(migrations) {
        return Ok(());
    }
    if 0 < found {
        before(database)?;
    }
    for migration in migrations.iter().filter(|migration| found < migration.version) {
        let Database { connection, path } = database;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).about(path)?;
        // Another process may have taken this step while we waited for the lock.
        let now: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0)).about(path)?;
        if now < migration.version {
            transaction.execute_batch(migration.sql).about(path)?;
            transaction.pragma_update(None, "user_version", migration.version).about(path)?;
            transaction.pragma_update(None, "application_id", APPLICATION_ID).about(path)?;
        }
        transaction.commit().about(path)?;
    }
    Ok(())
}
