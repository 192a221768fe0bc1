//! The frame round the screens: header, panes, footer, and how they shrink.

use jalon::tui::frame::Header;
use jalon::tui::input::{Input, Timer};
use jalon::tui::theme::Theme;
use jalon::tui::ui::Farewell;
use ratatui::layout::Size;

use super::harness::{Deaf, Stage};
use super::office::Office;

fn stage(width: u16, height: u16) -> Stage<Deaf> {
    let mut stage = Stage::new(width, height, Deaf::default());
    stage.ui.header = Header {
        antenna: "Antenne de Melun".into(),
        author: "C. Moreau".into(),
        taken: 47,
        places: 50,
        due: 3,
        overdue: 1,
        to_hand_over: 12,
        ..Header::default()
    };
    stage.inputs(vec![Input::Resize(Size { width, height })]);
    stage
}

#[test]
fn the_frame_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20), (59, 20), (20, 5)] {
        insta::assert_snapshot!(format!("frame_{width}x{height}"), stage(width, height).text());
    }
}

#[test]
fn the_focus_goes_round_the_panes() {
    let mut stage = stage(100, 30);
    let mut titles = Vec::new();
    for _ in 0..4 {
        let focused = stage.text().lines().find_map(|line| line.split_once('▸').map(|(_, after)| after.to_owned()));
        let title = focused.unwrap();
        let known = ["File active", "Dossier", "Parcours"]
            .into_iter()
            .find(|known| title.split('┬').next().unwrap().contains(known));
        titles.push(known.unwrap());
        stage.keys("<Tab>");
    }
    assert_eq!(titles, ["File active", "Dossier", "Parcours", "File active"]);
}

#[test]
fn switching_panes_costs_few_bytes_and_one_write() {
    let mut stage = stage(120, 40);
    stage.keys("<Tab>");
    let frames = stage.frames();
    assert_eq!(frames.len(), 1);
    assert!(frames[0].len() <= 300, "{} bytes", frames[0].len());
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut stage = stage(120, 40);
    stage.keys("<Down>");
    assert_eq!(stage.frames(), Vec::<Vec<u8>>::new());
}

#[test]
fn a_terminal_made_larger_shows_everything_again() {
    let mut stage = stage(40, 10);
    stage.inputs(vec![Input::Resize(Size { width: 80, height: 24 })]);
    let text = stage.text();
    assert!(text.contains(" 47/50 ") && text.contains("F1 aide"), "{text}");
}

#[test]
fn a_narrow_header_shortens_words_and_keeps_every_figure() {
    for width in 60..140 {
        let stage = stage(width, 24);
        let header = stage.line(0);
        for figure in ["47/50", "! ", " 1 ", " 3 ", " 12"] {
            assert!(header.contains(figure), "{figure:?} at {width}: {header}");
        }
        assert_eq!(header.contains("hors ligne"), header.contains("à transmettre 12 ─"), "{header}");
    }
}

#[test]
fn a_header_never_leaves_out_that_nothing_can_be_written() {
    let mut stage = stage(60, 24);
    stage.ui.header.read_only = true;
    stage.keys("<Tab>");
    assert!(stage.line(0).ends_with("lecture seule"), "{}", stage.line(0));
}

#[test]
fn privacy_masks_the_author() {
    let mut stage = stage(100, 30);
    stage.keys("<F9>");
    assert!(!stage.line(0).contains("Moreau") && stage.line(0).contains("noms masqués (F9)"), "{}", stage.line(0));
    stage.keys("<F9>");
    assert!(stage.line(0).contains("C. Moreau"));
}

#[test]
fn each_theme_keeps_the_same_text() {
    let mut stage = stage(100, 30);
    let dark = stage.text();
    let mut styles = vec![stage.styles()];
    for _ in Theme::COLOURED.iter().skip(1) {
        stage.keys("<F8>");
        assert_eq!(stage.text(), dark);
        styles.push(stage.styles());
    }
    styles.dedup();
    assert_eq!(styles.len(), 3);
}

#[test]
fn without_colour_no_colour_is_sent() {
    let mut stage = stage(100, 30);
    stage.ui.theme = Theme::Plain;
    stage.keys("<Tab>");
    let styles = stage.styles();
    assert!(!styles.contains("fg ") && !styles.contains("bg "), "{styles}");
}

#[test]
fn leaving_locking_and_signals_end_the_loop_each_its_way() {
    for (keys, farewell) in [("q", Farewell::Quit), ("<F10>", Farewell::Quit), ("<C-l>", Farewell::Lock)] {
        let mut stage = stage(80, 24);
        stage.keys(keys);
        assert_eq!(stage.farewell(), Some(farewell), "{keys}");
    }
    let mut idle = stage(80, 24);
    idle.elapsed(Timer::Idle);
    assert_eq!(idle.farewell(), Some(Farewell::Lock));
    let mut gone = stage(80, 24);
    gone.inputs(vec![Input::Terminate]);
    assert_eq!(gone.farewell(), Some(Farewell::Terminated));
}

#[test]
fn the_footer_offers_what_is_of_a_family_where_one_is_under_the_cursor_and_no_screen_offers_itself() {
    let mut office = Office::open(140, 40);
    assert!(office.stage.line(39).contains("u annuler l’acte"), "{}", office.text());
    for (screen, keys) in [("settings", ","), ("groups", "l"), ("steering", "b")] {
        office.keys(keys);
        let footer = office.stage.line(39);
        assert!(!footer.contains("annuler l’acte") && !footer.contains("historique"), "{screen}: {footer}");
        assert!(footer.contains("a échéances"), "{screen}: {footer}");
    }
    office.keys("a");
    let footer = office.stage.line(39);
    assert!(footer.contains("u annuler l’acte") && !footer.contains("a échéances"), "{footer}");
}

#[test]
fn esc_puts_a_refusal_away_before_it_leaves_the_screen() {
    let mut office = Office::open(100, 30);
    office.keys(",u");
    assert!(office.text().contains("un tel acte ne s’annule pas"), "{}", office.text());
    office.keys("<Esc>");
    assert!(office.text().contains("▸Réglages"), "{}", office.text());
    office.keys("<Esc>");
    assert!(!office.text().contains("Réglages"), "{}", office.text());
}
