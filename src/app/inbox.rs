//! What comes from the Département: every check first, then one transaction, with the bundles that waited for it.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::execute::{self, Circumstances};
use super::intake::{self, Answered, Applied, Recipient, TakenIn};
use super::refused::{Advice, Lost, RefusedOf, RefusedPart};
use super::side::{self, Side};
use super::{App, AppError};
use crate::base::id::{FamilyId, MatterId, PartyId};
use crate::domain::FamilyAct;
use crate::domain::antenna::{AdoptConvention, AntennaAct, AntennaRecord};
use crate::domain::panel::{PostponePanelReferral, RecordPanelDecision, RecordPanelOpinion};
use crate::domain::refusal::Refusal;
use crate::exchange::answers::{Orientations, PanelAnswer, PanelDecisions, PanelStep, Publication, matter_of};
use crate::exchange::bundle::Body;
use crate::exchange::receipt::{Matter, Receipts, RefusalCode};
use crate::exchange::registry::{self, Registry};
use crate::exchange::stream::Received;
use crate::exchange::{ExchangeError, Verified};
use crate::store::exchange::{Came, RefusedFamily, Sealed};
use crate::store::{Store, Writing};

/// The setting that says which publication was taken in last: its number, and its digest in hexadecimal.
const PUBLICATION: &str = "publication";

/// What came so far, and what the Département refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Oldest first.
    pub bundles: Vec<Came>,
    pub received: Received,
    /// The numbers missing before those that wait.
    pub missing: Vec<u64>,
    pub refused: Vec<RefusedFamily>,
}

/// Taking in: the transaction and what its acts are decided with.
struct Taking<'a, 'c> {
    writing: &'a Writing<'c>,
    circumstances: Circumstances,
    antenna: &'a mut AntennaRecord,
    side: &'a Side,
    party: PartyId,
    /// What is refused of the bundle, or by it.
    parts: Vec<RefusedPart>,
    /// What was lost with the store that a copy has replaced.
    lost: Vec<Lost>,
}

impl App {
    /// Takes in a file from the Département.
    ///
    /// # Errors
    /// `NotEnrolled`; the check that fails, with nothing written but the alarm of a forked stream; the store's.
    pub fn take_in(&mut self, file: &[u8]) -> Result<TakenIn, AppError> {
        self.enrolled_department()?.ok_or(ExchangeError::NotEnrolled {})?;
        self.changed = true;
        intake::take_in(self, file, None)
    }

    /// What came so far.
    ///
    /// # Errors
    /// The store's.
    pub fn inbox(&self) -> Result<Inbox, AppError> {
        let reading = self.store.read();
        let party = self.department_id()?;
        Ok(Inbox {
            bundles: reading.inbox()?,
            received: side::received(&reading, party)?,
            missing: intake::missing(&reading, party)?,
            refused: reading.refused_families()?,
        })
    }

    /// Sends the record of a refused family again with the next bundle, though nothing was recorded of it since.
    ///
    /// # Errors
    /// `FamilyUnknown` when it is not refused; the store's.
    pub fn send_again(&mut self, family: FamilyId) -> Result<(), AppError> {
        let refused = self.store.read().refused_families()?.into_iter().find(|one| one.family == family);
        let refused = refused.ok_or(Refusal::FamilyUnknown {})?;
        self.store.write(|writing| writing.refuse_family(&RefusedFamily { again: true, ..refused }))?;
        self.changed = true;
        Ok(())
    }
}

impl Recipient for App {
    fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    fn side(&mut self) -> Result<Side, AppError> {
        App::side(self)
    }

    fn today(&self) -> NaiveDate {
        App::today(self)
    }

    fn apply(&mut self, verified: &Verified, file: &[u8]) -> Result<Applied, AppError> {
        let side = App::side(self)?;
        let (party, today) = (intake::sender(verified)?, App::today(self));
        let circumstances = Circumstances { origin: Some(verified.digest()), ..self.circumstances() };
        let mut antenna = Arc::clone(&self.antenna);
        let applied = self.store.write(|writing| -> Result<Applied, AppError> {
            execute::refresh(writing, &mut antenna)?;
            let mut taking = Taking {
                writing,
                circumstances,
                antenna: Arc::make_mut(&mut antenna),
                side: &side,
                party,
                parts: Vec::new(),
                lost: Vec::new(),
            };
            let matters = taking.content(verified)?;
            let Taking { parts, lost, .. } = taking;
            intake::keep(writing, verified, file, today, Answered { matters, parts, lost, ..Answered::default() })
        })?;
        self.antenna = antenna;
        Ok(applied)
    }
}

