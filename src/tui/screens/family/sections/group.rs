//! The group actions that the family was expected at.

use super::Dossier;
use crate::domain::group::Presence;
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::screens::timeline::signs;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::{Object, Sign};

/// The latest first.
pub(super) fn attendances(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let mut attendances: Vec<_> = dossier.record.attendances.iter().collect();
    if attendances.is_empty() {
        return;
    }
    attendances.sort_by_key(|attendance| std::cmp::Reverse((attendance.date, attendance.session)));
    writer.heading("family-attendances");
    for attendance in attendances {
        let catalog = writer.catalog;
        let title = dossier.antenna.group_session(attendance.session).map(|(action, _)| action.title.as_str());
        let told = format!("{} · {}", title.unwrap_or_default(), catalog.text(attendance.presence.id()));
        let role = match attendance.presence {
            Presence::Present => Role::Text,
            Presence::Absent | Presence::Excused => Role::Muted,
        };
        let target = Some(Target::Mark(Object::Attendance(attendance.session)));
        let date = catalog.date(attendance.date);
        writer.row(target, &[(0, signs::sign(Sign::Attended), role), (2, &date, Role::Text), (14, &told, role)]);
    }
}
