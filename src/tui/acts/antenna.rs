//! The antenna's own acts: its referents, its solidarity centres, the versions of its convention.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::FormScene;
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::antenna::{Referent, SolidarityCenter};
use crate::domain::convention::Convention;
use crate::domain::deadline::About;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

/// The numbers that an avenant may change, in the order of the articles.
const NUMBERS: [&str; 21] = [
    "convention.caseload.places",
    "convention.caseload.places_per_center",
    "convention.inclusion.child_under_years",
    "convention.delays.first_meeting_days",
    "convention.delays.contract_months_after_orientation",
    "convention.delays.review_months_before_end",
    "convention.delays.renewal_months_before_end",
    "convention.delays.examination_from_months",
    "convention.delays.examination_by_months",
    "convention.delays.observations_months",
    "convention.delays.opinion_months",
    "convention.delays.silence_days",
    "convention.delays.department_silence_days",
    "convention.publication.hidden_below",
    "convention.period.notice_months",
    "convention.period.report_months_before_end",
    "convention.delays.retention_months",
    "convention.delays.archive_months",
    "convention.delays.disposal_days",
    "convention.delays.access_months",
    "convention.delays.backup_days",
];

/// The key that opens the store is made apart, with a passphrase: the form says so.
pub(super) fn add_referent(scene: &FormScene<'_>) -> Form {
    let fields = vec![Field::text("name"), Field::date("since", Leaning::Near).value(scene.date(scene.today))];
    let said = scene.catalog.text("settings-key-slot").into_owned();
    Form::new(ActKind::AddReferent, None, fields).intro(vec![(Role::Muted, said)])
}

pub(super) fn correct_referent(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let referent = referent(scene, |_| true)?;
    Ok(vec![
        Field::choice("referent", choices(scene, |_| true)).value(referent.id.to_string()).hidden(),
        Field::text("name").value(referent.name.clone()),
        Field::date("since", Leaning::Past).value(scene.date(referent.since)),
    ])
}

/// The families that a referent still follows are told before the day is typed: each is an alert from that day on (art. 3).
pub(super) fn leaving(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let there = |one: &Referent| one.left_on.is_none_or(|left| scene.today < left);
    let referent = referent(scene, there).or_else(|_| referent(scene, |_| true))?;
    let fields = vec![
        Field::choice("referent", choices(scene, |_| true)).value(referent.id.to_string()),
        Field::date("left_on", Leaning::Future),
    ];
    let followed = scene.followed.get(&referent.id).copied().unwrap_or_default();
    let facts = [("name", Fact::from(referent.name.as_str())), ("families", Fact::from(followed))];
    let said = scene.catalog.text_with("settings-leaving-families", &facts);
    let role = if followed == 0 { Role::Muted } else { Role::Warning };
    Ok(Form::new(ActKind::RecordReferentLeaving, None, fields).intro(vec![(role, said)]))
}

pub(super) fn add_center() -> Vec<Field> {
    vec![Field::text("code"), Field::text("name"), Field::number("places").optional()]
}

pub(super) fn change_center(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let center = center(scene)?;
    let places = center.places.map(|places| places.to_string()).unwrap_or_default();
    Ok(vec![
        Field::choice("center", centers(scene)).value(center.code.as_str()).hidden(),
        Field::text("name").value(center.name.clone()),
        Field::number("places").value(places).optional(),
        Field::text("communes").value(center.communes.join(", ")).as_names().optional(),
    ])
}

pub(super) fn close_center(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let center = center(scene)?;
    let mut from = Field::date("from", Leaning::Future).optional();
    if let Some(closed) = center.closed_from {
        from = from.value(scene.date(closed));
    }
    Ok(vec![Field::choice("center", centers(scene)).value(center.code.as_str()), from])
}

