//! One mark in one sentence: what it is, when, and what decides it.

use chrono::NaiveDate;

use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::domain::antenna::AntennaRecord;
use crate::domain::contract::{Commitment, Contract};
use crate::domain::deadline::{About, Deadline};
use crate::domain::encounter::{Encounter, EncounterState};
use crate::domain::family::FamilyRecord;
use crate::domain::panel::PanelReferral;
use crate::tui::look::Privacy;
use crate::tui::screens::words::{self, step_number};
use crate::tui::widgets::timeline::{Mark, Object, Sign, Timeline};

use super::signs;

/// The family whose path is shown.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub record: &'a FamilyRecord,
    pub timeline: &'a Timeline,
    pub deadlines: &'a [Deadline],
    pub antenna: &'a AntennaRecord,
    pub today: NaiveDate,
    pub privacy: Privacy,
}

impl Subject<'_> {
    /// The sentence of a mark; of what is no longer in the record, only its day and name.
    pub fn explain(&self, catalog: &Catalog, mark: &Mark) -> String {
        let mut parts = vec![catalog.date(mark.date)];
        match mark.object {
            Object::Encounter(id) => match self.record.encounters.iter().find(|one| one.id == id) {
                Some(encounter) => self.encounter(catalog, encounter, mark.sign, &mut parts),
                None => parts.push(catalog.text(signs::id(mark.sign)).into_owned()),
            },
            Object::Contract(id) => {
                if let Some(contract) = self.contract(|contract| contract.id == id) {
                    self.of_contract(catalog, contract, &mut parts);
                }
            }
            Object::Review(id, place) => {
                parts.push(catalog.text("timeline-reviewed").into_owned());
                if let Some(contract) = self.contract(|contract| contract.id == id) {
                    parts.push(bar_name(catalog, contract));
                    parts.extend(contract.reviews.get(place).map(|review| self.typed(&review.summary)));
                }
            }
            Object::Commitment(id) => {
                let of = |contract: &Contract| contract.commitments.iter().any(|one| one.id == id);
                let commitment = self.contract(of).and_then(|contract| {
                    contract.commitments.iter().find(|one| one.id == id).map(|one| (contract, one))
                });
                if let Some((contract, commitment)) = commitment {
                    self.commitment(catalog, contract, commitment, mark, &mut parts);
                }
            }
            Object::Deadline(rule) => {
                let deadline = self.deadlines.iter().find(|one| one.rule == rule && one.due == mark.date);
                if let Some(deadline) = deadline {
                    self.deadline(catalog, deadline, &mut parts);
                }
            }
            Object::Panel(id) => {
                parts.push(catalog.text(signs::id(mark.sign)).into_owned());
                if let Some(referral) = self.record.panel_referral(id) {
                    self.panel(catalog, referral, mark, &mut parts);
                }
            }
            Object::Landmark(id) => match self.record.landmark(id) {
                Some(landmark) => {
                    parts.push(landmark.told(catalog, self.antenna));
                    parts.push(self.typed(landmark.text()));
                }
                None => parts.push(catalog.text(signs::id(mark.sign)).into_owned()),
            },
            Object::Claim(id) => {
                parts.push(catalog.text(signs::id(mark.sign)).into_owned());
                if let Some(claim) = self.record.rights_claim(id) {
                    parts.push(claim.told(catalog, self.antenna));
                    parts.push(self.typed(&claim.comment));
                    parts.extend(claim.finalised.as_ref().map(|outcome| self.typed(&outcome.comment)));
                }
            }
            Object::Aid(id) => {
                parts.push(catalog.text(signs::id(mark.sign)).into_owned());
                if let Some(aid) = self.record.financial_aid(id) {
                    parts.push(aid.told(catalog, self.antenna));
                    parts.push(catalog.text(aid.funder.id()).into_owned());
                    parts.push(self.typed(&aid.purpose));
                    parts.extend(aid.answer.as_ref().map(|answer| self.typed(&answer.comment)));
                }
            }
            Object::Attendance(id) => {
                parts.push(catalog.text(signs::id(mark.sign)).into_owned());
                if let Some((action, session)) = self.antenna.group_session(id) {
                    parts.push(SafeText::line(&action.title).into_string());
                    parts.push(SafeText::line(&session.place).into_string());
                }
                let of = self.record.attendances.iter().find(|attendance| attendance.session == id);
                parts.extend(of.map(|attendance| catalog.text(attendance.presence.id()).into_owned()));
            }
            Object::Diagnosis(id) => {
                parts.push(catalog.text(signs::id(mark.sign)).into_owned());
                if let Some(diagnosis) = self.record.diagnosis(id) {
                    parts.push(diagnosis.titles(catalog, self.antenna).join(", "));
                }
            }
            Object::Stay(place) => {
                parts.push(catalog.text(signs::id(mark.sign)).into_owned());
                if let Some(stay) = self.record.stays.get(place) {
                    let center = self.antenna.center(&stay.center);
                    match (mark.sign, &stay.exit) {
                        (Sign::Exited, Some(exit)) => {
                            let convention = self.antenna.convention(exit.date);
                            let reason = |code| convention.and_then(|version| version.exit_reason(code));
                            let reasons = exit.reasons.iter().filter_map(reason);
                            parts.extend(reasons.map(|reason| words::label(catalog, &reason.label).to_owned()));
                        }
                        _ => parts.extend(center.map(|center| SafeText::line(&center.name).into_string())),
                    }
                }
            }
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// The first line that a person typed, masked where privacy asks for it, safe to show.
    fn typed(&self, typed: &str) -> String {
        let line = self.privacy.mask(typed.lines().next().unwrap_or_default());
        SafeText::line(&line).into_string()
    }

    fn contract(&self, is: impl Fn(&Contract) -> bool) -> Option<&Contract> {
        self.record.contracts.iter().find(|contract| is(contract))
    }

    fn encounter(&self, catalog: &Catalog, encounter: &Encounter, sign: Sign, parts: &mut Vec<String>) {
        if let Some(time) = encounter.time {
            parts.push(time.format("%H:%M").to_string());
        }
        match encounter.state {
            EncounterState::Held => {}
            EncounterState::Planned | EncounterState::Missed | EncounterState::Excused | EncounterState::Cancelled => {
                parts.push(catalog.text(signs::id(sign)).into_owned())
            }
        }
        parts.push(catalog.text(encounter.setting.id()).into_owned());
        if !encounter.steps.is_empty() {
            let numbers: Vec<_> = encounter.steps.iter().map(|step| step_number(*step).to_string()).collect();
            let facts = [
                ("count", Fact::Number(i64::try_from(numbers.len()).unwrap_or(0))),
                ("steps", Fact::Text(numbers.join(", "))),
            ];
            parts.push(catalog.text_with("timeline-steps", &facts));
        }
        let convention = self.antenna.convention(encounter.date);
        let theme = |code| convention.and_then(|version| version.theme(code));
        let themes = encounter.themes.iter().filter_map(theme).map(|theme| words::label(catalog, &theme.label));
        parts.push(themes.collect::<Vec<_>>().join(", "));
        parts.push(self.typed(&encounter.purpose));
        parts.push(self.typed(&encounter.motive));
    }

    fn of_contract(&self, catalog: &Catalog, contract: &Contract, parts: &mut Vec<String>) {
        parts.push(bar_name(catalog, contract));
        parts.push(catalog.text(contract.kind.id()).into_owned());
        parts.push(words::contract_span(catalog, contract));
        if let Some(signature) = &contract.signature {
            let facts = [("date", Fact::Date(signature.date)), ("place", Fact::Text(signature.place.clone()))];
            parts.push(catalog.text_with("timeline-contract-signed", &facts));
        }
        if let Some(end) = &contract.ended {
            parts.push(catalog.text(end.reason.id()).into_owned());
        }
        let open = i64::try_from(contract.open_commitments().count()).unwrap_or(0);
        parts.push(catalog.text_with("timeline-open-commitments", &[("count", Fact::Number(open))]));
    }

    fn commitment(
        &self,
        catalog: &Catalog,
        contract: &Contract,
        commitment: &Commitment,
        mark: &Mark,
        parts: &mut Vec<String>,
    ) {
        parts.push(catalog.text("deadline-commitment-due").into_owned());
        parts.push(self.typed(&commitment.text));
        parts.push(catalog.text(commitment.party.id()).into_owned());
        parts.push(bar_name(catalog, contract));
        match &commitment.outcome {
            Some(outcome) => {
                parts.push(catalog.text(outcome.result.id()).into_owned());
                parts.push(self.typed(&outcome.comment));
            }
            None => parts.push(catalog.relative(mark.date, self.today)),
        }
    }

    /// What a referral to the panel was about on this day, and where it stands.
    fn panel(&self, catalog: &Catalog, referral: &PanelReferral, mark: &Mark, parts: &mut Vec<String>) {
        parts.push(catalog.text(referral.motive.id()).into_owned());
        match (mark.sign, &referral.opinion, &referral.decision) {
            (Sign::PanelOpinion, Some(opinion), _) => parts.push(catalog.text(opinion.measure.id()).into_owned()),
            (Sign::PanelDecided, _, Some(decision)) => parts.push(catalog.text(decision.measure.id()).into_owned()),
            (Sign::Deadline(rule), ..) => {
                parts.push(catalog.relative(mark.date, self.today));
                parts.push(words::source(catalog, rule));
            }
            _ => parts.push(catalog.text(referral.stage(self.antenna, self.today).id()).into_owned()),
        }
    }

    fn deadline(&self, catalog: &Catalog, deadline: &Deadline, parts: &mut Vec<String>) {
        parts.push(catalog.text(deadline.rule.id()).into_owned());
        match &deadline.about {
            About::Child { given_name, majoration_ends, contract_until } => {
                parts.push(self.typed(given_name));
                let facts = [("date", Fact::Date(*majoration_ends))];
                parts.push(catalog.text_with("timeline-majoration-ends", &facts));
                let until = contract_until.map(|until| [("date", Fact::Date(until))]);
                parts.extend(until.map(|facts| catalog.text_with("timeline-contract-until", &facts)));
            }
            About::Contract { rank, .. } => {
                parts.push(catalog.text_with("timeline-bar", &[("rank", Fact::Number(i64::from(*rank)))]));
            }
            About::Commitment { text, .. } => parts.push(self.typed(text)),
            About::PanelReferral { motive, .. } => parts.push(catalog.text(motive.id()).into_owned()),
            About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Gap { .. }
            | About::Encounter { .. } => {}
        }
        if deadline.stands_on(self.today) {
            parts.push(catalog.relative(deadline.due, self.today));
        }
        if deadline.opens < deadline.due && self.today < deadline.opens {
            parts.push(catalog.text_with("timeline-from", &[("date", Fact::Date(deadline.opens))]));
        }
        parts.push(words::source(catalog, deadline.rule));
    }
}

fn bar_name(catalog: &Catalog, contract: &Contract) -> String {
    let id = if contract.signature.is_some() { "timeline-bar" } else { "timeline-bar-draft" };
    catalog.text_with(id, &[("rank", Fact::Number(i64::from(contract.rank)))])
}
