//! What Enter opens on a line of the detail or a mark of the timeline: the form of the act that is next, or a text to read.

use chrono::NaiveDate;

use super::{Reaction, Shown};
use crate::base::locale::Catalog;
use crate::domain::contract::Contract;
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::domain::encounter::EncounterState;
use crate::domain::landmark::Landmark;
use crate::domain::panel::{PanelReferral, PanelStage};
use crate::tui::action::ActKind;
use crate::tui::look::Privacy;
use crate::tui::screens::family::Target;
use crate::tui::screens::timeline::Subject;
use crate::tui::screens::words;
use crate::tui::ui::Request;
use crate::tui::widgets::popup::Popup;
use crate::tui::widgets::timeline::{Mark, Object, Timeline};

/// The act that settles a deadline on a day, where one of the program's acts does.
pub fn settling(deadline: &Deadline, drafted: bool, today: NaiveDate) -> Option<ActKind> {
    match deadline.rule {
        DeadlineRule::Appointment => (deadline.due <= today).then_some(ActKind::HoldEncounter),
        DeadlineRule::ReferentMissing => Some(ActKind::ChangeReferent),
        DeadlineRule::OrientationToAnswer => Some(ActKind::IncludeFamily),
        DeadlineRule::FirstMeeting | DeadlineRule::Silence => Some(ActKind::PlanEncounter),
        DeadlineRule::ContractToSign | DeadlineRule::ContractRenewal if drafted => Some(ActKind::SignContract),
        DeadlineRule::ContractToSign => Some(ActKind::DraftContract),
        DeadlineRule::ContractReview => Some(ActKind::ReviewContract),
        DeadlineRule::ContractRenewal => Some(ActKind::RenewContract),
        DeadlineRule::ContractEnd => Some(ActKind::EndContract),
        DeadlineRule::CommitmentDue => Some(ActKind::SettleCommitment),
        DeadlineRule::Retention => Some(ActKind::ProposeDisposal),
        DeadlineRule::DisposalToConfirm => Some(ActKind::ConfirmDisposal),
        DeadlineRule::PanelExamination => Some(ActKind::OpenPanelReferral),
        DeadlineRule::PanelObservations => Some(ActKind::RecordPanelObservations),
        DeadlineRule::PanelOpinion => Some(ActKind::RecordPanelOpinion),
        DeadlineRule::ConventionReport => Some(ActKind::ClosePeriod),
        DeadlineRule::ConventionEnd => Some(ActKind::AdoptConvention),
        DeadlineRule::ThirdBirthday | DeadlineRule::ConventionNotice | DeadlineRule::DepartmentSilent => None,
    }
}

/// What an act asked for on this object is about.
pub(super) fn about(shown: &Shown, target: Target) -> Option<About> {
    let record = &shown.record;
    match target {
        Target::Mark(Object::Encounter(id)) => Some(About::Encounter { id, time: None }),
        Target::Mark(Object::Contract(id) | Object::Review(id, _)) => {
            let contract = record.contracts.iter().find(|contract| contract.id == id)?;
            Some(About::Contract { id, rank: contract.rank })
        }
        Target::Mark(Object::Commitment(id)) => {
            let commitments = record.contracts.iter().flat_map(|contract| &contract.commitments);
            let commitment = commitments.into_iter().find(|commitment| commitment.id == id)?;
            Some(About::Commitment { id, text: commitment.text.clone() })
        }
        Target::Mark(Object::Panel(id)) => {
            let referral = record.panel_referral(id)?;
            Some(About::PanelReferral { id, motive: referral.motive })
        }
        Target::Mark(Object::Deadline(rule)) => {
            shown.deadlines.iter().find(|deadline| deadline.rule == rule).map(|deadline| deadline.about.clone())
        }
        Target::Child(id) => {
            let child = record.children.iter().find(|child| child.id == id)?;
            let years = shown.landmark_years();
            let majoration_ends = crate::base::calendar::majoration_last_day(child.birth_date, years);
            Some(About::Child { given_name: child.given_name.clone(), majoration_ends, contract_until: None })
        }
        Target::Mark(
            Object::Stay(_)
            | Object::Landmark(_)
            | Object::Claim(_)
            | Object::Aid(_)
            | Object::Diagnosis(_)
            | Object::Attendance(_),
        )
        | Target::Note(_)
        | Target::Identity
        | Target::Contact
        | Target::Situation
        | Target::Referent
        | Target::Pregnancy
        | Target::Exit => None,
    }
}

