//! Who the family is: identity, centre, referent, children, pregnancy, situation, contacts.

use super::{Dossier, first_line};
use crate::base::calendar;
use crate::base::locale::{Catalog, Fact};
use crate::domain::encounter::Step;
use crate::domain::family::{FamilyStatus, Ungrounded};
use crate::tui::look;
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::theme::Role;

/// The first lines: name, number, centre, inclusion, referent, steps, the child on whose age the benefit stands.
pub(super) fn head(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let (catalog, record, today) = (writer.catalog, dossier.record, dossier.today);
    let matricule = match dossier.revealed {
        true => record.identity.matricule.clone(),
        false => (dossier.mask)(&masked_number(&record.identity.matricule)).into_owned(),
    };
    let mut facts = vec![
        ((dossier.mask)(&record.display_name()).into_owned(), Role::Title, Some(Target::Identity)),
        (catalog.text_with("family-matricule", &[("number", Fact::Text(matricule))]), Role::Text, None),
    ];
    let stay = record.stays.last();
    let orientation = record.orientations.last();
    if let Some(code) = stay.map(|stay| &stay.center).or(orientation.map(|orientation| &orientation.center)) {
        let name = dossier.antenna.center(code).map_or(code.as_str(), |center| center.name.as_str());
        let places = dossier.places.map(|(taken, places)| format!("  {taken}/{places}")).unwrap_or_default();
        facts.push((format!("{}{places}", centre(catalog, name)), Role::Text, None));
    }
    let since = match (record.status(), stay, orientation) {
        (FamilyStatus::Included, Some(stay), _) => dated(catalog, "family-included-on", stay.included_on),
        (FamilyStatus::Out, Some(stay), _) => {
            stay.exit.as_ref().map_or_else(String::new, |exit| dated(catalog, "family-out-on", exit.date))
        }
        (FamilyStatus::Oriented, _, Some(orientation)) => dated(catalog, "family-oriented-on", orientation.date),
        (status, _, _) => catalog.text(status.id()).into_owned(),
    };
    facts.push((since, Role::Text, None));
    if stay.is_some() {
        facts.push((referent(catalog, dossier), Role::Text, Some(Target::Referent)));
        facts.push((format!("{} {}", catalog.text("family-steps-done"), steps(dossier)), Role::Text, None));
    }
    writer.grid(&facts);
    let years = years(dossier);
    let needs_a_child = record.status() == FamilyStatus::Included
        && record.pregnancies.iter().all(|pregnancy| pregnancy.ended_on.is_some());
    match (record.youngest_on(today), record.last_child_left_on(today, years)) {
        (Some(_), Some(date)) if needs_a_child => {
            let facts = [("date", Fact::Date(date)), ("years", Fact::Number(i64::from(years)))];
            writer.grid(&[(format!("! {}", catalog.text_with("family-child-left", &facts)), Role::Overdue, None)]);
        }
        (Some(child), _) => {
            let birthday = calendar::birthday(child.birth_date, years);
            let age = calendar::civil_age(child.birth_date, today).map(|age| catalog.age(age)).unwrap_or_default();
            let named = format!("{} {age}", (dossier.mask)(&child.given_name));
            let facts = [
                ("date", Fact::Date(birthday)),
                ("years", Fact::Number(i64::from(years))),
                ("until", Fact::Date(calendar::last_day_of_previous_month(birthday))),
            ];
            let id = if today < birthday { "family-landmark" } else { "family-landmark-passed" };
            let whole = catalog.text_with(id, &facts);
            let landmark = match look::width(&whole) <= writer.width {
                true => whole,
                false => catalog.text_with(&format!("{id}-narrow"), &facts),
            };
            writer.grid(&[(named, Role::Text, Some(Target::Child(child.id))), (landmark, Role::Text, None)]);
        }
        // What the accompaniment stands on is gone: no date says so.
        (None, _) if needs_a_child => {
            writer.grid(&[(format!("! {}", catalog.text("family-no-child")), Role::Overdue, None)]);
        }
        (None, _) => {}
    }
    for said in record.ungrounded(dossier.antenna).iter().map(|one| ungrounded(catalog, *one)) {
        writer.text(0, &format!("! {said}"), Role::Overdue, None);
    }
}

/// What the children, as they are known now, no longer bear out, with its article.
fn ungrounded(catalog: &Catalog, what: Ungrounded) -> String {
    let (id, date, years, rank) = match what {
        Ungrounded::Inclusion { date, years } => ("family-inclusion-ungrounded", date, years, 0),
        Ungrounded::Contract { rank, starts, years } => ("family-contract-ungrounded", starts, years, rank),
    };
    let number = |number: u32| Fact::Number(i64::from(number));
    catalog.text_with(id, &[("date", Fact::Date(date)), ("years", number(years)), ("rank", number(rank))])
}

