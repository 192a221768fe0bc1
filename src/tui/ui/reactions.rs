//! What follows from what a layer says: a form given, a choice made, a question answered.

use std::sync::Arc;

use super::{Errand, Layer, Request, Ui};
use crate::base::locale::Fact;
use crate::tui::action::Action;
use crate::tui::folders;
use crate::tui::places::Place;
use crate::tui::theme::Role;
use crate::tui::widgets::form;
use crate::tui::widgets::picker::{self, Purpose};
use crate::tui::widgets::popup::{Answer, Confirm};

impl Ui {
    pub(super) fn react_to_form(&mut self, reaction: form::Reaction) {
        match reaction {
            form::Reaction::Stays => {}
            form::Reaction::List(picker) => self.layers.push(Layer::Picker(picker)),
            form::Reaction::Submit(act) => {
                let family = self.top_form().and_then(|form| form.family);
                self.request(Request::Execute { family, act });
            }
            form::Reaction::SubmitOfDepartment(act) => self.request(Request::Errand(Errand::AskToExecute(act))),
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

    pub(super) fn react_to_picker(&mut self, reaction: picker::Reaction) {
        match reaction {
            picker::Reaction::Stays => {}
            picker::Reaction::Leave => drop(self.layers.pop()),
            picker::Reaction::Typed(path, chosen) => match folders::typed(&path).or(chosen) {
                Some(code) => self.react_to_picker(picker::Reaction::Chosen(code)),
                None => {
                    let facts = [("path", Fact::Text(path))];
                    self.say(self.catalog.text_with("folder-nothing-there", &facts), Role::Warning);
                }
            },
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

    pub(super) fn answered(&mut self, answer: Answer) {
        match answer {
            Answer::Stay => {}
            Answer::Undo(entry) => self.request(Request::UndoEntry(entry)),
            Answer::Redo(entry) => self.request(Request::RedoEntry(entry)),
            Answer::Seal => self.request(Request::Export),
            Answer::Again(sequence) => self.request(Request::ExportAgain { sequence }),
            Answer::AgainFor(antenna, sequence) => {
                self.request(Request::Errand(Errand::SendAgain(antenna, sequence)));
            }
            Answer::HandedOver(sequence) => self.request(Request::HandOver { sequence }),
            Answer::KeptHere(sequence) => self.request(Request::KeepHere { sequence }),
            Answer::Confirm(sequence) => self.request(Request::AskForReceiptWords { sequence }),
            Answer::Slip(of, sequence) => self.request(Request::WriteSlip { of, sequence }),
            Answer::SendAgain(family) => self.request(Request::SendAgain(family)),
            Answer::OpenFamily(family) => {
                self.place = Place::Detail;
                self.request(Request::OpenFamily(family));
            }
            Answer::RenewKeys => self.request(Request::RenewKeys),
            Answer::Received(sequence) => self.request(Request::Acknowledge { sequence }),
            Answer::CarryOut => {
                let catalog = Arc::clone(&self.catalog);
                if let Some(Layer::Form(form)) = self.layers.last_mut()
                    && let form::Reaction::SubmitOfAntenna(act) = form.update(Action::Submit, &catalog)
                {
                    self.request(Request::ExecuteOfAntenna(act));
                }
            }
            Answer::ReceiveList => self.request(Request::ReceiveList),
            Answer::SendList => self.request(Request::Errand(Errand::SendList)),
            Answer::SendPresence => self.request(Request::Errand(Errand::SendPresence)),
            Answer::Execute(act) => self.request(Request::Errand(Errand::Execute(act))),
            Answer::TakeIn(file) => self.request(Request::TakeIn(vec![file])),
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
                    && let Some((key, body)) = form.draft_key().zip(form.kept)
                {
                    self.request(Request::DropDraft { key, body });
                }
            }
        }
    }
}
