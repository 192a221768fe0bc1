//! What the Département takes back of its own once its store was put back from a copy: the registries and publications that it gave
//! out since, which its antennas go by, from the files that it wrote for them.
//!
//! Nothing else is taken back: what the antennas handed over is asked for again.

use super::{Department, enrolment, publish};
use crate::app::AppError;
use crate::app::intake::{self, Looked, TakenIn};
use crate::app::side;
use crate::exchange::answers::Publication;
use crate::exchange::bundle::Body;
use crate::exchange::registry::Registry;
use crate::exchange::{ExchangeError, Verified};
use crate::journal::entry::Digest;

/// What one of its own files gives back.
enum GivenOut {
    Registry(Registry),
    Publication(Publication),
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
                    Some(given) => Looked::Own { kind, version: given.version() },
                    None => Looked::AlreadyReceived { sequence },
                })
            }
            looked => looked.map_err(lost_registry),
        }
    }

    /// Takes back what a file of its own gave out, where it is one.
    ///
    /// # Errors
    /// `WrongRecipient` where there is nothing to take back; the version before is missing; the store's.
    pub(super) fn take_back(&mut self, file: &[u8], name: String) -> Result<TakenIn, AppError> {
        let own = self.own(file)?;
        let kind = own.as_ref().map(|verified| verified.bundle().body.kind());
        let given = own.map(|verified| self.lost(&verified)).transpose()?.flatten();
        let (Some(kind), Some(given)) = (kind, given) else {
            return Err(ExchangeError::WrongRecipient { name }.into());
        };
        let version = given.version();
        match given {
            GivenOut::Registry(registry) => {
                self.app.store.write(|writing| enrolment::keep(writing, &registry))?;
            }
            GivenOut::Publication(publication) => {
                self.app.store.write(|writing| publish::keep(writing, &publication))?;
            }
        }
        Ok(TakenIn::TakenBack { kind, version })
    }

    /// A file that this side sealed and that has versions.
    fn own(&mut self, file: &[u8]) -> Result<Option<Verified>, AppError> {
        let side = self.side()?;
        let verified = side.open_kept(file)?;
        let bundle = verified.bundle();
        let number = (bundle.epoch, bundle.sequence);
        side.registry.allows(&bundle.from, &bundle.device.key, bundle.body.kind(), number)?;
        let has_versions = matches!(bundle.body, Body::Registry(_) | Body::Supports(_));
        Ok((has_versions && bundle.from.is(&self.me)).then_some(verified))
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
            _without_versions => Ok(None),
        }
    }
}

impl GivenOut {
    fn version(&self) -> u64 {
        match self {
            Self::Registry(registry) => registry.version,
            Self::Publication(publication) => publication.version,
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