/// What Enter does on this object.
pub(super) fn open(shown: &Shown, target: Target, timeline: &Timeline, catalog: &Catalog) -> Reaction {
    let form = |act| {
        let family = Some(shown.record.id);
        Reaction::Ask(Request::OpenForm { act, family, about: about(shown, target) })
    };
    match target {
        Target::Mark(object) => match next_act(shown, object) {
            Some(act) => form(act),
            None => {
                let marks = timeline.marks.iter().filter(|mark| mark.object == object);
                read(shown, &marks.collect::<Vec<_>>(), timeline, catalog)
            }
        },
        Target::Note(id) => match shown.record.notes.iter().find(|note| note.id == id) {
            Some(note) => {
                let title = format!("{} · {}", catalog.date(note.date), catalog.text(note.confidentiality.id()));
                Reaction::Popup(Popup::personal(title, note.text.clone()))
            }
            None => Reaction::Stays,
        },
        Target::Child(_) => form(ActKind::CorrectChild),
        Target::Identity => Reaction::Stays,
        Target::Contact => form(ActKind::RecordContact),
        Target::Situation => form(ActKind::RecordSituation),
        Target::Referent => form(ActKind::ChangeReferent),
        Target::Pregnancy => form(ActKind::EndPregnancy),
        Target::Exit => form(ActKind::CorrectExit),
    }
}

/// What Enter does on this mark: where no act is next, it tells of the mark alone, not of the others of its object.
pub(super) fn open_mark(shown: &Shown, mark: &Mark, timeline: &Timeline, catalog: &Catalog) -> Reaction {
    match next_act(shown, mark.object) {
        Some(_) => open(shown, Target::Mark(mark.object), timeline, catalog),
        None => read(shown, &[mark], timeline, catalog),
    }
}

/// The act that comes next for this object, if it still waits for one.
fn next_act(shown: &Shown, object: Object) -> Option<ActKind> {
    let record = &shown.record;
    match object {
        Object::Encounter(id) => {
            let encounter = record.encounters.iter().find(|encounter| encounter.id == id)?;
            let was_due = encounter.state == EncounterState::Planned && encounter.date <= shown.today;
            was_due.then_some(ActKind::HoldEncounter)
        }
        Object::Contract(id) => {
            let draft = record.contracts.iter().find(|contract| contract.id == id)?.signature.is_none();
            draft.then_some(ActKind::ReviseContract)
        }
        Object::Commitment(id) => {
            let open = |contract: &&Contract| {
                contract.signature.is_some() && contract.open_commitments().any(|commitment| commitment.id == id)
            };
            record.contracts.iter().find(open).map(|_| ActKind::SettleCommitment)
        }
        Object::Deadline(rule) => {
            let deadline = shown.deadlines.iter().find(|deadline| deadline.rule == rule)?;
            settling(deadline, record.draft_contract().is_some(), shown.today)
        }
        Object::Panel(id) => record.panel_referral(id).and_then(|referral| panel_next(referral, shown)),
        // The form takes the one that waits longest: it is opened from that one, any other is read.
        Object::Claim(id) => {
            let waiting = record.rights_claims.iter().filter(|claim| claim.is_open()).min_by_key(|claim| claim.since());
            waiting.filter(|claim| claim.id == id).map(|claim| match claim.submitted_on {
                None => ActKind::SubmitRightsClaim,
                Some(_) => ActKind::FinaliseRightsClaim,
            })
        }
        Object::Aid(id) => {
            let waiting = record.financial_aids.iter().filter(|aid| aid.is_open()).min_by_key(|aid| aid.requested_on);
            waiting.filter(|aid| aid.id == id).map(|_| ActKind::AnswerFinancialAid)
        }
        Object::Review(..) | Object::Stay(_) | Object::Landmark(_) | Object::Diagnosis(_) | Object::Attendance(_) => {
            None
        }
    }
}

/// What comes next in the life of a referral to the panel.
fn panel_next(referral: &PanelReferral, shown: &Shown) -> Option<ActKind> {
    next_of_stage(referral.stage(&shown.antenna, shown.today), referral.is_adverse())
}