impl Taking<'_, '_> {
    /// Does what the bundle says; gives what is answered.
    fn content(&mut self, verified: &Verified) -> Result<Vec<Matter>, AppError> {
        let bundle = verified.bundle();
        // Bundles come in order, so that a registry before the one in force is an old file under a new number.
        let (found, pinned) = (bundle.registry, self.side.registry.version);
        if found < pinned && !matches!(bundle.body, Body::Registry(_)) {
            return Err(ExchangeError::RegistryOlder { found, pinned }.into());
        }
        match &bundle.body {
            Body::Registry(registry) => self.registry(registry),
            Body::Receipt(receipts) => self.receipts(receipts),
            Body::Orientation(orientations) => self.orientations(orientations),
            Body::PanelDecision(decisions) => self.decisions(decisions),
            Body::Supports(publication) => self.publication(publication),
            Body::Presence(_) => Ok(Vec::new()),
            Body::Activity(_) | Body::PanelReferral(_) | Body::OrientationAnswer(_) => {
                let kind = bundle.body.kind().code().to_owned();
                Err(ExchangeError::KindNotAllowed { kind }.into())
            }
        }
    }

    fn registry(&mut self, registry: &Registry) -> Result<Vec<Matter>, AppError> {
        let pinned = &self.side.registry;
        match pinned.version {
            // The first one: it is signed by the key of the card, and keeps that key.
            0 => {
                let known = registry::department(pinned).and_then(|known| known.devices.first().map(|d| (known, d)));
                let keeps = known.is_some_and(|(known, device)| registry.device(&known.party, &device.key).is_some());
                if !keeps {
                    return Err(ExchangeError::RegistryNotLinked { found: registry.version }.into());
                }
            }
            // A Département that was restored from a copy may give it out again.
            _ if registry == pinned => return Ok(Vec::new()),
            _ => registry.follows(pinned)?,
        }
        side::pin(self.writing, registry)?;
        Ok(Vec::new())
    }

    /// A family that was refused stays so until it is accepted.
    fn receipts(&mut self, receipts: &Receipts) -> Result<Vec<Matter>, AppError> {
        let (side, parts) = (self.side, &mut self.parts);
        let passed_over = intake::settle(self.writing, self.party, receipts, |sealed, matter| {
            let family = FamilyId::from_bytes(matter.id.bytes());
            if matter.refused.is_some() {
                let of = sent_of(self.writing, side, sealed, matter.id)?;
                parts.push(RefusedPart { of, matter: matter.clone(), advice: Advice::Correct });
            }
            match matter.refused {
                None => self.writing.accept_family(family)?,
                Some(code) if self.writing.row(family)?.is_some() => self.writing.refuse_family(&RefusedFamily {
                    family,
                    party: self.party,
                    code: code.code().to_owned(),
                    rule: matter.rule.clone(),
                    again: false,
                })?,
                Some(_) => {}
            }
            Ok(())
        })?;
        for receipt in passed_over {
            self.lost.extend(Lost::of_receipt(self.writing, receipt)?);
        }
        Ok(Vec::new())
    }

    /// Each orientation waits to be included or refused (art. 2); the family of a known number is the same family.
    fn orientations(&mut self, sent: &Orientations) -> Result<Vec<Matter>, AppError> {
        let mut matters = Vec::new();
        for orientation in &sent.orientations {
            let id = orientation.id.map_or_else(|| MatterId::from(Uuid::nil()), |id| MatterId::from_bytes(id.bytes()));
            let matricule = orientation.matricule.split_whitespace().collect::<String>().to_uppercase();
            let family = self.writing.by_matricule(&matricule)?;
            let received = self.act(id, family, FamilyAct::ReceiveOrientation(orientation.clone()))?;
            matters.push(self.told(received, || Ok(RefusedOf::oriented(orientation)))?);
        }
        Ok(matters)
    }

    fn decisions(&mut self, decisions: &PanelDecisions) -> Result<Vec<Matter>, AppError> {
        let mut matters = Vec::new();
        for PanelAnswer { family, referral, step } in &decisions.decisions {
            let id = MatterId::from_bytes(referral.bytes());
            let record = self.writing.family(*family)?;
            let has_it = record.as_ref().and_then(|record| record.panel_referral(*referral));
            if has_it.is_some_and(|referral| step.is_in(referral)) {
                // A Département that was restored from a copy may give it again.
                matters.push(Matter::accepted(id));
                continue;
            }
            // The bundle says of which referral, whatever the act itself names.
            let referral = Some(*referral);
            let act = match step.clone() {
                PanelStep::Postponed(act) => {
                    FamilyAct::PostponePanelReferral(PostponePanelReferral { referral, ..act })
                }
                PanelStep::Opinion(act) => FamilyAct::RecordPanelOpinion(RecordPanelOpinion { referral, ..act }),
                PanelStep::Decision(act) => FamilyAct::RecordPanelDecision(RecordPanelDecision { referral, ..act }),
            };
            let taken = self.act(id, Some(*family), act)?;
            let (writing, family) = (self.writing, *family);
            matters.push(self.told(taken, || Ok(RefusedOf::family(writing, family)?))?);
        }
        Ok(matters)
    }

