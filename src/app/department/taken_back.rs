//! What the Département takes back of its own once its store was put back from a copy, from the files that it wrote for its antennas:
//! the registries and publications that it gave out since, which they go by, the orientations that it sent them, and the steps of
//! referrals that are here.
//!
//! What the antennas handed over is asked for again.

use super::{Department, enrolment, orient, publish};
use crate::app::AppError;
use crate::app::intake::{self, Looked, TakenIn};
use crate::app::side;
use crate::base::id::{MatterId, PartyId};
use crate::domain::orientation::ReceiveOrientation;
use crate::exchange::answers::{PanelAnswer, Publication};
use crate::exchange::bundle::Body;
use crate::exchange::registry::Registry;
use crate::exchange::{ExchangeError, Verified};
use crate::journal::entry::Digest;

/// What one of its own files gives back.
enum GivenOut {
    Registry(Registry),
    Publication(Publication),
    /// To this antenna.
    Orientations(PartyId, Vec<ReceiveOrientation>),
    Steps(Vec<PanelAnswer>),
}

impl Department {
    /// Looks at a file: of an antenna, or its own of which the store knows nothing any more. Nothing is written.
    ///
    /// # Errors
    /// The check that fails; the store's.
    pub(super) fn look_at(&mut self, file: &[u8]) -> Result<Looked, AppError> {
        match intake::look_at(self, file) {
            Err(AppError::Exchange(ExchangeError::WrongRecipient { name })) => {
                let Some(verified) = self.own(file)? else { return Err(ExchangeError::WrongRecipient { name }.into()) };
                let (kind, sequence) = (verified.bundle().body.kind(), verified.bundle().sequence);
                Ok(match self.lost(&verified)? {
                    Some(given) => match given.version() {
                        Some(version) => Looked::Own { kind, version },
                        None => Looked::OwnSent { kind, sequence },
                    },
                    None => Looked::AlreadyReceived { sequence },
                })
            }
            looked => looked.map_err(lost_registry),
        }
    }

    /// Takes back what a file of its own gave out, where it is one and gave out something that is not known.
    ///
    /// # Errors
    /// `WrongRecipient` where it is another's; the version before is missing; the store's.
    pub(super) fn take_back(&mut self, file: &[u8], name: String) -> Result<TakenIn, AppError> {
        let Some(own) = self.own(file)? else { return Err(ExchangeError::WrongRecipient { name }.into()) };
        let (kind, sequence) = (own.bundle().body.kind(), own.bundle().sequence);
        let Some(given) = self.lost(&own)? else { return Ok(TakenIn::Own) };
        let version = given.version();
        match given {
            GivenOut::Registry(registry) => {
                self.app.store.write(|writing| enrolment::keep(writing, &registry))?;
            }
            GivenOut::Publication(publication) => {
                self.app.store.write(|writing| publish::keep(writing, &publication))?;
            }
            GivenOut::Orientations(party, orientations) => {
                let keep =
                    |orientation| self.app.store.write(|writing| orient::keep(writing, party, orientation, None));
                orientations.iter().try_for_each(keep)?;
            }
            GivenOut::Steps(steps) => {
                for PanelAnswer { referral, step, .. } in steps {
                    let kept = self.after(referral, &step)?;
                    self.app.store.write(|writing| writing.put_submission(&kept))?;
                }
            }
        }
        Ok(match version {
            Some(version) => TakenIn::TakenBack { kind, version },
            None => TakenIn::SentTakenBack { kind, sequence },
        })
    }

    /// A file that this side sealed.
    fn own(&mut self, file: &[u8]) -> Result<Option<Verified>, AppError> {
        let side = self.side()?;
        let verified = side.open_kept(file)?;
        let bundle = verified.bundle();
        if !bundle.from.is(&self.me) {
            return Ok(None);
        }
        let number = (bundle.epoch, bundle.sequence);
        side.registry.allows(&bundle.from, &bundle.device.key, bundle.body.kind(), number)?;
        Ok(Some(verified))
    }

    /// What it gave out that the store does not know; none of what it does.
    fn lost(&self, verified: &Verified) -> Result<Option<GivenOut>, AppError> {
        match &verified.bundle().body {
            Body::Registry(registry) => {
                let pinned = side::registry(&self.app.store.read())?;
                if registry.version <= pinned.version {
                    return Ok(None);
                }
                registry.follows(&pinned)?;
                Ok(Some(GivenOut::Registry(registry.clone())))
            }
            Body::Supports(publication) => {
                let last = self.published()?;
                let (version, digest) = match &last {
                    Some(last) => (last.version, last.digest()?),
                    None => (0, Digest::ZERO),
                };
                if publication.version <= version {
                    return Ok(None);
                }
                if publication.version != version + 1 || publication.previous != digest {
                    let (found, expected) = (publication.version, version + 1);
                    return Err(ExchangeError::PublicationNotNext { found, expected }.into());
                }
                Ok(Some(GivenOut::Publication(publication.clone())))
            }
            Body::Orientation(sent) => {
                let Some(party) = verified.bundle().to.id else { return Ok(None) };
                let reading = self.app.store.read();
                let mut lost = Vec::new();
                for orientation in &sent.orientations {
                    let Some(id) = orientation.id else { continue };
                    if reading.submission(MatterId::from_bytes(id.bytes()))?.is_none() {
                        lost.push(orientation.clone());
                    }
                }
                Ok((!lost.is_empty()).then_some(GivenOut::Orientations(party, lost)))
            }
            Body::PanelDecision(sent) => {
                // A step that the rules would refuse today was refused, or followed by others.
                let is_lost = |one: &&PanelAnswer| self.after(one.referral, &one.step).is_ok();
                let lost: Vec<_> = sent.decisions.iter().filter(is_lost).cloned().collect();
                Ok((!lost.is_empty()).then_some(GivenOut::Steps(lost)))
            }
            _of_no_use => Ok(None),
        }
    }
}

impl GivenOut {
    /// Of what has versions.
    fn version(&self) -> Option<u64> {
        match self {
            Self::Registry(registry) => Some(registry.version),
            Self::Publication(publication) => Some(publication.version),
            Self::Orientations(..) | Self::Steps(_) => None,
        }
    }
}

/// Whoever gives out the registries knows every one, but for those that were lost with its store.
pub(super) fn lost_registry(fault: AppError) -> AppError {
    match fault {
        AppError::Exchange(ExchangeError::RegistryNewer { found, pinned }) => {
            ExchangeError::RegistryLost { found, pinned }.into()
        }
        other => other,
    }
}
