//! Where a bundle stands in its stream: the next, received before, too early, or an alarm.
//!
//! One stream goes each way between an antenna and the Département. Its bundles are numbered and linked; a sender whose store
//! was restored from a copy begins a new epoch, and says so by its number.

use serde::{Deserialize, Serialize};

use super::error::ExchangeError;
use crate::base::id::ReplicaId;
use crate::journal::entry::Digest;

/// How many bundles may wait for those before them: no sender fills the store with what cannot be applied.
pub const MOST_WAITING: u64 = 256;

/// How many epochs a sender may have begun of which nothing came: its store was restored, or its keys were made anew, several
/// times over before it handed anything over.
pub const MOST_BEGUN: u64 = 16;

/// How far a stream was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    pub epoch: u64,
    /// The highest number received without a gap.
    pub sequence: u64,
    /// SHA-256 of that envelope; zeros before the first.
    pub digest: Digest,
    /// The machine that sent it.
    pub replica: Option<ReplicaId>,
    /// Two bundles came under one number: nothing more is taken in this epoch.
    pub frozen: bool,
}

/// What places a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub epoch: u64,
    pub sequence: u64,
    pub previous: Digest,
    pub digest: Digest,
    pub replica: ReplicaId,
}

/// Where it stands, when nothing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is applied now.
    Next,
    /// The very same bundle was applied before.
    AlreadyReceived,
    /// It is kept aside until those before it come.
    Waits { first: u64, last: u64 },
}

impl Received {
    /// Nothing received yet.
    pub fn start() -> Self {
        Self { epoch: 1, sequence: 0, digest: Digest::ZERO, replica: None, frozen: false }
    }

    /// Places a bundle. `came` gives the digest of one that came under this epoch and number, `applied` of the one whose
    /// content is in force under a number; zeros under 0.
    ///
    /// A new epoch goes on after a bundle that both sides know: what its sender lost with its store is what came after it.
    ///
    /// # Errors
    /// `StreamFrozen`; `StreamForked` and `SenderRestored`, which freeze the stream; `EpochPast`, `EpochJump`, `TooFarAhead`.
    pub fn place(
        &self,
        stamp: &Stamp,
        came: impl Fn(u64, u64) -> Option<Digest>,
        applied: impl Fn(u64) -> Option<Digest>,
    ) -> Result<Standing, ExchangeError> {
        let Stamp { epoch, sequence, .. } = *stamp;
        if came(epoch, sequence) == Some(stamp.digest) && sequence <= self.sequence {
            return Ok(Standing::AlreadyReceived);
        }
        if epoch < self.epoch {
            return Err(ExchangeError::EpochPast { found: epoch, current: self.epoch });
        }
        if epoch > self.epoch + MOST_BEGUN {
            return Err(ExchangeError::EpochJump { found: epoch, expected: self.epoch + 1 });
        }
        let before = sequence.saturating_sub(1);
        if sequence > self.sequence + MOST_WAITING {
            return Err(ExchangeError::TooFarAhead { found: sequence, expected: self.sequence + 1 });
        }
        if epoch > self.epoch {
            let is_linked = before <= self.sequence && applied(before) == Some(stamp.previous);
            return Ok(if is_linked { Standing::Next } else { Standing::Waits { first: before, last: before } });
        }
        if self.frozen {
            return Err(ExchangeError::StreamFrozen {});
        }
        let conflict = || match self.replica.is_some_and(|replica| replica != stamp.replica) {
            true => ExchangeError::SenderRestored { number: sequence },
            false => ExchangeError::StreamForked { number: sequence },
        };
        if sequence <= self.sequence {
            return Err(conflict());
        }
        if sequence > self.sequence + 1 {
            return Ok(Standing::Waits { first: self.sequence + 1, last: before });
        }
        if stamp.previous == self.digest { Ok(Standing::Next) } else { Err(conflict()) }
    }

    /// The stream once this bundle was applied.
    pub fn after(&self, stamp: &Stamp) -> Self {
        Self {
            epoch: stamp.epoch,
            sequence: stamp.sequence,
            digest: stamp.digest,
            replica: Some(stamp.replica),
            frozen: false,
        }
    }
}

