//! Contracts: first, renewal, amendment, draft, signature, review, end; the outcome of a commitment.

use serde::Deserialize;
use serde_json::Value;

use super::{FormScene, happened, options};
use crate::base::calendar;
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::contract::{Commitment, CommitmentResult, Contract, EndReason, Objective, Party, undertaken};
use crate::domain::diagnosis::ThemeDiagnosis;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

pub(super) fn first(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    let stay = record.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    if record.draft_contract().is_some() {
        return Err(Refusal::DraftAlreadyOpen {});
    }
    // After the first contract of a stay, the next one is a renewal whatever key was pressed.
    if record.contracts_signed_since(stay.included_on).next().is_some() {
        return renew(scene);
    }
    content(scene, Some("first"), scene.today, 6, &diagnosed(record, scene.today), Vec::new())
}

/// Begins on the day after the last contract, today when that has gone by, with its duration, its objectives and its open commitments.
pub(super) fn renew(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    record.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    if record.draft_contract().is_some() {
        return Err(Refusal::DraftAlreadyOpen {});
    }
    let last = record.latest_signed_contract().ok_or(Refusal::NoContractSigned {})?;
    // The days that went by without a contract are not filled afterwards.
    let next = calendar::add_days(last.last_day(), 1).max(scene.today);
    content(scene, Some("renewal"), next, last.months, &last.objectives, carried(last))
}

/// Takes the running contract's place from today on.
pub(super) fn amend(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    if record.draft_contract().is_some() {
        return Err(Refusal::DraftAlreadyOpen {});
    }
    let running = record.running_contract(scene.today).ok_or(Refusal::NoContractRuns { date: scene.today })?;
    content(scene, Some("amendment"), scene.today, running.months, &running.objectives, carried(running))
}

pub(super) fn revise(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let draft = scene.record()?.draft_contract().ok_or(Refusal::NoDraft {})?;
    let rows =
        draft.commitments.iter().map(|commitment| (commitment, commitment.carried_from.map(|id| id.to_string())));
    content(scene, None, draft.starts, draft.months, &draft.objectives, rows.collect())
}

/// Nothing to type: what is given up is read, and confirmed.
pub(super) fn drop_draft(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let draft = scene.record()?.draft_contract().ok_or(Refusal::NoDraft {})?;
    let what = scene.catalog.text_with("sign-what", &told(draft));
    let intro = vec![(Role::Text, scene.catalog.text("drop-draft-question").into_owned()), (Role::Muted, what)];
    Ok(Form::new(ActKind::DropContractDraft, scene.family(), Vec::new()).intro(intro))
}

fn told(draft: &Contract) -> [(&'static str, Fact); 4] {
    [
        ("rank", Fact::Number(i64::from(draft.rank))),
        ("starts", Fact::Date(draft.starts)),
        ("last", Fact::Date(draft.term())),
        ("months", Fact::Number(i64::from(draft.months))),
    ]
}

/// Above the fields: what will be signed, and the family as it will be frozen.
pub(super) fn sign(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let record = scene.record()?;
    let draft = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    undertaken(draft.commitments.iter().map(|commitment| commitment.party))?;
    let place = scene.antenna.name.trim_start_matches("Antenne de ").to_owned();
    let fields = vec![happened(scene, "date"), Field::text("place").value(place)];
    let mut intro = vec![(Role::Muted, scene.catalog.text_with("sign-what", &told(draft)))];
    if let Some((from, to)) = record.days_uncovered_before(draft) {
        let facts = [("from", Fact::Date(from)), ("to", Fact::Date(to))];
        intro.push((Role::Warning, scene.catalog.text_with("sign-uncovered", &facts)));
    }
    let composition = record.composition_on(scene.today);
    let children = composition
        .children
        .iter()
        .map(|child| format!("{} ({})", child.given_name, scene.catalog.date(child.birth_date)))
        .collect::<Vec<_>>()
        .join(", ");
    let adult = format!("{} {}", composition.surname, composition.given_name);
    let facts = [("adult", Fact::Text(adult)), ("children", Fact::Text(children))];
    let mut family = vec![scene.catalog.text_with("sign-composition", &facts)];
    for commitment in &draft.commitments {
        let party = party(scene, commitment.party);
        family.push(format!("· {}", scene.catalog.pair(&party, &commitment.text)));
    }
    Ok(Form::new(ActKind::SignContract, scene.family(), fields).intro(intro).of_family(family))
}

pub(super) fn review(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let contract = signed(scene)?;
    Ok(vec![happened(scene, "date"), Field::lines("summary"), of(scene, contract)])
}

pub(super) fn end(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let contract = signed(scene)?;
    let (date, reason) =
        if contract.term() <= scene.today { (contract.term(), "term") } else { (scene.today, "agreement") };
    Ok(vec![
        Field::date("date", Leaning::Past).value(scene.date(date)),
        Field::choice("reason", options(scene, "end-reason", &EndReason::CHOSEN)).value(reason),
        Field::lines("comment").optional(),
        of(scene, contract),
    ])
}

/// Which commitment: the one under the cursor, else the one due first.
pub(super) fn settle(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    let signed = record.contracts.iter().filter(|contract| contract.signature.is_some());
    let mut open: Vec<_> = signed.flat_map(Contract::open_commitments).collect();
    open.sort_by_key(|commitment| (commitment.due.is_none(), commitment.due));
    let first = open.first().ok_or(Refusal::NoCommitmentOpen {})?;
    let pointed = scene.pointed().filter(|id| open.iter().any(|one| one.id.to_string() == *id));
    let chosen = pointed.unwrap_or_else(|| first.id.to_string());
    let choices = open
        .iter()
        .map(|one| Choice::personal(one.id.to_string(), scene.catalog.pair(&party(scene, one.party), &one.text)))
        .collect();
    Ok(vec![
        Field::choice("commitment", choices).value(chosen),
        happened(scene, "date"),
        Field::choice("result", options(scene, "commitment-result", &CommitmentResult::CHOSEN)).value("kept"),
        Field::lines("comment").optional(),
    ])
}

/// An objective for each theme that the diagnosis gives a priority, the heaviest first: its obstacle is what is worked on.
fn diagnosed(record: &FamilyRecord, today: chrono::NaiveDate) -> Vec<Objective> {
    let themes = record.diagnosis_on(today).map(|diagnosis| diagnosis.by_priority()).unwrap_or_default();
    let objective = |said: &ThemeDiagnosis| {
        let text = if said.obstacles.is_empty() { &said.situation } else { &said.obstacles };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| Objective { theme: Some(said.theme.clone()), text })
    };
    themes.into_iter().filter(|said| said.priority.is_some()).filter_map(objective).collect()
}

