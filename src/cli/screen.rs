//! `jalon`, without a command: the lock screen, then the screen of the antenna or of the Département, and every way out of it.

use std::fs;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use super::output::{self, Failure};
use super::{Common, init, session};
use crate::app::AppError;
use crate::app::access::{self, Door, Opener, Secret};
use crate::app::department::{self, Opened as Store};
use crate::base::clock::Clock;
use crate::base::locale::Catalog;
use crate::tui::department::DepartmentDesk;
use crate::tui::desk::{AppDesk, THEME};
use crate::tui::input::Inputs;
use crate::tui::look::Privacy;
use crate::tui::relock;
use crate::tui::run::{self, Lender};
use crate::tui::screens::lock::{self, Closed, Credentials, Left, LockScreen, Slows};
use crate::tui::terminal::{Canvas, MouseCapture, Taken, TerminalError};
use crate::tui::theme::Theme;
use crate::tui::ui::{Farewell, Ui};

/// What becomes of the store when the program is left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Afterwards {
    Keep,
    /// A demonstration that nobody asked to keep.
    Remove,
}

/// Time for the first screen to be painted.
const FIRST_SCREEN: Duration = Duration::from_millis(200);

/// How the screen was left.
enum Ending {
    Quit,
    Lock(Privacy),
    /// Opened by the recovery code: a new passphrase is to be chosen, off the screen, before anything else.
    Recover {
        code: Secret,
        slot: String,
    },
}

/// What the lock screen opened.
enum Opened {
    Store(Store),
    Recovery { code: Secret },
}

/// Whose store is expected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Either,
    Department,
}

pub(crate) fn open(common: &Common, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    on(common, &session::directory(common)?, Expected::Either, Afterwards::Keep, catalog)
}

/// The same, where the store must be a Département's.
pub(crate) fn of_department(common: &Common, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    on(common, &session::directory(common)?, Expected::Department, Afterwards::Keep, catalog)
}

