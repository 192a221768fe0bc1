//! The antenna's own acts: its referents, its solidarity centres.

use std::collections::BTreeMap;

use super::{FormScene, options};
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::antenna::{Referent, ReferentRole, SolidarityCenter};
use crate::domain::deadline::About;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

/// The key that opens the store is made apart, with a passphrase: the form says so.
pub(super) fn add_referent(scene: &FormScene<'_>) -> Form {
    let fields = vec![
        Field::text("name"),
        Field::date("since", Leaning::Near).value(scene.date(scene.today)),
        role(scene, ReferentRole::Referent),
    ];
    let said = scene.catalog.text("settings-key-slot").into_owned();
    Form::new(ActKind::AddReferent, None, fields).intro(vec![(Role::Muted, said)])
}

pub(super) fn correct_referent(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let referent = referent(scene, |_| true)?;
    Ok(vec![
        Field::choice("referent", choices(scene, |_| true)).value(referent.id.to_string()).hidden(),
        Field::text("name").value(referent.name.clone()),
        Field::date("since", Leaning::Past).value(scene.date(referent.since)),
        role(scene, referent.role),
    ])
}

fn role(scene: &FormScene<'_>, role: ReferentRole) -> Field {
    let chosen = serde_json::to_value(role).ok().and_then(|code| Some(code.as_str()?.to_owned()));
    Field::choice("role", options(scene, "role", &ReferentRole::ALL)).value(chosen.unwrap_or_default())
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

/// Its code is made of its name: nobody has to think of one.
pub(super) fn add_center() -> Vec<Field> {
    vec![Field::text("name"), Field::number("places").optional()]
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
