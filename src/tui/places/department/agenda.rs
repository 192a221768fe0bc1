//! The panel's agenda: the referrals that came, by what they wait for; Enter opens one whole, a key each takes it on.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::department::AgendaLine;
use crate::base::calendar;
use crate::base::id::PanelReferralId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::About;
use crate::domain::panel::{PanelMeasure, PanelStage};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::places::Reaction;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::{Errand, Request};
use crate::tui::widgets::lines::{Line, Lines, Row};

/// The agenda.
#[derive(Debug, Default)]
pub struct Agenda {
    lines: Lines<Box<AgendaLine>>,
}

impl Agenda {
    /// The most referrals over which nothing is left to do that are listed.
    const MOST_CLOSED: usize = 50;

    /// Takes the referrals; the cursor stays on its own when it is still there.
    pub fn take(&mut self, agenda: Vec<AgendaLine>, today: NaiveDate, catalog: &Catalog) {
        let kept = self.line().map(|line| line.file.referral.id);
        let mut lines = Vec::new();
        let (open, mut closed): (Vec<_>, Vec<_>) = agenda.into_iter().partition(|line| line.open);
        if open.is_empty() {
            lines.push(Line::Said(catalog.text("sittings-empty").into_owned(), Role::Muted));
        }
        for stage in PanelStage::ALL {
            let of_it: Vec<_> = open.iter().filter(|line| line.stage == stage).collect();
            if !of_it.is_empty() {
                let count = catalog.number(i64::try_from(of_it.len()).unwrap_or(i64::MAX));
                lines.push(Line::Heading(format!("{} ({count})", catalog.attribute(stage.id(), "heading"))));
            }
            lines.extend(of_it.into_iter().map(|line| Line::Row(row(line, today, catalog))));
        }
        closed.sort_by_key(|line| std::cmp::Reverse(line.file.referral.decision.as_ref().map(|one| one.date)));
        if !closed.is_empty() {
            lines.push(Line::Heading(catalog.text("sittings-closed").into_owned()));
        }
        lines.extend(closed.iter().take(Self::MOST_CLOSED).map(|line| Line::Row(row(line, today, catalog))));
        self.lines.take_on(lines, |line| Some(line.file.referral.id) == kept);
    }

