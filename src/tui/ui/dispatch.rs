//! From a key, a paste or the mouse to what changes on screen.

use super::{Errand, Farewell, Layer, Request, Ui};
use crate::tui::action::Action;
use crate::tui::frame;
use crate::tui::input::Mouse;
use crate::tui::keymap::{Context, Found, Key, lookup};
use crate::tui::look::Privacy;
use crate::tui::places::{Place, Room};
use crate::tui::widgets::form;
use crate::tui::widgets::help::Help;
use crate::tui::widgets::leader::{self, Leader};
use crate::tui::widgets::palette::{self, Palette};

use crate::tui::widgets::word_entry;

impl Ui {
    pub(super) fn press(&mut self, key: Key) {
        match lookup(self.context(), &self.pending, key) {
            Found::Action(action, context) => {
                self.pending.clear();
                self.perform(action, context);
            }
            Found::Pending => self.pending.push(key),
            Found::Text(character) => self.typed(character),
            Found::Nothing => {
                self.pending.clear();
                self.edited(key);
            }
        }
    }

    /// Does an action as the row of that context means it.
    pub fn perform(&mut self, action: Action, context: Context) {
        match action {
            Action::Lock => self.leave(Farewell::Lock),
            Action::TogglePrivacy => {
                self.privacy = match self.privacy {
                    Privacy::Shown => Privacy::Masked,
                    Privacy::Masked => Privacy::Shown,
                };
            }
            Action::NextTheme => self.theme = self.theme.next(),
            Action::Help if !matches!(self.layers.last(), Some(Layer::Help(_))) => {
                let help = Help::new(self.context(), self.place.context(), &self.catalog);
                self.layers.push(Layer::Help(help));
            }
            other if self.layers.is_empty() => self.perform_on_screen(other, context),
            other => self.perform_on_layer(other),
        }
    }

    fn perform_on_screen(&mut self, action: Action, context: Context) {
        // The palette offers what another pane does: the focus goes there first.
        if let Some(place) = Place::of(context).filter(|place| *place != self.place) {
            self.visit(place);
        }
        match action {
            Action::Quit => self.leave(Farewell::Quit),
            Action::Palette => self.layers.push(Layer::Palette(Palette::new(self.context(), &self.catalog))),
            Action::Leader => self.layers.push(Layer::Leader(Leader::new(&self.catalog))),
            Action::Act(act) => {
                let family = self.screens.family(self.place);
                let about = self.screens.about(self.place);
                self.request(Request::OpenForm { act, family, about });
            }
            Action::Undo => match self.said_of.or_else(|| self.screens.family(self.place)) {
                Some(family) => self.request(Request::Undo { family }),
                None => self.say_no_family(),
            },
            Action::Redo => {
                let family = self.said_of.or_else(|| self.screens.family(self.place));
                self.request(Request::Redo { family });
            }
            Action::PrintFamily => match self.screens.family(self.place) {
                Some(family) => self.request(Request::AskToPrint(family)),
                None => self.say_no_family(),
            },
            Action::Filter if self.place != Place::Caseload && self.place != Place::Attendance => {
                self.perform_on_screen(action, Context::Caseload)
            }
            // In the inbox it is the folder that is looked into.
            Action::ChooseFolder if matches!(self.place, Place::Room(room) if room != Room::Inbox) => {
                self.request(Request::Errand(Errand::ChooseFolder));
            }
            Action::NextPane | Action::PreviousPane if self.place == Place::Settings => {
                self.screens.settings.change_side();
            }
            Action::NextPane => self.turn_to(self.place.next()),
            Action::PreviousPane => self.turn_to(self.place.previous()),
            Action::Back if self.place == Place::Attendance => self.visit(Place::Groups),
            Action::Back if self.place != self.place.home() && !self.screens.goes_back_within(self.place) => {
                self.turn_to(self.place.home());
            }
            other => match Place::shown_by(other) {
                Some(place) => {
                    if place == Place::Search {
                        self.screens.search.offer();
                    }
                    self.visit(place);
                }
                None => {
                    let inside = frame::inside_of(self.place, self.size);
                    let reaction = self.screens.update(self.place, other, inside, &self.catalog);
                    self.answer(reaction);
                }
            },
        }
    }

