//! The impact measure of art. 7: figures of a period, each of which opens onto the acts behind it.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::department::{Consolidated, Difference, Party};
use crate::app::{ActsBehind, Figure, Source};
use crate::base::id::{EffectScaleCode, FamilyId};
use crate::base::locale::{Catalog, Fact};
use crate::base::money::Cents;
use crate::domain::antenna::AntennaRecord;
use crate::domain::closure::{Correction, Measure};
use crate::domain::impact::{By, Group, Impact as Measured, ScaleFigures};
use crate::domain::indicator::{Indicator, Indicators};
use crate::domain::partnership::PartnershipNote;
use crate::tui::action::Action;
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::{Errand, Request};
use crate::tui::widgets::chart;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::Popup;

/// The figures, or the acts behind one of them.
#[derive(Debug, Default)]
pub struct Impact {
    today: NaiveDate,
    span: Span,
    /// The first day of the period; not chosen yet while absent.
    from: Option<NaiveDate>,
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

/// How long the period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    #[default]
    Year,
    HalfYear,
    Quarter,
    Month,
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
}

#[derive(Debug)]
struct Behind {
    figure: Figure,
    found: ActsBehind,
    list: Listing,
}

impl Span {
    fn months(self) -> u32 {
        match self {
            Self::Year => 12,
            Self::HalfYear => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Year => Self::HalfYear,
            Self::HalfYear => Self::Quarter,
            Self::Quarter => Self::Month,
            Self::Month => Self::Year,
        }
    }

    /// The first day of the period of this length that holds a day.
    fn holding(self, day: NaiveDate) -> NaiveDate {
        let month = day.month0() / self.months() * self.months() + 1;
        NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
    }
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
        let from = *self.from.get_or_insert_with(|| self.span.holding(today));
        (from, self.last_day(from).min(today), self.by)
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
        let Consolidated { impact, antennas, differences } = counted;
        let by = impact.by;
        self.take(Measure::of(impact, &record), record, catalog);
        let figure = |indicator| Figure { indicator, group: None, kind: None };
        let mut more = Vec::new();
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
                            Some(id) => Request::OpenPassage { family, id: Some(id) },
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
        let from = self.from.unwrap_or(self.today);
        let months = Months::new(self.span.months());
        match action {
            Action::Left => self.from = from.checked_sub_months(months),
            Action::Right => {
                let next = from.checked_add_months(months).filter(|next| *next <= self.today);
                let Some(next) = next else { return Reaction::Stays };
                self.from = Some(next);
            }
            Action::ChangeSpan => {
                // The last part of what was looked at, as far as it has begun.
                let last = self.last_day(from).min(self.today).max(from);
                self.span = self.span.next();
                self.from = Some(self.span.holding(if self.span == Span::Year { from } else { last }));
            }
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
            Some(Item::Heading(_) | Item::Erased(..)) | None => Reaction::Stays,
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

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let Some((measured, antenna)) = &self.measured else {
            sheet.put(area.x + 1, area.y, area.right(), &look.text("impact-loading"), Role::Muted);
            return None;
        };
        let (corrections, measured) = (&measured.corrections, &measured.impact);
        if let Some(behind) = &self.behind {
            draw_acts(&mut sheet, area, behind, measured, antenna);
            return None;
        }
        let top = self.list.top(&self.is_line(), area.height);
        for ((place, item), y) in self.items.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
            let row = Rect { y, height: 1, ..area };
            match item {
                Item::Heading(title) => {
                    sheet.put_typed(row.x + 1, y, row.right(), title, Role::Heading);
                    continue;
                }
                Item::Figure(figure, figures) => draw_figure(&mut sheet, row, figure, figures, measured, corrections),
                Item::OfAntenna(_, figure, figures) => {
                    let granted = figure.indicator == Indicator::FinancialInterventions;
                    let amount = if granted { figures.granted } else { Cents(0) };
                    let label = look.text(figure.indicator.id());
                    line(&mut sheet, row, &label, figures.of(figure.indicator), amount);
                }
                Item::Differs(one, _) => {
                    let label = format!("! {} · {}", one.antenna.name, look.text(one.indicator.id()));
                    let at = line(&mut sheet, row, &label, one.counted, Cents(0));
                    let facts = [
                        ("stated", Fact::from(one.stated)),
                        ("from", Fact::Date(one.from)),
                        ("to", Fact::Date(one.to)),
                    ];
                    sheet.put(at, y, row.right(), &look.catalog.text_with("impact-differs", &facts), Role::Warning);
                }
                Item::Kind(figure, count, amount) => {
                    let kind = figure.kind.as_deref().unwrap_or_default();
                    let version = antenna.convention(measured.to);
                    let of = look.catalog.attribute(figure.indicator.id(), "short");
                    let label = format!("{of} · {}", figure.indicator.kind_name(kind, version, look.catalog));
                    line(&mut sheet, row, &label, *count, *amount);
                }
                Item::Erased(indicator, count, amount) => {
                    let of = look.catalog.attribute(indicator.id(), "short");
                    let label = format!("{of} · {}", look.text("impact-erased-kind"));
                    line(&mut sheet, row, &label, *count, *amount);
                }
                Item::Note(note) => {
                    let at = sheet.put(row.x + 2, y, row.right(), &look.catalog.date(note.date), Role::Muted) + 2;
                    let at = sheet.put_typed(at, y, row.right(), &note.partner, Role::Label);
                    let text = note.text.lines().next().unwrap_or_default();
                    sheet.put_typed(at + u16::from(!note.partner.is_empty()) * 2, y, row.right(), text, Role::Text);
                }
                Item::Scale(code, figures) => {
                    let label = self.scale_name(code, look.catalog);
                    let at = line(&mut sheet, row, &label, figures.rated(), Cents(0));
                    let moved = format!("↑{} ={} ↓{}", figures.higher, figures.same, figures.lower);
                    let at = sheet.put(at, y, row.right(), &moved, Role::Text) + 2;
                    let levels = antenna.convention(measured.to).map(|version| version.effects.levels.as_slice());
                    let bars = |of: &std::collections::BTreeMap<u32, u64>| {
                        let counts = levels.unwrap_or_default().iter();
                        chart::sparkline(counts.map(|level| of.get(&level.level).copied().unwrap_or_default()))
                    };
                    let bars = format!("{} → {}", bars(&figures.first), bars(&figures.last));
                    if at + look::width(&bars) <= row.right() {
                        sheet.put(at, y, row.right(), &bars, Role::Landmark);
                    }
                }
            }
            if place == self.list.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        None
    }

