//! A directory between two sides: it loses, doubles, delays, reorders and damages what is put into it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Seat;
use crate::department::Draws;

/// Which bundle a file is, as its sender knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Letter {
    pub(super) from: Seat,
    pub(super) to: Seat,
    pub(super) epoch: u64,
    pub(super) number: u64,
}

/// What happened to a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    /// One bit, in the text.
    Flipped,
    /// One bit, in the first line.
    Renamed,
    Cut,
    Lengthened,
    Emptied,
}

impl Harm {
    const ALL: [Self; 5] = [Self::Flipped, Self::Renamed, Self::Cut, Self::Lengthened, Self::Emptied];

    /// The refusal that it must get.
    pub(super) fn refusal(self) -> &'static str {
        match self {
            Self::Flipped | Self::Cut | Self::Lengthened => "exchange-not-decrypted",
            Self::Renamed | Self::Emptied => "exchange-not-an-envelope",
        }
    }

    fn done_to(self, bytes: &mut Vec<u8>, draws: &mut Draws) {
        match self {
            // The last block is always there, with its sixteen bytes of proof.
            Self::Flipped => {
                let at = bytes.len() - 1 - draws.below(16);
                bytes[at] ^= 1 << draws.below(8);
            }
            Self::Renamed => bytes[draws.below(20)] ^= 1,
            Self::Cut => bytes.truncate(bytes.len() - 1 - draws.below(bytes.len() / 4)),
            Self::Lengthened => bytes.push(b'\n'),
            Self::Emptied => bytes.clear(),
        }
    }
}

/// A file that lies in the directory.
pub(super) struct Parcel {
    pub(super) letter: Letter,
    pub(super) harm: Option<Harm>,
    path: PathBuf,
}

impl Parcel {
    pub(super) fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }
}

pub(super) struct Carrier {
    draws: Draws,
    directory: TempDir,
    lying: Vec<Parcel>,
    count: usize,
    pub(super) lost: usize,
    pub(super) doubled: usize,
}

impl Carrier {
    pub(super) fn new(seed: u64) -> Self {
        let directory = super::directory();
        Self { draws: Draws(seed), directory, lying: Vec::new(), count: 0, lost: 0, doubled: 0 }
    }

    /// Puts a file into the directory, or does not.
    pub(super) fn put(&mut self, letter: Letter, file: &Path) {
        let bytes = fs::read(file).unwrap();
        match self.draws.below(6) {
            0 => self.lost += 1,
            1 => {
                self.doubled += 1;
                self.lay(letter, None, &bytes);
                self.lay(letter, None, &bytes);
            }
            2 => {
                let harm = Harm::ALL[self.draws.below(Harm::ALL.len())];
                let mut bytes = bytes;
                harm.done_to(&mut bytes, &mut self.draws);
                self.lay(letter, Some(harm), &bytes);
            }
            _ => self.lay(letter, None, &bytes),
        }
    }

    fn lay(&mut self, letter: Letter, harm: Option<Harm>, bytes: &[u8]) {
        self.count += 1;
        let path = self.directory.path().join(format!("{:05}.json.age", self.count));
        fs::write(&path, bytes).unwrap();
        self.lying.push(Parcel { letter, harm, path });
    }

    /// What is taken out this time, in an order of its own: one in five stays for later.
    pub(super) fn take(&mut self) -> Vec<Parcel> {
        let mut taken = Vec::new();
        for parcel in std::mem::take(&mut self.lying) {
            let stays = self.draws.below(5) == 0;
            if stays { self.lying.push(parcel) } else { taken.push(parcel) }
        }
        for at in (1..taken.len()).rev() {
            taken.swap(at, self.draws.below(at + 1));
        }
        taken
    }

    /// What still lies there at the end.
    pub(super) fn rest(&mut self) -> Vec<Parcel> {
        std::mem::take(&mut self.lying)
    }
}
