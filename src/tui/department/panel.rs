//! What the panel's agenda asks of the Département's desk: referrals read, forms filled from them, steps recorded and sent.

use std::sync::Arc;

use uuid::Uuid;

use super::DepartmentDesk;
use crate::app::department::PanelStep;
use crate::app::{AccessKind, AppError};
use crate::base::id::{FamilyId, PanelReferralId, PartyId, SteeringTopicId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::FamilyAct;
use crate::domain::deadline::About;
use crate::domain::refusal::Refusal;
use crate::tui::action::{ActKind, Noun};
use crate::tui::acts::{self, Followed, FormScene};
use crate::tui::drafts;
use crate::tui::places::department::agenda;
use crate::tui::places::{Reaction, Room};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;
use crate::tui::widgets::form::Form;
use crate::tui::widgets::popup::Popup;

impl DepartmentDesk {
    pub(super) fn load_agenda(&mut self, ui: &mut Ui) {
        match self.department.agenda(false) {
            Ok(agenda) => ui.screens.rooms.agenda.take(agenda, self.department.app().today(), &ui.catalog),
            Err(fault) => ui.complain(&fault),
        }
    }

    pub(super) fn read_referral(&mut self, referral: PanelReferralId, ui: &mut Ui) {
        let today = self.department.app().today();
        let Some(line) = ui.screens.rooms.agenda.referral(referral) else { return };
        let (title, text) = agenda::whole(line, today, &ui.catalog);
        self.department.app_mut().note_access(AccessKind::Opening, Some(line.file.family));
        ui.answer(Reaction::Popup(Popup::personal(title, text)));
    }

    /// Opens the form of a step, with its draft when there is one.
    pub(super) fn open_form(&mut self, act: ActKind, family: Option<FamilyId>, about: Option<About>, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        let about = about.or_else(|| pointed_by_draft(act, family));
        if about.is_none() && family.is_none() {
            return ui.say(catalog.text(chosen_first(act)).into_owned(), Role::Warning);
        }
        if let (ActKind::RevokeAntenna, Some(id)) = (act, about.as_ref().and_then(object))
            && let Ok(antenna) = self.department.antenna_of(PartyId::from(id))
            && let Err(fault) = self.department.has_keys(&antenna)
        {
            return ui.complain(&fault);
        }
        match self.form(act, family, about, &catalog) {
            Ok(Ok(mut form)) => {
                drafts::resume(self.department.app(), &mut form);
                ui.open_form(form);
            }
            Ok(Err(refusal)) => ui.refused(ui.fault(&refusal)),
            Err(fault) => ui.complain(&fault),
        }
    }

    /// Goes where a draft is: to its antenna, its topic or its referral.
    pub(super) fn go_to_draft(&mut self, of: FamilyId, ui: &mut Ui) {
        let id = Uuid::from_bytes(of.bytes());
        let antennas = self.department.antennas().unwrap_or_default();
        let topics = self.department.topics().unwrap_or_default();
        let room = if antennas.iter().any(|antenna| antenna.id == Some(PartyId::from(id))) {
            Room::Streams
        } else if topics.iter().any(|(_, topic)| topic.id == SteeringTopicId::from(id)) {
            Room::Publications
        } else {
            Room::Agenda
        };
        self.go(room, ui);
    }

    /// Offers the forms left unfinished, but for those about what is no longer there.
    pub(super) fn offer_drafts(&self, ui: &mut Ui) {
        drafts::offer(self.department.app(), ui, |family, act, _draft, catalog| {
            let form = self.form(act, family, pointed_by_draft(act, family), catalog).ok()?.ok()?;
            (!form.subject.is_empty()).then_some(form.subject)
        });
    }

    /// The form of a step, filled from the referral under the cursor, or from the family's that is open.
    fn form(
        &self,
        act: ActKind,
        family: Option<FamilyId>,
        about: Option<About>,
        catalog: &Catalog,
    ) -> Result<Result<Form, Refusal>, AppError> {
        let followed = Followed::new();
        let scene_of = |antenna, record, about| FormScene {
            today: self.department.app().today(),
            author: self.department.app().author(),
            antenna,
            record,
            checks: &[],
            followed: &followed,
            catalog,
            about,
        };
        if act.noun() == Noun::Department {
            let (subject, object) = (self.subject(about.as_ref())?, about.as_ref().and_then(object));
            let form = acts::form(act, &scene_of(self.department.app().antenna(), None, about));
            return Ok(form.map(|form| form.about(subject).object(object)));
        }
        let pointed = match &about {
            Some(About::PanelReferral { id, .. }) => Some(*id),
            Some(_) | None => {
                let open = self.department.agenda(true)?;
                open.iter().find(|line| Some(line.file.family) == family).map(|line| line.file.referral.id)
            }
        };
        let Some(referral) = pointed else { return Ok(Err(Refusal::NoPanelReferral {})) };
        let (record, antenna) = self.department.before_the_panel(referral)?;
        let scene = scene_of(&antenna, Some(&record), about);
        Ok(acts::form(act, &scene).map(|form| form.about(record.display_name())))
    }

    /// The antenna that is pointed at, or whose topic is.
    fn subject(&self, about: Option<&About>) -> Result<String, AppError> {
        let Some(id) = about.and_then(object) else { return Ok(String::new()) };
        if let Some(antenna) = self.department.antennas()?.into_iter().find(|one| one.id == Some(PartyId::from(id))) {
            return Ok(antenna.name);
        }
        let topic = SteeringTopicId::from(id);
        let of_it = self.department.topics()?.into_iter().find(|(_, one)| one.id == topic);
        Ok(of_it.map(|(antenna, topic)| format!("{} · {}", antenna.name, topic.text)).unwrap_or_default())
    }

    /// Records the step of the form on top and sends it to its antenna.
    pub(super) fn decide(&mut self, act: FamilyAct, ui: &mut Ui) {
        let name = ui.catalog.text(ActKind::of(&act).id()).into_owned();
        let Some((referral, step)) = step(act) else { return };
        let decided = match referral {
            Some(referral) => self.department.decide(referral, step, &self.out),
            None => Err(Refusal::PanelReferralUnknown {}.into()),
        };
        match decided {
            Ok(path) => {
                if let Some((key, body)) = ui.draft() {
                    // The step is safe; a draft that stays is offered again and harms nobody.
                    let _ = self.department.app_mut().drop_draft(&key, &body);
                }
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let facts = [("act", Fact::Text(name)), ("file", Fact::Text(file))];
                ui.accepted(ui.catalog.text_with("sittings-said", &facts));
                self.reload(ui);
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }
}

/// What an act says that is about what the cursor is on, when the cursor is on nothing of the kind.
fn chosen_first(act: ActKind) -> &'static str {
    match act {
        ActKind::RevokeAntenna => "streams-choose-antenna",
        ActKind::AnswerTopic => "publications-choose-topic",
        _of_a_referral => "sittings-choose-referral",
    }
}

/// The antenna or the topic that the cursor is on.
fn object(about: &About) -> Option<Uuid> {
    match about {
        About::AntennaPart { id } => Some(*id),
        _of_a_family => None,
    }
}

/// The antenna or the topic of a draft, whose key holds it where that of a family is.
fn pointed_by_draft(act: ActKind, of: Option<FamilyId>) -> Option<About> {
    let id = of.filter(|_| act.noun() == Noun::Department)?;
    Some(About::AntennaPart { id: Uuid::from_bytes(id.bytes()) })
}

/// The step that an act is, and of which referral; none of an act that is not the panel's.
fn step(act: FamilyAct) -> Option<(Option<PanelReferralId>, PanelStep)> {
    match act {
        FamilyAct::PostponePanelReferral(act) => Some((act.referral, PanelStep::Postponed(act))),
        FamilyAct::RecordPanelOpinion(act) => Some((act.referral, PanelStep::Opinion(act))),
        FamilyAct::RecordPanelDecision(act) => Some((act.referral, PanelStep::Decision(act))),
        _of_the_antenna => None,
    }
}