    fn scale_name(&self, code: &EffectScaleCode, catalog: &Catalog) -> String {
        let version = self.measured.as_ref().and_then(|(measured, antenna)| antenna.convention(measured.impact.to));
        let label = version.and_then(|version| version.effects.scale(code));
        label.map_or(code.as_str(), |label| label.of(catalog.lang())).to_owned()
    }

    /// Last day of the period that begins on `from`.
    fn last_day(&self, from: NaiveDate) -> NaiveDate {
        let next = from.checked_add_months(Months::new(self.span.months()));
        next.and_then(|next| next.pred_opt()).unwrap_or(from)
    }

    fn is_line(&self) -> Vec<bool> {
        self.items.iter().map(|item| !matches!(item, Item::Heading(_))).collect()
    }
}

/// The name, the figure, what it has become since the closing, and where there is room what each month of the period had.
fn draw_figure(
    sheet: &mut Sheet<'_, '_>,
    row: Rect,
    figure: &Figure,
    figures: &Indicators,
    measured: &Measured,
    corrections: &[Correction],
) {
    let amount = if figure.indicator == Indicator::FinancialInterventions { figures.granted } else { Cents(0) };
    let label = sheet.text(figure.indicator.id()).into_owned();
    let mut at = line(sheet, row, &label, figures.of(figure.indicator), amount);
    let group = figure.group.as_ref().unwrap_or(&Group::Antenna);
    if let Some(one) = corrections.iter().find(|one| one.group == *group && one.indicator == figure.indicator) {
        let granted = (one.now.1 != Cents(0)).then(|| sheet.catalog().money(one.now.1));
        let facts = [("count", Fact::from(one.now.0)), ("granted", Fact::from(granted.unwrap_or_default()))];
        let corrected = sheet.text_with("impact-corrected", &facts);
        at = sheet.put(at, row.y, row.right(), corrected.trim_end(), Role::Warning) + 2;
    }
    if figure.group.is_none() && measured.months.len() > 1 {
        let months = chart::sparkline(measured.months.values().map(|month| month.of(figure.indicator)));
        let (first, last) = (measured.months.keys().next(), measured.months.keys().next_back());
        let named = first.zip(last).map(|(first, last)| {
            let month = |date: &NaiveDate| sheet.catalog().month_short(date.month()).into_owned();
            format!("{} {months} {}", month(first), month(last))
        });
        let named = named.unwrap_or(months);
        if at + look::width(&named) <= row.right() {
            sheet.put(at, row.y, row.right(), &named, Role::Landmark);
        }
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

/// A label, its figure and its amount where there is one; the column after them.
fn line(sheet: &mut Sheet<'_, '_>, row: Rect, label: &str, count: u64, amount: Cents) -> u16 {
    let catalog = sheet.catalog();
    let figure_ends = row.x + (row.width / 2).clamp(30, 56);
    let role = if count == 0 { Role::Muted } else { Role::Text };
    sheet.put_typed(row.x + 2, row.y, figure_ends.saturating_sub(8), label, role);
    let figure = catalog.number(i64::try_from(count).unwrap_or(i64::MAX));
    sheet.put_right(row.x + 2, row.y, figure_ends, &figure, role);
    if amount == Cents(0) {
        return figure_ends + 2;
    }
    sheet.put(figure_ends + 2, row.y, row.right(), &catalog.money(amount), role) + 2
}

fn figure_name(figure: &Figure, measured: &Measured, antenna: &AntennaRecord, catalog: &Catalog) -> String {
    let mut parts = vec![catalog.text(figure.indicator.id()).into_owned()];
    parts.extend(figure.group.as_ref().map(|group| group.name(antenna, catalog)));
    let version = antenna.convention(measured.to);
    parts.extend(figure.kind.as_ref().map(|kind| figure.indicator.kind_name(kind, version, catalog)));
    parts.join(" · ")
}

/// The date, the family, the kind, the amount.
fn draw_acts(sheet: &mut Sheet<'_, '_>, area: Rect, behind: &Behind, measured: &Measured, antenna: &AntennaRecord) {
    let acts = &behind.found.acts;
    if acts.is_empty() {
        let text = sheet.text("impact-no-act").into_owned();
        sheet.put_wrapped(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, &text, Role::Muted);
        return;
    }
    let top = behind.list.top(&vec![true; acts.len()], area.height);
    let version = antenna.convention(measured.to);
    for ((place, one), y) in acts.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
        let row = Rect { y, height: 1, ..area };
        let catalog = sheet.catalog();
        sheet.put(row.x + 2, y, row.right(), &catalog.date(one.act.date), Role::Muted);
        let name_ends = row.x + 14 + (row.width / 3).min(34);
        let (name, role) = match one.source {
            Source::Family(_) | Source::Session => (sheet.look.mask(&one.name).into_owned(), Role::Text),
            Source::Erased(count) => {
                let facts = [("count", Fact::from(count))];
                (catalog.text_with("impact-erased-acts", &facts), Role::Muted)
            }
        };
        sheet.put_typed(row.x + 14, y, name_ends, &name, role);
        let kind = one.act.kind.as_deref().map(|kind| one.act.indicator.kind_name(kind, version, catalog));
        let amount = (one.act.amount != Cents(0)).then(|| catalog.money(one.act.amount));
        let told = kind.into_iter().chain(amount).collect::<Vec<_>>().join(" · ");
        sheet.put_typed(name_ends + 1, y, row.right(), &told, Role::Text);
        if place == behind.list.at() {
            sheet.put(row.x, y, row.right(), "▸", Role::Text);
            sheet.select(row);
        }
    }
}
