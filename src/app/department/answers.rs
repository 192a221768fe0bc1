//! What the antennas answer to what was sent to them: a step of a referral, an orientation or a version of the convention that a rule
//! refused there.

use std::collections::BTreeMap;

use super::{Department, antenna_record, id_of, orient, panel, publish};
use crate::app::refused::{Advice, RefusedOf, RefusedPart};
use crate::app::side::Side;
use crate::app::{AppError, intake, receipt_in};
use crate::base::id::MatterId;
use crate::exchange::Party;
use crate::exchange::answers::{PanelStep, matter_of};
use crate::exchange::bundle::{Body, Kind};
use crate::exchange::receipt::{Matter, RefusalCode};
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

/// The steps of a referral that a bundle carried.
fn steps_of(writing: &Writing<'_>, side: &Side, sealed: &Sealed, id: MatterId) -> Result<Vec<PanelStep>, AppError> {
    let archive = writing.sealed_archive(sealed.party, sealed.sequence)?.filter(|archive| !archive.is_empty());
    let Some(archive) = archive else { return Ok(Vec::new()) };
    let verified = side.open_archived(&archive)?;
    let Body::PanelDecision(sent) = &verified.bundle().body else { return Ok(Vec::new()) };
    let of_it = sent.decisions.iter().filter(|one| MatterId::from_bytes(one.referral.bytes()) == id);
    Ok(of_it.map(|one| one.step.clone()).collect())
}
