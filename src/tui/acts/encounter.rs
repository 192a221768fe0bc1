//! Encounters planned, held, missed, cancelled; notes.

use super::{FormScene, happened, options};
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::convention::{Item, Theme};
use crate::domain::encounter::{Confidentiality, Encounter, Setting, Step};
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

pub(super) fn plan(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.record()?.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    Ok(vec![
        Field::date("date", Leaning::Future),
        Field::time("time").optional(),
        Field::choice("setting", options(scene, "setting", &Setting::ALL)).value("caf-premises"),
        Field::text("purpose").optional(),
    ])
}

/// Filled from the appointment under the cursor, which it answers, or from the one of today: a visit foreseen at home is recorded
/// as a home visit. An encounter of another day leaves the appointments as they are, and the form names the one that waits.
pub(super) fn hold(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let record = scene.record()?;
    if record.stays.is_empty() {
        return Err(Refusal::FamilyNotIncluded {});
    }
    let convention = scene.convention()?;
    let appointments = record.appointments();
    let pointed = appointments.iter().find(|one| scene.pointed() == Some(one.id.to_string())).copied();
    let waiting = appointments.iter().rev().find(|one| one.date <= scene.today).copied().filter(|_| pointed.is_none());
    let date = pointed.map_or(scene.today, |one| one.date.min(scene.today));
    let setting = match pointed.or(waiting.filter(|one| one.date == scene.today)).map(|one| one.setting) {
        Some(Setting::CafPremises) => "caf-premises",
        Some(Setting::DepartmentPremises) => "department-premises",
        Some(Setting::Remote) => "remote",
        // A visit on the spot is what is recorded most often without an appointment.
        Some(Setting::HomeVisit) | None => "home-visit",
    };
    let themes = convention.themes.iter().filter(|theme| theme.limit.is_none());
    let items = themes.clone().flat_map(|theme| theme.items.iter().map(move |item| (theme, item)));
    let item = |(theme, item): (&Theme, &Item)| {
        Choice::new(item.code.as_str(), scene.label(&item.label)).in_group(theme.code.as_str())
    };
    let items = items.map(item).collect();
    let themes = themes.map(|theme| Choice::new(theme.code.as_str(), scene.label(&theme.label))).collect();
    let mut fields = vec![
        Field::date("date", Leaning::Past).value(scene.date(date)),
        Field::choice("setting", options(scene, "setting", &Setting::ALL)).value(setting),
        Field::choices("steps", options(scene, "step", &Step::ALL)),
        Field::choices("themes", themes).optional(),
        Field::choices("items", items).within("themes").optional(),
        Field::lines("note").optional(),
        Field::choice("confidentiality", options(scene, "confidentiality", &Confidentiality::ALL)).value("private"),
    ];
    if let Some(pointed) = pointed {
        fields.push(Field::choice("encounter", vec![choice(scene, pointed)]).value(pointed.id.to_string()).hidden());
    }
    let told = waiting.map(|one| {
        let facts = [("date", Fact::Date(one.date)), ("time", Fact::from(hour(one)))];
        (Role::Muted, scene.catalog.text_with("hold-waiting", &facts))
    });
    Ok(Form::new(ActKind::HoldEncounter, scene.family(), fields).intro(told.into_iter().collect()))
}

pub(super) fn miss(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let appointment = appointment(scene, |one| one.date <= scene.today)?;
    Ok(vec![appointment, Field::toggle("excused"), Field::text("motive").optional()])
}

pub(super) fn cancel(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![appointment(scene, |_| true)?, Field::text("motive")])
}

pub(super) fn note(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.record()?;
    Ok(vec![
        happened(scene, "date"),
        Field::lines("text"),
        Field::choice("confidentiality", options(scene, "confidentiality", &Confidentiality::ALL)).value("private"),
    ])
}

/// Which appointment: the one under the cursor, else the earliest that fits.
fn appointment(scene: &FormScene<'_>, fits: impl Fn(&Encounter) -> bool) -> Result<Field, Refusal> {
    let record = scene.record()?;
    let open: Vec<_> = record.appointments().into_iter().filter(|one| fits(one)).collect();
    let first = open.first().ok_or(Refusal::NoAppointment {})?;
    let pointed = scene.pointed().filter(|id| open.iter().any(|one| one.id.to_string() == *id));
    let chosen = pointed.unwrap_or_else(|| first.id.to_string());
    Ok(Field::choice("encounter", open.iter().map(|one| choice(scene, one)).collect()).value(chosen))
}

fn choice(scene: &FormScene<'_>, one: &Encounter) -> Choice {
    Choice::personal(one.id.to_string(), format!("{}{} {}", scene.catalog.date(one.date), hour(one), one.purpose))
}

/// The hour of an appointment, behind a space; empty where none is set.
fn hour(one: &Encounter) -> String {
    one.time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default()
}
