//! One family as plain text or JSON: the record and what is due.

use chrono::NaiveDate;
use serde::Serialize;

use super::table;
use crate::base::calendar;
use crate::base::id::ExitReasonCode;
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::contract::Contract;
use crate::domain::deadline::Deadline;
use crate::domain::family::FamilyRecord;
use crate::domain::landmark::Landmark;
use crate::domain::panel::PanelReferral;

/// The record and its deadlines as indented JSON, with the members of the bundle's readable record.
pub fn json(record: &FamilyRecord, deadlines: &[Deadline]) -> String {
    #[derive(Serialize)]
    struct Sheet<'a> {
        record: &'a FamilyRecord,
        deadlines: &'a [Deadline],
    }
    serde_json::to_string_pretty(&Sheet { record, deadlines }).unwrap_or_default()
}

/// The record as a page that a person reads.
pub fn text(
    record: &FamilyRecord,
    deadlines: &[Deadline],
    antenna: &AntennaRecord,
    today: NaiveDate,
    catalog: &Catalog,
) -> String {
    let mut page = Page { lines: Vec::new(), items: None, catalog };
    page.lines.push(record.display_name());
    page.pair("field-matricule", &record.identity.matricule);
    page.pair("field-birth-date", &catalog.date(record.identity.birth_date));
    page.pair("sheet-status", &catalog.text(record.status().id()));
    if let Some(stay) = record.stays.last() {
        let center = antenna.center(&stay.center).map_or(stay.center.as_str(), |center| center.name.as_str());
        // A centre is mostly named by what it is already.
        match center.starts_with(&*catalog.text("field-center")) {
            true => page.lines.push(center.to_owned()),
            false => page.pair("field-center", center),
        }
        page.pair("sheet-included", &catalog.date(stay.included_on));
        if let Some(exit) = &stay.exit {
            let convention = antenna.convention(exit.date);
            // A code that the convention no longer has is better than nothing.
            let reason = |code: &ExitReasonCode| {
                let reason = convention.and_then(|convention| convention.exit_reason(code));
                reason.map_or_else(|| code.to_string(), |reason| reason.label.of(catalog.lang()).to_owned())
            };
            let reasons: Vec<_> = exit.reasons.iter().map(reason).collect();
            let outcome = convention.and_then(|convention| convention.exit_outcome(&exit.outcome));
            let outcome = outcome.map_or(exit.outcome.as_str(), |outcome| outcome.label.of(catalog.lang()));
            page.pair("sheet-exit", &catalog.date(exit.date));
            page.pair("field-reasons", &reasons.join(", "));
            page.pair("field-outcome", outcome);
            let agreed = exit.panel_referral.and_then(|id| record.panel_referral(id));
            if let Some(sent) = agreed.and_then(PanelReferral::sent_on) {
                let facts = [("date", Fact::Date(sent))];
                page.lines.push(format!("  {}", catalog.text_with("panel-agreed-by", &facts)));
            }
        }
    }
    if let Some(referent) = record.referent_on(today).and_then(|id| antenna.referent(id)) {
        page.pair("field-referent", &referent.name);
    }
    let contact = &record.contact;
    for (id, value) in [
        ("field-telephone", &contact.telephone),
        ("field-email", &contact.email),
        ("field-address", &contact.address),
        ("field-language", &contact.language),
    ] {
        if !value.is_empty() {
            page.pair(id, value);
        }
    }
    page.heading("sheet-children");
    for child in record.children_on(today) {
        let birthday = calendar::birthday(child.birth_date, 3);
        let age = calendar::civil_age(child.birth_date, today).map(|age| catalog.age(age)).unwrap_or_default();
        // Only what is to come counts for the contract (art. 6).
        let to_come = format!(" ({} {})", catalog.text("sheet-three-years"), catalog.date(birthday));
        let to_come = if today <= birthday { to_come } else { String::new() };
        page.item(&format!("{}, {age}{to_come}", child.given_name));
    }
    page.heading("sheet-deadlines");
    let mut sorted: Vec<_> = deadlines.iter().collect();
    sorted.sort_by_key(|deadline| (deadline.due, deadline.rule));
    for deadline in sorted {
        let due = format!("{} {}", catalog.date(deadline.due), catalog.relative(deadline.due, today));
        page.item(&format!("{due} · {} ({})", table::what(deadline, catalog), table::source(deadline, catalog)));
    }
    page.heading("sheet-contracts");
    for contract in &record.contracts {
        page.contract(contract, today, antenna);
    }
    if !record.panel_referrals.is_empty() {
        page.heading("sheet-panel");
    }
    for referral in &record.panel_referrals {
        page.referral(referral, today, antenna);
    }
    if !record.landmarks().is_empty() {
        page.heading("sheet-landmarks");
    }
    for landmark in record.landmarks() {
        page.landmark(landmark, antenna);
    }
    if !record.rights_claims.is_empty() || !record.financial_aids.is_empty() {
        page.heading("family-rights");
    }
    for claim in &record.rights_claims {
        page.item(&claim.told(catalog, antenna));
    }
    for aid in &record.financial_aids {
        page.item(&aid.told(catalog, antenna));
    }
    if let Some(diagnosis) = record.diagnosis_on(today) {
        page.heading("family-diagnosis");
        page.item(&catalog.date(diagnosis.date));
        let told = diagnosis.told_beside(record.diagnosis_before(diagnosis), catalog, antenna);
        page.lines.extend(told.into_iter().filter(|line| !line.is_empty()).map(|line| format!("      {line}")));
    }
    if !record.attendances.is_empty() {
        page.heading("family-attendances");
    }
    for attendance in &record.attendances {
        let title = antenna.group_session(attendance.session).map(|(action, _)| action.title.as_str());
        let presence = catalog.text(attendance.presence.id());
        page.item(&format!("{} · {} · {presence}", catalog.date(attendance.date), title.unwrap_or_default()));
    }
    page.heading("sheet-encounters");
    let mut encounters: Vec<_> = record.encounters.iter().collect();
    encounters.sort_by_key(|encounter| encounter.date);
    for encounter in encounters {
        let state = encounter.state.id();
        let setting = catalog.text(encounter.setting.id());
        page.item(&format!("{} · {} · {setting}", catalog.date(encounter.date), catalog.text(state)));
    }
    page.heading("sheet-notes");
    for note in &record.notes {
        let kept = catalog.text(note.confidentiality.id());
        page.item(&format!("{} [{kept}] {}", catalog.date(note.date), note.text));
    }
    page.close();
    page.lines.join("\n")
}