/// Shows the store of `directory` until the person leaves.
pub(crate) fn on(
    common: &Common,
    directory: &Path,
    expected: Expected,
    afterwards: Afterwards,
    catalog: &Arc<Catalog>,
) -> Result<ExitCode, Failure> {
    let door = access::door(directory)?;
    match show(common, directory, expected, &door, catalog)? {
        Ending::Quit => {
            if afterwards == Afterwards::Remove {
                fs::remove_dir_all(directory).map_err(|error| Failure::file(directory, &error))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Ending::Lock(privacy) => {
            let error = relock::relock(directory, privacy);
            Err(Failure::file(Path::new("jalon"), &error))
        }
        Ending::Recover { code, slot } => {
            let next = init::new_passphrase("--new-passphrase-file", catalog)?;
            let sheet = access::recover(directory, &code, &slot, &next)?;
            output::say(&catalog.text("cli-init-recovery"));
            output::print(&sheet);
            init::confirm(&sheet, catalog)?;
            on(common, directory, expected, afterwards, catalog)
        }
    }
}

fn show(
    common: &Common,
    directory: &Path,
    expected: Expected,
    door: &Door,
    catalog: &Arc<Catalog>,
) -> Result<Ending, Failure> {
    let taken = Taken::take(MouseCapture::On, catalog.text("terminal-panic").into_owned())?;
    let mut canvas = taken.canvas()?;
    let mut inputs = Inputs::listen().map_err(TerminalError::from)?;
    let theme = theme(common);
    let mut lender = Lent(&taken);
    let clock = session::clock(common);
    let store = if !relock::is_locked() && door.demonstration {
        department::open_either(directory, &Opener::Demonstration, clock)?
    } else if let (false, Some(_)) = (relock::is_locked(), &common.passphrase_file) {
        department::open_either(directory, &session::opener(common, directory, catalog)?, clock)?
    } else {
        match unlock(directory, door, theme, clock, catalog, &mut canvas, &mut lender, &mut inputs)? {
            Left::Opened((Opened::Store(store), _)) => store,
            Left::Opened((Opened::Recovery { code }, slot)) => return Ok(Ending::Recover { code, slot }),
            Left::Farewell(_) => return Ok(Ending::Quit),
        }
    };
    let store = match expected {
        Expected::Either => store,
        Expected::Department => store.of_department()?,
    };
    let app = store.app();
    let theme =
        app.setting(THEME).ok().flatten().and_then(|name| Theme::from_name(&name)).filter(|_| common.theme.is_none());
    let theme = theme.map_or_else(|| self::theme(common), Theme::of_environment);
    let size = canvas.size();
    let mut ui = Ui::new(Arc::clone(catalog), app.today(), theme, size);
    ui.header.demo = door.demonstration;
    ui.privacy = relock::privacy();
    let out = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    // The terminal is given back before the store is closed: a backup takes a moment.
    let farewell = match store {
        Store::Antenna(app) => {
            let mut desk = AppDesk::new(*app, inputs.doorbell(), out).reading_after(FIRST_SCREEN);
            desk.begin(&mut ui);
            let farewell = run::run(&mut ui, &mut desk, &mut canvas, &mut lender, &mut inputs);
            desk.keep_theme(ui.theme);
            drop(taken);
            desk.close()?;
            farewell
        }
        Store::Department(department) => {
            let author = access::name_of(directory, department.app().author())?;
            let mut desk = DepartmentDesk::new(*department, inputs.doorbell(), out);
            desk.begin(&author, &mut ui);
            let farewell = run::run(&mut ui, &mut desk, &mut canvas, &mut lender, &mut inputs);
            desk.keep_theme(ui.theme);
            drop(taken);
            desk.close()?;
            farewell
        }
    };
    Ok(match farewell {
        Farewell::Quit | Farewell::Terminated => Ending::Quit,
        Farewell::Lock => Ending::Lock(ui.privacy),
    })
}

#[allow(clippy::too_many_arguments)]
fn unlock(
    directory: &Path,
    door: &Door,
    theme: Theme,
    clock: Clock,
    catalog: &Arc<Catalog>,
    canvas: &mut Canvas,
    lender: &mut Lent<'_>,
    inputs: &mut Inputs,
) -> Result<Left<(Opened, String)>, Failure> {
    let size = canvas.size();
    let mut screen = LockScreen::new(Arc::clone(catalog), theme, size, door.labels.clone(), None);
    if relock::is_locked() {
        screen = screen.after_lock();
    }
    if door.demonstration {
        screen = screen.of_demonstration();
    }
    let (directory, demonstration) = (directory.to_owned(), door.demonstration);
    let first = door.labels.first().cloned().unwrap_or_default();
    let spoken = Arc::clone(catalog);
    let try_to_open = move |credentials: Credentials| {
        let secret = |typed: Zeroizing<String>| Secret::new(typed.as_str());
        match credentials {
            // A made-up store has no secret: whatever was typed opens it.
            _ if demonstration => department::open_either(&directory, &Opener::Demonstration, clock)
                .map(|store| (Opened::Store(store), first.clone())),
            Credentials::Passphrase { slot, passphrase } => {
                let opener = Opener::Passphrase { label: Some(slot.clone()), passphrase: secret(passphrase) };
                department::open_either(&directory, &opener, clock).map(|store| (Opened::Store(store), slot))
            }
            Credentials::RecoveryCode(typed) => {
                let code = secret(typed);
                access::check_recovery(&directory, &code).map(|()| (Opened::Recovery { code }, first.clone()))
            }
        }
        .map_err(|error| closed(&error, &spoken))
    };
    let doorbell = inputs.doorbell();
    Ok(lock::run(&mut screen, try_to_open, canvas, lender, inputs, &doorbell).map_err(TerminalError::from)?)
}

fn closed(error: &AppError, catalog: &Catalog) -> Closed {
    let explained = error.explain(catalog);
    let slows = if error.is_wrong_secret() { Slows::Yes } else { Slows::No };
    Closed { text: explained.text, hint: explained.hint.unwrap_or_default(), slows }
}

fn theme(common: &Common) -> Theme {
    let chosen = common.theme.as_deref().and_then(Theme::from_name).unwrap_or(Theme::Dark);
    Theme::of_environment(chosen)
}

/// Lends the terminal to the shell while the program is stopped.
struct Lent<'a>(&'a Taken);

impl Lender<File> for Lent<'_> {
    fn suspend(&mut self, canvas: &mut Canvas) -> io::Result<()> {
        self.0.suspend(canvas).map_err(into_io)
    }

    fn resume(&mut self, canvas: &mut Canvas) -> io::Result<()> {
        self.0.resume(canvas).map_err(into_io)
    }
}

fn into_io(error: TerminalError) -> io::Error {
    match error {
        TerminalError::NotATerminal => io::Error::from(io::ErrorKind::NotConnected),
        TerminalError::Io(error) => error,
    }
}
