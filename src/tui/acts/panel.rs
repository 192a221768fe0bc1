//! Referrals to the panel: opened out of the record, the adversarial phase, departure, opinion, decision, notification.

use chrono::NaiveDate;

use super::{FormScene, happened, options};
use crate::base::calendar;
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::contract::{Commitment, CommitmentResult, Contract, Objective};
use crate::domain::deadline::{DeadlineRule, deadlines};
use crate::domain::encounter::{Confidentiality, EncounterState};
use crate::domain::family::{FamilyRecord, Stay};
use crate::domain::panel::{PanelMeasure, PanelMotive, PanelReferral, PanelStatement};
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

/// Filled out of the record: nothing has to be typed where the motive offered is the right one. A motive whose referral is
/// underway is not offered, and said above the fields.
pub(super) fn open(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let record = scene.record()?;
    let stay = record.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    let (underway, free): (Vec<_>, Vec<_>) =
        PanelMotive::ALL.into_iter().partition(|motive| record.referral_underway(*motive).is_some());
    let usual = if examination_is_near(scene, record) { PanelMotive::TwelveMonths } else { PanelMotive::Reorient };
    let motive = if free.contains(&usual) { Some(usual) } else { free.first().copied() };
    let motive = motive.ok_or(Refusal::PanelReferralAlreadyOpen { motive: usual })?;
    let code = options(scene, "panel-motive", &[motive]).into_iter().next().map(|choice| choice.value);
    let mut fields = vec![
        Field::choice("motive", options(scene, "panel-motive", &free)).value(code.unwrap_or_default()),
        happened(scene, "date"),
        Field::choice("proposal", options(scene, "panel-measure", &PanelMeasure::ALL)).optional(),
    ];
    fields.extend(texts(
        &situation(scene, record, stay),
        &initial_objectives(record, stay),
        &reached_objectives(scene, record, stay),
        &new_objectives(scene, record, stay),
        "",
    ));
    let said = |motive: &PanelMotive| {
        let refusal = Refusal::PanelReferralAlreadyOpen { motive: *motive };
        let text = scene.catalog.text_with(refusal.id(), &refusal.arguments());
        (Role::Muted, format!("{text} ({})", refusal.source()))
    };
    let intro = underway.iter().map(said).collect();
    Ok(Form::new(ActKind::OpenPanelReferral, scene.family(), fields).intro(intro))
}

pub(super) fn revise(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let (referral, of) = chosen(scene, PanelReferral::still_here)?;
    let PanelStatement { proposal, situation, initial_objectives, reached_objectives, new_objectives, grounds } =
        &referral.statement;
    let code = options(scene, "panel-measure", &[*proposal]).into_iter().next().map(|choice| choice.value);
    let measures = options(scene, "panel-measure", &PanelMeasure::ALL);
    let mut fields = vec![of, Field::choice("proposal", measures).value(code.unwrap_or_default())];
    fields.extend(texts(situation, initial_objectives, reached_objectives, new_objectives, grounds));
    Ok(fields)
}

/// Above the fields: the last day for observations, and what a suspension or a reduction may cost.
pub(super) fn letter(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let (referral, of) = chosen(scene, PanelReferral::awaits_letter)?;
    let mut intro = Vec::new();
    if let Some(months) = scene.antenna.convention(scene.today).map(|version| version.delays.observations_months) {
        let until = calendar::add_months(scene.today, months);
        intro.push((Role::Muted, scene.catalog.text_with("panel-letter-until", &[("until", Fact::Date(until))])));
    }
    intro.extend(scale(scene, referral, scene.today));
    Ok(Form::new(ActKind::RecordPanelLetter, scene.family(), vec![of, happened(scene, "date")]).intro(intro))
}

pub(super) fn observations(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let (_, of) = chosen(scene, PanelReferral::awaits_observations)?;
    Ok(vec![of, happened(scene, "date"), Field::lines("text"), Field::text("companion").optional()])
}

