//! Where the hand-off with each antenna stands.

use jalon::app::access::{Opener, Secret};
use jalon::app::department;
use jalon::base::clock::Clock;
use jalon::base::locale::Lang;
use jalon::tui::ui::Farewell;

use super::{Office, SIZES, Shown, reopened, three_antennas};
use crate::app::day;

fn shown(width: u16, height: u16, lang: Lang) -> Shown {
    Shown::of(three_antennas().0, width, height, lang)
}

#[test]
fn the_streams_at_each_size() {
    for (width, height) in SIZES {
        let shown = shown(width, height, Lang::Fr);
        insta::assert_snapshot!(format!("streams_{width}x{height}"), shown.text());
    }
    insta::assert_snapshot!("streams_en", shown(100, 30, Lang::En).text());
}

#[test]
fn an_antenna_opens_onto_what_was_sealed_for_it_and_esc_goes_back() {
    let mut shown = shown(100, 30, Lang::Fr);
    shown.keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("Antennes · Antenne de Meaux") && said.contains("il manque le lot n° 3"), "{said}");
    assert!(said.contains("Lots mis de côté jusque-là : n° 4"), "{said}");
    shown.keys("<Esc>");
    assert!(shown.line_with("│▸").contains("Antenne de Meaux"), "{}", shown.text());
}

#[test]
fn one_antenna_at_the_two_smallest_sizes_and_in_english() {
    for (width, height, lang) in [(80, 24, Lang::Fr), (60, 20, Lang::Fr), (100, 30, Lang::En)] {
        let mut shown = shown(width, height, lang);
        shown.keys("<Enter><Home>");
        insta::assert_snapshot!(format!("antenna_{lang:?}_{width}x{height}").to_lowercase(), without_digest(&shown));
    }
}

/// Digests differ in every run.
fn without_digest(shown: &Shown) -> String {
    let is_digest = |line: &&str| line.split_whitespace().any(|word| word.len() > 40 && !word.contains(['.', '─']));
    shown.text().lines().filter(|line| !is_digest(line)).map(|line| format!("{line}\n")).collect()
}

/// The Département on a later day.
fn on(office: Office, date: &str) -> Office {
    let Office { department, out, _store } = office;
    department.close().unwrap();
    let opener = Opener::Passphrase { label: None, passphrase: Secret::new("une phrase de passe") };
    let clock = Clock::frozen(day(date), format!("{date}T12:00:00Z").parse().unwrap());
    Office { department: department::open(_store.path(), &opener, clock).unwrap(), out, _store }
}

#[test]
fn an_antenna_is_silent_from_the_day_after_the_delay_and_one_never_heard_is_not() {
    let (office, _antennas) = three_antennas();
    let shown = Shown::of(on(office, "2026-12-23"), 140, 40, Lang::Fr);
    assert!(!shown.text().contains("silencieuse"), "the last day counts: {}", shown.text());
    let shown = Shown::of(on(shown.office(), "2026-12-24"), 140, 40, Lang::Fr);
    assert!(shown.line_with("Antenne de Melun").contains("! silencieuse\u{a0}: appelez-la"), "{}", shown.text());
    assert!(shown.line_with("Antenne de Provins").contains("· rien reçu encore"), "{}", shown.text());
    assert!(shown.text().contains("! alertes 2"), "with the one of which a bundle is missing: {}", shown.text());
}

#[test]
fn an_antenna_with_a_refused_family_is_counted_among_those_that_call_for_somebody() {
    let (office, mut antennas) = three_antennas();
    let shown = Shown::of(office, 100, 30, Lang::Fr);
    assert!(shown.text().contains("! alertes 1"), "the one of which a bundle is missing: {}", shown.text());
    let mut office = shown.office();
    antennas[2].included("Ballain", "1001");
    office.exchange(&mut antennas[2]);
    let shown = Shown::of(office, 100, 30, Lang::Fr);
    assert!(shown.line_with("Antenne de Provins").contains("! une famille refusée"), "{}", shown.text());
    assert!(shown.text().contains("! alertes 2"), "{}", shown.text());
}

