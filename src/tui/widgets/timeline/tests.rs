#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use chrono::Datelike;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn timeline(bars: &[(&str, &str)], marks: &[&str]) -> Timeline {
    let contract = ContractId::from_bytes([9; 16]);
    let bar = |(rank, (from, to)): (u32, &(&str, &str))| Bar {
        contract,
        rank,
        from: day(from),
        to: day(to),
        draft: false,
        cut_short: false,
        birthday: None,
    };
    let mark = |date: &&str| Mark { date: day(date), lane: Lane::Acts, sign: Sign::Office, object: Object::Stay(0) };
    Timeline {
        bars: (1..).zip(bars).map(bar).collect(),
        marks: marks.iter().map(mark).collect(),
        begins: None,
        landmark_years: 3,
    }
}

#[test]
fn days_fall_in_their_month_whatever_its_length() {
    // 60 cells at the year's look: 4 to a month.
    for (from, date, x) in [
        ("2026-01-01", "2026-01-01", Some(0)),
        ("2026-01-01", "2026-01-08", Some(0)),
        ("2026-01-01", "2026-01-31", Some(3)),
        ("2026-01-01", "2026-02-01", Some(4)),
        ("2026-01-01", "2026-02-28", Some(7)),
        ("2028-01-01", "2028-02-29", Some(7)),
        ("2026-01-01", "2026-03-01", Some(8)),
        ("2026-01-01", "2026-12-31", Some(47)),
        ("2026-01-01", "2027-03-31", Some(59)),
        ("2026-01-01", "2027-04-01", None),
        ("2026-01-01", "2025-12-31", None),
        ("2026-02-15", "2026-02-15", Some(0)),
    ] {
        let layout = timeline(&[], &[date]).layout(day("2026-06-01"), Zoom::Year, day(from), 60);
        assert_eq!(layout.cells, [x], "{date} from {from}");
    }
}

#[test]
fn at_the_month_s_look_every_day_has_its_own_cells() {
    for (width, from, date, x) in [
        (40, "2026-01-01", "2026-01-02", Some(1)),
        (40, "2026-01-01", "2026-01-31", Some(30)),
        (40, "2026-01-01", "2026-02-01", Some(31)),
        (40, "2028-02-01", "2028-02-29", Some(28)),
        (140, "2026-01-01", "2026-01-02", Some(4)),
        (140, "2026-01-01", "2026-01-31", Some(120)),
    ] {
        let layout = timeline(&[], &[date]).layout(day("2026-06-01"), Zoom::Month, day(from), width);
        assert_eq!(layout.cells, [x], "{date} from {from} in {width}");
    }
}

#[test]
fn bars_are_clipped_on_both_sides_and_left_out_when_out_of_view() {
    for (bar, placed) in [
        (("2026-02-01", "2026-03-31"), Some((4, 11, false, false))),
        (("2025-06-01", "2026-01-31"), Some((0, 3, true, false))),
        (("2027-01-01", "2027-12-31"), Some((48, 59, false, true))),
        (("2025-01-01", "2028-12-31"), Some((0, 59, true, true))),
        (("2025-01-01", "2025-12-31"), None),
        (("2027-04-01", "2027-12-31"), None),
        (("2026-02-01", "2026-02-01"), Some((4, 4, false, false))),
        (("2025-12-31", "2026-01-01"), Some((0, 0, true, false))),
    ] {
        let layout = timeline(&[bar], &[]).layout(day("2026-06-01"), Zoom::Year, day("2026-01-01"), 60);
        let found = layout.bars.first().map(|bar| (bar.from, bar.to, bar.clipped_left, bar.clipped_right));
        assert_eq!(found, placed, "{bar:?}");
    }
}

#[test]
fn two_contracts_that_follow_each_other_touch_and_do_not_overlap() {
    for zoom in [Zoom::Year, Zoom::Quarter, Zoom::Month] {
        for (last, first) in [("2026-02-28", "2026-03-01"), ("2028-02-29", "2028-03-01"), ("2026-06-30", "2026-07-01")]
        {
            let layout = timeline(&[("2025-12-01", last), (first, "2029-01-01")], &[]).layout(
                day("2026-06-01"),
                zoom,
                day(last).with_day(1).unwrap(),
                130,
            );
            let [before, after] = layout.bars[..] else { panic!("{:?}", layout.bars) };
            assert!(before.to < after.from, "{zoom:?} {last}: {before:?} {after:?}");
        }
    }
}

#[test]
fn the_part_of_a_bar_after_the_third_birthday_begins_in_its_cell() {
    let mut path = timeline(&[("2026-01-01", "2026-12-31")], &[]);
    for (birthday, after) in [("2026-06-01", Some(20)), ("2025-06-01", Some(0)), ("2028-01-01", None)] {
        path.bars[0].birthday = Some(day(birthday));
        let layout = path.layout(day("2026-06-01"), Zoom::Year, day("2026-01-01"), 60);
        assert_eq!(layout.bars[0].after_birthday, after, "{birthday}");
    }
}

#[test]
fn marks_of_one_cell_are_stacked_and_none_is_lost() {
    let path = timeline(&[], &["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-20", "2026-05-01"]);
    let layout = path.layout(day("2026-06-01"), Zoom::Year, day("2026-01-01"), 60);
    let stacks: Vec<_> = layout.stacks(&path, &[Lane::Acts]).into_iter().map(|stack| (stack.x, stack.marks)).collect();
    assert_eq!(stacks, [(0, vec![0, 1, 2]), (2, vec![3]), (16, vec![4])]);
    assert_eq!(layout.stacks(&path, &[Lane::Deadlines]), []);
}

#[test]
fn a_step_of_scrolling_is_a_month_a_week_or_a_day() {
    for (zoom, from, later, earlier) in [
        (Zoom::Year, "2026-01-31", "2026-02-28", "2025-12-31"),
        (Zoom::Quarter, "2028-02-25", "2028-03-03", "2028-02-18"),
        (Zoom::Month, "2028-02-28", "2028-02-29", "2028-02-27"),
    ] {
        assert_eq!(zoom.step(day(from), true), day(later));
        assert_eq!(zoom.step(day(from), false), day(earlier));
    }
}

fn any_zoom() -> impl Strategy<Value = Zoom> {
    prop_oneof![Just(Zoom::Month), Just(Zoom::Quarter), Just(Zoom::Year)]
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0i64..20_000).prop_map(|days| day("2000-01-01") + chrono::Duration::days(days))
}

proptest! {
    #[test]
    fn later_days_never_stand_to_the_left(zoom in any_zoom(), width in 30u16..150, a in any_day(), b in any_day()) {
        let scale = Scale::new(zoom, width);
        let (early, late) = (a.min(b), a.max(b));
        prop_assert!(scale.cell(early) <= scale.cell(late));
    }

    #[test]
    fn the_first_day_of_a_cell_is_found_from_it(zoom in any_zoom(), width in 30u16..150, date in any_day()) {
        let scale = Scale::new(zoom, width);
        let first = scale.date(scale.cell(date));
        prop_assert_eq!(scale.cell(first), scale.cell(date));
        prop_assert!(first <= date);
    }

    #[test]
    fn a_day_begun_for_stands_where_it_was_asked(zoom in any_zoom(), width in 30u16..150, date in any_day(), x in 0u16..29) {
        let scale = Scale::new(zoom, width);
        let from = scale.begin(date, x);
        let stands = scale.cell(date) - scale.cell(from);
        // A short month at the closest look ends with cells of no day.
        prop_assert!(stands <= i64::from(x) && i64::from(x) - stands <= 16, "{} for {}", stands, x);
    }
}
