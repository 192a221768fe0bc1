//! A real terminal (PTY) with the program in it: keys go in, the screen is read back, the program never outlives the test.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use vt100::{MouseProtocolMode, Parser};

/// What a slow machine may take to answer a key; a wait ends as soon as what is awaited shows.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Glass {
    master: Option<Box<dyn MasterPty>>,
    _slave: Option<Box<dyn SlavePty>>,
    keyboard: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    reading: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    parser: Parser,
    settings: String,
}

impl Glass {
    /// Says a line on the ordinary screen, then becomes the program with these arguments and variables.
    pub fn start(program: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 30, cols: 100, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let settings = settings(pair.master.as_ref());
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", "echo \"avant jalon\"; exec \"$0\" \"$@\""]);
        command.arg(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "fr_FR.UTF-8");
        command.env_remove("NO_COLOR");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (said, output) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let closes = Arc::clone(&closing);
        let reading = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if closes.load(Ordering::SeqCst) || said.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            keyboard: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            _slave: Some(pair.slave),
            child,
            output,
            reading: Some(reading),
            closing,
            parser: Parser::new(cells(size.rows), cells(size.cols), 0),
            settings,
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Types text, or a key as its bytes.
    pub fn types(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    /// Waits until the screen shows this text.
    #[track_caller]
    pub fn shows(&mut self, text: &str) {
        self.waits(&format!("“{text}” to show"), |screen| screen.contains(text));
    }

    /// Waits until the screen no longer shows this text.
    #[track_caller]
    pub fn hides(&mut self, text: &str) {
        self.waits(&format!("“{text}” to go"), |screen| !screen.contains(text));
    }

    #[track_caller]
    fn waits(&mut self, what: &str, until: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !until(&self.text()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("waited for {what}:\n{}", self.text()),
                Err(RecvTimeoutError::Disconnected) => panic!("the terminal is gone, before {what}:\n{}", self.text()),
            }
        }
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("sh").args(["-c", &format!("kill -{name} {}", self.pid())]).status().unwrap();
        assert!(sent.success());
    }

    /// Takes the terminal away, as closing its window does.
    pub fn close(&mut self) {
        // The reader holds the terminal too; a new size makes the program draw, and the reader stops at what it draws.
        self.closing.store(true, Ordering::SeqCst);
        self.master.as_ref().unwrap().resize(PtySize { rows: 31, cols: 100, ..PtySize::default() }).unwrap();
        self.reading.take().unwrap().join().unwrap();
        self.keyboard = None;
        self.master = None;
        self._slave = None;
    }

    /// Waits until the program has ended by itself, and reads what it said last.
    #[track_caller]
    pub fn ends(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // The kernel hands over the last bytes a moment after the end.
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.parser.process(&bytes);
                }
                return status;
            }
            assert!(Instant::now() < end, "the program goes on:\n{}", self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.parser.process(&bytes);
            }
        }
    }

    /// The terminal is as the program found it: settings, screen, cursor, mouse, paste.
    #[track_caller]
    pub fn is_as_before(&self) {
        let screen = self.parser.screen();
        assert_eq!(settings(self.master.as_deref().unwrap()), self.settings);
        assert!(!screen.alternate_screen(), "the ordinary screen is back");
        assert!(screen.contents().contains("avant jalon"), "with what it showed:\n{}", screen.contents());
        assert!(!screen.hide_cursor(), "the cursor shows");
        assert!(!screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    }
}

impl Drop for Glass {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The line discipline's settings: echo, line by line, signals.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn cells(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).unwrap()
}
