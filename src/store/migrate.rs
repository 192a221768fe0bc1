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
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "journal_and_views",
        sql: include_str!("../../assets/sql/0001_journal_and_views.sql"),
    },
    Migration { version: 2, name: "retention", sql: include_str!("../../assets/sql/0002_retention.sql") },
    Migration { version: 3, name: "access", sql: include_str!("../../assets/sql/0003_access.sql") },
    Migration { version: 4, name: "search", sql: include_str!("../../assets/sql/0004_search.sql") },
    Migration { version: 5, name: "panel_referral", sql: include_str!("../../assets/sql/0005_panel_referral.sql") },
    Migration { version: 6, name: "attendance", sql: include_str!("../../assets/sql/0006_attendance.sql") },
    Migration { version: 7, name: "acknowledgement", sql: include_str!("../../assets/sql/0007_acknowledgement.sql") },
    Migration { version: 8, name: "exchange", sql: include_str!("../../assets/sql/0008_exchange.sql") },
    Migration { version: 9, name: "department", sql: include_str!("../../assets/sql/0009_department.sql") },
    Migration { version: 10, name: "brought", sql: include_str!("../../assets/sql/0010_brought.sql") },
    Migration { version: 11, name: "sealed_file", sql: include_str!("../../assets/sql/0011_sealed_file.sql") },
    Migration { version: 12, name: "lines_by_name", sql: include_str!("../../assets/sql/0012_lines_by_name.sql") },
    Migration { version: 13, name: "archive", sql: include_str!("../../assets/sql/0013_archive.sql") },
    Migration { version: 14, name: "recorded_line", sql: include_str!("../../assets/sql/0014_recorded_line.sql") },
    Migration {
        version: 15,
        name: "who_follows_when",
        sql: include_str!("../../assets/sql/0015_who_follows_when.sql"),
    },
];

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::store::vault::DataKey;

    fn migrated() -> (tempfile::TempDir, Database) {
        let directory = tempfile::tempdir().unwrap();
        let key = DataKey::fresh().unwrap();
        let mut database = Database::create(&directory.path().join("antenna.db"), &key).unwrap();
        migrate(&mut database, MIGRATIONS, |_| Ok(())).unwrap();
        (directory, database)
    }

    #[test]
    fn versions_are_numbered_without_a_gap_and_an_empty_file_gets_them_all() {
        let versions: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        assert_eq!(versions, (1..=latest(MIGRATIONS)).collect::<Vec<_>>());
        let (_directory, mut database) = migrated();
        assert_eq!(version(&database, MIGRATIONS).unwrap(), latest(MIGRATIONS));
        assert_eq!(database.number("application_id").unwrap(), APPLICATION_ID);
        migrate(&mut database, MIGRATIONS, |_| panic!("nothing left to do")).unwrap();
    }

    #[test]
    fn sealed_bundles_of_before_keep_their_files() {
        let directory = tempfile::tempdir().unwrap();
        let key = DataKey::fresh().unwrap();
        let mut database = Database::create(&directory.path().join("antenna.db"), &key).unwrap();
        migrate(&mut database, MIGRATIONS.get(..10).unwrap(), |_| Ok(())).unwrap();
        database
            .connection
            .execute_batch(
                "INSERT INTO outbox VALUES (zeroblob(16), 7, 1, 'activity', zeroblob(32), zeroblob(32), 'f', 0, '{}',
                 x'616765', NULL, NULL, NULL)",
            )
            .unwrap();
        migrate(&mut database, MIGRATIONS, |_| Ok(())).unwrap();
        let kept = crate::store::reading::Reading::new(&database.connection);
        assert_eq!(
            kept.sealed_archive(crate::store::exchange::UNKNOWN_PARTY, 7).unwrap().as_deref(),
            Some(&b"age"[..])
        );
        assert_eq!(kept.outbox().unwrap().len(), 1);
    }

    #[test]
    fn another_program_s_file_is_not_a_store() {
        let (_directory, database) = migrated();
        database.connection.pragma_update(None, "application_id", 1).unwrap();
        assert_eq!(version(&database, MIGRATIONS).err().map(|error| error.id()), Some("store-not-a-store"));
    }

    #[test]
    fn the_journal_refuses_every_change_but_the_erasure_of_salt_and_body_together() {
        let (_directory, database) = migrated();
        let run = |sql: &str| database.connection.execute_batch(sql).map_err(StoreError::from).err().map(|e| e.id());
        let entry =
            "(x'01010101010101010101010101010101', 1, 1, '{}', 0, x'02020202020202020202020202020202', NULL, '{}',
                     zeroblob(32), zeroblob(32))";
        let event = "(x'01010101010101010101010101010101', 1, 0, zeroblob(32), zeroblob(16), 'body')";
        assert_eq!(
            run(&format!("INSERT INTO journal_entry VALUES {entry}; INSERT INTO journal_event VALUES {event};")),
            None
        );
        for refused in [
            "UPDATE journal_entry SET lamport = 2",
            "DELETE FROM journal_entry",
            "UPDATE journal_event SET body = 'other'",
            "UPDATE journal_event SET salt = NULL",
            "UPDATE journal_event SET digest = randomblob(32), salt = NULL, body = NULL",
            "UPDATE journal_event SET position = 1, salt = NULL, body = NULL",
            "DELETE FROM journal_event",
        ] {
            assert!(run(refused).is_some(), "{refused}");
        }
        assert_eq!(run("DELETE FROM journal_event"), Some("store-journal-is-append-only"));
        // INSERT OR REPLACE removes the row it replaces: the same trigger sees it.
        assert!(run(&format!("INSERT OR REPLACE INTO journal_event VALUES {event}")).is_some());
        assert!(run(&format!("INSERT OR REPLACE INTO journal_entry VALUES {entry}")).is_some());
        assert_eq!(run("UPDATE journal_event SET salt = NULL, body = NULL"), None);
        let left: i64 = database
            .connection
            .query_row("SELECT count(*) FROM journal_event WHERE body IS NULL AND salt IS NULL", [], |row| row.get(0))
            .unwrap();
        assert_eq!(left, 1);
    }
}
