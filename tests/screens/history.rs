//! The history of a family: who, when, what changed; taking an act back and bringing it back.

use jalon::base::id::FamilyId;

use super::antenna::{OnStage, Told};
use super::office::Office;

/// The history of Alpha, whose telephone was corrected once.
fn history(width: u16, height: u16) -> OnStage {
    let mut told = Told::founded();
    let alpha = told.alpha();
    told.tell(alpha, r#"{"act":"record_contact","telephone":"06 39 98 00 01"}"#)
        .tell(alpha, r#"{"act":"record_contact","telephone":"06 39 98 00 02","language":"soninké"}"#);
    let mut shown = told.on_stage(width, height);
    shown.stage.keys("h");
    shown
}

/// What the lower part says of the line under the cursor.
fn changes(shown: &OnStage) -> Vec<String> {
    let text = shown.text();
    let below = text.lines().skip_while(|line| !line.starts_with("│─"));
    let lines = below.skip(1).map(|line| line.trim_matches(|c| c == '│' || c == ' ').to_owned());
    lines.take_while(|line| !line.starts_with('└')).filter(|line| !line.is_empty()).collect()
}

/// Puts the cursor on the newest line that says this.
fn go_to(shown: &mut OnStage, what: &str) {
    shown.stage.keys("g");
    for _ in 0..20 {
        if shown.line_with("│▸").contains(what) {
            return;
        }
        shown.stage.keys("j");
    }
    panic!("no line says {what}:\n{}", shown.text());
}

#[test]
fn the_history_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        insta::assert_snapshot!(format!("history_{width}x{height}"), history(width, height).text());
    }
}

#[test]
fn a_value_is_shown_before_and_after() {
    let shown = history(100, 30);
    assert_eq!(
        changes(&shown),
        ["Coordonnées", "Langue\u{a0}: soninké", "Téléphone\u{a0}: 06 39 98 00 01 → 06 39 98 00 02"]
    );
}

#[test]
fn codes_centres_and_referents_are_shown_by_their_names() {
    let mut shown = history(100, 40);
    go_to(&mut shown, "Entretien réalisé");
    assert_eq!(
        changes(&shown),
        [
            "Entretien",
            "Date\u{a0}: 04/11/2026",
            "Lieu\u{a0}: visite à domicile",
            "État\u{a0}: tenu",
            "Étapes\u{a0}: Suivi et évaluation du contrat"
        ]
    );
    go_to(&mut shown, "Famille incluse");
    let changes = changes(&shown);
    assert!(changes.contains(&"MDS\u{a0}: MDS Sud".to_owned()), "{changes:?}");
    assert!(changes.contains(&"Référent\u{a0}: C. Essai".to_owned()), "{changes:?}");
}

