//! How the lines of the exchange are drawn, and what is told at the foot of the one under the cursor.

use std::borrow::Cow;

use chrono::Local;
use ratatui::layout::{Position, Rect};

use super::{Item, Kept, bundle, named};
use crate::app::{ByKind, Counted};
use crate::base::locale::{Catalog, Fact};
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;

/// One line of the screen, within its row.
pub(super) fn draw_item(sheet: &mut Sheet<'_, '_>, row: Rect, item: &Item<'_>) {
    let (y, right) = (row.y, row.right());
    let catalog = sheet.catalog();
    match item {
        Item::Heading(id) => {
            sheet.put(row.x + 1, y, right, &catalog.text(id), Role::Heading);
        }
        Item::Nothing => {
            sheet.put(row.x + 2, y, right, &catalog.text("exchange-none-sealed"), Role::Muted);
        }
        Item::Refused(refused) => {
            let name_end = row.x + 2 + (row.width / 3).min(36);
            draw_name(sheet, Position::new(row.x + 2, y), name_end, &refused.name);
            let (said, role) = bundle::refused_told(refused, catalog);
            sheet.put_typed(name_end + 1, y, right, &said, role);
        }
        Item::Beside(id, count) => {
            let said = catalog.text_with(id, &[("count", Fact::from(*count))]);
            sheet.put(row.x + 2, y, right, &said, Role::Text);
        }
        Item::Antenna(preview) => {
            let name = catalog.text("agenda-antenna");
            draw_counts(sheet, row, &name, &preview.antenna.leaving, &preview.antenna.staying);
        }
        Item::Family(family) => {
            if family.is_again && family.counted.leaving.is_empty() {
                let name_end = row.x + 2 + (row.width / 2).min(36);
                draw_name(sheet, Position::new(row.x + 2, y), name_end, &family.name);
                sheet.put(name_end + 1, y, right, &catalog.text("exchange-leaves-again"), Role::Text);
                return;
            }
            let name = masked(sheet.look, &family.name);
            draw_counts(sheet, row, &name, &family.counted.leaving, &family.counted.staying);
        }
        Item::Kept(Kept { sealed, is_in_folder, .. }) => {
            let created = sealed.created_at.with_timezone(&Local);
            let facts = [
                ("sequence", Fact::from(sealed.sequence)),
                ("date", Fact::Text(catalog.date(created.date_naive()))),
                ("time", Fact::Text(created.format("%H:%M").to_string())),
                ("file", Fact::from(sealed.file_name.as_str())),
            ];
            let (state, role) = bundle::state(sealed, *is_in_folder, catalog);
            // Where it stands before the name of its file, of which the foot and the question have the rest.
            let end = sheet.put_right(row.x + 9, y, right - 1, &state, role).saturating_sub(1);
            sheet.put_typed(row.x + 2, y, end, &catalog.text_with("exchange-sealed-line", &facts), Role::Text);
        }
    }
}

/// A name as it is shown; that there is no file any more names nobody.
fn masked<'a>(look: &'a Look<'_>, name: &'a str) -> Cow<'a, str> {
    if name.is_empty() { named(name, look.catalog) } else { look.mask(name) }
}

fn draw_name(sheet: &mut Sheet<'_, '_>, at: Position, end: u16, name: &str) {
    if name.is_empty() {
        sheet.put(at.x, at.y, end, &named(name, sheet.catalog()), Role::Muted);
    } else {
        sheet.put_name(at.x, at.y, end, name, Role::Text);
    }
}

fn draw_counts(sheet: &mut Sheet<'_, '_>, row: Rect, name: &str, leaving: &ByKind, staying: &ByKind) {
    let (y, right) = (row.y, row.right());
    let catalog = sheet.catalog();
    let name_end = row.x + 2 + (row.width / 2).min(36);
    sheet.put_typed(row.x + 2, y, name_end, name, Role::Text);
    let leaves = catalog.text_with("exchange-leaves", &[("count", Fact::from(leaving.values().sum::<u64>()))]);
    let at = sheet.put(name_end + 1, y, right, &leaves, Role::Text);
    let stays = staying.values().sum::<u64>();
    if stays > 0 {
        let stays = catalog.text_with("exchange-stays", &[("count", Fact::from(stays))]);
        sheet.put((name_end + 14).max(at + 2), y, right, &format!("■ {stays}"), Role::Private);
    }
}

/// What leaves and what stays of the line under the cursor, by kind.
pub(super) fn draw_foot(sheet: &mut Sheet<'_, '_>, area: Rect, item: &Item<'_>) {
    let catalog = sheet.catalog();
    let text = match item {
        Item::Family(family) => spelled(&family.counted, &family.for_panel, catalog),
        Item::Antenna(preview) => spelled(&preview.antenna, &ByKind::new(), catalog),
        Item::Kept(kept) => bundle::told(&kept.sealed, catalog).join("\n"),
        Item::Refused(refused) => bundle::correction(refused, catalog),
        Item::Heading(_) | Item::Beside(..) | Item::Nothing => return,
    };
    sheet.put(area.x, area.y, area.right(), &"─".repeat(usize::from(area.width)), Role::Border);
    for (line, y) in look::wrap(&text, area.width.saturating_sub(2)).iter().zip(area.y + 1..area.bottom()) {
        sheet.put_typed(area.x + 1, y, area.right(), line, Role::Muted);
    }
}

/// `Reste à l’antenne : note privée`, then what the panel alone is told, then `Part : entretien × 3…`.
pub(super) fn spelled(counted: &Counted, for_panel: &ByKind, catalog: &Catalog) -> String {
    let listed = |id: &str, counts: &ByKind| {
        let each = counts.iter().map(|(kind, count)| match count {
            1 => catalog.text(&format!("event-{kind}")).into_owned(),
            // No line ends between the number and what it counts.
            count => format!("{}\u{a0}×\u{a0}{count}", catalog.text(&format!("event-{kind}"))),
        });
        let what = Fact::Text(each.collect::<Vec<_>>().join(", "));
        (!counts.is_empty()).then(|| catalog.text_with(id, &[("what", what)]))
    };
    let stays = listed("exchange-stays-what", &counted.staying);
    let told = listed("exchange-for-panel-what", for_panel);
    let leaves = listed("exchange-leaves-what", &counted.leaving);
    [stays, told, leaves].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Where the lines are: under the two lines of the head, above the foot.
pub(super) fn list_area(area: Rect) -> Rect {
    let foot = match area.height {
        0..15 => 0,
        15..24 => 6,
        24.. => 8,
    };
    Rect { y: area.y + 2, height: area.height.saturating_sub(2 + foot), ..area }
}
