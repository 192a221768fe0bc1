//! The impact measure of art. 7: figures of a period, each of which opens onto the acts behind it.

mod draw;
mod window;

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::department::{Consolidated, Difference, Party};
use crate::app::{ActsBehind, Figure, Source};
use crate::base::id::{EffectScaleCode, FamilyId};
use crate::base::locale::{Catalog, Fact};
use crate::base::money::Cents;
use crate::domain::antenna::AntennaRecord;
use crate::domain::closure::Measure;
use crate::domain::impact::{By, Group, Impact as Measured, ScaleFigures};
use crate::domain::indicator::{Indicator, Indicators};
use crate::domain::partnership::PartnershipNote;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::ui::{Errand, Request};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::Popup;
use window::Window;

/// The figures, or the acts behind one of them.
#[derive(Debug, Default)]
pub struct Impact {
    today: NaiveDate,
    window: Window,
    by: By,
    measured: Option<(Measure, Arc<AntennaRecord>)>,
    items: Vec<Item>,
    list: Listing,
    behind: Option<Behind>,
    /// What is being counted beside the screen, which shows what it was before.
    counting: Option<Counting>,
    /// How many times something was asked for: what comes back late is not what is waited for.
    asked: u64,
}

/// What is counted beside the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    Figures { from: NaiveDate, to: NaiveDate },
    Acts,
}

#[derive(Debug)]
enum Item {
    Heading(String),
    Figure(Figure, Indicators),
    /// Of one antenna, at a Département.
    OfAntenna(Party, Figure, Indicators),
    /// A figure that an antenna counted otherwise than its acts.
    Differs(Difference, Figure),
    Kind(Figure, u64, Cents),
    /// Acts of erased families, of which no kind is known.
    Erased(Indicator, u64, Cents),
    Scale(EffectScaleCode, ScaleFigures),
    Note(PartnershipNote),
    /// A sentence.
    Told(String),
}

#[derive(Debug)]
struct Behind {
    figure: Figure,
    found: ActsBehind,
    list: Listing,
}

impl Behind {
    /// The family under the cursor, with the part of its record that the act is.
    fn pointed(&self) -> Option<(FamilyId, Option<uuid::Uuid>)> {
        let one = self.found.acts.get(self.list.at())?;
        match one.source {
            Source::Family(family) => Some((family, one.act.object)),
            Source::Session | Source::Erased(_) => None,
        }
    }
}

impl Impact {
    /// The most acts that are listed behind a figure.
    pub const MOST: usize = 1_000;

    /// The period and the groups that are to be measured, as they are on `today`.
    pub fn wanted(&mut self, today: NaiveDate) -> (NaiveDate, NaiveDate, By) {
        self.today = today;
        let (from, to) = self.window.until(today);
        (from, to, self.by)
    }

    /// Notes that something is being counted beside the screen, and gives the number under which it is waited for.
    pub fn waits_for(&mut self, counting: Counting) -> u64 {
        self.asked += 1;
        self.counting = Some(counting);
        self.asked
    }

    /// Whether something is waited for.
    pub fn is_counting(&self) -> bool {
        self.counting.is_some()
    }

    /// Whether what comes back under this number is still waited for.
    pub fn still_waits_for(&mut self, asked: u64) -> bool {
        let waits = self.asked == asked;
        if waits {
            self.counting = None;
        }
        waits
    }

    pub fn take(&mut self, measured: Measure, antenna: Arc<AntennaRecord>, catalog: &Catalog) {
        self.items = items(&measured.impact, &antenna, catalog);
        self.measured = Some((measured, antenna));
        self.behind = None;
        self.list.go(self.list.at(), &self.is_line());
    }

    /// Takes the figures of a Département: over all antennas, of each, and where one counted otherwise than its acts.
    pub fn take_consolidated(&mut self, counted: Consolidated, record: Arc<AntennaRecord>, catalog: &Catalog) {
        let told = counted.told(catalog);
        let Consolidated { impact, antennas, differences, .. } = counted;
        let by = impact.by;
        self.take(Measure::of(impact, &record), record, catalog);
        let figure = |indicator| Figure { indicator, group: None, kind: None };
        let mut more: Vec<_> = told.into_iter().map(Item::Told).collect();
        if !differences.is_empty() {
            more.push(Item::Heading(catalog.text("impact-table-differences").into_owned()));
        }
        more.extend(differences.into_iter().map(|one| {
            let of = figure(one.indicator);
            Item::Differs(one, of)
        }));
        if by == By::Antenna {
            for (antenna, figures) in antennas {
                more.push(Item::Heading(antenna.name.clone()));
                let counted = Indicator::ALL.into_iter().filter(|indicator| figures.of(*indicator) > 0);
                more.extend(counted.map(|one| Item::OfAntenna(antenna.clone(), figure(one), figures)));
            }
        }
        // After the figures over all antennas, their heading included.
        let at = (Indicator::ALL.len() + 1).min(self.items.len());
        self.items.splice(at..at, more);
        self.list.go(self.list.at(), &self.is_line());
    }

