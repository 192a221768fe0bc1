//! A list of orientations that has just arrived from the solidarity centres: what the screen of lists has to show.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use crate::app::orientations::{FOLDER, ListFault};
use crate::app::{App, AppError};
use crate::base::calendar;
use crate::domain::family::FamilyRecord;

/// Days before today and what is known of a family stand in braces.
const LIST: &str = include_str!("../../../assets/demo/orientations.csv");

/// Where it arrives, within the directory of the demonstration.
const ARRIVALS: &str = "mds";
const NAME: &str = "orientations.csv";

/// Writes the list, in which `known` is sent again under another CAF number, where the screen looks for lists.
pub(super) fn arrives(app: &mut App, directory: &Path, known: Option<&FamilyRecord>) -> Result<(), AppError> {
    let folder = directory.join(ARRIVALS);
    let not_written = |error: std::io::Error| ListFault::NotWritten { kind: error.kind() };
    fs::create_dir_all(&folder).map_err(not_written)?;
    fs::write(folder.join(NAME), text(known, app.today())).map_err(not_written)?;
    match folder.to_str() {
        Some(folder) => app.keep_setting(FOLDER, folder),
        None => Ok(()),
    }
}

/// A list whose days before today stand in braces.
pub(super) fn dated(list: &str, today: NaiveDate) -> String {
    filled_in(list, None, today)
}

fn text(known: Option<&FamilyRecord>, today: NaiveDate) -> String {
    filled_in(LIST, known, today)
}

fn filled_in(list: &str, known: Option<&FamilyRecord>, today: NaiveDate) -> String {
    let written = |date: NaiveDate| date.format("%d/%m/%Y").to_string();
    let filled = |what: &str| match (what, known.map(|record| &record.identity)) {
        ("surname", Some(identity)) => identity.surname.clone(),
        ("given name", Some(identity)) => identity.given_name.clone(),
        ("birth date", Some(identity)) => written(identity.birth_date),
        (days, _) => {
            let days = days.trim_start_matches('-').parse().unwrap_or_default();
            written(calendar::sub_days(today, days))
        }
    };
    let mut text = String::with_capacity(list.len());
    let mut rest = list;
    while let Some((before, what, after)) = braced(rest) {
        text.push_str(before);
        text.push_str(&filled(what));
        rest = after;
    }
    text + rest
}

fn braced(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (what, after) = rest.split_once('}')?;
    Some((before, what, after))
}