#[test]
fn no_code_of_the_program_is_left_in_what_changed() {
    let mut told = Told::founded();
    let alpha = told.alpha();
    told.tell(alpha, r#"{"act":"hold_encounter","date":"2026-11-10","setting":"remote","steps":["diagnosis","assessment"],"themes":["housing"],"items":[],"note":"vue","confidentiality":"panel-only"}"#)
        .tell(alpha, r#"{"act":"declare_pregnancy","date":"2026-11-12","expected_on":"2027-05-01"}"#)
        .tell(alpha, r#"{"act":"exit_family","date":"2026-11-20","reasons":["benefit-ended"],"outcome":"work","benefit_ended_on":"2026-11-01"}"#);
    let mut shown = told.on_stage(140, 100);
    shown.stage.keys("h");
    for _ in 0..10 {
        for line in changes(&shown) {
            let value = line.split_once("\u{a0}: ").map_or("", |(_, value)| value);
            let is_code = |word: &str| word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(!value.split([' ', ',']).any(is_code) && !line.contains('_'), "{line}");
        }
        shown.stage.keys("j");
    }
}

#[test]
fn an_act_is_taken_back_once_confirmed_and_brought_back_from_its_line() {
    let mut shown = history(100, 30);
    let alpha = shown.family("ALPHA");
    let telephone = |shown: &OnStage| shown.store().family(alpha).unwrap().unwrap().contact.telephone;
    shown.stage.keys("d");
    insta::assert_snapshot!("undo_is_confirmed", shown.text());
    shown.stage.keys("<Esc>");
    assert_eq!(telephone(&shown), "06 39 98 00 02");
    shown.stage.keys("d<Enter>");
    assert_eq!(telephone(&shown), "06 39 98 00 01");
    insta::assert_snapshot!("undone", shown.text());
    go_to(&mut shown, "✗ annulé · Coordonnées");
    shown.stage.keys("d");
    assert!(shown.text().contains("Rétablir cet acte\u{202f}?"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert_eq!(telephone(&shown), "06 39 98 00 02");
    shown.stage.keys("g");
    assert!(shown.line_with("│▸").contains("Rétablissement de\u{a0}: Coordonnées enregistrées"), "{}", shown.text());
    assert!(shown.text().contains("✗ annulé · Annulation de\u{a0}: Coordonnées enregistrées"), "{}", shown.text());
}

#[test]
fn u_takes_back_the_last_act_and_shift_u_brings_it_back() {
    let mut shown = history(100, 30);
    let alpha = shown.family("ALPHA");
    shown.stage.keys("u<Enter>");
    assert_eq!(shown.store().family(alpha).unwrap().unwrap().contact.telephone, "06 39 98 00 01");
    shown.stage.keys("U");
    assert_eq!(shown.store().family(alpha).unwrap().unwrap().contact.telephone, "06 39 98 00 02");
}

#[test]
fn an_act_on_which_a_later_one_stands_stays_and_the_whole_reason_is_told() {
    for (width, height) in [(100, 30), (60, 20)] {
        let mut shown = history(width, height);
        let alpha = shown.family("ALPHA");
        let before = shown.store().family(alpha).unwrap();
        go_to(&mut shown, "Projet de contrat préparé");
        shown.stage.keys("d<Enter>");
        let text = shown.text().replace('\n', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Un acte entré le 23/11/2026 s’appuie sur celui-ci."), "{text}");
        assert!(text.contains("Annulez d’abord l’acte le plus récent, dans l’historique."), "{text}");
        assert_eq!(shown.store().family(alpha).unwrap(), before);
    }
}

#[test]
fn what_took_effect_another_day_says_which() {
    let shown = history(100, 30);
    assert!(shown.text().contains("Contrat signé, le 24/06/2026"), "{}", shown.text());
}

#[test]
fn all_that_changed_can_be_read_where_it_does_not_fit() {
    let mut shown = history(60, 20);
    go_to(&mut shown, "Contrat signé");
    assert!(shown.text().contains("de plus\u{a0}: Entrée pour tout lire."), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Lieu de signature\u{a0}: Melun"), "{}", shown.text());
}

#[test]
fn without_a_family_under_the_cursor_the_history_says_so() {
    let mut shown = Told::founded().on_stage(80, 24);
    shown.stage.keys("h");
    assert!(shown.text().contains("Aucune famille n’est sous le curseur"), "{}", shown.text());
}

#[test]
fn names_and_values_are_masked() {
    let mut shown = history(100, 30);
    shown.stage.keys("<F9>");
    let text = shown.text();
    assert!(!text.contains("ALPHA") && !text.contains("06 39 98") && !text.contains("C. Essai"), "{text}");
    shown.stage.keys("<Enter>");
    assert!(!shown.text().contains("06 39 98"), "{}", shown.text());
}

#[test]
fn a_record_begins_with_what_was_entered_part_by_part() {
    let mut shown = history(100, 60);
    go_to(&mut shown, "Orientation reçue");
    let begun = changes(&shown);
    assert!(begun.contains(&"Date de naissance\u{a0}: 01/04/1998".to_owned()), "{begun:?}");
    assert!(!begun.iter().any(|line| line.contains('→')), "{begun:?}");
    go_to(&mut shown, "Contrat signé");
    let signed = changes(&shown);
    let parts: Vec<_> = signed.iter().filter(|line| !line.contains("\u{a0}: ")).map(String::as_str).collect();
    assert_eq!(
        parts,
        [
            "Contrat · Signature",
            "Contrat · Signature · Composition de la famille",
            "Contrat · Signature · Composition de la famille · Enfant"
        ]
    );
}

#[test]
fn an_undo_that_was_taken_back_is_not_said_to_bring_its_act_back() {
    let mut office = Office::open(100, 30);
    office.keys("<Down>").act("u<Enter>").act("U");
    office.keys("h<Home><Down>d");
    assert!(office.text().contains("Déjà sans effet"), "the appointment stands: {}", office.text());
    // Taking the redo back is another undo, and that one brings the act back.
    office.keys("<Esc><Home>d");
    assert!(office.text().contains("Annuler cet acte"), "{}", office.text());
    office.act("<Enter>").keys("<Home>d");
    assert!(office.text().contains("Rétablir cet acte"), "{}", office.text());
    office.act("<Enter>").keys("<F2>");
    assert!(office.text().contains("rendez-vous 10:00"), "{}", office.text());
}

/// Two families on the screen, the cursor on the first.
fn alpha_and_beta() -> (OnStage, FamilyId, FamilyId) {
    let mut told = Told::founded();
    told.alpha();
    told.beta();
    let shown = told.on_stage(100, 30);
    let (alpha, beta) = (shown.family("ALPHA"), shown.family("BETA"));
    (shown, alpha, beta)
}

/// How many acts the journal has of a family.
fn acts(shown: &OnStage, family: FamilyId) -> usize {
    shown.store().history(family).unwrap().len()
}

#[test]
fn u_takes_back_what_was_just_said_to_be_done_wherever_the_cursor_is() {
    let (mut shown, alpha, beta) = alpha_and_beta();
    let of_beta = acts(&shown, beta);
    shown.stage.keys("/alpha<Enter> n").keys("À revoir<C-s>");
    let before = acts(&shown, alpha);
    // The note has just been said to be written; then what was taken back.
    shown.stage.keys("u");
    assert!(shown.text().contains("✓ Annulé"), "{}", shown.text());
    // What was there before is asked about, by the name of its family, and a held key answers nothing.
    shown.stage.keys("uuu");
    let text = shown.text();
    assert!(text.contains("Annuler cet acte\u{202f}? ─ ALPHA Essai") && text.contains("saisi par"), "{text}");
    shown.stage.keys("<Esc>");
    assert_eq!((acts(&shown, alpha), acts(&shown, beta)), (before + 1, of_beta));
    // From the line of another family, what was last taken back here comes back.
    shown.stage.keys("/beta<Enter>U");
    assert!(shown.text().contains("✓ Rétabli") && shown.text().contains("Note"), "{}", shown.text());
    assert_eq!((acts(&shown, alpha), acts(&shown, beta)), (before + 2, of_beta));
}

#[test]
fn what_was_taken_back_comes_back_from_another_line_only_while_nothing_was_recorded_since() {
    let (mut shown, alpha, beta) = alpha_and_beta();
    shown.stage.keys(" n").keys("À revoir<C-s>").keys("u");
    shown.stage.keys("<Down> n").keys("Autre chose<C-s>");
    let before = (acts(&shown, alpha), acts(&shown, beta));
    shown.stage.keys("U");
    assert!(shown.text().contains("pas d’acte à rétablir"), "{}", shown.text());
    assert_eq!((acts(&shown, alpha), acts(&shown, beta)), before);
    // On her own line it is still hers to come back.
    shown.stage.keys("<Up>U");
    assert!(shown.text().contains("✓ Rétabli"), "{}", shown.text());
    assert_eq!((acts(&shown, alpha), acts(&shown, beta)), (before.0 + 1, before.1));
}

#[test]
fn u_after_an_exit_brings_that_family_back_and_leaves_the_one_under_the_cursor() {
    let (mut shown, alpha, beta) = alpha_and_beta();
    let is_out = |shown: &OnStage| shown.store().family(alpha).unwrap().unwrap().current_stay().is_none();
    let of_beta = acts(&shown, beta);
    shown.stage.keys(" ss1<Tab>23/11/2026<Tab><F4><Enter><C-s>");
    assert!(is_out(&shown) && shown.line_with("│▸").contains("BETA"), "{}", shown.text());
    // What the exit ended beside the stay is said.
    assert!(shown.text().contains("c’est fait (Contrat terminé)."), "{}", shown.text());
    shown.stage.keys("u");
    assert!(!is_out(&shown) && shown.text().contains("✓ Annulé"), "{}", shown.text());
    assert_eq!(acts(&shown, beta), of_beta);
}