#[test]
fn a_bundle_is_written_again_the_very_same() {
    let mut shown = shown(100, 30, Lang::Fr);
    let first = shown.written().into_iter().find(|path| path.to_string_lossy().contains("meaux-0003")).unwrap();
    let bytes = std::fs::read(&first).unwrap();
    std::fs::remove_file(&first).unwrap();
    shown.keys("<Enter>");
    assert!(shown.line_with("│▸").contains("absent du répertoire"), "{}", shown.text());
    assert!(shown.words().contains("Entrée : écrire de nouveau ce lot"), "{}", shown.text());
    shown.keys("<Enter>");
    assert!(shown.words().contains("Lot n° 3") && shown.words().contains("Empreinte du lot"), "{}", shown.text());
    assert!(!first.exists(), "it is asked first");
    shown.keys("<Enter>");
    assert_eq!(std::fs::read(&first).unwrap(), bytes);
    assert!(shown.line_with("│▸").contains("✓ dans le répertoire"), "{}", shown.text());
}

#[test]
fn our_card_is_written_with_the_words_to_read_aloud() {
    let mut shown = Shown::of(Office::founded(), 100, 30, Lang::Fr);
    assert!(shown.words().contains("Aucune antenne n’est enrôlée"), "{}", shown.text());
    shown.keys("f");
    assert!(shown.written()[0].to_string_lossy().ends_with("departement-d-essai.carte.json"));
    assert!(shown.words().contains("lisez-lui ces douze mots à voix haute"), "{}", shown.text());
}

#[test]
fn a_sign_of_presence_is_asked_about_then_sealed_for_every_antenna_and_for_none_where_there_is_none() {
    let mut shown = shown(100, 30, Lang::Fr);
    let before = shown.written().len();
    shown.keys("s");
    assert!(shown.words().contains("Un lot sans aucun acte est scellé pour chaque antenne."), "{}", shown.text());
    shown.keys("<Esc>");
    assert_eq!(shown.written().len(), before);
    shown.keys("s<Enter>");
    assert_eq!(shown.written().len(), before + 3);
    assert!(shown.words().contains("3 lots sont scellés"), "{}", shown.text());
    let mut alone = Shown::of(Office::founded(), 100, 30, Lang::Fr);
    alone.keys("s");
    assert!(alone.words().contains("aucune antenne enrôlée n’a de clé en service"), "{}", alone.text());
}

#[test]
fn the_palette_and_the_help_know_the_departement_s_keys_and_not_the_antenna_s() {
    let mut shown = shown(100, 40, Lang::Fr);
    shown.keys(":contrat");
    assert!(shown.text().contains("Rien ne correspond."), "{}", shown.text());
    shown.keys("<C-u>réception<Enter>");
    assert!(shown.text().contains("▸Réception"), "{}", shown.text());
    shown.keys("<F1>entretien");
    assert!(!shown.text().contains("Enregistrer un entretien"), "{}", shown.text());
    shown.keys("<C-u>révoquer");
    let text = shown.text();
    let at = text.lines().position(|line| line.contains("Révoquer les clés")).unwrap();
    assert!(text.lines().nth(at - 1).unwrap().contains("Antennes"), "under the title of its screen: {text}");
    shown.keys("<Esc><Tab>");
    assert!(!shown.text().contains("▸Réception"), "{}", shown.text());
}

#[test]
fn the_program_is_left_and_locked_by_the_same_keys() {
    let mut shown = shown(100, 30, Lang::Fr);
    shown.keys("q");
    assert_eq!(shown.stage.farewell(), Some(Farewell::Quit));
    let mut shown = self::shown(100, 30, Lang::Fr);
    shown.keys("<C-l>");
    assert_eq!(shown.stage.farewell(), Some(Farewell::Lock));
}

#[test]
fn what_another_process_seals_shows_at_the_next_key() {
    let mut shown = shown(100, 30, Lang::Fr);
    shown.keys("<Enter>");
    reopened(shown._store.path()).send_presence(shown.out.path()).unwrap();
    shown.keys("<Down>");
    assert!(shown.line_with("· signe de présence").contains("4  23/11/2026"), "{}", shown.text());
}