    /// Goes to a place beside: a pane keeps what it shows, another screen shows what it has as it is now.
    fn turn_to(&mut self, place: Place) {
        match place {
            pane if pane.is_pane() => self.place = pane,
            alone if alone != self.place => self.visit(alone),
            _here => {}
        }
    }

    /// Goes to a place of its own, with what it shows as it is now.
    fn visit(&mut self, place: Place) {
        let family = self.screens.family(self.place);
        let request = match (place, family) {
            (Place::Caseload | Place::Detail | Place::Timeline, _) => None,
            (Place::Agenda, _) => Some(Request::LoadAgenda),
            (Place::Panel, _) => Some(Request::LoadPanel),
            (Place::Impact, _) => Some(Request::LoadImpact),
            (Place::Groups, _) => Some(Request::LoadGroups),
            (Place::Steering, _) => Some(Request::LoadSteering),
            (Place::Attendance, _) => Some(Request::LoadAttendance),
            (Place::Settings, _) => Some(Request::LoadSettings),
            (Place::History, Some(family)) => Some(Request::LoadHistory(family)),
            (Place::History, None) => return self.say_no_family(),
            (Place::Retention, _) => Some(Request::LoadRetention),
            (Place::Accesses, _) => Some(Request::LoadAccesses),
            (Place::Search, _) => Some(Request::SearchEverywhere),
            (Place::Lists, _) => Some(Request::JudgeList),
            (Place::Exchange, _) => Some(Request::PreviewExport),
            (Place::Inbox, _) => Some(Request::LoadInbox),
            (Place::Supports, _) => Some(Request::LoadSupports),
            (Place::Enrolment, _) => Some(Request::LoadEnrolment),
            (Place::Room(room), _) => Some(room.loads()),
        };
        self.place = place;
        if let Some(request) = request {
            self.request(request);
        }
    }

    fn perform_on_layer(&mut self, action: Action) {
        let height = self.size.height.saturating_sub(6);
        let Some(layer) = self.layers.last_mut() else { return };
        match layer {
            Layer::Form(form) => {
                let reaction = form.update(action, &self.catalog);
                self.react_to_form(reaction);
            }
            Layer::Picker(picker) => {
                let reaction = picker.update(action, height);
                self.react_to_picker(reaction);
            }
            Layer::Palette(palette) => match palette.update(action, height) {
                palette::Reaction::Stays => {}
                palette::Reaction::Leave => drop(self.layers.pop()),
                palette::Reaction::Run(action, context) => {
                    self.layers.pop();
                    self.perform(action, context);
                }
            },
            Layer::Leader(leader) => match leader.update(action) {
                leader::Reaction::Stays => {}
                leader::Reaction::Leave => drop(self.layers.pop()),
                leader::Reaction::Run(action) => {
                    self.layers.pop();
                    self.perform(action, Context::Leader);
                }
            },
            Layer::Help(help) => {
                if help.update(action, height) {
                    self.layers.pop();
                }
            }
            Layer::Popup(popup) => {
                if popup.update(action) {
                    self.layers.pop();
                }
            }
            Layer::Words(words) => match words.update(action) {
                word_entry::Reaction::Stays => {}
                word_entry::Reaction::Leave => {
                    // What was typed is kept: whoever reads aloud may call back.
                    self.save_draft();
                    self.layers.pop();
                }
                word_entry::Reaction::Compare(typed) => {
                    let heard = words.heard.clone();
                    self.request(Request::Compare { heard, typed });
                }
            },
            Layer::Confirm(confirm) => {
                if let Some(answer) = confirm.update(action) {
                    self.layers.pop();
                    self.answered(answer);
                }
            }
        }
    }