    pub fn update(&mut self, action: Action, inside: Rect) -> Reaction {
        match (action, self.line()) {
            (Action::Open, Some(line)) => {
                return Reaction::Ask(Request::Errand(Errand::ReadReferral(line.file.referral.id)));
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

    /// The referral under the cursor.
    pub fn line(&self) -> Option<&AgendaLine> {
        self.lines.target().map(AsRef::as_ref)
    }

    /// The referral of this id.
    pub fn referral(&self, id: PanelReferralId) -> Option<&AgendaLine> {
        self.lines.targets().map(AsRef::as_ref).find(|line| line.file.referral.id == id)
    }

    pub fn about(&self) -> Option<About> {
        let referral = &self.line()?.file.referral;
        Some(About::PanelReferral { id: referral.id, motive: referral.motive })
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        self.lines.draw(&mut Sheet { buffer: buf, look }, area);
    }
}

fn measure(measure: PanelMeasure, catalog: &Catalog) -> Fact {
    Fact::Text(catalog.text(measure.id()).into_owned())
}

fn dated(id: &str, date: NaiveDate, of: PanelMeasure, catalog: &Catalog) -> String {
    catalog.text_with(id, &[("date", Fact::Date(date)), ("measure", measure(of, catalog))])
}

/// Who, the days left where a month runs, the motive, the antenna.
fn row(line: &AgendaLine, today: NaiveDate, catalog: &Catalog) -> Row<Box<AgendaLine>> {
    let identity = &line.file.identity;
    let name = format!("{} {}", identity.surname.to_uppercase(), identity.given_name);
    let referral = &line.file.referral;
    let runs = line.opinion_until.filter(|_| line.open && referral.opinion.is_none());
    let (days, role) = match runs {
        Some(until) if until < today => (format!("! {} · ", catalog.relative(until, today)), Role::Warning),
        Some(until) => (format!("{} · ", catalog.relative(until, today)), Role::Text),
        None => (String::new(), Role::Text),
    };
    let (sign, role) = if line.refused_part().is_some() && line.open { ("✗ ", Role::Error) } else { ("", role) };
    let last = match (&referral.decision, &referral.opinion) {
        _ if referral.cancelled_on.is_some() => catalog.text(PanelStage::Cancelled.id()).into_owned(),
        (Some(decision), _) => dated("panel-decision-of", decision.date, decision.measure, catalog),
        (None, Some(opinion)) => dated("panel-opinion-of", opinion.date, opinion.measure, catalog),
        (None, None) => catalog.text(referral.motive.id()).into_owned(),
    };
    let told = format!("{sign}{days}{last} · {}", line.antenna.name);
    let more = standing(line, today, catalog).join("\n");
    let role = if line.open { role } else { Role::Muted };
    Row::new(name, told, Box::new(line.clone())).role(role).more(more).personal()
}

/// What is proposed, since when it waits and until when, why the antenna refused the last step.
fn standing(line: &AgendaLine, today: NaiveDate, catalog: &Catalog) -> Vec<String> {
    let referral = &line.file.referral;
    let mut told =
        vec![catalog.text_with("panel-proposal", &[("measure", measure(referral.statement.proposal, catalog))])];
    if let Some(first) = told.first_mut() {
        first.push_str(&format!(" · {} · {}", catalog.text(referral.motive.id()), line.center));
    }
    told.extend(referral.sent_on().map(|date| catalog.text_with("sittings-sent", &[("date", Fact::Date(date))])));
    if let Some(until) = line.opinion_until.filter(|_| line.open && referral.opinion.is_none()) {
        told.push(match calendar::days_left(until, today) {
            0.. => catalog.text_with("panel-opinion-until", &[("until", Fact::Date(until))]),
            _ => catalog.text_with("sittings-deemed", &[("date", Fact::Date(until))]),
        });
    }
    if let Some(last) = referral.postponements.last() {
        let facts = [("date", Fact::Date(last.date)), ("until", Fact::Date(last.until))];
        told.push(catalog.text_with("panel-postponed", &facts));
    }
    let cancelled = |date| catalog.text_with("sittings-cancelled", &[("date", Fact::Date(date))]);
    told.extend(referral.cancelled_on.map(cancelled));
    if let Some(part) = line.refused_part().filter(|_| line.open) {
        let reason = [("reason", Fact::Text(part.reason(catalog)))];
        told.push(catalog.text_with("sittings-refused", &reason));
        told.extend(part.what_to_do(catalog));
    }
    told
}

/// The whole referral, as the panel reads it.
pub fn whole(line: &AgendaLine, today: NaiveDate, catalog: &Catalog) -> (String, String) {
    let (file, referral) = (&line.file, &line.file.referral);
    let identity = &file.identity;
    let facts = [
        ("matricule", Fact::from(identity.matricule.as_str())),
        ("born", Fact::Date(identity.birth_date)),
        ("antenna", Fact::from(line.antenna.name.as_str())),
    ];
    let mut parts = vec![catalog.text_with("sittings-person", &facts), standing(line, today, catalog).join("\n")];
    if let Some(departure) = &referral.departure {
        let child = |child: &crate::domain::contract::FrozenChild| {
            format!("{} ({})", child.given_name, catalog.date(child.birth_date))
        };
        let of = &departure.composition;
        let facts = [
            ("adult", Fact::Text(format!("{} {}", of.surname, of.given_name))),
            ("children", Fact::Text(of.children.iter().map(child).collect::<Vec<_>>().join(", "))),
        ];
        parts.push(catalog.text_with("panel-composition", &facts));
    }
    let statement = &referral.statement;
    let texts = [
        ("grounds", &statement.grounds),
        ("situation", &statement.situation),
        ("initial_objectives", &statement.initial_objectives),
        ("reached_objectives", &statement.reached_objectives),
        ("new_objectives", &statement.new_objectives),
    ];
    for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        parts.push(format!("{}\n{text}", catalog.text(&format!("sittings-{field}").replace('_', "-"))));
    }
    parts.extend(referral.letter_on.map(|date| catalog.text_with("sittings-letter", &[("date", Fact::Date(date))])));
    for heard in &referral.observations {
        let title = catalog.text_with("panel-observations-of", &[("date", Fact::Date(heard.date))]);
        let with = (!heard.companion.is_empty())
            .then(|| catalog.text_with("sittings-companion", &[("name", Fact::from(heard.companion.as_str()))]));
        parts.push([Some(title), with, Some(heard.text.clone())].into_iter().flatten().collect::<Vec<_>>().join("\n"));
    }
    for note in &file.notes {
        let title = catalog.text_with("sittings-note", &[("date", Fact::Date(note.date))]);
        parts.push(format!("{title}\n{}", note.text));
    }
    for postponed in &referral.postponements {
        let facts = [("date", Fact::Date(postponed.date)), ("until", Fact::Date(postponed.until))];
        parts.push(format!("{}\n{}", catalog.text_with("panel-postponed", &facts), postponed.motive));
    }
    let said = |id: &str, date, of, comment: &str| {
        let text = dated(id, date, of, catalog);
        if comment.is_empty() { text } else { format!("{text}\n{comment}") }
    };
    parts.extend(referral.opinion.iter().map(|one| said("panel-opinion-of", one.date, one.measure, &one.comment)));
    parts.extend(referral.decision.iter().map(|one| said("panel-decision-of", one.date, one.measure, &one.comment)));
    (format!("{} {}", identity.surname.to_uppercase(), identity.given_name), parts.join("\n\n"))
}
