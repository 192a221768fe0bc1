//! The antenna's own acts: its referents, its solidarity centres.

use std::collections::BTreeMap;

use super::{FormScene, options};
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::antenna::{Referent, ReferentRole, SolidarityCenter};
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
        asked_unless_pointed(scene, Field::choice("referent", choices(scene)).value(referent.id.to_string())),
        Field::text("name"),
        Field::date("since", Leaning::Past),
        role(scene, referent.role),
    ])
}

/// Under the cursor of the settings it is the one meant; from elsewhere, any.
fn asked_unless_pointed(scene: &FormScene<'_>, field: Field) -> Field {
    let pointed = scene.pointed().is_some_and(|pointed| field.is(&pointed));
    if pointed { field.hidden() } else { field }
}

fn role(scene: &FormScene<'_>, role: ReferentRole) -> Field {
    Field::choice("role", options(scene, "role", &ReferentRole::ALL)).value(code_of(role))
}

fn code_of(role: ReferentRole) -> String {
    serde_json::to_value(role).ok().and_then(|code| Some(code.as_str()?.to_owned())).unwrap_or_default()
}

/// The families that a referent still follows are told before the day is typed: each is an alert from that day on (art. 3).
pub(super) fn leaving(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let there = |one: &Referent| one.left_on.is_none_or(|left| scene.today < left);
    let referent = referent(scene, there).or_else(|_| referent(scene, |_| true))?;
    let leaving = asked_unless_pointed(scene, Field::choice("referent", choices(scene)).value(referent.id.to_string()));
    let (said, role) = match leaving.is_shown() {
        true => (scene.catalog.text("settings-leaving-any").into_owned(), Role::Warning),
        false => {
            let followed = scene.followed.get(&referent.id).copied().unwrap_or_default();
            let facts = [("name", Fact::from(referent.name.as_str())), ("families", Fact::from(followed))];
            let role = if followed == 0 { Role::Muted } else { Role::Warning };
            (scene.catalog.text_with("settings-leaving-families", &facts), role)
        }
    };
    let fields = vec![leaving, Field::date("left_on", Leaning::Future)];
    Ok(Form::new(ActKind::RecordReferentLeaving, None, fields).intro(vec![(role, said)]))
}

/// Its code is made of its name: nobody has to think of one.
pub(super) fn add_center() -> Vec<Field> {
    vec![Field::text("name"), Field::number("places").optional()]
}

pub(super) fn change_center(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![
        which_center(scene)?,
        Field::text("name"),
        Field::number("places").optional(),
        Field::text("communes").as_names().optional(),
    ])
}

pub(super) fn close_center(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![which_center(scene)?, Field::date("from", Leaning::Future).optional()])
}

/// The referent under the cursor, else the first that fits.
fn referent<'a>(scene: &FormScene<'a>, fits: impl Fn(&Referent) -> bool) -> Result<&'a Referent, Refusal> {
    let pointed = scene.pointed();
    let all = &scene.antenna.referents;
    let under = all.iter().find(|one| Some(one.id.to_string()) == pointed);
    under.or_else(|| all.iter().find(|one| fits(one))).ok_or(Refusal::ReferentUnknown {})
}

fn choices(scene: &FormScene<'_>) -> Vec<Choice> {
    let choice = |one: &Referent| {
        let families = scene.followed.get(&one.id).copied().unwrap_or_default();
        let hint = scene.catalog.text_with("settings-families", &[("families", Fact::from(families))]);
        let known = vec![("name", one.name.clone()), ("since", scene.date(one.since)), ("role", code_of(one.role))];
        Choice::new(one.id.to_string(), one.name.clone()).hint(hint).known(known)
    };
    scene.antenna.referents.iter().map(choice).collect()
}

/// The centre under the cursor, else the first.
fn which_center(scene: &FormScene<'_>) -> Result<Field, Refusal> {
    let all = &scene.antenna.centers;
    let under = all.iter().find(|one| scene.pointed().as_deref() == Some(one.code.as_str()));
    let center = under.or(all.first()).ok_or_else(|| Refusal::CenterUnknown { center: String::new() })?;
    let choice = |one: &SolidarityCenter| {
        let known = vec![
            ("name", one.name.clone()),
            ("places", one.places.map(|places| places.to_string()).unwrap_or_default()),
            ("communes", one.communes.join(", ")),
            ("from", one.closed_from.map(|from| scene.date(from)).unwrap_or_default()),
        ];
        Choice::new(one.code.as_str(), one.name.clone()).known(known)
    };
    let field = Field::choice("center", all.iter().map(choice).collect()).value(center.code.as_str());
    Ok(asked_unless_pointed(scene, field))
}

/// How many families each referent follows, as forms are told it.
pub type Followed = BTreeMap<crate::base::id::ReferentId, u64>;
