//! Identity, contact, situation, children, pregnancies.

use super::{FormScene, happened};
use crate::base::dates::Leaning;
use crate::domain::deadline::About;
use crate::domain::family::{Child, FamilyRecord};
use crate::domain::refusal::Refusal;
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn identity(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let identity = &scene.record()?.identity;
    Ok(vec![
        Field::text("surname").value(identity.surname.clone()),
        Field::text("given_name").value(identity.given_name.clone()),
        Field::date("birth_date", Leaning::Past).value(scene.date(identity.birth_date)),
        Field::text("matricule").value(identity.matricule.clone()),
    ])
}

pub(super) fn contact(record: &FamilyRecord) -> Vec<Field> {
    let contact = &record.contact;
    vec![
        Field::text("telephone").value(contact.telephone.clone()).optional(),
        Field::text("email").value(contact.email.clone()).optional(),
        Field::lines("address").value(contact.address.clone()).optional(),
        Field::text("language").value(contact.language.clone()).optional(),
    ]
}

pub(super) fn situation(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let convention = scene.convention()?;
    let known = scene.record()?.situation.as_ref();
    let code = known.map_or_else(|| convention.inclusion.benefit_code.clone(), |known| known.benefit_code.clone());
    Ok(vec![
        happened(scene, "date"),
        Field::toggle("isolated").on(known.is_none_or(|known| known.isolated)),
        Field::text("benefit_code").value(code),
        Field::toggle("followed_by_department").on(known.is_some_and(|known| known.followed_by_department)),
    ])
}

pub(super) fn add_child(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.record()?;
    Ok(vec![Field::text("given_name"), Field::date("birth_date", Leaning::Past)])
}

/// Of several children, the form first asks which; the one under the cursor, or the only one, is already chosen.
pub(super) fn correct_child(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![child(scene)?, Field::text("given_name"), Field::date("birth_date", Leaning::Past)])
}

pub(super) fn departure(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![child(scene)?, happened(scene, "date"), Field::text("motive")])
}

pub(super) fn declare_pregnancy(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    if scene.record()?.pregnancies.iter().any(|pregnancy| pregnancy.ended_on.is_none()) {
        return Err(Refusal::PregnancyAlreadyDeclared {});
    }
    Ok(vec![happened(scene, "date"), Field::date("expected_on", Leaning::Future)])
}

pub(super) fn end_pregnancy(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let open = scene.record()?.pregnancies.iter().any(|pregnancy| pregnancy.ended_on.is_none());
    if !open {
        return Err(Refusal::NoPregnancyDeclared {});
    }
    Ok(vec![happened(scene, "date"), Field::text("child_given_name").optional()])
}

fn child(scene: &FormScene<'_>) -> Result<Field, Refusal> {
    let record = scene.record()?;
    let here: Vec<_> = record.children_on(scene.today).collect();
    let first = here.first().ok_or(Refusal::ChildUnknown {})?;
    let pointed = here.iter().find(|child| match &scene.about {
        Some(About::Child { given_name, .. }) => child.given_name == *given_name,
        Some(
            About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Gap { .. }
            | About::Encounter { .. }
            | About::Contract { .. }
            | About::Commitment { .. }
            | About::PanelReferral { .. },
        )
        | None => false,
    });
    let chosen = pointed.unwrap_or(first).id.to_string();
    let choice = |child: &&Child| {
        let known = vec![("given_name", child.given_name.clone()), ("birth_date", scene.date(child.birth_date))];
        Choice::personal(child.id.to_string(), child.given_name.clone()).known(known)
    };
    Ok(Field::choice("child", here.iter().map(choice).collect()).value(chosen))
}