/// The children, youngest first, and the pregnancies.
pub(super) fn household(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let (catalog, record, today) = (writer.catalog, dossier.record, dossier.today);
    if record.children.is_empty() && record.pregnancies.is_empty() {
        return;
    }
    writer.heading("family-household");
    let years = years(dossier);
    let mut children: Vec<_> = record.children.iter().collect();
    children.sort_by_key(|child| (child.departed_on.is_some(), std::cmp::Reverse(child.birth_date)));
    for child in children {
        let age = calendar::civil_age(child.birth_date, today).map(|age| catalog.age(age)).unwrap_or_default();
        let birthday = calendar::birthday(child.birth_date, years);
        let (state, role) = match child.departed_on {
            Some(departed) => (dated(catalog, "family-departed-on", departed), Role::Muted),
            None if today < birthday => {
                let facts = [
                    ("date", Fact::Date(birthday)),
                    ("years", Fact::Number(i64::from(years))),
                    ("until", Fact::Date(calendar::last_day_of_previous_month(birthday))),
                ];
                let id = if writer.width < 100 { "family-landmark-short" } else { "family-landmark" };
                (catalog.text_with(id, &facts), Role::Text)
            }
            None => (String::new(), Role::Text),
        };
        let born = dated(catalog, "family-born-on", child.birth_date);
        let name = (dossier.mask)(&child.given_name);
        let target = Some(Target::Child(child.id));
        match writer.width {
            0..60 => {
                writer.row(target, &[(0, &name, role), (17, &age, role), (28, &born, Role::Muted)]);
                if !state.is_empty() {
                    writer.text(2, &state, role, target);
                }
            }
            60.. => {
                writer.row(target, &[(0, &name, role), (17, &age, role), (27, &born, Role::Muted), (46, &state, role)])
            }
        }
    }
    for pregnancy in &record.pregnancies {
        let facts = [("date", Fact::Date(pregnancy.expected_on)), ("declared", Fact::Date(pregnancy.declared_on))];
        let (text, role) = match pregnancy.ended_on {
            None => (catalog.text_with("family-pregnancy", &facts), Role::Text),
            Some(ended) => (dated(catalog, "family-pregnancy-ended", ended), Role::Muted),
        };
        writer.text(0, &text, role, Some(Target::Pregnancy));
    }
}

/// The facts of art. 2 as last recorded, then how to reach the parent.
pub(super) fn situation(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let (catalog, record) = (writer.catalog, dossier.record);
    if let Some(situation) = &record.situation {
        writer.heading("family-situation");
        let yes_no = |value: bool| catalog.text(if value { "family-yes" } else { "family-no" }).into_owned();
        let target = Some(Target::Situation);
        writer.field("family-situation-date", &catalog.date(situation.date), target);
        writer.field("family-isolated", &yes_no(situation.isolated), target);
        writer.field("family-benefit", &situation.benefit_code, target);
        writer.field("family-followed", &yes_no(situation.followed_by_department), target);
    }
    let contact = &record.contact;
    let known = [
        ("family-telephone", &contact.telephone),
        ("family-email", &contact.email),
        ("family-address", &contact.address),
        ("family-language", &contact.language),
    ];
    if known.iter().any(|(_, value)| !value.is_empty()) {
        writer.heading("family-contact");
        for (id, value) in known {
            writer.field(id, &(dossier.mask)(value), Some(Target::Contact));
        }
    }
}

/// All but the last four characters hidden.
fn masked_number(number: &str) -> String {
    let hidden = number.chars().count().saturating_sub(4);
    number.chars().enumerate().map(|(place, c)| if place < hidden { '•' } else { c }).collect()
}

fn centre(catalog: &Catalog, name: &str) -> String {
    catalog.text_with("family-center", &[("name", Fact::Text(first_line(name).to_owned()))])
}

fn dated(catalog: &Catalog, id: &str, date: chrono::NaiveDate) -> String {
    catalog.text_with(id, &[("date", Fact::Date(date))])
}

/// The referent of the day, with who stands in until when.
fn referent(catalog: &Catalog, dossier: &Dossier<'_>) -> String {
    let (record, today) = (dossier.record, dossier.today);
    let name = |id| dossier.antenna.referent(id).map(|referent| (dossier.mask)(&referent.name).into_owned());
    let last = record.assignments.last().map(|assignment| assignment.referent);
    let Some(own) = record.referent_on(today).or(last).and_then(name) else {
        return catalog.text("family-without-referent").into_owned();
    };
    let own = catalog.text_with("family-referent", &[("name", Fact::Text(own))]);
    match record.stand_ins_on(today).next() {
        Some(stand_in) => {
            let facts =
                [("name", Fact::Text(name(stand_in.referent).unwrap_or_default())), ("until", Fact::Date(stand_in.to))];
            format!("{own}, {}", catalog.text_with("family-stand-in", &facts))
        }
        None => own,
    }
}

/// The five steps: its number for one dealt with since the inclusion, an empty circle for one to come.
fn steps(dossier: &Dossier<'_>) -> String {
    let from = dossier.record.stays.last().map_or(chrono::NaiveDate::MIN, |stay| stay.included_on);
    let done = dossier.record.steps_since(from);
    Step::ALL
        .iter()
        .zip(['①', '②', '③', '④', '⑤'])
        .map(|(step, digit)| if done.contains(step) { digit } else { '○' })
        .collect()
}

/// The age that the benefit ends with, in the convention of the stay.
fn years(dossier: &Dossier<'_>) -> u32 {
    let on = dossier.record.stays.last().map_or(dossier.today, |stay| stay.included_on);
    dossier.antenna.convention(on).map_or(3, |convention| convention.inclusion.child_under_years)
}
