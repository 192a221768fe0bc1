//! What the Département publishes to every antenna: supports, versions of the convention, answers to the steering topics.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::department::{Party, Publication};
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::About;
use crate::domain::steering::{SteeringTopic, TopicVoice};
use crate::tui::action::{ActKind, Action};
use crate::tui::look::Look;
use crate::tui::places::Reaction;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::{Errand, Request};
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::Popup;

/// The screen.
#[derive(Debug, Default)]
pub struct Publications {
    lines: Lines<Target>,
}

/// What a row is about.
#[derive(Clone, Debug)]
enum Target {
    /// A title and what there is to read.
    Text(String, String),
    Topic(Box<SteeringTopic>),
}

impl Publications {
    /// Takes what is published and the topics that are not closed.
    pub fn take(
        &mut self,
        published: Option<&Publication>,
        topics: Vec<(Party, SteeringTopic)>,
        today: NaiveDate,
        catalog: &Catalog,
    ) {
        let text = |id: &str| catalog.text(id).into_owned();
        let title = published.map_or_else(|| text("publications-none"), |published| title(published, today, catalog));
        let mut lines = vec![Line::Heading(title)];
        if let Some(published) = published {
            for support in &published.supports {
                let facts = [
                    ("version", Fact::from(support.version)),
                    ("date", Fact::Date(support.effective_from)),
                    ("code", Fact::from(support.code.as_str())),
                ];
                let told = catalog.text_with("publications-support", &facts);
                let target = Target::Text(support.title.clone(), format!("{told}\n\n{}", support.text));
                lines.push(Line::Row(Row::new(support.title.clone(), told, target)));
            }
            for convention in &published.conventions {
                let told =
                    catalog.text_with("publications-convention", &[("date", Fact::Date(convention.effective_from))]);
                let text = [told.clone(), convention.article.clone()].join("\n");
                let target = Target::Text(convention.title.clone(), text);
                lines.push(Line::Row(Row::new(convention.title.clone(), told, target)));
            }
        }
        lines.push(Line::Heading(text("publications-topics")));
        if topics.is_empty() {
            lines.push(Line::Said(text("publications-no-topic"), Role::Muted));
        }
        let answers = published.map(|published| published.answers.as_slice()).unwrap_or_default();
        lines.extend(topics.into_iter().map(|(antenna, topic)| {
            let is_answered = answers.iter().any(|answer| answer.topic == topic.id)
                || topic.follow_ups.iter().any(|one| one.by == TopicVoice::Department);
            Line::Row(topic_row(antenna, topic, is_answered, catalog))
        }));
        self.lines.take(lines);
    }

    pub fn update(&mut self, action: Action, inside: Rect) -> Reaction {
        match (action, self.lines.target()) {
            (Action::ChoosePlan, _) => return Reaction::Ask(Request::Errand(Errand::BrowsePlans(None))),
            (Action::Open, Some(Target::Text(title, text))) => {
                return Reaction::Popup(Popup::new(title.clone(), text.clone()));
            }
            (Action::Open, Some(Target::Topic(..))) => {
                let (act, about) = (ActKind::AnswerTopic, self.about());
                return Reaction::Ask(Request::OpenForm { act, family: None, about });
            }
            (other, _) => drop(self.lines.moved(other, inside)),
        }
        Reaction::Stays
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        self.lines.click(at, inside);
        Reaction::Stays
    }

    /// The topic under the cursor.
    pub fn about(&self) -> Option<About> {
        match self.lines.target()? {
            Target::Topic(topic) => Some(About::AntennaPart { id: uuid::Uuid::from_bytes(topic.id.bytes()) }),
            Target::Text(..) => None,
        }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        self.lines.draw(&mut Sheet { buffer: buf, look }, area);
    }
}

/// Which publication it is, and from when what it publishes counts; answers alone have no day of their own.
fn title(published: &Publication, today: NaiveDate, catalog: &Catalog) -> String {
    let supports = published.supports.iter().map(|support| support.effective_from);
    let first = supports.chain(published.conventions.iter().map(|convention| convention.effective_from)).min();
    let version = ("version", Fact::from(published.version));
    match first {
        None => catalog.text_with("publications-version", &[version]),
        Some(date) if today < date => {
            catalog.text_with("publications-version-later", &[version, ("date", Fact::Date(date))])
        }
        Some(_) => catalog.text_with("publications-version-in-force", &[version]),
    }
}

fn topic_row(antenna: Party, topic: SteeringTopic, is_answered: bool, catalog: &Catalog) -> Row<Target> {
    let (id, role) =
        if is_answered { ("publications-answered", Role::Ok) } else { ("publications-waits", Role::Warning) };
    let told = format!("{} · {} · {}", catalog.text(id), catalog.date(topic.date), topic.text);
    let mut more = vec![topic.text.clone()];
    more.extend(topic.follow_ups.iter().map(|one| format!("› {} {}", catalog.date(one.date), one.text)));
    Row::new(antenna.name, told, Target::Topic(Box::new(topic))).role(role).more(more.join("\n"))
}
