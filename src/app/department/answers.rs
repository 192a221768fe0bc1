//! What the antennas answer to what was sent to them: orientations, and what a rule refused there of a referral or of a publication.

use std::collections::BTreeMap;

use super::{Department, antenna_record, id_of, orient, panel, publish, receive};
use crate::app::refused::{Advice, RefusedOf, RefusedPart};
use crate::app::side::Side;
use crate::app::{AppError, intake, receipt_in};
use crate::base::id::{MatterId, PartyId};
use crate::domain::event::FamilyEvent;
use crate::domain::orientation::ReceiveOrientation;
use crate::exchange::Party;
use crate::exchange::answers::{Answer, OrientationAnswer, OrientationAnswers, PanelStep, matter_of};
use crate::exchange::bundle::{Body, Kind};
use crate::exchange::receipt::{Matter, RefusalCode};
use crate::journal::entry::Purpose;
use crate::journal::replay;
use crate::store::Writing;
use crate::store::department::{Submission, SubmissionKind};
use crate::store::exchange::Sealed;

/// The rules by which an antenna keeps what it has of a referral.
const HAS_ANOTHER_OPINION: &str = "refusal-PanelOpinionAlreadyGiven";
const IS_CANCELLED: &str = "refusal-PanelReferralIsCancelled";

impl Department {
    /// What an antenna refused and nobody has settled since: steps of referrals, versions of the convention.
    ///
    /// # Errors
    /// The store's.
    pub fn refused_there(&self, antenna: &Party) -> Result<Vec<RefusedPart>, AppError> {
        let lines = self.agenda(true)?.into_iter().filter(|line| line.antenna == *antenna);
        let mut parts: Vec<_> = lines.filter_map(|line| line.refused_part()).collect();
        parts.extend(self.not_adopted(antenna)?);
        Ok(parts)
    }

    /// The versions of the convention that an antenna has refused, and neither adopted since nor gone beyond.
    ///
    /// # Errors
    /// The store's.
    pub fn not_adopted(&self, antenna: &Party) -> Result<Vec<RefusedPart>, AppError> {
        let (reading, party) = (self.app.store.read(), id_of(antenna)?);
        let sealed = reading.outbox()?.into_iter().filter(|one| one.party == party);
        let receipts =
            sealed.filter_map(|one| receipt_in(one.receipt.as_deref().filter(|_| one.kind == Kind::Supports.code())));
        // The last answer to each counts: every publication carries those before.
        let last: BTreeMap<MatterId, Matter> =
            receipts.flat_map(|receipt| receipt.matters).map(|matter| (matter.id, matter)).collect();
        let adopted = antenna_record(&reading, party)?.conventions;
        let published = self.everything_published()?.conventions;
        let newest = published.iter().filter(|one| adopted.contains(one)).map(|one| one.effective_from).max();
        let refused = published.iter().filter(|one| newest < Some(one.effective_from) && !adopted.contains(one));
        let part = |version| {
            let matter = last.get(&matter_of(version)).filter(|matter| matter.refused.is_some())?.clone();
            Some(RefusedPart { of: RefusedOf::convention(version), matter, advice: Advice::PublishAnother })
        };
        Ok(refused.filter_map(part).collect())
    }
}

/// What can be done about a step that the antenna refused.
pub(super) fn advice_on_step(matter: &Matter) -> Advice {
    match (matter.refused, matter.rule.as_deref()) {
        (_, Some(IS_CANCELLED)) => Advice::Cancelled,
        (Some(RefusalCode::AlreadyProcessed), _) => Advice::GiveSame,
        _another_rule => Advice::GiveStepAgain,
    }
}

/// Whether the antenna holds another opinion, which is not settled by a step of another kind.
pub(super) fn stays_through(matter: &Matter, step: &PanelStep) -> bool {
    matter.rule.as_deref() == Some(HAS_ANOTHER_OPINION) && !matches!(step, PanelStep::Opinion(_))
}

/// An orientation or a step of a referral that a rule refused at the antenna: it is kept with the reason, and the step can be given
/// again. What was refused, if it was.
pub(super) fn refused_by_antenna(
    writing: &Writing<'_>,
    side: &Side,
    sealed: &Sealed,
    matter: &Matter,
) -> Result<Option<RefusedPart>, AppError> {
    if matter.refused.is_none() {
        return Ok(None);
    }
    let part = |of, advice| Some(RefusedPart { of, matter: matter.clone(), advice });
    let Some(known) = writing.submission(matter.id)?.filter(|known| known.party == sealed.party) else {
        let version = publish::every_convention(writing)?.into_iter().find(|one| matter_of(one) == matter.id);
        let of = version.as_ref().map(RefusedOf::convention);
        return Ok(of.map_or_else(|| part(RefusedOf::Unknown, Advice::Theirs), |of| part(of, Advice::PublishAnother)));
    };
    let answer = Some(intake::text(matter)?);
    match known.kind {
        SubmissionKind::Orientation => {
            let of = RefusedOf::oriented(&orient::orientation_of(&known)?);
            writing.put_submission(&Submission { answer, open: false, ..known })?;
            Ok(part(of, Advice::OrientAgain))
        }
        SubmissionKind::Referral => {
            let mut file = panel::file_of(&known)?;
            let of = RefusedOf::person(&file.identity);
            if file.referral.cancelled_on.is_some() {
                return Ok(part(of, Advice::Cancelled));
            }
            steps_of(writing, side, sealed, matter.id)?.iter().for_each(|step| step.taken_out(&mut file.referral));
            let open = file.referral.is_underway() && file.referral.departure.is_some();
            writing.put_submission(&Submission { body: intake::text(&file)?, answer, open, ..known })?;
            Ok(part(of, advice_on_step(matter)))
        }
    }
}

