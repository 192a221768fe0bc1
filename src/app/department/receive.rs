//! What the antennas hand over: taken in after every check, each answered with a receipt.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;

use super::activity::Reckoning;
use super::taken_back::lost_registry;
use super::{Department, answers, id_of, panel};
use crate::app::intake::{self, Answered, Applied, Recipient, TakenIn};
use crate::app::outgoing::{self, Answering, ROOM};
use crate::app::refused::{Advice, RefusedOf, RefusedPart};
use crate::app::side::{self, Ready, Side};
use crate::app::slip::{self, SlipOf};
use crate::app::{AppError, Arrivals, arrivals};
use crate::base::id::{FamilyId, MatterId, PartyId, ReplicaId};
use crate::base::locale::Catalog;
use crate::exchange::answers::{PanelFile, PanelReferrals};
use crate::exchange::bundle::Body;
use crate::exchange::receipt::{Matter, RefusalCode};
use crate::exchange::{ExchangeError, Role, Verified};
use crate::store::department::{Submission, SubmissionKind};
use crate::store::{Store, Writing};

impl Department {
    /// Takes in a file from an antenna, or takes back a registry or a publication of its own that a restored store does not know.
    ///
    /// # Errors
    /// The check that fails, with nothing written but the alarm of a forked stream; the store's.
    pub fn take_in(&mut self, file: &[u8]) -> Result<TakenIn, AppError> {
        self.take_in_opened(file, None)
    }

    /// As [`Department::take_in`], of one file after the other: each is opened while the one before it is written. `heard` is told
    /// what became of each, and from which antenna it came where it could be opened.
    ///
    /// # Errors
    /// The store's, before any file is read.
    pub fn take_in_each(
        &mut self,
        paths: &[PathBuf],
        mut heard: impl FnMut(&Path, Option<&str>, Result<TakenIn, AppError>),
    ) -> Result<(), AppError> {
        let side = self.side()?;
        thread::scope(|scope| {
            // None waits but the one that was opened last.
            let (sender, files) = mpsc::sync_channel(0);
            scope.spawn(move || {
                for path in paths {
                    let opened = side::read_file(path).map(|file| (side.open_kept(&file), file));
                    if sender.send((path, opened)).is_err() {
                        break;
                    }
                }
            });
            for (path, opened) in files {
                let sender =
                    opened.as_ref().ok().and_then(|(verified, _)| Some(&verified.as_ref().ok()?.bundle().from));
                let antenna = sender.filter(|from| from.role == Role::Antenna).map(|from| from.name.clone());
                let taken = opened.and_then(|(verified, file)| self.take_in_opened(&file, Some(verified)));
                heard(path, antenna.as_deref(), taken);
            }
        });
        Ok(())
    }

    fn take_in_opened(
        &mut self,
        file: &[u8],
        opened: Option<Result<Verified, ExchangeError>>,
    ) -> Result<TakenIn, AppError> {
        self.app.changed = true;
        // Until it is answered: there may be more to take in.
        self.app.store.hold_much()?;
        let taken = match intake::take_in(self, file, opened) {
            Err(AppError::Exchange(ExchangeError::WrongRecipient { name })) => self.take_back(file, name)?,
            taken => taken.map_err(lost_registry)?,
        };
        let erasing = self.app.store.is_erasing()?;
        self.app.end_erasure_when(erasing);
        Ok(taken)
    }

    /// The files of a folder that may be bundles of antennas, by name, then those that would be refused; nothing is written.
    /// None when the folder cannot be read.
    ///
    /// # Errors
    /// The store's.
    pub fn arrivals(&mut self, folder: &Path) -> Result<Arrivals, AppError> {
        let mut arrivals = arrivals::in_folder(self, folder, Self::look_at)?;
        arrivals.files.sort_by_key(|arrival| arrival.looked.is_err());
        Ok(arrivals)
    }

