//! What nobody should type, typed in the forms of a real store: a sentence beside the field, nothing lost, nothing broken.

use jalon::tui::action::Action;
use jalon::tui::input::Input;
use jalon::tui::keymap::{Context, TABLE};
use jalon::tui::ui::Layer;
use jalon::tui::widgets::form::Form;

use super::office::Office;

fn form(office: &Office) -> Option<&Form> {
    match office.stage.ui.layers().last() {
        Some(Layer::Form(form)) => Some(form),
        Some(_) | None => None,
    }
}

fn close(office: &mut Office) {
    while let Some(layer) = office.stage.ui.layers().last() {
        let keys = if matches!(layer, Layer::Confirm(_)) { "<Down><Enter>" } else { "<Esc>" };
        office.keys(keys);
    }
}

/// Types keys and gives what the form then says is wrong.
fn fault(office: &mut Office, keys: &str) -> String {
    office.keys(keys);
    let Some(form) = form(office) else { panic!("{keys} was accepted: {}", office.text()) };
    let field = &form.fields[form.focus];
    let fault = field.fault.as_ref().or(form.fault.as_ref());
    fault.map(|fault| format!("{} {}", field.name, fault.text)).unwrap_or_default()
}

#[test]
fn a_slip_of_the_year_is_refused_beside_its_date() {
    let mut office = Office::open(80, 24);
    assert_eq!(fault(&mut office, " p12/3/2062<C-s>"), "date Cette date est trop lointaine.");
    assert!(office.text().contains("12/3/2062"), "{}", office.text());
    office.keys("<C-u>+2j").act("<C-s>");
    let early = fault(&mut office, " n<PageUp><C-u>12/3/1926<Tab>Un appel<C-s>");
    assert_eq!(early, "date Le 12/03/1926 est trop tôt\u{a0}: la date ne peut pas précéder le 01/03/2026.");
    close(&mut office);
    let born = fault(&mut office, " eaLila<Tab>1/4/1998<C-s>");
    assert_eq!(born, "birth_date L’enfant, du 01/04/1998, serait né avant son parent, du 02/04/1998.");
    office.act("<C-u>1/4/2026<C-s>");
    let younger = fault(&mut office, " fi<PageUp><Tab><Tab><C-u>1/5/2026<C-s>");
    assert_eq!(younger, "birth_date L’enfant, du 11/04/2024, serait né avant son parent, du 01/05/2026.");
}

#[test]
fn a_text_in_which_nothing_is_seen_is_missing() {
    let mut office = Office::open(80, 24);
    office.keys("<Down> a<PageDown>").stage.inputs(vec![Input::Paste("\u{a0}\u{200b}\u{202e}".into())]);
    assert_eq!(fault(&mut office, "<C-s>"), "motive À remplir.");
}

#[test]
fn a_name_of_five_thousand_letters_is_refused_and_kept() {
    let mut office = Office::open(80, 24);
    office.keys(" fi<PageUp><C-u>").stage.inputs(vec![Input::Paste("é".repeat(5_000))]);
    let told = fault(&mut office, "<C-s>");
    assert!(told.starts_with("surname Le texte est trop long") && told.contains("200"), "{told}");
    assert_eq!(form(&office).unwrap().typed_in("surname").chars().count(), 5_000);
}

#[test]
fn a_centre_without_a_letter_is_refused_beside_its_name() {
    let mut office = Office::open(80, 24);
    assert_eq!(fault(&mut office, " ba🙂<C-s>"), "name Il faut au moins une lettre de A à Z ou un chiffre.");
}

#[test]
fn where_no_claim_aid_or_commitment_waits_the_form_says_so_before_it_is_filled_in() {
    let mut office = Office::open(80, 24);
    office.keys(" lo<Right>").act("<C-s>");
    office.keys(" ld").act("<C-s>");
    office.keys(" ld");
    assert!(form(&office).is_none() && office.text().contains("déjà déposé"), "{}", office.text());
    office.keys(" lf").act("<C-s>");
    office.keys(" lf");
    assert!(form(&office).is_none() && office.text().contains("Ce dossier est terminé"), "{}", office.text());
    office.keys(" la<Right><Tab>100").act("<C-s>");
    office.keys(" lr").act("<C-s>");
    office.keys(" lr");
    assert!(form(&office).is_none() && office.text().contains("est enregistrée depuis le"), "{}", office.text());
    office.keys("<Down> g");
    assert!(form(&office).is_none() && office.text().contains("Aucun engagement n’attend"), "{}", office.text());
}

#[test]
fn whatever_is_pasted_in_a_field_of_any_form_is_accepted_or_answered_and_kept() {
    let nasty = "l'\"é;,\u{1b}[31m\u{0}\u{202e}\u{2066}\u{e0041}👩\u{200d}👧 OR 1=1 --9999999999".repeat(6);
    let mut office = Office::open(80, 24);
    let (mut pasted, mut refused_in) = (0, 0);
    for row in TABLE.iter().filter(|row| row.context == Context::Leader && matches!(row.action, Action::Act(_))) {
        let opens = format!("<F2><Esc><Home><F7>{}", row.keys.replace(',', ""));
        let Some(fields) = form(office.keys(&opens)).map(|form| form.fields.len()) else { continue };
        for place in 0..fields {
            close(&mut office);
            office.keys(&opens).keys("<PageUp>").keys(&"<Tab>".repeat(place));
            let held = |office: &Office| form(office).map(|form| form.fields[form.focus].raw());
            let before = held(&office);
            office.stage.inputs(vec![Input::Paste(nasty.clone())]);
            let Some(kept) = held(&office) else { continue };
            // What is chosen from a list takes nothing pasted.
            pasted += usize::from(before.as_ref() != Some(&kept));
            office.keys("<C-s>");
            let Some(refused) = form(&office) else { continue };
            let faults = refused.fields.iter().filter_map(|field| field.fault.as_ref()).chain(&refused.fault);
            assert!(faults.count() > 0, "{opens}, field {place}: {}", office.text());
            let still = refused.fields.iter().any(|field| field.raw() == kept);
            assert!(still, "{opens}, field {place}: what was typed is lost");
            refused_in += 1;
        }
        close(&mut office);
    }
    assert!(pasted > 50 && refused_in > 50, "only {pasted} fields took it, {refused_in} forms were refused");
}
