//! Small files written whole or not at all: a temporary file beside the target, flushed, renamed, then the directory flushed.
//!
//! Never the database itself: SQLite writes that one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::error::{About, StoreError};

/// A small file written and flushed beside its place, that has not its name yet: dropped, it is gone.
#[derive(Debug)]
pub(crate) struct Staged {
    temporary: PathBuf,
    path: PathBuf,
}

impl Staged {
    /// Writes `bytes` beside `path`, readable by their owner only.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly` or `Unreachable`; nothing is left.
    pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<Self, StoreError> {
        let staged = Self { temporary: temporary_beside(path), path: path.to_owned() };
        write_new(&staged.temporary, bytes).about(path)?;
        Ok(staged)
    }

    /// Gives the file its name, in the place of another that had it.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly` or `Unreachable`; the old file is untouched.
    pub(crate) fn publish(self) -> Result<(), StoreError> {
        fs::rename(&self.temporary, &self.path).and_then(|()| flush_directory(&self.path)).about(&self.path)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Published, it is no longer there; else the leftover holds nothing that the error does not already tell.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Writes `bytes` to `path`, readable by its owner only: after a cut, the file is the old one or the new one.
///
/// # Errors
/// `DiskFull`, `ReadOnly` or `Unreachable`; the old file is untouched.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    Staged::write(path, bytes)?.publish()
}

/// Writes `bytes` to `path`, readable by its owner only, where there is no file yet: of several that try, one does.
///
/// # Errors
/// `AlreadyExists` when there is one, which is left as it is; else the operating system's, and nothing is left.
pub(crate) fn write_first(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = write_new(path, bytes).and_then(|()| flush_directory(path));
    if written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::AlreadyExists) {
        // Half a file would be in the way of the next try.
        let _ = fs::remove_file(path);
    }
    written
}

/// Refuses a directory that would not take so many bytes; nothing is left in it.
///
/// # Errors
/// `DiskFull`, `ReadOnly` or `Unreachable`.
pub(crate) fn takes(directory: &Path, bytes: usize) -> Result<(), StoreError> {
    let path = directory.join("jalon");
    let staged = Staged { temporary: temporary_beside(&path), path };
    write_new(&staged.temporary, &vec![0; bytes]).about(directory)
}

/// Reads a small file; one longer than `limit` bytes is no file of ours.
///
/// # Errors
/// The operating system's; `InvalidData` when it is longer than `limit`.
pub(crate) fn read_small(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    }
    Ok(bytes)
}

/// Makes a directory and its parents; the directory itself is its owner's only.
///
/// # Errors
/// `DiskFull`, `ReadOnly` or `Unreachable`.
pub(crate) fn create_private_directory(path: &Path) -> Result<(), StoreError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).about(parent)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        created => created.about(path),
    }
}

/// Keeps other programs that ask for the same from going on, until it is dropped: the directory of `path` is locked, for the file
/// itself is another one after each change.
///
/// # Errors
/// The operating system's.
pub(crate) fn lock_beside(path: &Path) -> io::Result<Option<File>> {
    match path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) if cfg!(unix) => {
            let directory = File::open(parent)?;
            directory.lock()?;
            Ok(Some(directory))
        }
        Some(_) | None => Ok(None),
    }
}

/// Makes the names inside the directory of `path` durable.
pub(crate) fn flush_directory(path: &Path) -> io::Result<()> {
    match path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) if cfg!(unix) => File::open(parent)?.sync_all(),
        Some(_) | None => Ok(()),
    }
}

/// A name in the same directory that nothing else uses, hidden, so that a rename stays on one file system.
pub(crate) fn temporary_beside(path: &Path) -> PathBuf {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let count = COUNTER.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{name}.{}.{count}.tmp", std::process::id()))
}

/// What a temporary file was to become, by its name or that of what SQLite keeps beside it, if the process that made it is gone.
pub(crate) fn left_behind(name: &str) -> Option<&str> {
    let (name, beside) = name.strip_prefix('.')?.rsplit_once(".tmp")?;
    let (name, count) = name.rsplit_once('.')?;
    let (name, process) = name.rsplit_once('.')?;
    let is_ours = matches!(beside, "" | "-journal" | "-wal" | "-shm") && count.parse::<u64>().is_ok();
    (is_ours && is_gone(process.parse().ok()?)).then_some(name)
}

/// Whether a process has ended; where that cannot be asked, none has.
fn is_gone(process: i32) -> bool {
    #[cfg(unix)]
    return rustix::process::Pid::from_raw(process)
        .is_some_and(|process| rustix::process::test_kill_process(process) == Err(rustix::io::Errno::SRCH));
    #[cfg(not(unix))]
    {
        let _ = process;
        false
    }
}

/// The options that make a file only its owner reads.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_file().open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
