//! The only user of SQLite: keys, migrations, journal tables, projections, anchor, backups.