/// The open commitments of a contract, each to be carried over under its own id.
fn carried(contract: &Contract) -> Vec<(&Commitment, Option<String>)> {
    contract.open_commitments().map(|commitment| (commitment, Some(commitment.id.to_string()))).collect()
}

fn content(
    scene: &FormScene<'_>,
    kind: Option<&str>,
    starts: chrono::NaiveDate,
    months: u32,
    objectives: &[Objective],
    commitments: Vec<(&Commitment, Option<String>)>,
) -> Result<Vec<Field>, Refusal> {
    let convention = scene.convention()?;
    let durations = &convention.contract.durations_months;
    let chosen = if durations.contains(&months) { Some(months) } else { durations.first().copied() };
    let months_label =
        |months: &u32| scene.catalog.text_with("months", &[("months", Fact::Number(i64::from(*months)))]);
    let durations = durations.iter().map(|months| Choice::new(months.to_string(), months_label(months))).collect();
    let themes = convention.themes.iter().filter(|theme| theme.limit.is_none());
    let themes = themes.map(|theme| Choice::new(theme.code.as_str(), scene.label(&theme.label))).collect();
    let mut objective_rows =
        Field::rows("objectives", vec![Field::choice("theme", themes).optional(), Field::text("text")]).optional();
    for objective in objectives {
        let theme = objective.theme.as_ref().map(ToString::to_string).unwrap_or_default();
        objective_rows = objective_rows.row(vec![theme, objective.text.clone()]);
    }
    let mut commitment_rows = Field::rows(
        "commitments",
        vec![
            Field::choice("party", options(scene, "party", &Party::ALL)),
            Field::text("text"),
            Field::date("due", Leaning::Future).optional(),
            Field::text("carried_from").optional().hidden(),
        ],
    )
    .lacking(side_missing);
    for (commitment, carried_from) in commitments {
        let code = options(scene, "party", &[commitment.party]).into_iter().next().map(|choice| choice.value);
        let due = commitment.due.map(|due| scene.date(due)).unwrap_or_default();
        commitment_rows = commitment_rows.row(vec![
            code.unwrap_or_default(),
            commitment.text.clone(),
            due,
            carried_from.unwrap_or_default(),
        ]);
    }
    let mut fields = vec![
        Field::date("starts", Leaning::Near).value(scene.date(starts)),
        Field::choice("months", durations)
            .value(chosen.map(|months| months.to_string()).unwrap_or_default())
            .as_number(),
        objective_rows,
        commitment_rows,
    ];
    if let Some(kind) = kind {
        fields.push(Field::text("kind").value(kind).hidden());
    }
    Ok(fields)
}

/// What the signature would refuse about the commitments as they are typed: a draft may wait for them (art. 4).
fn side_missing(commitments: &Field) -> Option<Refusal> {
    let rows = commitments.raw();
    let party = |row: &Value| {
        let text = row.get("text")?.as_str()?;
        if text.trim().is_empty() { None } else { Party::deserialize(row.pointer("/party/0")?).ok() }
    };
    undertaken(rows.as_array()?.iter().filter_map(party)).err()
}

fn signed<'a>(scene: &FormScene<'a>) -> Result<&'a Contract, Refusal> {
    let record = scene.record()?;
    let pointed = record
        .contracts
        .iter()
        .filter(|contract| contract.signature.is_some())
        .find(|contract| scene.pointed() == Some(contract.id.to_string()));
    pointed
        .or_else(|| record.running_contract(scene.today))
        .or_else(|| record.latest_signed_contract())
        .ok_or(Refusal::NoContractSigned {})
}

fn of(scene: &FormScene<'_>, contract: &Contract) -> Field {
    let facts = [
        ("rank", Fact::Number(i64::from(contract.rank))),
        ("from", Fact::Date(contract.starts)),
        ("to", Fact::Date(contract.last_day())),
    ];
    let only = Choice::new(contract.id.to_string(), scene.catalog.text_with("contract-choice", &facts));
    Field::choice("contract", vec![only]).value(contract.id.to_string()).hidden()
}

fn party(scene: &FormScene<'_>, party: Party) -> String {
    options(scene, "party", &[party]).into_iter().next().map(|choice| choice.label).unwrap_or_default()
}
