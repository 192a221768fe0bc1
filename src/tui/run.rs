//! The loop: wait for an input, change the view, carry out what it asks, draw. Nothing else drives the program.
//!
//! Tests drive this same loop, on a terminal in memory.

use std::io::{self, Write};
use std::time::Instant;

use super::input::{Arrival, Arrivals, Background, Input};
use super::paint::Screen;
use super::ui::{Farewell, Request, Ui};

/// Carries out what the screen asks, and answers by the methods of [`Ui`].
pub trait Desk {
    fn carry_out(&mut self, request: Request, ui: &mut Ui);

    /// Prepares what the next key will probably ask for, while nobody waits, and sees whether what is drawn still holds.
    fn look_ahead(&mut self, _ui: &mut Ui) -> Drawn {
        Drawn::Fresh
    }

    /// Takes what a background thread finished.
    fn take_background(&mut self, result: Box<dyn Background>, ui: &mut Ui);
}

/// Whether what is on the screen is what the store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    Fresh,
    /// Another process wrote: it is to be drawn again.
    Stale,
}

/// Gives the terminal to another program and takes it back, when the program is stopped and goes on.
pub trait Lender<W: Write> {
    /// # Errors
    /// When the terminal does not answer.
    fn suspend(&mut self, terminal: &mut Screen<W>) -> io::Result<()>;

    /// # Errors
    /// When the terminal does not answer.
    fn resume(&mut self, terminal: &mut Screen<W>) -> io::Result<()>;
}

/// Runs until the person leaves, locks, or the terminal is gone: then too, what was typed is kept.
pub fn run<W: Write>(
    ui: &mut Ui,
    desk: &mut impl Desk,
    terminal: &mut Screen<W>,
    lender: &mut impl Lender<W>,
    inputs: &mut impl Arrivals,
) -> Farewell {
    until_left(ui, desk, terminal, lender, inputs).unwrap_or_else(|_gone| {
        // Nobody is left to be told; the signal that goes with it may come later, or never.
        let request = ui.update(Input::Terminate, Instant::now());
        settle(ui, desk, request);
        Farewell::Terminated
    })
}

fn until_left<W: Write>(
    ui: &mut Ui,
    desk: &mut impl Desk,
    terminal: &mut Screen<W>,
    lender: &mut impl Lender<W>,
    inputs: &mut impl Arrivals,
) -> io::Result<Farewell> {
    settle(ui, desk, None);
    terminal.draw(|frame| ui.draw(frame))?;
    let mut arrived = None;
    while let Some(input) = arrived.take().or_else(|| wait(ui, inputs)) {
        // All that has already arrived is taken before drawing: a held key costs one frame, a paste too.
        let mut next = Some(input);
        let mut request = None;
        while let Some(input) = next {
            match &input {
                Input::Resize(size) => terminal.resize(*size),
                Input::Suspend => lender.suspend(terminal)?,
                Input::Resume => lender.resume(terminal)?,
                _for_the_view => {}
            }
            match input {
                Input::Background(result) => desk.take_background(result, ui),
                input => {
                    if let Some(asked) = ui.update(input, Instant::now()) {
                        request = settle_all_but_the_last(ui, desk, request, asked);
                    }
                }
            }
            next = if ui.farewell().is_none() { inputs.at_once() } else { None };
        }
        settle(ui, desk, request);
        if let Some(farewell) = ui.farewell() {
            return Ok(farewell);
        }
        terminal.draw(|frame| ui.draw(frame))?;
        arrived = inputs.at_once();
        if arrived.is_none() && desk.look_ahead(ui) == Drawn::Stale {
            terminal.draw(|frame| ui.draw(frame))?;
        }
    }
    Ok(Farewell::Terminated)
}

/// Going through a list asks for each family passed: only the last one is loaded, just before it is drawn.
fn settle_all_but_the_last(
    ui: &mut Ui,
    desk: &mut impl Desk,
    held: Option<Request>,
    asked: Request,
) -> Option<Request> {
    match (held, asked) {
        (Some(Request::ShowFamily(_)) | None, asked @ Request::ShowFamily(_)) => Some(asked),
        (held, asked) => {
            settle(ui, desk, held);
            settle(ui, desk, Some(asked));
            None
        }
    }
}

fn settle(ui: &mut Ui, desk: &mut impl Desk, request: Option<Request>) {
    let mut next = request.or_else(|| ui.next_request());
    while let Some(request) = next {
        desk.carry_out(request, ui);
        next = ui.next_request();
    }
}

/// Blocks until something happens: no wake-up while nobody touches anything and no delay runs.
fn wait(ui: &Ui, inputs: &mut impl Arrivals) -> Option<Input> {
    let delay = ui.deadline();
    match (inputs.wait(delay.map(|(at, _)| at)), delay) {
        (Arrival::Input(input), _) => Some(input),
        (Arrival::Late, Some((_, timer))) => Some(Input::Elapsed(timer)),
        (Arrival::Late | Arrival::Ended, _) => None,
    }
}