struct Page<'a> {
    lines: Vec<String>,
    /// How many lines the open section has.
    items: Option<usize>,
    catalog: &'a Catalog,
}

impl Page<'_> {
    fn pair(&mut self, id: &str, value: &str) {
        self.lines.push(format!("  {}", self.catalog.pair(&self.catalog.text(id), value)));
    }

    fn heading(&mut self, id: &str) {
        self.close();
        self.lines.push(String::new());
        self.lines.push(self.catalog.text(id).into_owned());
        self.items = Some(0);
    }

    /// A section without a line says so.
    fn close(&mut self) {
        if self.items == Some(0) {
            self.item(&self.catalog.text("sheet-none"));
        }
    }

    fn item(&mut self, text: &str) {
        self.items = self.items.map(|items| items + 1);
        self.lines.push(format!("  - {text}"));
    }

    /// Where a referral to the panel stands, what was proposed, advised and decided.
    fn referral(&mut self, referral: &PanelReferral, today: NaiveDate, antenna: &AntennaRecord) {
        let standing = referral.standing(antenna);
        let words = [referral.motive.id(), standing.on(today).id()].map(|id| self.catalog.text(id).into_owned());
        self.item(&format!("{} · {}", self.catalog.date(standing.since), words.join(" · ")));
        let said = [
            ("field-proposal", Some(referral.statement.proposal)),
            ("field-record-panel-opinion-measure", referral.opinion.as_ref().map(|opinion| opinion.measure)),
            ("field-record-panel-decision-measure", referral.decision.as_ref().map(|decision| decision.measure)),
        ];
        for (id, measure) in said.into_iter().filter_map(|(id, measure)| Some((id, measure?))) {
            let pair = self.catalog.pair(&self.catalog.text(id), &self.catalog.text(measure.id()));
            self.lines.push(format!("      {pair}"));
        }
    }

    /// What happened once, with the scales of a rating and what was written.
    fn landmark(&mut self, landmark: Landmark<'_>, antenna: &AntennaRecord) {
        let told = landmark.told(self.catalog, antenna);
        self.item(&format!("{} · {told}", self.catalog.date(landmark.date())));
        if let Landmark::Effects(rating) = landmark {
            let scales = rating.told(self.catalog, antenna);
            self.lines.extend(scales.into_iter().map(|scale| format!("      {scale}")));
        }
        if !landmark.text().is_empty() {
            self.lines.push(format!("      {}", landmark.text()));
        }
    }

    fn contract(&mut self, contract: &Contract, today: NaiveDate, antenna: &AntennaRecord) {
        let before = antenna.convention(contract.starts).map_or(2, |version| version.delays.review_months_before_end);
        let phase = contract.phase(today, before).id();
        let span = format!("{} → {}", self.catalog.date(contract.starts), self.catalog.date(contract.last_day()));
        self.item(&format!("CER {} · {span} · {}", contract.rank, self.catalog.text(phase)));
        for commitment in &contract.commitments {
            let party = self.catalog.text(commitment.party.id()).into_owned();
            let outcome = commitment.outcome.as_ref();
            let outcome = outcome.map(|outcome| format!(" → {}", self.catalog.text(outcome.result.id())));
            let due = commitment.due.map(|due| format!(" ({})", self.catalog.date(due))).unwrap_or_default();
            let outcome = outcome.unwrap_or_default();
            let undertaken = format!("{}{due}{outcome}", commitment.text);
            self.lines.push(format!("      {}", self.catalog.pair(&party, &undertaken)));
        }
    }
}
