//! What the Département publishes to every antenna: supports, versions of the convention, answers to the steering topics.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::department::{Party, Published, TopicAnswer};
use crate::app::{PublishedSupport, RefusedPart, Support, SupportStanding};
use crate::base::locale::{Catalog, Fact};
use crate::domain::convention::Convention;
use crate::domain::deadline::About;
use crate::domain::steering::SteeringTopic;
use crate::tui::action::{ActKind, Action};
use crate::tui::look::Look;
use crate::tui::places::{Reaction, supports};
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
    /// With a title and what was said about it, once it was answered.
    Topic(Box<SteeringTopic>, Option<(String, String)>),
}

impl Publications {
    /// Takes everything that was published and the topics that are not closed.
    pub fn take(
        &mut self,
        published: &Published,
        not_adopted: &[(Party, RefusedPart)],
        topics: Vec<(Party, SteeringTopic)>,
        catalog: &Catalog,
    ) {
        let text = |id: &str| catalog.text(id).into_owned();
        let title = catalog.text_with("publications-title", &[("version", Fact::from(published.version))]);
        let mut lines = vec![Line::Heading(title)];
        for PublishedSupport { versions, .. } in &published.supports {
            lines
                .extend(versions.iter().map(|(support, standing)| Line::Row(support_row(support, *standing, catalog))));
        }
        lines.extend(published.conventions.iter().map(|convention| Line::Row(convention_row(convention, catalog))));
        for (antenna, part) in not_adopted {
            let facts =
                [("name", Fact::from(antenna.name.as_str())), ("told", Fact::Text(part.told(catalog).join(" ")))];
            lines.push(Line::Said(catalog.text_with("publications-not-adopted", &facts), Role::Warning));
        }
        lines.push(Line::Heading(text("publications-topics")));
        if topics.is_empty() {
            lines.push(Line::Said(text("publications-no-topic"), Role::Muted));
        }
        lines.extend(
            topics.into_iter().map(|(antenna, topic)| Line::Row(topic_row(antenna, topic, published, catalog))),
        );
        self.lines.take(lines);
    }

    pub fn update(&mut self, action: Action, inside: Rect) -> Reaction {
        match (action, self.lines.target()) {
            (Action::ChoosePlan, _) => return Reaction::Ask(Request::Errand(Errand::BrowsePlans(None))),
            (Action::Open, Some(Target::Text(title, text) | Target::Topic(_, Some((title, text))))) => {
                return Reaction::Popup(Popup::new(title.clone(), text.clone()));
            }
            (Action::Open, Some(Target::Topic(_, None))) => {
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
            Target::Topic(topic, _) => Some(About::AntennaPart { id: uuid::Uuid::from_bytes(topic.id.bytes()) }),
            Target::Text(..) => None,
        }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        self.lines.draw(&mut Sheet { buffer: buf, look }, area);
    }
}

fn support_row(support: &Support, standing: SupportStanding, catalog: &Catalog) -> Row<Target> {
    let (id, role) = supports::standing(standing);
    let facts = [
        ("version", Fact::from(support.version)),
        ("date", Fact::Date(support.effective_from)),
        ("code", Fact::from(support.code.as_str())),
    ];
    let version = catalog.text_with("publications-support", &facts);
    let told = format!("{} · {version}", catalog.text_with(id, &facts));
    let target = Target::Text(support.title.clone(), format!("{told}\n\n{}", support.text));
    Row::new(support.title.clone(), told, target).role(role)
}

fn convention_row(convention: &Convention, catalog: &Catalog) -> Row<Target> {
    let facts = [
        ("date", Fact::Date(convention.effective_from)),
        ("starts", Fact::Date(convention.period.starts)),
        ("ends", Fact::Date(convention.period.ends)),
        ("article", Fact::from(convention.article.as_str())),
    ];
    let told = catalog.text_with("publications-convention", &facts);
    let text = catalog.text_with("publications-convention-whole", &facts);
    Row::new(convention.title.clone(), told, Target::Text(convention.title.clone(), text))
}

/// A topic with what was said about it; the answers that its antenna has not told of yet come last.
fn topic_row(antenna: Party, topic: SteeringTopic, published: &Published, catalog: &Catalog) -> Row<Target> {
    let said = |date: NaiveDate, text: &str| format!("› {} {text}", catalog.date(date));
    let is_told = |answer: &TopicAnswer| topic.follow_ups.iter().any(|one| one.text == answer.text);
    let on_their_way = published.answers(&topic).filter(|answer| !is_told(answer));
    let is_answered = published.is_answered(&topic);
    let follow_ups = topic.follow_ups.iter().map(|one| said(one.date, &one.text));
    let told = follow_ups.chain(on_their_way.map(|answer| said(answer.date, &answer.text)));
    let told: Vec<_> = std::iter::once(topic.text.clone()).chain(told).collect();
    let (id, role) =
        if is_answered { ("publications-answered", Role::Ok) } else { ("publications-waits", Role::Warning) };
    let row = format!("{} · {} · {}", catalog.text(id), catalog.date(topic.date), topic.text);
    let read = is_answered.then(|| (antenna.name.clone(), told.join("\n\n")));
    Row::new(antenna.name, row, Target::Topic(Box::new(topic), read)).role(role).more(told.join("\n"))
}
