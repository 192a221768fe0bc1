//! What each kind of act discloses to the Département: one table (CASF L262-44, data minimisation).
//!
//! An event leaves whole or not at all; a withheld one leaves its digest, so that the chain still verifies.

use std::collections::BTreeMap;

use crate::base::id::FamilyId;
use crate::domain::encounter::{Confidentiality, Note};
use crate::domain::event::{AntennaEvent, Event, FamilyEvent};
use crate::domain::family::{Contact, FamilyRecord};
use crate::journal::codec::{Decoded, Unreadable};
use crate::journal::entry::Entry;
use crate::journal::replay;

/// Whether an event leaves in an activity bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    Whole,
    Withheld,
}

/// The table, for an event of a family.
pub fn of_family(event: &FamilyEvent) -> Disclosure {
    match event {
        // How to reach the person, and what was written for the antenna or for a panel only.
        FamilyEvent::ContactRecorded(_)
        | FamilyEvent::PanelNoteWritten(_)
        | FamilyEvent::PrivateNoteWritten(_)
        // What referents say to each other of a file past its time.
        | FamilyEvent::DisposalProposed(_)
        | FamilyEvent::DisposalDeclined(_)
        // A child-protection report goes to its addressee and nowhere else: not even that there was one (art. 5).
        | FamilyEvent::ChildProtectionReported(_) => {
            Disclosure::Withheld
        }
        // A referral leaves in the panel's own bundle, to those who sit there, and in no other: neither its reasons nor what
        // the person answered are activity. An exit at the agent's request names its referral by its id alone.
        FamilyEvent::PanelReferralOpened(_)
        | FamilyEvent::PanelReferralRevised(_)
        | FamilyEvent::PanelLetterSent(_)
        | FamilyEvent::PanelObservationsRecorded(_)
        | FamilyEvent::PanelReferralSent(_)
        | FamilyEvent::PanelReferralPostponed(_)
        | FamilyEvent::PanelReferralCancelled(_)
        | FamilyEvent::PanelOpinionGiven(_)
        | FamilyEvent::PanelDecisionMade(_)
        | FamilyEvent::PanelDecisionNotified(_) => Disclosure::Withheld,
        FamilyEvent::OrientationReceived(_)
        | FamilyEvent::OrientationRefused(_)
        | FamilyEvent::FamilyIncluded(_)
        | FamilyEvent::IdentityRecorded(_)
        | FamilyEvent::SituationRecorded(_)
        | FamilyEvent::ChildAdded(_)
        | FamilyEvent::ChildCorrected(_)
        | FamilyEvent::ChildDeparted(_)
        | FamilyEvent::PregnancyDeclared(_)
        | FamilyEvent::PregnancyEnded(_)
        | FamilyEvent::ReferentAssigned(_)
        | FamilyEvent::StandInNamed(_)
        | FamilyEvent::EncounterPlanned(_)
        | FamilyEvent::EncounterHeld(_)
        | FamilyEvent::EncounterMissed(_)
        | FamilyEvent::EncounterCancelled(_)
        | FamilyEvent::SharedNoteWritten(_)
        | FamilyEvent::ContractDrafted(_)
        | FamilyEvent::ContractDraftRevised(_)
        | FamilyEvent::ContractDraftDropped(_)
        | FamilyEvent::ContractSigned(_)
        | FamilyEvent::ContractReviewed(_)
        | FamilyEvent::ContractEnded(_)
        | FamilyEvent::CommitmentSettled(_)
        | FamilyEvent::FamilyExited(_)
        | FamilyEvent::ExitCorrected(_)
        | FamilyEvent::FamilyReopened(_)
        | FamilyEvent::FamilyArchived(_)
        | FamilyEvent::FamilyErased(_)
        | FamilyEvent::ProfessionalReferralMade(_)
        | FamilyEvent::ReturnToWorkRecorded(_)
        | FamilyEvent::HousingRedirected(_)
        | FamilyEvent::EffectsRated(_)
        | FamilyEvent::RightsClaimOpened(_)
        | FamilyEvent::RightsClaimSubmitted(_)
        | FamilyEvent::RightsClaimFinalised(_)
        | FamilyEvent::FinancialAidRequested(_)
        | FamilyEvent::FinancialAidAnswered(_)
        | FamilyEvent::DiagnosisRecorded(_)
        | FamilyEvent::AttendanceRecorded(_) => Disclosure::Whole,
    }
}