    /// Seals what is due: registries and publications that an earlier try could not send, then receipts, in as many bundles as they
    /// fill for each antenna.
    ///
    /// # Errors
    /// The exchange's; the store's, the directory's.
    pub fn answer(&mut self, directory: &Path) -> Result<Vec<PathBuf>, AppError> {
        self.app.store.hold_little()?;
        let mut files = self.send_registry(directory)?;
        files.extend(self.send_publications(directory)?.into_iter().map(|sent| sent.path));
        for antenna in self.reachable()? {
            let party = id_of(&antenna)?;
            while let Some((answering, body)) = Answering::next(&self.app.store.read(), party, ROOM)? {
                let kept = |writing: &Writing<'_>, ready: &Ready| answering.keep(writing, &ready.sealed);
                files.push(self.send(&antenna, body, directory, &[], kept)?);
            }
        }
        Ok(files)
    }

    /// Tells every antenna that this side is there, and how far it has read.
    ///
    /// # Errors
    /// The exchange's; the store's, the directory's.
    pub fn send_presence(&mut self, directory: &Path) -> Result<Vec<PathBuf>, AppError> {
        let mut files = Vec::new();
        for antenna in self.reachable()? {
            let body = Body::Presence(crate::exchange::answers::Presence {});
            files.push(self.send(&antenna, body, directory, &[], |_, _| Ok(()))?);
        }
        Ok(files)
    }

    /// Writes the bundles sealed for an antenna again, the very same bytes, from this number on.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's, the directory's.
    pub fn send_again(
        &self,
        antenna: &crate::exchange::Party,
        sequence: u64,
        directory: &Path,
    ) -> Result<PathBuf, AppError> {
        outgoing::write_again(&self.app.store.read(), id_of(antenna)?, sequence, directory)
    }
}

impl Department {
    /// The slip of a receipt, as text: ours for a bundle of an antenna, or the antenna's for one of ours.
    ///
    /// # Errors
    /// `NoReceipt`; the store's.
    pub fn slip(
        &self,
        antenna: &crate::exchange::Party,
        of: SlipOf,
        sequence: u64,
        catalog: &Catalog,
    ) -> Result<String, AppError> {
        let sides = (self.me.name.as_str(), antenna.name.as_str());
        slip::of_party(&self.app.store.read(), id_of(antenna)?, sides, of, sequence, catalog)
    }
}

impl Recipient for Department {
    fn store(&mut self) -> &mut Store {
        &mut self.app.store
    }

    fn side(&mut self) -> Result<Side, AppError> {
        Department::side(self)
    }

    fn today(&self) -> chrono::NaiveDate {
        self.app.today()
    }

    fn apply(&mut self, verified: &Verified, file: &[u8]) -> Result<Applied, AppError> {
        let party = intake::sender(verified)?;
        let today = self.app.today();
        let circumstances = self.app.circumstances();
        let side = Department::side(self)?;
        let mut antennas = Arc::clone(&self.app.antenna);
        // What a transaction that fails has counted is not there.
        let mut known = self.known.take();
        let applied = self.app.store.write(|writing| -> Result<Applied, AppError> {
            crate::app::execute::refresh(writing, &mut antennas)?;
            let mut reckoning = Reckoning {
                writing,
                circumstances,
                antennas: Arc::make_mut(&mut antennas),
                party,
                known: &mut known,
                lost: Vec::new(),
            };
            let through = reckoning.begin(verified)?;
            let mut answered = match &verified.bundle().body {
                Body::Activity(activity) => reckoning.activity(verified, activity, through)?,
                Body::PanelReferral(referrals) => matters(panel_referrals(writing, party, referrals)?, through),
                Body::OrientationAnswer(answers) => {
                    matters(answers::orientation_answers(writing, party, answers)?, through)
                }
                Body::Receipt(receipts) => {
                    let mut parts = Vec::new();
                    intake::settle(writing, party, receipts, |sealed, matter| {
                        parts.extend(answers::refused_by_antenna(writing, &side, sealed, matter)?);
                        Ok(())
                    })?;
                    Answered { parts, through, ..Answered::default() }
                }
                Body::Presence(_) => matters(Vec::new(), through),
                Body::Orientation(_) | Body::PanelDecision(_) | Body::Supports(_) | Body::Registry(_) => {
                    let kind = verified.bundle().body.kind().code().to_owned();
                    return Err(ExchangeError::KindNotAllowed { kind }.into());
                }
            };
            answered.lost = reckoning.still_lost()?;
            let refused = answered.matters.iter().filter(|matter| matter.refused.is_some());
            for matter in refused {
                let of = whose(writing, &verified.bundle().body, matter.id)?;
                answered.parts.push(RefusedPart { of, matter: matter.clone(), advice: Advice::AwaitCorrection });
            }
            intake::keep(writing, verified, file, today, answered)
        })?;
        self.app.antenna = antennas;
        self.known = known;
        Ok(applied)
    }
}

