//! A referent's day, key by key on a real store: a family oriented, included, visited, under contract, handed over.

use jalon::tui::input::Timer;

use super::antenna::Told;
use super::office::Office;

/// Families in the caseload, and acts to hand over, as the header counts them.
fn figures(office: &Office) -> (u32, u32) {
    let header = &office.stage.ui.header;
    (header.taken, header.to_hand_over)
}

#[test]
fn from_an_orientation_to_a_sealed_bundle_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let mut office = Office::empty(width, height);
        let snapshot = |step: &str, office: &Office| {
            insta::assert_snapshot!(format!("day_{step}_{width}x{height}"), office.text());
        };
        assert_eq!(figures(&office), (0, 5), "the antenna's own acts");

        office.keys(" or sud<Enter><Tab>fiche de liaison<Tab>Diarra<Tab>Aminata<Tab>2/4/1998<Tab>7654821");
        snapshot("1_orientation", &office);
        office.act("<Tab>Moussa<Tab>11/4/2025<C-s>");
        assert!(office.text().contains("▸ DIARRA") && office.text().contains("✓ Enregistrer une orientation"));
        assert_eq!(figures(&office), (0, 6));

        office.keys(" i");
        snapshot("2_inclusion", &office);
        office.act("<C-s>");
        assert_eq!(figures(&office), (1, 7));

        office.keys(" v12<Tab>1<PageDown><S-Tab>");
        snapshot("3_home_visit", &office);
        office.act("<C-s>");

        office.act(" cd<Enter><Enter><Enter>Trouver un logement<Tab>b<Enter>Déposer le dossier FSL<Enter>+7j<C-s>");
        office.keys(" cs");
        snapshot("4_one_sided", &office);
        office.act(" cm<PageDown><F5>r<Enter>Écrire au bailleur<C-s>");
        office.act(" cs<C-s><Enter>");
        snapshot("5_signed", &office);
        assert_eq!(figures(&office), (1, 11));

        office.keys("x");
        assert!(office.text().contains("Prochain lot, n° 1\u{a0}: 11 actes, 1 famille"), "{}", office.text());
        office.act("s<Enter>");
        assert!(office.text().contains("Lot n° 1"), "{}", office.text());
        assert_eq!(std::fs::read_dir(office.out.path()).unwrap().count(), 2, "the bundle and its public key");
        assert_eq!(figures(&office), (1, 0));
    }
}

#[test]
fn a_contract_may_be_kept_unfinished_and_its_form_says_what_the_signature_waits_for() {
    let mut office = Office::open(80, 24);
    office.keys("<Down> cd");
    insta::assert_snapshot!("contract_lacking_both_sides", office.text());
    // The star says what cannot be saved empty: neither the objectives nor the commitments of a draft.
    assert!(!office.text().contains("Objectifs*") && !office.text().contains("Engagements*"));
    office.act("<C-s>");
    assert!(office.text().contains("✓ Préparer un contrat"), "{}", office.text());
    office.keys(" cs");
    assert!(office.text().contains("aucun engagement du bénéficiaire. (art. 4)"), "{}", office.text());
    office.keys(" cm<PageDown>b<Tab>Inscrire Yann à la crèche");
    assert!(office.text().contains("○ Le contrat ne porte aucun engagement du référent"), "{}", office.text());
    office.keys("<F5>r<Tab>Appeler la crèche");
    assert!(office.text().contains("le contrat peut être signé"), "{}", office.text());
    office.act("<C-s> cs<C-s>");
    assert!(office.text().contains("✓ Signer le contrat"), "{}", office.text());
}

#[test]
fn a_renewal_that_leaves_days_without_a_contract_says_so_before_it_is_signed() {
    let mut office = Office::open(100, 30);
    office.keys("<Down>").act(" cd<PageDown>b<Tab>Appeler la crèche<F5>r<Tab>Écrire à la crèche<C-s>").act(" cs<C-s>");
    assert!(office.text().contains("✓ Signer le contrat"), "{}", office.text());
    office.keys(" cr");
    assert!(office.text().contains("23/05/2027"), "on the day after the last: {}", office.text());
    office.act("<C-u>1/6/2027<C-s>");
    office.keys(" cs");
    let text = office.text();
    assert!(text.contains("Du 23/05/2027 au 31/05/2027, aucun contrat ne couvre la famille."), "{text}");
    office.keys("<Esc>").act(" cm<C-u>23/5/2027<C-s>");
    office.keys(" cs");
    assert!(!office.text().contains("aucun contrat ne couvre"), "{}", office.text());
}