/// The same table by kind, for events that are passed on without being read; `None` for a kind of a newer program.
pub fn of_kind(kind: &str) -> Option<Disclosure> {
    const WITHHELD: [&str; 16] = [
        "child-protection-reported",
        "contact-recorded",
        "panel-note-written",
        "private-note-written",
        "disposal-proposed",
        "disposal-declined",
        "panel-referral-opened",
        "panel-referral-revised",
        "panel-letter-sent",
        "panel-observations-recorded",
        "panel-referral-sent",
        "panel-referral-postponed",
        "panel-referral-cancelled",
        "panel-opinion-given",
        "panel-decision-made",
        "panel-decision-notified",
    ];
    let known = |kinds: &[(&str, u32)]| kinds.iter().any(|(known, _)| *known == kind);
    if WITHHELD.contains(&kind) {
        Some(Disclosure::Withheld)
    } else if known(FamilyEvent::KINDS) || known(AntennaEvent::KINDS) {
        Some(Disclosure::Whole)
    } else {
        None
    }
}

/// What an event received may be. Kinds of a newer program are its own to judge; a note is judged by what it says of itself.
pub(super) fn of_decoded(decoded: &Decoded) -> Disclosure {
    match decoded {
        Decoded::Known(Event::Family(FamilyEvent::SharedNoteWritten(note))) => of_note(note),
        Decoded::Known(Event::Family(event)) => of_family(event),
        Decoded::Known(Event::Antenna(_)) => Disclosure::Whole,
        Decoded::Unknown { kind, .. } => of_kind(kind).unwrap_or(Disclosure::Whole),
    }
}

/// Whether a record holds only what may leave: no contact, no note but shareable ones, no referral to the panel, no report.
pub(super) fn is_disclosed(record: &FamilyRecord) -> bool {
    record.contact == Contact::default()
        && record.proposal.is_none()
        && record.panel_referrals.is_empty()
        && record.child_protection_reports.is_empty()
        && record.notes.iter().all(|note| of_note(note) == Disclosure::Whole)
}

/// The record without what stays at the antenna: what [`disclosed_record`] makes of all its entries.
pub fn without_what_stays(mut record: FamilyRecord) -> FamilyRecord {
    record.contact = Contact::default();
    record.proposal = None;
    record.panel_referrals.clear();
    record.child_protection_reports.clear();
    record.notes.retain(|note| of_note(note) == Disclosure::Whole);
    record
}

fn of_note(note: &Note) -> Disclosure {
    match note.confidentiality {
        Confidentiality::Shareable => Disclosure::Whole,
        Confidentiality::PanelOnly | Confidentiality::Private => Disclosure::Withheld,
    }
}

/// The record as the events that leave make it: the Département can recompute it from the entries.
///
/// # Errors
/// `Unreadable` when an event cannot be read.
pub fn disclosed_record(id: FamilyId, entries: &[Entry]) -> Result<FamilyRecord, Unreadable> {
    let effective = replay::in_effect(entries);
    let mut record = FamilyRecord::new(id);
    for entry in entries.iter().filter(|entry| effective.contains(&entry.id)) {
        for event in replay::family_events(entry)? {
            match of_family(&event) {
                Disclosure::Whole => crate::domain::evolve(&mut record, &event),
                Disclosure::Withheld => {}
            }
        }
    }
    Ok(record)
}

/// How many events of each kind leave, and how many stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub leaving: BTreeMap<&'static str, u64>,
    pub staying: BTreeMap<&'static str, u64>,
}

impl Counted {
    /// Counts the events of one more entry.
    ///
    /// # Errors
    /// `Unreadable` when an event cannot be read.
    pub fn add(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        for event in replay::events(entry)? {
            let (kind, disclosure) = match &event {
                Event::Family(event) => (event.kind(), of_family(event)),
                Event::Antenna(event) => (event.kind(), Disclosure::Whole),
            };
            let counts = match disclosure {
                Disclosure::Whole => &mut self.leaving,
                Disclosure::Withheld => &mut self.staying,
            };
            *counts.entry(kind).or_default() += 1;
        }
        Ok(())
    }
}