/// Above the fields: the family as it will be frozen.
pub(super) fn send(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let record = scene.record()?;
    let stay = record.current_stay();
    let (_, of) = chosen_if_ready(scene, PanelReferral::still_here, |referral| {
        let stay = stay.ok_or(Refusal::FamilyNotIncluded {})?;
        referral.ready_to_leave(stay, scene.antenna, scene.today)
    })?;
    let for_the_panel = record.notes.iter().filter(|note| note.confidentiality == Confidentiality::PanelOnly);
    let notes: Vec<_> = for_the_panel
        .map(|note| {
            let line = note.text.lines().next().unwrap_or_default();
            Choice::personal(note.id.to_string(), format!("{} {line}", scene.catalog.date(note.date)))
        })
        .collect();
    let mut fields = vec![of, happened(scene, "date")];
    if !notes.is_empty() {
        let all: Vec<_> = notes.iter().map(|note| note.value.clone()).collect();
        let all: Vec<_> = all.iter().map(String::as_str).collect();
        fields.push(Field::choices("notes", notes.clone()).chosen(&all).optional());
    }
    let composition = record.composition_on(scene.today);
    let children = composition.children.iter();
    let children = children.map(|child| format!("{} ({})", child.given_name, scene.catalog.date(child.birth_date)));
    let facts = [
        ("adult", Fact::Text(format!("{} {}", composition.surname, composition.given_name))),
        ("children", Fact::Text(children.collect::<Vec<_>>().join(", "))),
    ];
    let family = vec![scene.catalog.text_with("panel-composition", &facts)];
    Ok(Form::new(ActKind::SendPanelReferral, scene.family(), fields).of_family(family))
}

pub(super) fn postpone(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let (_, of) = chosen(scene, PanelReferral::awaits_opinion)?;
    Ok(vec![of, happened(scene, "date"), Field::date("until", Leaning::Future), Field::text("motive")])
}

pub(super) fn cancel(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let (_, of) = chosen(scene, PanelReferral::undecided)?;
    Ok(vec![of, happened(scene, "date"), Field::text("motive")])
}

pub(super) fn opinion(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let (referral, of) = chosen(scene, PanelReferral::awaits_opinion)?;
    Ok(advised(scene, referral, of, referral.statement.proposal))
}

/// Above the fields, for a suspension or a reduction: the scale in force for the procedure, to be read and not applied.
pub(super) fn decision(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let (referral, of) = chosen_if_ready(scene, PanelReferral::before_the_panel, |referral| {
        referral.ready_for_decision(scene.antenna, scene.today)
    })?;
    let advice = referral.opinion.as_ref().map_or(referral.statement.proposal, |opinion| opinion.measure);
    let intro = if referral.is_adverse() { scale(scene, referral, referral.procedure_date()) } else { Vec::new() };
    let fields = advised(scene, referral, of, advice);
    Ok(Form::new(ActKind::RecordPanelDecision, scene.family(), fields).intro(intro))
}

pub(super) fn notify(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let (_, of) = chosen(scene, PanelReferral::awaits_notice)?;
    Ok(vec![of, happened(scene, "date")])
}

fn advised(scene: &FormScene<'_>, referral: &PanelReferral, of: Field, measure: PanelMeasure) -> Vec<Field> {
    let open = |measure: &PanelMeasure| {
        (*measure != PanelMeasure::Exit || referral.motive == PanelMotive::AgentExit)
            && (!measure.is_adverse() || referral.letter_covers(*measure))
    };
    let measures: Vec<_> = PanelMeasure::ALL.into_iter().filter(open).collect();
    let code = options(scene, "panel-measure", &[measure]).into_iter().next().map(|choice| choice.value);
    vec![
        of,
        happened(scene, "date"),
        Field::choice("measure", options(scene, "panel-measure", &measures)).value(code.unwrap_or_default()),
        Field::lines("comment").optional(),
    ]
}