#[test]
fn a_renewal_after_days_without_a_contract_begins_today() {
    let mut told = Told::founded();
    let family = told.alpha();
    told.tell(family, r#"{"act":"end_contract","date":"2026-10-31","reason":"breach"}"#);
    let mut shown = told.on_stage(100, 30);
    shown.stage.keys(" cr");
    assert!(shown.line_with("Début").contains("23/11/2026"), "{}", shown.text());
}

#[test]
fn a_reopening_says_that_the_exit_is_undone_and_what_is_done_for_who_comes_back() {
    let mut told = Told::founded();
    let family = told.alpha();
    told.tell(
        family,
        r#"{"act":"exit_family","date":"2026-11-10","reasons":["benefit-ended"],"outcome":"work","benefit_ended_on":"2026-11-10"}"#,
    );
    let mut shown = told.on_stage(100, 30);
    shown.stage.keys("vsorties<Enter> sr");
    let words = shown.words();
    assert!(words.contains("Rouvrir efface la sortie du 10/11/2026"), "{words}");
    assert!(words.contains("enregistrez plutôt une nouvelle orientation"), "{words}");
}

#[test]
fn forms_left_unfinished_are_offered_when_the_program_starts_again() {
    let mut office = Office::open(100, 30);
    office.keys(" nMoussa dort mieux<Esc><Enter>");
    office.keys(" or<Tab><Tab>fiche<Esc><Enter><Down><Down><Down> v13<Esc><Enter>");
    let mut office = office.again();
    let text = office.text();
    assert!(text.contains("Saisies inachevées\u{a0}: laquelle reprendre\u{202f}?"), "{text}");
    for line in [
        "Écrire une note ─ DIARRA Aminata",
        "Enregistrer un entretien ─ PETIT-LEMOINE Éa",
        "Enregistrer une orientation",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    office.keys("petit<Enter>");
    let text = office.text();
    assert!(text.contains("[x] 1") && text.contains("[x] 3") && text.contains("4/4 File active"), "{text}");
    office.act("<Tab>1<C-s>");
    let mut office = office.again();
    assert!(!office.text().contains("PETIT-LEMOINE Éa ─"), "what is recorded is offered no more: {}", office.text());
    office.keys("<Esc>q");
    assert!(office.stage.farewell().is_some(), "one key puts them off");
}

#[test]
fn a_form_whose_act_can_no_longer_be_carried_out_is_not_offered() {
    let mut office = Office::open(100, 30);
    office.keys("<Down><Down> i<S-Tab><S-Tab>hier<Esc><Enter>");
    let office = office.again();
    assert!(office.text().contains("Inclure la famille ─ N’GUESSAN"), "{}", office.text());
    let mut office = office;
    office.keys("<Esc>").act("<Down><Down> oxDéménagement<C-s>");
    let office = office.again();
    assert!(!office.text().contains("Saisies inachevées"), "{}", office.text());
}

#[test]
fn what_is_undone_and_brought_back_is_named() {
    let mut office = Office::open(100, 30);
    office.act("<Down>u<Enter>");
    assert!(office.stage.line(29).contains("Annulé\u{a0}: Rendez-vous prévu"), "{}", office.text());
    assert!(!office.text().contains("rendez-vous 10:00"));
    office.act("U");
    assert!(office.stage.line(29).contains("Rétabli\u{a0}: Rendez-vous prévu"), "{}", office.text());
    assert!(office.text().contains("rendez-vous 10:00"), "{}", office.text());
}

#[test]
fn a_form_that_is_saved_leaves_the_draft_that_another_window_kept_of_the_same_form() {
    let mut office = Office::open(100, 30);
    office.keys(" nce que dit");
    office.stage.elapsed(Timer::Draft);
    let mut other = office.store();
    assert!(office.text().contains("ce que dit"), "{}", office.text());
    let [draft] = other.drafts().unwrap().try_into().unwrap();
    let theirs = draft.body.replace("ce que dit", "autre chose");
    assert_ne!(theirs, draft.body);
    other.save_draft(&draft.key, &theirs).unwrap();
    office.act(" l'autre fenêtre<C-s>");
    assert!(office.text().contains("✓"), "{}", office.text());
    let kept: Vec<_> = office.store().drafts().unwrap().into_iter().map(|draft| draft.body).collect();
    assert_eq!(kept, [theirs]);
    // Its own goes with it.
    office.keys(" nà moi");
    office.stage.elapsed(Timer::Draft);
    office.act("<C-s>");
    assert!(office.store().drafts().unwrap().is_empty());
}

#[test]
fn an_exit_with_nothing_filled_in_asks_first_for_its_reasons() {
    let mut office = Office::open(100, 30);
    office.keys(" ss<C-s>");
    let text = office.text();
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(at("Motif") < at("À remplir") && at("À remplir") < at("Suite"), "{text}");
}
