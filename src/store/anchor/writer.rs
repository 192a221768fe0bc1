//! Writes the anchor behind the saves: a thread that sleeps until a head moves, waits a little for more, and writes once.
//!
//! It never delays a commit, and never runs ahead of one.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Heads, read, write};
use crate::store::error::StoreError;
use crate::store::vault::DataKey;

/// How long the thread waits for more saves, so that a burst costs one write.
const GATHERING: Duration = Duration::from_millis(400);

/// The anchor of an open store.
pub(crate) struct AnchorWriter {
    shared: Arc<Shared>,
    directory: PathBuf,
    key: DataKey,
    followed: Heads,
    /// Started by the first save: a store that is only looked at has no thread.
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    pending: Option<Heads>,
    closing: bool,
    failure: Option<StoreError>,
}

impl AnchorWriter {
    /// That of a store whose anchor says this.
    pub(crate) fn new(directory: PathBuf, key: DataKey, anchored: Heads) -> Self {
        let shared = Arc::new(Shared { state: Mutex::new(State::default()), changed: Condvar::new() });
        Self { shared, directory, key, followed: anchored, thread: None }
    }

    /// Takes note of the heads that a commit has just made durable.
    pub(crate) fn follow(&mut self, heads: Heads) {
        // A draft or a setting moves no head.
        if heads == self.followed {
            return;
        }
        self.followed.clone_from(&heads);
        let first = self.shared.lock().pending.replace(heads).is_none();
        if self.thread.is_none() {
            let (shared, directory, key) = (Arc::clone(&self.shared), self.directory.clone(), self.key.clone());
            let run = move || follow_until_closed(&shared, &directory, &key);
            // Without a thread the anchor is written on close: late, and never wrong.
            self.thread = thread::Builder::new().name("anchor".to_owned()).spawn(run).ok();
        } else if first {
            self.shared.changed.notify_one();
        }
    }

    /// Writes what is pending and stops the thread.
    ///
    /// # Errors
    /// The last failure to write: the anchor is behind, the database is whole.
    pub(crate) fn close(&mut self) -> Result<(), StoreError> {
        self.shared.lock().closing = true;
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            // A panic in the thread is a lost write; the one below makes up for it.
            let _ = thread.join();
        }
        let mut state = self.shared.lock();
        state.closing = false;
        if let Some(heads) = state.pending.take() {
            return write_forward(&self.directory, &self.key, heads);
        }
        state.failure.take().map_or(Ok(()), Err)
    }
}

impl Drop for AnchorWriter {
    fn drop(&mut self) {
        // Said by `close` to whoever listens; a dropped store has nobody to tell.
        let _ = self.close();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn follow_until_closed(shared: &Shared, directory: &std::path::Path, key: &DataKey) {
    let mut state = shared.lock();
    loop {
        while state.pending.is_none() && !state.closing {
            state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if !state.closing {
            let waited = shared.changed.wait_timeout_while(state, GATHERING, |state| !state.closing);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let Some(heads) = state.pending.take() else { return };
        drop(state);
        let written = write_forward(directory, key, heads);
        state = shared.lock();
        state.failure = written.err();
    }
}

/// Writes the heads, never behind what another process of this store has already anchored.
fn write_forward(directory: &std::path::Path, key: &DataKey, mut heads: Heads) -> Result<(), StoreError> {
    if let Ok(Some(anchored)) = read(directory, key) {
        for (replica, head) in anchored {
            let known = heads.entry(replica).or_insert(head);
            if known.0 < head.0 {
                *known = head;
            }
        }
    }
    write(directory, key, &heads)
}