fn texts(situation: &str, initial: &str, reached: &str, new: &str, grounds: &str) -> [Field; 5] {
    [
        Field::lines("grounds").value(grounds).optional(),
        Field::lines("situation").value(situation),
        Field::lines("initial_objectives").value(initial).optional(),
        Field::lines("reached_objectives").value(reached).optional(),
        Field::lines("new_objectives").value(new).optional(),
    ]
}

/// The referral that the act is about, the one under the cursor or the latest that fits; asked where several do.
///
/// # Errors
/// The rule that none meets, as the act would be refused by it.
fn chosen<'a, T>(
    scene: &FormScene<'a>,
    fits: impl Fn(&PanelReferral) -> Result<T, Refusal>,
) -> Result<(&'a PanelReferral, Field), Refusal> {
    chosen_if_ready(scene, &fits, &fits)
}

/// The same, out of those that are ready by today; one that fits and is not ready is never replaced where the cursor is on it.
fn chosen_if_ready<'a, T, U>(
    scene: &FormScene<'a>,
    fits: impl Fn(&PanelReferral) -> Result<T, Refusal>,
    ready: impl Fn(&PanelReferral) -> Result<U, Refusal>,
) -> Result<(&'a PanelReferral, Field), Refusal> {
    let all = &scene.record()?.panel_referrals;
    let under_cursor = all.iter().find(|referral| scene.pointed() == Some(referral.id.to_string()));
    let pointed = under_cursor.filter(|referral| fits(referral).is_ok());
    let fitting: Vec<_> = match pointed {
        Some(pointed) => vec![pointed],
        None => all.iter().filter(|referral| fits(referral).is_ok()).collect(),
    };
    let latest = |referrals: &[&'a PanelReferral]| referrals.iter().max_by_key(|referral| referral.opened_on).copied();
    let at_hand: Vec<_> = fitting.iter().filter(|referral| ready(referral).is_ok()).copied().collect();
    let meant = latest(&at_hand).or_else(|| latest(&fitting)).or(under_cursor).or(all.last());
    let chosen = meant.ok_or(Refusal::NoPanelReferral {})?;
    ready(chosen)?;
    let id = chosen.id.to_string();
    let choice = |one: &&PanelReferral| {
        let motive = scene.catalog.text(one.motive.id());
        Choice::new(one.id.to_string(), format!("{motive} · {}", scene.catalog.date(one.opened_on)))
    };
    let field = match at_hand.len() {
        2.. => Field::choice("referral", at_hand.iter().map(choice).collect()).value(id),
        _one => Field::choice("referral", vec![choice(&chosen)]).value(id).hidden(),
    };
    Ok((chosen, field))
}

/// The limits of a suspension or a reduction whose procedure begins on `date`.
fn scale(scene: &FormScene<'_>, referral: &PanelReferral, date: NaiveDate) -> Vec<(Role, String)> {
    let date = if referral.letter_on.is_some() { referral.procedure_date() } else { date };
    let found = scene.antenna.convention(date).and_then(|version| version.reduction_scale(date));
    let Some(found) = found else { return Vec::new() };
    let facts = [("date", Fact::Date(date)), ("source", Fact::Text(found.source.clone()))];
    let title = (Role::Muted, scene.catalog.text_with("panel-scale", &facts));
    let steps = found.steps.iter().map(|step| (Role::Muted, format!("· {}", scene.label(step))));
    std::iter::once(title).chain(steps).collect()
}

/// Whether the examination at twelve months can be asked for.
fn examination_is_near(scene: &FormScene<'_>, record: &FamilyRecord) -> bool {
    let examination = |deadline: &crate::domain::deadline::Deadline| {
        deadline.rule == DeadlineRule::PanelExamination && deadline.opens <= scene.today
    };
    deadlines(record, scene.antenna).iter().any(examination)
}

/// The household, the benefit, the contract and the meetings, a line each.
fn situation(scene: &FormScene<'_>, record: &FamilyRecord, stay: &Stay) -> String {
    let (catalog, today) = (scene.catalog, scene.today);
    let mut lines = Vec::new();
    let children: Vec<_> = record
        .children_on(today)
        .map(|child| {
            let age = calendar::civil_age(child.birth_date, today).map(|age| catalog.age(age)).unwrap_or_default();
            format!("{} ({age})", child.given_name)
        })
        .collect();
    let count = i64::try_from(children.len()).unwrap_or(0);
    let facts = [("count", Fact::Number(count)), ("children", Fact::Text(children.join(", ")))];
    lines.push(catalog.text_with("panel-filled-household", &facts));
    let benefit = record.situation.as_ref().map(|known| known.benefit_code.clone()).unwrap_or_default();
    let facts = [("benefit", Fact::Text(benefit)), ("included", Fact::Date(stay.included_on))];
    lines.push(catalog.text_with("panel-filled-stay", &facts));
    if let Some(contract) = record.running_contract(today).or_else(|| record.latest_signed_contract()) {
        let facts = [
            ("rank", Fact::Number(i64::from(contract.rank))),
            ("from", Fact::Date(contract.starts)),
            ("to", Fact::Date(contract.last_day())),
        ];
        lines.push(catalog.text_with("panel-filled-contract", &facts));
    }
    let held: Vec<_> =
        record.encounters_held().map(|held| held.date).filter(|date| stay.included_on <= *date).collect();
    let missed = record.encounters.iter().filter(|one| {
        stay.included_on <= one.date && matches!(one.state, EncounterState::Missed | EncounterState::Excused)
    });
    let number = |count: usize| Fact::Number(i64::try_from(count).unwrap_or(0));
    let last = held.iter().max().map(|date| catalog.date(*date)).unwrap_or_default();
    let facts = [("held", number(held.len())), ("missed", number(missed.count())), ("last", Fact::Text(last))];
    lines.push(catalog.text_with("panel-filled-encounters", &facts));
    lines.join("\n")
}

/// The objectives of the first contract of the stay.
fn initial_objectives(record: &FamilyRecord, stay: &Stay) -> String {
    let first = record.contracts_signed_since(stay.included_on).min_by_key(|contract| contract.starts);
    first.map(|contract| objectives(&contract.objectives)).unwrap_or_default()
}

/// The commitments kept since the inclusion, whole or in part.
fn reached_objectives(scene: &FormScene<'_>, record: &FamilyRecord, stay: &Stay) -> String {
    let commitments = record.contracts_signed_since(stay.included_on).flat_map(|contract| &contract.commitments);
    let kept = commitments.filter_map(|commitment| {
        let outcome = commitment.outcome.as_ref()?;
        let kept = matches!(outcome.result, CommitmentResult::Kept | CommitmentResult::PartlyKept);
        kept.then(|| format!("- {} ({})", commitment.text, scene.catalog.text(outcome.result.id())))
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// The objectives of the contract being worked out, else of the latest where it is not the first; then what is still open.
fn new_objectives(scene: &FormScene<'_>, record: &FamilyRecord, stay: &Stay) -> String {
    let signed: Vec<_> = record.contracts_signed_since(stay.included_on).collect();
    let latest = signed.iter().max_by_key(|contract| contract.starts).copied();
    let next = record.draft_contract().or_else(|| latest.filter(|_| signed.len() > 1));
    let mut lines: Vec<_> = next.map(|contract| objectives(&contract.objectives)).into_iter().collect();
    let open = latest.into_iter().flat_map(Contract::open_commitments);
    let told = |one: &Commitment| scene.catalog.pair(&scene.catalog.text(one.party.id()), &one.text);
    lines.extend(open.map(|one| format!("- {}", told(one))));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn objectives(objectives: &[Objective]) -> String {
    objectives.iter().map(|objective| format!("- {}", objective.text)).collect::<Vec<_>>().join("\n")
}
