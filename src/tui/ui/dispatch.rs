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
use crate::tui::widgets::picker::{self, Purpose};
use crate::tui::widgets::popup::{Answer, Confirm};
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
            Action::Undo => match self.screens.family(self.place) {
                Some(family) => self.request(Request::Undo { family }),
                None => self.say_no_family(),
            },
            Action::Redo => match self.screens.family(self.place) {
                Some(family) => self.request(Request::Redo { family }),
                None => self.say_no_family(),
            },
            Action::PrintFamily => match self.screens.family(self.place) {
                Some(family) => self.request(Request::AskToPrint(family)),
                None => self.say_no_family(),
            },
            Action::ShowCaseload => self.visit(Place::Caseload),
            Action::Filter if self.place != Place::Caseload && self.place != Place::Attendance => {
                self.perform_on_screen(action, Context::Caseload)
            }
            Action::ShowAgenda => self.visit(Place::Agenda),
            Action::ShowPanel => self.visit(Place::Panel),
            Action::ShowImpact => self.visit(Place::Impact),
            Action::ShowGroups => self.visit(Place::Groups),
            Action::ShowSteering => self.visit(Place::Steering),
            Action::ShowSettings => self.visit(Place::Settings),
            Action::ShowHistory => self.visit(Place::History),
            Action::ShowRetention => self.visit(Place::Retention),
            Action::ShowAccesses => self.visit(Place::Accesses),
            Action::ShowSearch => {
                self.screens.search.offer();
                self.visit(Place::Search);
            }
            Action::ShowLists => self.visit(Place::Lists),
            Action::ShowExchange => self.visit(Place::Exchange),
            Action::ShowInbox => self.visit(Place::Inbox),
            Action::Visit(room) => self.visit(Place::Room(room)),
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
            other => {
                let inside = frame::inside_of(self.place, self.size);
                let reaction = self.screens.update(self.place, other, inside, &self.catalog);
                self.answer(reaction);
            }
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

    fn react_to_form(&mut self, reaction: form::Reaction) {
        match reaction {
            form::Reaction::Stays => {}
            form::Reaction::List(picker) => self.layers.push(Layer::Picker(picker)),
            form::Reaction::Submit(act) => {
                let family = self.top_form().and_then(|form| form.family);
                self.request(Request::Execute { family, act });
            }
            form::Reaction::SubmitOfDepartment(act) => self.request(Request::Errand(Errand::Execute(act))),
            form::Reaction::SubmitOfAntenna(act) => match self.question_before(&act) {
                Some(question) => self.layers.push(Layer::Confirm(question)),
                None => self.request(Request::ExecuteOfAntenna(act)),
            },
            form::Reaction::Prepare(convention) => self.request(Request::Prepare(convention)),
            form::Reaction::Leave => {
                let typed = self.top_form().is_some_and(|form| form.touched || form.resumed);
                if typed {
                    let text = |id: &str| self.catalog.text(id).into_owned();
                    let kept = self.draft_key().map(|_| (Answer::KeepDraft, text("form-leave-keep")));
                    let others = [(Answer::DropDraft, "form-leave-drop"), (Answer::Stay, "form-leave-stay")];
                    let answers = kept.into_iter().chain(others.map(|(answer, id)| (answer, text(id)))).collect();
                    let confirm = Confirm::new(text("form-leave-title"), text("form-leave-text"), answers);
                    self.layers.push(Layer::Confirm(confirm));
                } else {
                    self.layers.pop();
                }
            }
        }
    }

    fn react_to_picker(&mut self, reaction: picker::Reaction) {
        match reaction {
            picker::Reaction::Stays => {}
            picker::Reaction::Leave => drop(self.layers.pop()),
            picker::Reaction::Chosen(code) => {
                let Some(Layer::Picker(picker)) = self.layers.pop() else { return };
                match picker.purpose {
                    Purpose::Field => {
                        if let Some(Layer::Form(form)) = self.layers.last_mut() {
                            form.chosen(&code);
                        }
                    }
                    Purpose::Draft => {
                        if let Some((family, act)) = form::of_draft_key(&code) {
                            if let Some(family) = family {
                                self.request(Request::OpenFamily(family));
                            }
                            self.request(Request::OpenForm { act, family, about: None });
                        }
                    }
                    purpose @ (Purpose::View
                    | Purpose::Sort
                    | Purpose::Folder
                    | Purpose::List
                    | Purpose::Sender
                    | Purpose::Card
                    | Purpose::Plan
                    | Purpose::Arrival) => {
                        let reaction = self.screens.chosen(purpose, &code);
                        self.answer(reaction);
                    }
                }
            }
        }
    }

    fn answered(&mut self, answer: Answer) {
        match answer {
            Answer::Stay => {}
            Answer::Undo(entry) => self.request(Request::UndoEntry(entry)),
            Answer::Redo(entry) => self.request(Request::RedoEntry(entry)),
            Answer::Seal => self.request(Request::Export),
            Answer::Again(sequence) => self.request(Request::ExportAgain { sequence }),
            Answer::HandedOver(sequence) => self.request(Request::HandOver { sequence }),
            Answer::Confirm(sequence) => self.request(Request::AskForReceiptWords { sequence }),
            Answer::Slip(of, sequence) => self.request(Request::WriteSlip { of, sequence }),
            Answer::SendAgain(family) => self.request(Request::SendAgain(family)),
            Answer::OpenFamily(family) => {
                self.place = Place::Detail;
                self.request(Request::OpenFamily(family));
            }
            Answer::RenewKeys => self.request(Request::RenewKeys),
            Answer::Received(sequence) => self.request(Request::Acknowledge { sequence }),
            Answer::Adopt => {
                let catalog = std::sync::Arc::clone(&self.catalog);
                if let Some(Layer::Form(form)) = self.layers.last_mut()
                    && let form::Reaction::SubmitOfAntenna(act) = form.update(Action::Submit, &catalog)
                {
                    self.request(Request::ExecuteOfAntenna(act));
                }
            }
            Answer::ReceiveList => self.request(Request::ReceiveList),
            Answer::SendList => self.request(Request::Errand(Errand::SendList)),
            Answer::Publish => self.request(Request::Errand(Errand::Publish)),
            Answer::Print(family, which) => self.request(Request::Print { family, which }),
            Answer::FillSupport(family, support) => self.request(Request::FillSupport { family, support }),
            Answer::KeepDraft => {
                self.save_draft();
                self.layers.pop();
            }
            Answer::DropDraft => {
                self.typed_at = None;
                if let Some(Layer::Form(form)) = self.layers.pop()
                    && let Some(key) = form.draft_key()
                {
                    self.request(Request::DropDraft { key });
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
        let text = self.catalog.text("notice-no-family").into_owned();
        self.say(text, crate::tui::theme::Role::Warning);
    }
}