    /// Takes the acts behind a figure.
    pub fn take_acts(&mut self, figure: Figure, found: ActsBehind) {
        self.behind = Some(Behind { figure, found, list: Listing::default() });
    }

    /// Whether Esc goes back to the figures.
    pub fn shows_acts(&self) -> bool {
        self.behind.is_some()
    }

    pub fn measured(&self) -> Option<&Measured> {
        self.measured.as_ref().map(|(measured, _)| &measured.impact)
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        if let Some(behind) = &mut self.behind {
            let is_line = vec![true; behind.found.acts.len()];
            match action {
                Action::Back => self.behind = None,
                Action::Open | Action::OpenFamily => {
                    if let Some((family, object)) = behind.pointed() {
                        let request = match object {
                            Some(id) => Request::OpenPassage { family, place: id.to_string() },
                            None => Request::OpenFamily(family),
                        };
                        return Reaction::GoAndAsk(Place::Detail, request);
                    }
                }
                other => {
                    behind.list.moved(other, &is_line, inside.height);
                }
            }
            return Reaction::Stays;
        }
        let closed = self.measured.as_ref().map_or(&[][..], |(_, antenna)| &antenna.closed_periods);
        match action {
            Action::Left => self.window.earlier(self.today, closed),
            Action::Right if !self.window.later(self.today, closed) => return Reaction::Stays,
            Action::Right => {}
            Action::ChangeSpan => self.window.change_span(self.today, closed),
            Action::RegroupImpact => {
                self.by = match self.by {
                    By::Antenna => By::Center,
                    By::Center => By::Referent,
                    By::Referent => By::Antenna,
                };
                self.list = Listing::default();
            }
            // The figures shown are about to be others.
            Action::Open if self.is_counting() => return Reaction::Stays,
            Action::Open => return self.open(catalog),
            other => {
                self.list.moved(other, &self.is_line(), inside.height);
                return Reaction::Stays;
            }
        }
        Reaction::Ask(Request::LoadImpact)
    }

    fn open(&self, catalog: &Catalog) -> Reaction {
        match self.items.get(self.list.at()) {
            Some(Item::Figure(figure, _) | Item::Kind(figure, ..)) => {
                Reaction::Ask(Request::LoadActsBehind(Box::new(figure.clone())))
            }
            Some(Item::OfAntenna(antenna, figure, _) | Item::Differs(Difference { antenna, .. }, figure)) => {
                Reaction::Ask(Request::Errand(Errand::LoadActsOf(antenna.clone(), Box::new(figure.clone()))))
            }
            Some(Item::Scale(code, figures)) => {
                let levels = |title: &str, levels: &std::collections::BTreeMap<u32, u64>| {
                    let each = levels
                        .iter()
                        .map(|(level, count)| catalog.pair(&level.to_string(), &count.to_string()))
                        .collect::<Vec<_>>();
                    format!("{} {}", catalog.text(title), each.join(" · "))
                };
                let mut text = vec![
                    levels("impact-at-entry", &figures.first),
                    levels("impact-at-last", &figures.last),
                    String::new(),
                ];
                let quotes = self.measured.iter().flat_map(|(measured, _)| measured.impact.quotes.iter().rev());
                text.extend(quotes.map(|(date, quote)| {
                    let facts = [("quote", Fact::from(quote.as_str())), ("date", Fact::Date(*date))];
                    catalog.text_with("family-effect-quote", &facts)
                }));
                Reaction::Popup(Popup::personal(self.scale_name(code, catalog), text.join("\n")))
            }
            Some(Item::Note(note)) => {
                let title = catalog.text_with("steering-note-on", &[("date", Fact::Date(note.date))]);
                let partner = (!note.partner.is_empty()).then(|| format!("{}\n\n", note.partner));
                Reaction::Popup(Popup::new(title, format!("{}{}", partner.unwrap_or_default(), note.text)))
            }
            Some(Item::Heading(_) | Item::Told(_) | Item::Erased(..)) | None => Reaction::Stays,
        }
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        match &mut self.behind {
            Some(behind) => behind.list.click(at, inside, &vec![true; behind.found.acts.len()]),
            None => {
                let is_line = self.is_line();
                self.list.click(at, inside, &is_line);
            }
        }
        Reaction::Stays
    }