/// An avenant is made from the version in force: what is not typed stays as it is (art. 9).
pub(super) fn adopt(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let convention = scene.convention()?;
    let version = serde_json::to_value(convention).unwrap_or_default();
    let at = |name: &str| {
        let path = name.trim_start_matches("convention").replace('.', "/");
        version.pointer(&path).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    let label =
        |name: &str| format!("convention-part-{}", name.trim_start_matches("convention.").replace(['.', '_'], "-"));
    let text = |name: &'static str| Field::text(name).value(at(name).unwrap_or_default()).label(label(name));
    let date = |name: &'static str| {
        let day = at(name).and_then(|day| day.parse().ok()).map(|day| scene.date(day)).unwrap_or_default();
        Field::date(name, Leaning::Near).value(day).label(label(name))
    };
    let durations: Vec<_> = convention.contract.durations_months.iter().map(u32::to_string).collect();
    let mut fields = vec![
        Field::date("convention.effective_from", Leaning::Future).label("convention-part-effective-from"),
        Field::text("convention.article").label("convention-part-article"),
        text("convention.title"),
        date("convention.period.starts"),
        date("convention.period.ends"),
        Field::text("convention.contract.durations_months")
            .value(durations.join(", "))
            .as_numbers()
            .label(label("convention.contract.durations_months")),
    ];
    fields.extend(NUMBERS.map(|name| Field::number(name).value(at(name).unwrap_or_default()).label(label(name))));
    let facts = [("date", Fact::Date(convention.effective_from)), ("article", Fact::from(convention.article.as_str()))];
    let said = scene.catalog.text_with("settings-avenant-from", &facts);
    let base = json!({ "convention": version });
    Ok(Form::new(ActKind::AdoptConvention, None, fields).intro(vec![(Role::Muted, said)]).over(base))
}

/// The numbers and durations of a version, each with its member, in the order of the form.
pub fn convention_numbers(version: &Convention) -> Vec<(&'static str, String)> {
    let json = serde_json::to_value(version).unwrap_or_default();
    let durations: Vec<_> = version.contract.durations_months.iter().map(u32::to_string).collect();
    let number = |name: &'static str| {
        let part = name.trim_start_matches("convention.");
        let value = json.pointer(&format!("/{}", part.replace('.', "/"))).map(Value::to_string);
        (part, value.unwrap_or_default())
    };
    std::iter::once(("contract.durations_months", durations.join(", "))).chain(NUMBERS.map(number)).collect()
}

/// The referent under the cursor, else the first that fits.
fn referent<'a>(scene: &FormScene<'a>, fits: impl Fn(&Referent) -> bool) -> Result<&'a Referent, Refusal> {
    let pointed = scene.pointed();
    let all = &scene.antenna.referents;
    let under = all.iter().find(|one| Some(one.id.to_string()) == pointed);
    under.or_else(|| all.iter().find(|one| fits(one))).ok_or(Refusal::ReferentUnknown {})
}

fn choices(scene: &FormScene<'_>, fits: impl Fn(&Referent) -> bool) -> Vec<Choice> {
    let choice = |one: &Referent| {
        let families = scene.followed.get(&one.id).copied().unwrap_or_default();
        let hint = scene.catalog.text_with("settings-families", &[("families", Fact::from(families))]);
        Choice::new(one.id.to_string(), one.name.clone()).hint(hint)
    };
    scene.antenna.referents.iter().filter(|one| fits(one)).map(choice).collect()
}

/// The centre under the cursor, else the first.
fn center<'a>(scene: &FormScene<'a>) -> Result<&'a SolidarityCenter, Refusal> {
    let all = &scene.antenna.centers;
    let under = match &scene.about {
        Some(About::Center { code }) => all.iter().find(|one| one.code == *code),
        Some(_of_another_thing) => None,
        None => None,
    };
    under.or(all.first()).ok_or_else(|| Refusal::CenterUnknown { center: String::new() })
}

fn centers(scene: &FormScene<'_>) -> Vec<Choice> {
    scene.antenna.centers.iter().map(|one| Choice::new(one.code.as_str(), one.name.clone())).collect()
}

/// How many families each referent follows, as forms are told it.
pub type Followed = BTreeMap<crate::base::id::ReferentId, u64>;

/// Puts what was typed over what the act holds already: a name with dots goes into its member.
pub fn lay_over(base: &mut Value, name: &str, value: Value) {
    let mut at = base;
    let mut steps = name.split('.').peekable();
    while let Some(step) = steps.next() {
        let Value::Object(members) = at else { return };
        if steps.peek().is_none() {
            members.insert(step.to_owned(), value);
            return;
        }
        at = members.entry(step).or_insert_with(|| json!({}));
    }
}