impl ExchangeError {
    /// Whether two histories were seen under one number: the stream is frozen until its sender begins a new epoch.
    pub fn freezes(&self) -> bool {
        matches!(self, Self::StreamForked { .. } | Self::SenderRestored { .. })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    fn digest(of: u8) -> Digest {
        Digest([of; 32])
    }

    fn machine(number: u8) -> ReplicaId {
        ReplicaId::from_bytes([number; 16])
    }

    fn stamp(epoch: u64, sequence: u64, previous: u8, of: u8) -> Stamp {
        Stamp { epoch, sequence, previous: digest(previous), digest: digest(of), replica: machine(1) }
    }

    /// Received 1 and 2 of the first epoch, whose digests are those numbers.
    fn received() -> Received {
        Received { epoch: 1, sequence: 2, digest: digest(2), replica: Some(machine(1)), frozen: false }
    }

    /// The digest of what came: 1 and 2 of the first epoch.
    fn came(epoch: u64, sequence: u64) -> Option<Digest> {
        (epoch == 1 && (1..=2).contains(&sequence)).then(|| digest(u8::try_from(sequence).unwrap()))
    }

    fn applied(sequence: u64) -> Option<Digest> {
        (sequence <= 2).then(|| digest(u8::try_from(sequence).unwrap()))
    }

    fn place(stamp: &Stamp) -> Result<Standing, ExchangeError> {
        received().place(stamp, came, applied)
    }

    #[test]
    fn each_bundle_has_its_place() {
        assert_eq!(place(&stamp(1, 3, 2, 3)), Ok(Standing::Next));
        assert_eq!(place(&stamp(1, 1, 0, 1)), Ok(Standing::AlreadyReceived));
        assert_eq!(place(&stamp(1, 2, 1, 2)), Ok(Standing::AlreadyReceived));
        assert_eq!(place(&stamp(1, 6, 5, 6)), Ok(Standing::Waits { first: 3, last: 5 }));
        assert_eq!(place(&stamp(1, 300, 8, 9)), Err(ExchangeError::TooFarAhead { found: 300, expected: 3 }));
    }

    #[test]
    fn a_new_epoch_goes_on_after_any_bundle_that_both_sides_know() {
        for (sequence, previous) in [(1, 0), (2, 1), (3, 2)] {
            assert_eq!(place(&stamp(2, sequence, previous, 9)), Ok(Standing::Next));
        }
        // The first of the epoch is not the one that came first.
        for (sequence, previous) in [(1, 7), (3, 7), (4, 9)] {
            let waits = Standing::Waits { first: sequence - 1, last: sequence - 1 };
            assert_eq!(place(&stamp(2, sequence, previous, 9)), Ok(waits));
        }
    }

    #[test]
    fn another_bundle_under_a_number_received_is_an_alarm() {
        assert_eq!(place(&stamp(1, 2, 1, 9)), Err(ExchangeError::StreamForked { number: 2 }));
        assert_eq!(place(&stamp(1, 1, 0, 9)), Err(ExchangeError::StreamForked { number: 1 }));
        assert_eq!(place(&stamp(1, 3, 9, 3)), Err(ExchangeError::StreamForked { number: 3 }));
    }

    #[test]
    fn a_machine_that_lost_its_identity_was_restored() {
        let other = |mut stamp: Stamp| {
            stamp.replica = machine(2);
            stamp
        };
        assert_eq!(place(&other(stamp(1, 2, 1, 9))), Err(ExchangeError::SenderRestored { number: 2 }));
        assert_eq!(place(&other(stamp(1, 3, 1, 9))), Err(ExchangeError::SenderRestored { number: 3 }));
        assert_eq!(place(&other(stamp(2, 1, 0, 9))), Ok(Standing::Next));
    }

    #[test]
    fn epochs_neither_go_back_nor_far_ahead_and_a_new_one_thaws() {
        let second = Received { epoch: 2, ..received() };
        let none = |_: u64, _: u64| None;
        let past = Err(ExchangeError::EpochPast { found: 1, current: 2 });
        assert_eq!(second.place(&stamp(1, 3, 2, 3), none, applied), past);
        let most = 2 + MOST_BEGUN;
        assert_eq!(second.place(&stamp(most, 1, 0, 3), none, applied), Ok(Standing::Next));
        assert_eq!(second.place(&stamp(most, 1, 9, 3), none, applied), Ok(Standing::Waits { first: 0, last: 0 }));
        assert_eq!(
            second.place(&stamp(most + 1, 1, 0, 3), none, applied),
            Err(ExchangeError::EpochJump { found: most + 1, expected: 3 })
        );
        let frozen = Received { frozen: true, ..received() };
        assert_eq!(frozen.place(&stamp(1, 3, 2, 3), none, applied), Err(ExchangeError::StreamFrozen {}));
        let new = stamp(2, 1, 0, 3);
        assert_eq!(frozen.place(&new, none, applied), Ok(Standing::Next));
        assert_eq!(frozen.after(&new), Received { epoch: 2, sequence: 1, digest: digest(3), ..received() });
    }
}
