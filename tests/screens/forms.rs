//! Forms on screen: what is typed, what is understood, what is refused, what is kept.

use jalon::base::id::FamilyId;
use jalon::tui::action::ActKind;
use jalon::tui::input::{Background, Input, Timer};
use jalon::tui::run::Desk;
use jalon::tui::theme::Role;
use jalon::tui::ui::{Request, Ui};
use jalon::tui::widgets::field::{Choice, Fault, Field, Leaning};
use jalon::tui::widgets::form::Form;
use uuid::Uuid;

use super::harness::Stage;
use super::office::Office;

/// Opens a form for every act asked for, keeps drafts, and refuses what it is told to.
#[derive(Default)]
struct FormDesk {
    asked: Vec<Request>,
    drafts: Vec<(String, String)>,
    refusal: Option<Fault>,
}

impl Desk for FormDesk {
    fn carry_out(&mut self, request: Request, ui: &mut Ui) {
        match &request {
            Request::OpenForm { act: ActKind::HoldEncounter, .. } => {
                let mut form = visit();
                let draft = self.drafts.iter().rev().find(|(key, _)| Some(key) == form.draft_key().as_ref());
                if let Some((_, body)) = draft {
                    form.resume(body);
                }
                ui.open_form(form);
            }
            Request::OpenForm { .. } => ui.open_form(contract()),
            Request::SaveDraft { key, body } => self.drafts.push((key.clone(), body.clone())),
            Request::DropDraft { key, body } => self.drafts.retain(|(kept, written)| (kept, written) != (key, body)),
            Request::Execute { .. } => match self.refusal.take() {
                Some(fault) => ui.refused(fault),
                None => ui.accepted("Enregistré."),
            },
            _other => {}
        }
        self.asked.push(request);
    }

    fn take_background(&mut self, _result: Box<dyn Background>, _ui: &mut Ui) {}
}

fn visit() -> Form {
    let named =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(value, label)| Choice::new(*value, *label)).collect::<Vec<_>>();
    let settings = named(&[
        ("caf-premises", "CAF"),
        ("department-premises", "Département"),
        ("home-visit", "domicile"),
        ("remote", "à distance"),
    ]);
    let steps = named(&[
        ("rights-and-duties", "droits et devoirs"),
        ("assessment", "situation"),
        ("diagnosis", "diagnostic"),
        ("contract-design", "élaboration du contrat"),
        ("contract-follow-up", "suivi du contrat"),
    ]);
    let themes = named(&[("access-to-rights", "accès aux droits"), ("housing", "logement"), ("budget", "budget")]);
    let items =
        vec![Choice::new("fsl", "FSL").in_group("housing"), Choice::new("debt", "surendettement").in_group("budget")];
    let family = FamilyId::from(Uuid::from_u128(7));
    let fields = vec![
        Field::date("date", Leaning::Past).value("2026-11-23"),
        Field::choice("setting", settings).value("home-visit"),
        Field::choices("steps", steps),
        Field::choices("themes", themes),
        Field::choices("items", items).within("themes"),
        Field::lines("note").optional(),
    ];
    Form::new(ActKind::HoldEncounter, Some(family), fields)
        .about("DIARRA Aminata")
        .intro(vec![(Role::Ok, "✓ rendez-vous prévu ce jour à 14:00".into())])
}

fn contract() -> Form {
    let parties = vec![Choice::new("beneficiary", "bénéficiaire"), Choice::new("referent", "référent")];
    let columns = vec![
        Field::choice("party", parties).value("beneficiary"),
        Field::text("text"),
        Field::date("due", Leaning::Future).optional(),
    ];
    let months = ["3", "6", "9", "12"].map(|months| Choice::new(months, format!("{months} mois"))).to_vec();
    let fields = vec![
        Field::date("starts", Leaning::Future),
        Field::choice("months", months).as_number().value("6"),
        Field::rows("commitments", columns),
    ];
    Form::new(ActKind::ReviseContract, None, fields).about("DIARRA Aminata")
}

