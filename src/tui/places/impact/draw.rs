//! Draws the figures of a period, and the acts behind one of them.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Behind, Impact, Item};
use crate::app::{Figure, Source};
use crate::base::id::EffectScaleCode;
use crate::base::locale::{Catalog, Fact};
use crate::base::money::Cents;
use crate::domain::antenna::AntennaRecord;
use crate::domain::closure::Correction;
use crate::domain::impact::{Group, Impact as Measured};
use crate::domain::indicator::{Indicator, Indicators};
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::widgets::chart;

impl Impact {
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
                Item::Told(told) => {
                    sheet.put_typed(row.x + 2, y, row.right(), told, Role::Text);
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

    pub(super) fn scale_name(&self, code: &EffectScaleCode, catalog: &Catalog) -> String {
        let version = self.measured.as_ref().and_then(|(measured, antenna)| antenna.convention(measured.impact.to));
        let label = version.and_then(|version| version.effects.scale(code));
        label.map_or(code.as_str(), |label| label.of(catalog.lang())).to_owned()
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

/// A label, its figure and its amount where there is one; the column after them.
fn line(sheet: &mut Sheet<'_, '_>, row: Rect, label: &str, count: u64, amount: Cents) -> u16 {
    let catalog = sheet.catalog();
    // On a screen of 80 columns the longest name of an indicator is read whole, and the months or levels still fit.
    let figure_ends = row.x + row.width.saturating_sub(25).clamp(30, 56);
    let role = if count == 0 { Role::Muted } else { Role::Text };
    sheet.put_typed(row.x + 2, row.y, figure_ends.saturating_sub(8), label, role);
    let figure = catalog.number(i64::try_from(count).unwrap_or(i64::MAX));
    sheet.put_right(row.x + 2, row.y, figure_ends, &figure, role);
    if amount == Cents(0) {
        return figure_ends + 2;
    }
    sheet.put(figure_ends + 2, row.y, row.right(), &catalog.money(amount), role) + 2
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
        let name_ends = row.x + 14 + (row.width / 3).min(46);
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
        let told = one.antenna.iter().cloned().chain(kind).chain(amount).collect::<Vec<_>>().join(" · ");
        sheet.put_typed(name_ends + 1, y, row.right(), &told, Role::Text);
        if place == behind.list.at() {
            sheet.put(row.x, y, row.right(), "▸", Role::Text);
            sheet.select(row);
        }
    }
}