    /// Versions of the convention take effect on their own date (art. 9); answers go to their topics (art. 8).
    fn publication(&mut self, publication: &Publication) -> Result<Vec<Matter>, AppError> {
        let known = self.writing.setting(PUBLICATION)?.unwrap_or_default();
        let known = String::from_utf8(known).unwrap_or_default();
        let (known, digest) = known.split_once(' ').unwrap_or(("0", ""));
        let known: u64 = known.parse().unwrap_or(0);
        if known > 0 && publication.version == known && publication.digest()?.to_string() == digest {
            // A Département that was restored from a copy may give it out again.
            return Ok(Vec::new());
        }
        let follows = publication.version == known + 1 && publication.previous.to_string() == digest;
        if publication.version == 0 || (known > 0 && !follows) {
            return Err(ExchangeError::PublicationNotNext { found: publication.version, expected: known + 1 }.into());
        }
        let mut matters = Vec::new();
        for convention in &publication.conventions {
            let id = matter_of(convention);
            let known = self.antenna.conventions.iter().find(|one| one.code == convention.code);
            let adopted = match known {
                Some(known) if known == convention => continue,
                Some(known) => {
                    let fault = ExchangeError::ConventionChanged { code: known.code.clone() };
                    Matter::refused_by(id, RefusalCode::Rule, fault.id(), &fault.arguments())
                }
                None => {
                    let act = AdoptConvention { convention: Box::new(convention.clone()) };
                    matter(id, self.antenna_act(&AntennaAct::AdoptConvention(act))?)
                }
            };
            matters.push(self.told(adopted, || Ok(RefusedOf::convention(convention)))?);
        }
        for answer in &publication.answers {
            let id = MatterId::from_bytes(answer.topic.bytes());
            let answered = self.antenna_act(&AntennaAct::FollowTopic(answer.act()))?;
            let topic = self.antenna.topic(answer.topic).map(|topic| topic.text.clone());
            let of = topic.map_or(RefusedOf::Unknown, |text| RefusedOf::Topic { text });
            matters.push(self.told(matter(id, answered), || Ok(of))?);
        }
        let kept = format!("{} {}", publication.version, publication.digest()?);
        self.writing.put_setting(PUBLICATION, kept.as_bytes())?;
        Ok(matters)
    }

    /// Keeps a matter among what is refused, where it is.
    fn told(&mut self, matter: Matter, of: impl FnOnce() -> Result<RefusedOf, AppError>) -> Result<Matter, AppError> {
        if matter.refused.is_some() {
            self.parts.push(RefusedPart { of: of()?, matter: matter.clone(), advice: Advice::Theirs });
        }
        Ok(matter)
    }

    /// An act of a family that follows from the bundle; a rule that refuses it is answered, and refuses nothing else.
    fn act(&mut self, id: MatterId, family: Option<FamilyId>, act: FamilyAct) -> Result<Matter, AppError> {
        let mut pending = None;
        let done = execute::family_act(self.writing, self.circumstances, self.antenna, &mut pending, family, &act);
        execute::flush(self.writing, self.antenna, &mut pending)?;
        match done {
            Ok(_) => Ok(matter(id, Ok(()))),
            Err(AppError::Refused(refusal)) => Ok(matter(id, Err(refusal))),
            Err(fault) => Err(fault),
        }
    }

    fn antenna_act(&mut self, act: &AntennaAct) -> Result<Result<(), Refusal>, AppError> {
        match execute::antenna_act(self.writing, self.circumstances, self.antenna, act) {
            Ok(_) => Ok(Ok(())),
            Err(AppError::Refused(refusal)) => Ok(Err(refusal)),
            Err(fault) => Err(fault),
        }
    }
}

/// What is answered for one act that was tried.
fn matter(id: MatterId, tried: Result<(), Refusal>) -> Matter {
    let Err(refusal) = tried else { return Matter::accepted(id) };
    let code = match &refusal {
        Refusal::FamilyUnknown {} | Refusal::PanelReferralUnknown {} | Refusal::NoPanelReferral {} => {
            RefusalCode::UnknownPerson
        }
        Refusal::OrientationAlreadyReceived {}
        | Refusal::PanelDecisionAlreadyMade { .. }
        | Refusal::PanelOpinionAlreadyGiven { .. } => RefusalCode::AlreadyProcessed,
        _a_rule => RefusalCode::Rule,
    };
    Matter::refused_by(id, code, refusal.id(), &refusal.arguments())
}

/// Whose a matter of a bundle of ours is.
fn sent_of(writing: &Writing<'_>, side: &Side, sealed: &Sealed, id: MatterId) -> Result<RefusedOf, AppError> {
    let known = RefusedOf::matter(writing, id)?;
    let archive = writing.sealed_archive(sealed.party, sealed.sequence)?.filter(|archive| !archive.is_empty());
    let Some(archive) = archive.filter(|_| known == RefusedOf::Unknown) else { return Ok(known) };
    let verified = side.open_archived(&archive)?;
    let Body::OrientationAnswer(given) = &verified.bundle().body else { return Ok(known) };
    let answer = given.answers.iter().find(|answer| MatterId::from_bytes(answer.orientation.bytes()) == id);
    Ok(answer.map(|answer| RefusedOf::family(writing, answer.family)).transpose()?.unwrap_or(known))
}