fn matters(matters: Vec<Matter>, through: BTreeMap<ReplicaId, u64>) -> Answered {
    Answered { matters, through, ..Answered::default() }
}

/// Whether the family is in the journal of this antenna.
pub(super) fn is_of(writing: &Writing<'_>, family: FamilyId, party: PartyId) -> Result<bool, AppError> {
    Ok(writing.party_of(family)? == Some(party))
}

/// Referrals go on the panel's agenda; one that came before is brought up to date, and keeps what the panel did with it.
fn panel_referrals(writing: &Writing<'_>, party: PartyId, referrals: &PanelReferrals) -> Result<Vec<Matter>, AppError> {
    let mut matters = Vec::new();
    for file in &referrals.referrals {
        let id = MatterId::from_bytes(file.referral.id.bytes());
        let known = writing.submission(id)?;
        let is_foreign = known.as_ref().is_some_and(|known| known.party != party);
        if is_foreign || !is_of(writing, file.family, party)? {
            matters.push(Matter::refused(id, RefusalCode::UnknownPerson));
            continue;
        }
        let before = known.as_ref().map(panel::file_of).transpose()?;
        // A cancellation that crosses a decision stands: nobody was notified of it.
        let is_cancelled = file.referral.cancelled_on.is_some();
        if !is_cancelled && before.as_ref().is_some_and(|before| before.referral.decision.is_some()) {
            matters.push(Matter::refused(id, RefusalCode::AlreadyProcessed));
            continue;
        }
        let mut file: PanelFile = file.clone();
        if let Some(before) = before {
            file.referral.opinion = before.referral.opinion.or(file.referral.opinion);
            file.referral.postponements = before.referral.postponements;
        }
        // One that its antenna took back is before no panel.
        let open = file.referral.is_underway() && file.referral.departure.is_some();
        writing.put_submission(&Submission {
            id,
            party,
            kind: SubmissionKind::Referral,
            family: Some(file.family),
            body: intake::text(&file)?,
            sent_in: None,
            answer: None,
            open,
        })?;
        matters.push(Matter::accepted(id));
    }
    Ok(matters)
}

/// Whose a matter that is refused here is.
fn whose(writing: &Writing<'_>, body: &Body, id: MatterId) -> Result<RefusedOf, AppError> {
    let family = match body {
        Body::PanelReferral(sent) => {
            let of = sent.referrals.iter().find(|file| MatterId::from_bytes(file.referral.id.bytes()) == id);
            return Ok(of.map_or(RefusedOf::Unknown, |file| RefusedOf::person(&file.identity)));
        }
        Body::OrientationAnswer(given) => {
            let of = given.answers.iter().find(|answer| MatterId::from_bytes(answer.orientation.bytes()) == id);
            of.map(|answer| answer.family)
        }
        _of_families => None,
    };
    Ok(RefusedOf::family(writing, family.unwrap_or(FamilyId::from_bytes(id.bytes())))?)
}