/// The act that takes a referral on from its stage.
pub fn next_of_stage(stage: PanelStage, is_adverse: bool) -> Option<ActKind> {
    match stage {
        PanelStage::Draft if is_adverse => Some(ActKind::RecordPanelLetter),
        PanelStage::Draft | PanelStage::ReadyToLeave => Some(ActKind::SendPanelReferral),
        PanelStage::Adversarial => Some(ActKind::RecordPanelObservations),
        PanelStage::Sent | PanelStage::Postponed => Some(ActKind::RecordPanelOpinion),
        PanelStage::OpinionDeemed | PanelStage::OpinionGiven => Some(ActKind::RecordPanelDecision),
        PanelStage::Decided => Some(ActKind::NotifyPanelDecision),
        PanelStage::Notified | PanelStage::Cancelled => None,
    }
}

/// Everything known of an object that waits for nothing, one paragraph a mark.
fn read(shown: &Shown, marks: &[&Mark], timeline: &Timeline, catalog: &Catalog) -> Reaction {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return Reaction::Stays };
    // The whole text is masked where it is drawn.
    let subject = shown.subject(timeline, Privacy::Shown);
    let sentence = |mark: &Mark| subject.explain(catalog, mark);
    let date = format!("{} · ", catalog.date(first.date));
    let mut text = match marks {
        [only] => sentence(only).trim_start_matches(&date).replace(" · ", "\n"),
        several => several.iter().map(|mark| sentence(mark)).collect::<Vec<_>>().join("\n"),
    };
    for more in details(shown, first, &subject, catalog) {
        text.push('\n');
        text.push_str(&more);
    }
    let title = match first.date == last.date {
        true => catalog.date(first.date),
        false => format!("{} – {}", catalog.date(first.date), catalog.date(last.date)),
    };
    Reaction::Popup(Popup::personal(title, text))
}

/// What the sentence of a mark leaves out: notes of an encounter, objectives and commitments of a contract, a whole review.
fn details(shown: &Shown, mark: &Mark, subject: &Subject<'_>, catalog: &Catalog) -> Vec<String> {
    let record = &shown.record;
    match mark.object {
        Object::Encounter(id) => {
            let of = record.notes.iter().filter(|note| note.encounter == Some(id));
            of.map(|note| format!("\n{}\n{}", catalog.text(note.confidentiality.id()), note.text)).collect()
        }
        Object::Contract(id) => {
            let Some(contract) = record.contracts.iter().find(|contract| contract.id == id) else { return Vec::new() };
            let objectives = contract.objectives.iter().map(|objective| format!("› {}", objective.text));
            let commitments = contract.commitments.iter().map(|commitment| {
                let outcome = match (&commitment.outcome, commitment.due) {
                    (Some(outcome), _) => format!(" · {}", catalog.text(outcome.result.id())),
                    (None, Some(due)) => format!(" · {}", catalog.relative(due, subject.today)),
                    (None, None) => String::new(),
                };
                let told = catalog.pair(&catalog.text(commitment.party.id()), &commitment.text);
                format!("{told}{outcome}")
            });
            let composition = contract.signature.iter().flat_map(|signature| &signature.composition.children);
            let children =
                composition.map(|child| format!("{} ({})", child.given_name, catalog.date(child.birth_date)));
            std::iter::once(String::new()).chain(objectives).chain(commitments).chain(children).collect()
        }
        Object::Review(id, place) => {
            let contract = record.contracts.iter().find(|contract| contract.id == id);
            let review = contract.and_then(|contract| contract.reviews.get(place));
            review.map(|review| format!("\n{}", review.summary)).into_iter().collect()
        }
        Object::Panel(id) => {
            let referral = record.panel_referral(id);
            referral.map(|referral| words::panel_texts(catalog, referral)).unwrap_or_default()
        }
        Object::Landmark(id) => match record.landmark(id) {
            Some(landmark @ Landmark::Effects(rating)) => {
                let mut told = rating.told(catalog, &shown.antenna);
                told.extend([String::new(), landmark.text().to_owned()]);
                told
            }
            Some(landmark) => vec![String::new(), landmark.text().to_owned()],
            None => Vec::new(),
        },
        Object::Diagnosis(id) => {
            let diagnosis = record.diagnosis(id);
            let told = diagnosis.map(|one| one.told_beside(record.diagnosis_before(one), catalog, &shown.antenna));
            told.unwrap_or_default()
        }
        Object::Commitment(_)
        | Object::Deadline(_)
        | Object::Stay(_)
        | Object::Claim(_)
        | Object::Aid(_)
        | Object::Attendance(_) => Vec::new(),
    }
}
