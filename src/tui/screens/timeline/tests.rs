#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::base::locale::{Catalog, Lang};
use crate::domain::contract::ContractKind;
use crate::domain::deadline::Deadline;
use crate::domain::encounter::Setting;
use crate::tui::look::Privacy;
use crate::tui::screens::fixture::{Story, diarra, drawn};

fn subject<'a>(story: &'a Story, timeline: &'a Timeline, deadlines: &'a [Deadline]) -> Subject<'a> {
    let (record, antenna, today) = (&story.record, &story.antenna, story.today);
    Subject { record, timeline, deadlines, antenna, today, privacy: Privacy::Shown }
}

fn pane(story: &Story, view: &TimelineView, width: u16, height: u16, lang: Lang) -> String {
    let deadlines = story.deadlines();
    let timeline = Timeline::of(&story.record, &deadlines, story.today);
    let subject = subject(story, &timeline, &deadlines);
    drawn(width, height, lang, |sheet, area| view.draw(sheet, area, &subject, true))
}

#[test]
fn the_path_at_each_size_and_zoom() {
    let story = diarra();
    let mut text = String::new();
    for (width, height, zoom, lang) in [
        (108, 9, Zoom::Year, Lang::Fr),
        (84, 4, Zoom::Year, Lang::Fr),
        (70, 6, Zoom::Year, Lang::En),
        (60, 5, Zoom::Year, Lang::Fr),
        (40, 4, Zoom::Year, Lang::Fr),
        (108, 8, Zoom::Quarter, Lang::Fr),
        (60, 6, Zoom::Quarter, Lang::Fr),
        (108, 8, Zoom::Month, Lang::Fr),
        (40, 6, Zoom::Month, Lang::Fr),
    ] {
        let view = TimelineView { zoom, ..TimelineView::default() };
        text.push_str(&format!("── {width}×{height} {zoom:?} {lang:?}\n"));
        text.push_str(&pane(&story, &view, width, height, lang));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn walking_reaches_every_mark_and_explains_it() {
    let story = diarra();
    let deadlines = story.deadlines();
    let timeline = Timeline::of(&story.record, &deadlines, story.today);
    let subject = subject(&story, &timeline, &deadlines);
    let mut view = TimelineView::default();
    for _ in 0..=timeline.marks.len() {
        view.walk(&timeline, story.today, Way::Earlier, 84);
    }
    let catalog = Catalog::new(Lang::Fr);
    let mut lines = Vec::new();
    for mark in &timeline.marks {
        assert_eq!(view.focused(), Some(mark.object));
        let drawn = pane(&story, &view, 84, 9, Lang::Fr);
        let line = subject.explain(&catalog, mark);
        let shown: String = line.chars().take(60).collect();
        assert!(drawn.contains(&shown), "{shown}\n{drawn}");
        lines.push(format!("{} {line}", signs::sign(mark.sign)));
        view.walk(&timeline, story.today, Way::Later, 84);
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_mark_under_the_cursor_stays_in_view_at_every_zoom_and_width() {
    let story = diarra();
    let deadlines = story.deadlines();
    let timeline = Timeline::of(&story.record, &deadlines, story.today);
    for width in [40, 60, 84, 140] {
        let mut view = TimelineView::default();
        for step in 0..3 * timeline.marks.len() {
            match step % 7 {
                3 => view.set_zoom(view.zoom.closer(), story.today, width),
                6 => view.set_zoom(view.zoom.wider(), story.today, width),
                _ => view.walk(&timeline, story.today, if step % 11 < 7 { Way::Later } else { Way::Earlier }, width),
            }
            if let Some(mark) = view.focus {
                let from = view.begins(story.today, width);
                let layout = timeline.layout(story.today, view.zoom, from, cells_of(width));
                let place = timeline.position(&mark).unwrap();
                assert!(layout.cells[place].is_some(), "{mark:?} at {:?} in {width} from {from}", view.zoom);
            }
        }
    }
}

#[test]
fn a_draft_over_a_running_contract_has_a_row_of_its_own() {
    let mut story = diarra();
    story.drafted("2026-11-25", ContractKind::Amendment, "2026-12-15", 6, "2027-01-15");
    insta::assert_snapshot!(pane(&story, &TimelineView::default(), 84, 8, Lang::Fr));
}

#[test]
fn a_contract_that_ended_early_and_a_past_appointment_without_outcome_are_marked() {
    let mut story = Story::new(8);
    story
        .oriented("2026-02-01", "Sow", "Awa", &[("Adama", "2025-02-28")])
        .included("2026-02-10")
        .held("2026-02-20", Setting::DepartmentPremises, &[crate::domain::encounter::Step::Assessment])
        .drafted("2026-02-20", ContractKind::First, "2026-03-01", 6, "2026-05-31")
        .signed("2026-03-01")
        .planned("2026-03-10", "2026-04-02", "")
        .on(
            "2026-05-15",
            crate::domain::FamilyAct::EndContract(crate::domain::contract::EndContract {
                contract: None,
                date: "2026-05-15".parse().unwrap(),
                reason: crate::domain::contract::EndReason::Agreement,
                comment: String::new(),
            }),
        )
        .looked_at("2026-07-01");
    insta::assert_snapshot!(pane(&story, &TimelineView::default(), 84, 8, Lang::Fr));
}

#[test]
fn home_shows_the_inclusion_and_end_the_last_day() {
    let story = diarra();
    let deadlines = story.deadlines();
    let timeline = Timeline::of(&story.record, &deadlines, story.today);
    let mut view = TimelineView { zoom: Zoom::Quarter, ..TimelineView::default() };
    view.go_to_start(&timeline, story.today, 60);
    let start = pane(&story, &view, 60, 6, Lang::Fr);
    view.go_to_end(&timeline, story.today, 60);
    let end = pane(&story, &view, 60, 6, Lang::Fr);
    insta::assert_snapshot!(format!("{start}──\n{end}"));
}