    fn typed(&mut self, character: char) {
        let mut buffer = [0; 4];
        let text = character.encode_utf8(&mut buffer);
        match self.layers.last_mut() {
            Some(Layer::Form(form)) => {
                let reaction = form.typed(character, &self.catalog);
                self.react_to_form(reaction);
            }
            Some(Layer::Picker(picker)) => picker.typed(text),
            Some(Layer::Palette(palette)) => palette.typed(text),
            Some(Layer::Help(help)) => help.typed(text),
            Some(Layer::Words(words)) => words.typed(text),
            Some(Layer::Popup(_) | Layer::Leader(_) | Layer::Confirm(_)) => {}
            None => {
                let reaction = self.screens.typed(self.place, text);
                self.answer(reaction);
            }
        }
    }

    fn edited(&mut self, key: Key) {
        match self.layers.last_mut() {
            Some(Layer::Form(form)) => form.edited(key),
            Some(Layer::Picker(picker)) => picker.edited(key),
            Some(Layer::Palette(palette)) => palette.edited(key),
            Some(Layer::Help(help)) => help.edited(key),
            Some(Layer::Words(words)) => words.edited(key),
            Some(Layer::Popup(_) | Layer::Leader(_) | Layer::Confirm(_)) => {}
            None if self.screens.takes_text(self.place) => {
                let reaction = self.screens.edited(self.place, key);
                self.answer(reaction);
            }
            None => {}
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        match self.layers.last_mut() {
            Some(Layer::Form(form)) => form.pasted(text),
            Some(Layer::Picker(picker)) => picker.typed(text),
            Some(Layer::Palette(palette)) => palette.typed(text),
            Some(Layer::Help(help)) => help.typed(text),
            Some(Layer::Words(words)) => words.typed(text),
            Some(Layer::Popup(_) | Layer::Leader(_) | Layer::Confirm(_)) => {}
            None if self.screens.takes_text(self.place) => {
                let line = text.lines().next().unwrap_or_default();
                let reaction = self.screens.typed(self.place, line);
                self.answer(reaction);
            }
            None => {}
        }
    }

    /// A click gives the focus and selects, the wheel moves by three lines.
    pub(super) fn point(&mut self, mouse: Mouse) {
        match mouse {
            Mouse::WheelUp(at) => self.wheel(Action::Up, at),
            Mouse::WheelDown(at) => self.wheel(Action::Down, at),
            Mouse::Click(at) => {
                let body = frame::body(self.size);
                match self.layers.last_mut() {
                    Some(Layer::Picker(picker)) => {
                        let reaction = picker.click(at, body);
                        self.react_to_picker(reaction);
                    }
                    Some(_) => {}
                    None => {
                        if let Some((place, inside)) = frame::place_at(self.place, self.size, at) {
                            self.place = place;
                            let reaction = self.screens.click(place, at, inside);
                            self.answer(reaction);
                        }
                    }
                }
            }
        }
    }

    fn wheel(&mut self, action: Action, at: ratatui::layout::Position) {
        if !self.layers.is_empty() {
            let scrolls = !matches!(self.layers.last(), Some(Layer::Form(_)));
            for _ in 0..if scrolls { 3 } else { 0 } {
                self.perform_on_layer(action);
            }
        } else if let Some((place, inside)) = frame::place_at(self.place, self.size, at) {
            for _ in 0..3 {
                let reaction = self.screens.update(place, action, inside, &self.catalog);
                self.answer(reaction);
            }
        }
    }

    pub(super) fn top_form(&self) -> Option<&form::Form> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.as_ref()),
            _other => None,
        })
    }

    /// Says that the act needs a family under the cursor.
    pub fn say_no_family(&mut self) {
        let has_families = !matches!(
            self.place,
            Place::Groups | Place::Steering | Place::Settings | Place::Impact | Place::Supports | Place::Enrolment
        );
        let id = if has_families { "notice-no-family" } else { "notice-no-family-here" };
        let text = self.catalog.text(id).into_owned();
        self.say(text, crate::tui::theme::Role::Warning);
    }
}
