//! Encounters planned, held, missed, cancelled; notes.

use super::{FormScene, happened, options};
use crate::base::dates::Leaning;
use crate::domain::convention::{Item, Theme};
use crate::domain::encounter::{Confidentiality, Encounter, Setting, Step};
use crate::domain::refusal::Refusal;
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn plan(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.record()?.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    Ok(vec![
        Field::date("date", Leaning::Future),
        Field::time("time").optional(),
        Field::choice("setting", options(scene, "setting", &Setting::ALL)).value("caf-premises"),
        Field::text("purpose").optional(),
    ])
}

/// Filled from the appointment it answers: a visit foreseen at home is recorded as a home visit.
pub(super) fn hold(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    if record.stays.is_empty() {
        return Err(Refusal::FamilyNotIncluded {});
    }
    let convention = scene.convention()?;
    let appointments = record.appointments();
    let pointed = appointments.iter().find(|one| scene.pointed() == Some(one.id.to_string()));
    let answered = pointed.or_else(|| appointments.iter().rev().find(|one| one.date <= scene.today)).copied();
    let date = answered.map_or(scene.today, |one| one.date.min(scene.today));
    let setting = match answered.map(|one| one.setting) {
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
    if let Some(answered) = answered {
        fields.push(Field::choice("encounter", vec![choice(scene, answered)]).value(answered.id.to_string()).hidden());
    }
    Ok(fields)
}

pub(super) fn miss(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let appointment = appointment(scene, |one| one.date <= scene.today)?;
    Ok(vec![appointment, Field::toggle("excused"), Field::text("motive").optional()])
}

pub(super) fn cancel(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![appointment(scene, |_| true)?, Field::text("motive")])
}

pub(super) fn note(scene: &FormScene<'_>) -> Vec<Field> {
    vec![
        happened(scene, "date"),
        Field::lines("text"),
        Field::choice("confidentiality", options(scene, "confidentiality", &Confidentiality::ALL)).value("private"),
    ]
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
    let time = one.time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
    Choice::personal(one.id.to_string(), format!("{}{time} {}", scene.catalog.date(one.date), one.purpose))
}
