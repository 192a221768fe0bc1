//! Where a bundle stands in its stream: the next, received before, too early, or an alarm.
//!
//! One stream goes each way between an antenna and the Département. Its bundles are numbered and linked; a sender whose store
//! was restored from a copy begins a new epoch, and says so by its number.

use super::error::ExchangeError;
use crate::base::id::ReplicaId;
use crate::journal::entry::Digest;

/// How far a stream was received.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// Places a bundle; `known` gives the digest of one received before, by epoch and number.
    ///
    /// # Errors
    /// `StreamFrozen`; `StreamForked` and `SenderRestored`, which freeze the stream; `EpochPast`, `EpochJump`.
    pub fn place(&self, stamp: &Stamp, known: impl Fn(u64, u64) -> Option<Digest>) -> Result<Standing, ExchangeError> {
        let Stamp { epoch, sequence, .. } = *stamp;
        if known(epoch, sequence) == Some(stamp.digest) {
            return Ok(Standing::AlreadyReceived);
        }
        if epoch < self.epoch {
            return Err(ExchangeError::EpochPast { found: epoch, current: self.epoch });
        }
        if epoch > self.epoch + 1 {
            return Err(ExchangeError::EpochJump { found: epoch, expected: self.epoch + 1 });
        }
        let is_new_epoch = epoch > self.epoch;
        let (reached, linked) = if is_new_epoch { (0, Digest::ZERO) } else { (self.sequence, self.digest) };
        if self.frozen && !is_new_epoch {
            return Err(ExchangeError::StreamFrozen {});
        }
        let restored = !is_new_epoch && self.replica.is_some_and(|replica| replica != stamp.replica);
        let conflict = || match restored {
            true => ExchangeError::SenderRestored { number: sequence },
            false => ExchangeError::StreamForked { number: sequence },
        };
        if sequence <= reached {
            return Err(conflict());
        }
        if sequence > reached + 1 {
            return Ok(Standing::Waits { first: reached + 1, last: sequence - 1 });
        }
        if stamp.previous == linked { Ok(Standing::Next) } else { Err(conflict()) }
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

    fn place(stamp: &Stamp) -> Result<Standing, ExchangeError> {
        received().place(stamp, |epoch, sequence| {
            (epoch == 1 && (1..=2).contains(&sequence)).then(|| digest(u8::try_from(sequence).unwrap()))
        })
    }

    #[test]
    fn each_bundle_has_its_place() {
        assert_eq!(place(&stamp(1, 3, 2, 3)), Ok(Standing::Next));
        assert_eq!(place(&stamp(1, 1, 0, 1)), Ok(Standing::AlreadyReceived));
        assert_eq!(place(&stamp(1, 2, 1, 2)), Ok(Standing::AlreadyReceived));
        assert_eq!(place(&stamp(1, 6, 5, 6)), Ok(Standing::Waits { first: 3, last: 5 }));
        assert_eq!(place(&stamp(2, 1, 0, 9)), Ok(Standing::Next));
        assert_eq!(place(&stamp(2, 3, 8, 9)), Ok(Standing::Waits { first: 1, last: 2 }));
    }

    #[test]
    fn another_bundle_under_a_number_received_is_an_alarm() {
        assert_eq!(place(&stamp(1, 2, 1, 9)), Err(ExchangeError::StreamForked { number: 2 }));
        assert_eq!(place(&stamp(1, 1, 0, 9)), Err(ExchangeError::StreamForked { number: 1 }));
        assert_eq!(place(&stamp(1, 3, 9, 3)), Err(ExchangeError::StreamForked { number: 3 }));
        assert_eq!(place(&stamp(2, 1, 7, 9)), Err(ExchangeError::StreamForked { number: 1 }));
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
    fn epochs_neither_go_back_nor_jump_and_a_new_one_thaws() {
        let second = Received { epoch: 2, ..received() };
        let none = |_, _| None;
        let past = Err(ExchangeError::EpochPast { found: 1, current: 2 });
        assert_eq!(second.place(&stamp(1, 3, 2, 3), none), past);
        assert_eq!(second.place(&stamp(4, 1, 0, 3), none), Err(ExchangeError::EpochJump { found: 4, expected: 3 }));
        let frozen = Received { frozen: true, ..received() };
        assert_eq!(frozen.place(&stamp(1, 3, 2, 3), none), Err(ExchangeError::StreamFrozen {}));
        let new = stamp(2, 1, 0, 3);
        assert_eq!(frozen.place(&new, none), Ok(Standing::Next));
        assert_eq!(frozen.after(&new), Received { epoch: 2, sequence: 1, digest: digest(3), ..received() });
    }
}