/// What became of the orientations. The antenna's own are answered too: they are in its records.
pub(super) fn orientation_answers(
    writing: &Writing<'_>,
    party: PartyId,
    answers: &OrientationAnswers,
) -> Result<Vec<Matter>, AppError> {
    let mut matters = Vec::new();
    for given in &answers.answers {
        let id = MatterId::from_bytes(given.orientation.bytes());
        let refused = refusal_of(writing, party, given)?;
        matters.push(refused.map_or_else(|| Matter::accepted(id), |code| Matter::refused(id, code)));
        let known = match writing.submission(id)? {
            Some(known) => Some(known).filter(|known| known.party == party),
            None if refused.is_none() => lost_orientation(writing, party, given)?,
            None => None,
        };
        if let (None, Some(known)) = (refused, known) {
            let answer = Some(intake::text(&given.answer)?);
            let open = given.answer == Answer::Pending;
            writing.put_submission(&Submission { family: Some(given.family), answer, open, ..known })?;
        }
    }
    Ok(matters)
}

/// An orientation that this store sent before it was put back from a copy, as the antenna's acts tell of it: it took it from a bundle.
fn lost_orientation(
    writing: &Writing<'_>,
    party: PartyId,
    given: &OrientationAnswer,
) -> Result<Option<Submission>, AppError> {
    let Some(record) = writing.family(given.family)? else { return Ok(None) };
    for entry in writing.entries_of(Some(given.family))? {
        let came = matches!(entry.purpose, Purpose::Import { .. });
        for event in replay::family_events(&entry)?.into_iter().filter(|_| came) {
            let FamilyEvent::OrientationReceived(received) = event else { continue };
            if received.id != given.orientation {
                continue;
            }
            let situation = record.situation.as_ref();
            let sent = ReceiveOrientation {
                id: Some(received.id),
                center: received.center,
                date: received.date,
                document: received.document,
                surname: record.identity.surname.clone(),
                given_name: record.identity.given_name.clone(),
                birth_date: record.identity.birth_date,
                matricule: record.identity.matricule.clone(),
                children: Vec::new(),
                isolated: situation.is_some_and(|known| known.isolated),
                benefit_code: situation.map(|known| known.benefit_code.clone()).unwrap_or_default(),
                followed_by_department: situation.is_some_and(|known| known.followed_by_department),
                contact: Box::default(),
            };
            orient::keep(writing, party, &sent, None)?;
            return Ok(writing.submission(MatterId::from_bytes(received.id.bytes()))?);
        }
    }
    Ok(None)
}

/// Why an answer is not taken: it is of nobody known, was given before, or is not what the record says.
fn refusal_of(
    writing: &Writing<'_>,
    party: PartyId,
    given: &OrientationAnswer,
) -> Result<Option<RefusalCode>, AppError> {
    if !receive::is_of(writing, given.family, party)? {
        return Ok(Some(RefusalCode::UnknownPerson));
    }
    let record = writing.family(given.family)?;
    let orientation = record.and_then(|record| record.orientations.into_iter().find(|one| one.id == given.orientation));
    let Some(orientation) = orientation else { return Ok(Some(RefusalCode::UnknownPerson)) };
    if Answer::of(&orientation.state) != given.answer {
        return Ok(Some(RefusalCode::RecordDiffers));
    }
    let id = MatterId::from_bytes(given.orientation.bytes());
    let known = writing.submission(id)?.and_then(|known| known.answer);
    let same = known.is_some_and(|known| intake::text(&given.answer).is_ok_and(|given| given == known));
    Ok(same.then_some(RefusalCode::AlreadyProcessed))
}

/// The steps of a referral that a bundle carried.
fn steps_of(writing: &Writing<'_>, side: &Side, sealed: &Sealed, id: MatterId) -> Result<Vec<PanelStep>, AppError> {
    let archive = writing.sealed_archive(sealed.party, sealed.sequence)?.filter(|archive| !archive.is_empty());
    let Some(archive) = archive else { return Ok(Vec::new()) };
    let verified = side.open_archived(&archive)?;
    let Body::PanelDecision(sent) = &verified.bundle().body else { return Ok(Vec::new()) };
    let of_it = sent.decisions.iter().filter(|one| MatterId::from_bytes(one.referral.bytes()) == id);
    Ok(of_it.map(|one| one.step.clone()).collect())
}