fn stage(width: u16, height: u16) -> Stage<FormDesk> {
    Stage::new(width, height, FormDesk::default())
}

fn acts(stage: &Stage<FormDesk>) -> Vec<serde_json::Value> {
    let act = |request: &Request| match request {
        Request::Execute { act, .. } => Some(serde_json::to_value(act).unwrap()),
        _other => None,
    };
    stage.desk.asked.iter().filter_map(act).collect()
}

#[test]
fn a_form_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        insta::assert_snapshot!(format!("form_{width}x{height}"), stage(width, height).keys(" v").shown());
    }
}

#[test]
fn the_footer_names_only_the_keys_that_work_on_the_field_under_the_cursor() {
    let mut stage = stage(140, 40);
    let mut named = |keys: &str| {
        let footer = stage.keys(keys).line(39);
        ["F4 liste", "F5 nouvelle ligne", "F6 ôter la ligne"].map(|hint| footer.contains(hint))
    };
    assert_eq!(named(" v"), [true, false, false], "steps are chosen");
    assert_eq!(named("<PageUp>"), [false, false, false], "a date is typed");
    assert_eq!(named("<PageDown>"), [false, false, false], "a note is typed");
    assert_eq!(named("<Esc> cm"), [false, false, false], "a contract begins with a date");
    assert_eq!(named("<PageDown>"), [true, true, false], "the party of a commitment is chosen");
    assert_eq!(named("<Tab>"), [false, true, false], "its text is typed, and the only row is empty");
    assert_eq!(named("a"), [false, true, true], "a row in which something was typed can go");
    assert_eq!(named("<S-Tab><F4>"), [false, false, false], "the list that was opened has keys of its own");
}

#[test]
fn a_home_visit_is_recorded_in_eight_keys() {
    let mut stage = stage(100, 30);
    stage.keys(" v13<Tab>12<C-s>");
    assert_eq!(acts(&stage)[0]["steps"], serde_json::json!(["rights-and-duties", "diagnosis"]));
    assert_eq!(acts(&stage)[0]["themes"], serde_json::json!(["access-to-rights", "housing"]));
    assert!(stage.ui.layers().is_empty());
    assert!(stage.line(29).contains("Enregistré."));
}

#[test]
fn the_date_understood_stands_beside_what_is_typed() {
    let mut stage = stage(100, 30);
    stage.keys(" cmlundi");
    assert!(stage.text().contains("lundi") && stage.text().contains("→ lun. 30/11/2026"), "{}", stage.text());
}

#[test]
fn a_refusal_stands_under_its_field_with_its_source() {
    let mut stage = stage(100, 30);
    stage.desk.refusal = Some(Fault {
        field: Some("steps".into()),
        text: "Un entretien traite au moins une étape.".into(),
        hint: "Cochez une étape par son chiffre.".into(),
        source: "art. 4".into(),
    });
    stage.keys(" v<C-s>");
    insta::assert_snapshot!(stage.shown());
    stage.keys("1");
    assert!(!stage.text().contains("✗"), "typing in the field takes the refusal away");
}

#[test]
fn a_contract_is_typed_row_by_row() {
    let mut stage = stage(100, 30);
    stage.keys(" cm1/12<Enter><Enter><Enter>dossier FSL<Enter>+7j<Enter>r<Enter>appeler la crèche");
    insta::assert_snapshot!(stage.shown());
    stage.keys("<C-s>");
    let expected = serde_json::json!([
        {"party": "beneficiary", "text": "dossier FSL", "due": "2026-11-30"},
        {"party": "referent", "text": "appeler la crèche"},
    ]);
    assert_eq!(acts(&stage)[0]["commitments"], expected);
    assert_eq!(acts(&stage)[0]["months"], 6);
}