    /// The family of the act under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        self.behind.as_ref()?.pointed().map(|(family, _)| family)
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let title = look.text("context-impact");
        let Some((measured, antenna)) = &self.measured else { return title.into_owned() };
        let (closed_on, measured) = (measured.closed_on, &measured.impact);
        let facts = [("from", Fact::Date(measured.from)), ("to", Fact::Date(measured.to))];
        let mut period = look.catalog.text_with("impact-period", &facts);
        if let Some(date) = closed_on {
            period =
                format!("{period}, {}", look.catalog.text_with("impact-closed-short", &[("date", Fact::Date(date))]));
        }
        let told = match &self.behind {
            None => format!("{title} · {period} · {}", look.text(measured.by.id())),
            Some(Behind { figure, found, .. }) => {
                let figure = figure_name(figure, measured, antenna, look.catalog);
                let count = |count: u64| look.catalog.number(i64::try_from(count).unwrap_or(i64::MAX));
                let told = format!("{title} · {period} · {figure} ({})", count(found.total));
                match found.acts.len() as u64 {
                    first if first >= Self::MOST as u64 => {
                        let facts = [("count", Fact::from(first))];
                        format!("{told} · {}", look.catalog.text_with("impact-first-acts", &facts))
                    }
                    _all => told,
                }
            }
        };
        match self.counting {
            None => told,
            Some(Counting::Acts) => format!("{told} · {}", look.text("impact-looking")),
            Some(Counting::Figures { from, to }) => {
                let facts = [("from", Fact::Date(from)), ("to", Fact::Date(to))];
                format!("{told} · {}", look.catalog.text_with("impact-counting", &facts))
            }
        }
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        self.items.iter().map(|item| !matches!(item, Item::Heading(_) | Item::Told(_))).collect()
    }
}

/// The indicators of each group, then the antenna's by kind, then the scales.
fn items(measured: &Measured, antenna: &AntennaRecord, catalog: &Catalog) -> Vec<Item> {
    let figure = |indicator, group: Option<&Group>| Figure { indicator, group: group.cloned(), kind: None };
    let mut items = vec![Item::Heading(antenna.name.clone())];
    items.extend(Indicator::ALL.map(|indicator| Item::Figure(figure(indicator, None), measured.total)));
    if measured.by != By::Antenna {
        let mut groups: Vec<_> =
            measured.groups.iter().map(|(group, figures)| (group.name(antenna, catalog), group, figures)).collect();
        groups.sort_by(|one, other| one.0.cmp(&other.0));
        for (name, group, figures) in groups {
            items.push(Item::Heading(name));
            let counted = Indicator::ALL.into_iter().filter(|indicator| figures.of(*indicator) > 0);
            items.extend(counted.map(|indicator| Item::Figure(figure(indicator, Some(group)), *figures)));
        }
    }
    if !measured.kinds.is_empty() || measured.erased_kinds().next().is_some() {
        items.push(Item::Heading(catalog.text("impact-table-kinds").into_owned()));
    }
    items.extend(measured.kinds.iter().map(|((indicator, kind), (count, amount))| {
        let figure = Figure { indicator: *indicator, group: None, kind: Some(kind.clone()) };
        Item::Kind(figure, *count, *amount)
    }));
    items.extend(measured.erased_kinds().map(|(indicator, count, granted)| Item::Erased(indicator, count, granted)));
    let version = antenna.convention(measured.to);
    let known = version.into_iter().flat_map(|version| &version.effects.scales);
    let scales: Vec<_> = known
        .filter_map(|scale| {
            measured.scales.get(&scale.code).map(|figures| Item::Scale(scale.code.clone(), figures.clone()))
        })
        .collect();
    if !scales.is_empty() {
        items.push(Item::Heading(catalog.text("impact-table-scales").into_owned()));
    }
    items.extend(scales);
    let notes: Vec<_> = antenna.partnership_between(measured.from, measured.to).cloned().map(Item::Note).collect();
    if !notes.is_empty() {
        items.push(Item::Heading(catalog.text("impact-partnership").into_owned()));
    }
    items.extend(notes);
    items
}

fn figure_name(figure: &Figure, measured: &Measured, antenna: &AntennaRecord, catalog: &Catalog) -> String {
    let mut parts = vec![catalog.text(figure.indicator.id()).into_owned()];
    parts.extend(figure.group.as_ref().map(|group| group.name(antenna, catalog)));
    let version = antenna.convention(measured.to);
    parts.extend(figure.kind.as_ref().map(|kind| figure.indicator.kind_name(kind, version, catalog)));
    parts.join(" · ")
}