#[test]
fn a_draft_is_saved_after_a_pause_and_offered_again() {
    let mut stage = stage(100, 30);
    stage.keys(" v1<PageDown>bonjour");
    assert!(stage.desk.drafts.is_empty());
    stage.elapsed(Timer::Draft);
    assert_eq!(stage.desk.drafts.len(), 1);
    stage.keys("<Esc>");
    assert!(stage.text().contains("Fermer et garder le brouillon"), "{}", stage.text());
    stage.keys("<Enter> v");
    let text = stage.text();
    assert!(text.contains("Brouillon repris") && text.contains("bonjour") && text.contains("[x] 1"), "{text}");
    stage.keys("<Esc><Down><Enter> v");
    assert!(!stage.text().contains("bonjour"));
}

#[test]
fn a_form_left_untouched_closes_at_once() {
    let mut stage = stage(80, 24);
    stage.keys(" v<Esc>");
    assert!(stage.ui.layers().is_empty());
}

#[test]
fn a_signal_in_the_middle_of_a_form_saves_its_draft() {
    let mut stage = stage(80, 24);
    stage.keys(" v1");
    stage.inputs(vec![Input::Terminate]);
    assert_eq!(stage.desk.drafts.len(), 1);
}

#[test]
fn a_pasted_text_never_submits_and_never_acts() {
    let mut stage = stage(100, 30);
    stage.keys(" v<PageDown>");
    stage.inputs(vec![Input::Paste("un\ndeux\u{1b}[2J q".into())]);
    assert!(acts(&stage).is_empty() && stage.farewell().is_none());
    assert!(stage.text().contains("deux␛[2J q"), "{}", stage.text());
}

#[test]
fn a_text_longer_than_the_screen_is_followed_where_one_types() {
    for (width, height) in [(100, 30), (60, 20)] {
        let mut stage = stage(width, height);
        stage.keys(" v<PageDown>");
        let lines: Vec<_> = (1..=100).map(|line| format!("ligne {line}\n")).collect();
        stage.inputs(vec![Input::Paste(lines.concat())]);
        stage.keys("la fin");
        let text = stage.text();
        assert!(text.contains("la fin") && text.contains("ligne 100") && text.contains("début"), "{text}");
        stage.keys(&"<Up>".repeat(50));
        let text = stage.text();
        assert!(text.contains("ligne 51") && !text.contains("la fin"), "{text}");
    }
}

#[test]
fn privacy_masks_whom_the_form_is_about() {
    let mut stage = stage(100, 30);
    stage.keys(" v<F9>");
    assert!(!stage.text().contains("DIARRA") && stage.text().contains("D••• A•••"));
}

#[test]
fn a_long_list_is_opened_by_space_and_narrowed_by_typing() {
    let mut stage = stage(100, 30);
    stage.keys(" v<Tab><Tab><S-Tab><S-Tab><S-Tab> ");
    assert!(matches!(stage.ui.layers().last(), Some(jalon::tui::ui::Layer::Picker(_))), "{}", stage.text());
    stage.keys("dist<Enter><C-s>");
    assert_eq!(acts(&stage)[0]["setting"], "remote");
}

#[test]
fn a_form_with_nothing_to_fill_in_is_a_question() {
    for (width, height) in [(80, 24), (60, 20)] {
        let mut office = Office::open(width, height);
        office.act(" cd<Enter><Enter><Enter>Trouver un logement<Tab>b<Enter>Déposer le dossier FSL<Enter>+7j<C-s>");
        office.keys(" cx");
        let text = office.text();
        assert!(text.contains("Abandonner ce projet"), "{text}");
        let footer = text.lines().last().unwrap_or_default();
        assert_eq!(footer.trim(), "Entrée enregistrer  Échap fermer  F1 aide", "{text}");
        office.keys("<Esc> cx").act("<Enter>");
        assert!(office.text().contains("Abandonner le projet de contrat\u{a0}: c’est fait"), "{}", office.text());
    }
}
