//! Lines against what the antenna knows: received before, coming back, alike, refused by a rule; all together or none.

use jalon::app::orientations::{Alike, Direction, ListFault, OrientationList, ProblemKind, Remark, Standing};
use jalon::app::{AppError, ListView, Sort};
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::orientation::CheckRule;
use jalon::domain::refusal::Refusal;

use super::{read, read_text, receive};
use crate::app::{Antenna, day};

const HEADER: &str = "Nom;Prénom;Date de naissance;Matricule;MDS;Date d’orientation;Enfants\n";

fn list(antenna: &Antenna, lines: &[&str]) -> OrientationList {
    read_text(antenna, &format!("{HEADER}{}\n", lines.join("\n")))
}

fn standings(list: &OrientationList) -> Vec<Standing> {
    list.lines.iter().map(|line| line.standing()).collect()
}

#[test]
fn the_same_list_twice_is_received_once() {
    let mut antenna = Antenna::founded();
    let first = read(&antenna, "good/utf8-semicolon.csv");
    assert_eq!(receive(&mut antenna, first).len(), 2);
    let again = read(&antenna, "good/windows-1252-semicolon.csv");
    assert_eq!(standings(&again), [Standing::Known, Standing::Known]);
    let told = again.lines[1].details(Direction::Received, &Catalog::new(Lang::Fr));
    assert_eq!(told, ["= Cette orientation est déjà enregistrée\u{a0}: il n’y a rien à faire."]);
    let entries = antenna.app.counts().unwrap().to_hand_over;
    assert_eq!(receive(&mut antenna, again), []);
    assert_eq!(antenna.app.counts().unwrap().to_hand_over, entries, "nothing was written");
}

#[test]
fn what_was_received_shows_as_received_at_once() {
    let mut antenna = Antenna::founded();
    let mut lists = [read(&antenna, "good/utf8-semicolon.csv")];
    lists[0].lines[1].is_chosen = false;
    antenna.app.receive(&mut lists).unwrap();
    assert_eq!(standings(&lists[0]), [Standing::Known, Standing::Ready]);
    assert!(!lists[0].lines[1].is_chosen, "what was left out stays so");
    let rows = antenna.app.first_rows(ListView::Oriented, Sort::Name, 10).unwrap();
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["ZÉDOUBLEVÉ Lou"]);
}

#[test]
fn nothing_is_received_when_one_chosen_line_is_refused_at_the_last_moment() {
    let mut antenna = Antenna::founded();
    let mut lists = [read(&antenna, "good/utf8-semicolon.csv")];
    // Meanwhile the second family is received by hand.
    antenna.oriented("Autre", "0123456");
    let before = antenna.app.counts().unwrap().to_hand_over;
    let refused = antenna.app.receive(&mut lists);
    let Err(AppError::List(ListFault::LineRefused { line: 3, refusal })) = refused else { panic!("{refused:?}") };
    assert_eq!(refusal, Refusal::MatriculeTaken { matricule: "0123456".into() });
    assert_eq!(antenna.app.counts().unwrap().to_hand_over, before, "nothing of the first line is there");
    assert_eq!(antenna.app.by_matricule("7654321").unwrap(), None);
    antenna.app.check().unwrap();
}

#[test]
fn what_the_list_says_of_art_2_is_checked_and_the_rest_is_marked_as_supposed() {
    let antenna = Antenna::founded();
    let text = "Nom;Prénom;ddn;Matricule;MDS;orientation;Enfants;Parent isolé;Prestation;Suivi MDS\n\
        A;Lou;02/04/1998;1111111;nord;01/10/2026;Petit 01/06/2025;oui;RSI;non\n\
        B;Lou;02/04/1997;2222222;nord;01/10/2026;Grand 01/06/2020;non;RSA;oui\n\
        C;Lou;02/04/1996;3333333;nord;01/10/2026;;;;\n\
        D;Lou;02/04/1995;4444444;nord;01/10/2026;;X;oui;0\n";
    let list = read_text(&antenna, text);
    let failed = |line: usize| list.lines[line].failed_checks().map(|check| check.rule).collect::<Vec<_>>();
    let unsaid = |line: usize| {
        let checks = list.lines[line].checks.iter().filter(|check| !check.is_said);
        checks.map(|check| check.check.rule).collect::<Vec<_>>()
    };
    use CheckRule::{ChildUnderAge, IsolatedParent, MajoratedBenefit, NotFollowedByDepartment};
    let of_the_line = [IsolatedParent, MajoratedBenefit, ChildUnderAge, NotFollowedByDepartment];
    assert_eq!((failed(0), unsaid(0)), (vec![], vec![]));
    assert_eq!((failed(1), unsaid(1)), (of_the_line.to_vec(), vec![]));
    assert_eq!((failed(2), unsaid(2)), (vec![], of_the_line.to_vec()));
    assert_eq!((failed(3), unsaid(3)), (vec![], vec![ChildUnderAge]));
    // A sending that will be refused is received first, and answered to the Département with its motive.
    assert_eq!(standings(&list), [Standing::Ready; 4]);
}

#[test]
fn a_place_that_is_taken_shows_in_the_checks() {
    let mut antenna = Antenna::founded();
    antenna.included("Alpha", "1001");
    antenna.included("Beta", "1002");
    let list = read(&antenna, "good/utf8-semicolon.csv");
    let failed: Vec<_> = list.lines[0].failed_checks().map(|check| check.rule).collect();
    assert_eq!(failed, [CheckRule::CenterHasRoom]);
}

#[test]
fn a_known_number_of_a_pending_or_included_family_is_refused_by_its_rule() {
    let mut antenna = Antenna::founded();
    antenna.oriented("Alpha", "1001001");
    antenna.included("Beta", "1002002");
    let list = list(
        &antenna,
        &[
            "Alpha;Essai;02/04/1998;1001001;nord;02/10/2026;",
            "Beta;Essai;02/04/1998;1002002;nord;02/10/2026;",
            "Alpha;Essai;02/04/1998;1001001;nord;01/10/2026;",
        ],
    );
    let kinds: Vec<_> = list.lines.iter().map(|line| line.problems.first().map(|problem| problem.kind.id())).collect();
    let expected = ["refusal-OrientationAlreadyPending", "refusal-FamilyAlreadyIncluded", "list-problem-number-twice"];
    assert_eq!(kinds, expected.map(Some));
}

#[test]
fn a_number_of_another_person_is_never_mixed_with_her_file() {
    let mut antenna = Antenna::founded();
    antenna.included("Alpha", "1001001");
    let list = list(
        &antenna,
        &["Alpha;Essai;03/04/1998;1001001;nord;02/10/2026;", "Omicron;Zoé;02/04/1998;1001001;nord;02/10/2026;"],
    );
    assert_eq!(list.lines[0].problems[0].kind, ProblemKind::OtherPerson, "another birth date");
    let alone = super::read_text(&antenna, &format!("{HEADER}Omicron;Zoé;02/04/1998;1001001;nord;02/10/2026;\n"));
    assert_eq!(alone.lines[0].problems[0].kind, ProblemKind::OtherPerson, "another name");
}

#[test]
fn a_family_that_left_comes_back_to_her_own_file_with_her_children() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Alpha", "0001001");
    antenna
        .tell(family, r#"{"act":"exit_family","date":"2026-10-20","reasons":["benefit-ended"],"outcome":"moved","benefit_ended_on":"2026-10-20"}"#)
        .unwrap();
    let list = list(&antenna, &["ALFA;Essai;02/04/1998;1001;nord;01/11/2026;01/06/2025, Bébé 12/10/2026"]);
    let line = &list.lines[0];
    assert_eq!(line.standing(), Standing::Ready, "{line:?}");
    assert!(line.remarks.iter().any(|remark| matches!(remark, Remark::ComesBack { .. })));
    let records = receive(&mut antenna, list);
    assert_eq!(records[0].id, family);
    assert_eq!((records[0].display_name().as_str(), records[0].orientations.len()), ("ALPHA Essai", 2));
    let children: Vec<_> = records[0].children.iter().map(|child| child.given_name.as_str()).collect();
    assert_eq!(children, ["Petit", "Bébé"]);
}

#[test]
fn who_may_be_known_under_another_number_is_left_to_a_person() {
    let mut antenna = Antenna::founded();
    let family = antenna.included("Diarra", "1001001");
    let mut lists = [list(
        &antenna,
        &[
            "Diara;Essai;02/04/1998;2002002;nord;02/10/2026;",
            "Cissé;Awa;05/05/1999;3003003;nord;02/10/2026;",
            "Sissé;Awa;05/05/1999;4004004;nord;02/10/2026;",
            "Cissé;Awa;06/05/1999;5005005;nord;02/10/2026;",
        ],
    )];
    let alike = |lists: &[OrientationList], line: usize| lists[0].lines[line].alike.clone();
    assert_eq!(alike(&lists, 0), [Alike::Family { id: family, name: "DIARRA Essai".into() }]);
    assert_eq!(alike(&lists, 2), [Alike::Line { line: 3, file: None }]);
    use Standing::{Ready, ToLookAt};
    assert_eq!(standings(&lists[0]), [ToLookAt, Ready, ToLookAt, Ready]);
    let chosen: Vec<_> = lists[0].lines.iter().map(|line| line.is_chosen).collect();
    assert_eq!(chosen, [false, true, false, true]);
    lists[0].lines[0].is_chosen = true;
    assert_eq!(antenna.app.receive(&mut lists).unwrap().families.len(), 3);
}

#[test]
fn where_no_centre_is_known_a_list_says_where_they_come_from() {
    let catalog = Catalog::new(Lang::Fr);
    for (known, said) in
        [("", "L’antenne ajoute ses MDS dans ses réglages"), ("MDS Nord", "Les MDS connues\u{a0}: MDS Nord.")]
    {
        let problem = ProblemKind::CenterUnknown { cell: "ouest".into(), known: known.into() };
        let hint = catalog.hint(problem.id(), &problem.arguments()).unwrap();
        assert!(hint.starts_with(said), "{hint}");
    }
}

#[test]
fn the_lines_of_one_family_are_joined_with_all_her_children() {
    let antenna = Antenna::founded();
    let joined = read(&antenna, "good/one-child-a-line.csv");
    assert_eq!(joined.lines.len(), 2);
    assert_eq!(joined.lines[1].remarks, [Remark::LinesJoined { lines: vec![4] }]);
    let lines =
        ["A;Lou;02/04/1998;1111111;nord;01/10/2026;Awa 01/06/2025", "A;Lou;02/04/1998;1111111;nord;01/10/2026;"];
    let kind = list(&antenna, &lines).lines[1].problems[0].kind.clone();
    assert_eq!(kind, ProblemKind::NumberTwice { line: 2, file: None }, "without a child it says nothing new");
}

#[test]
fn joined_lines_go_back_to_the_sender_one_by_one() {
    let mut antenna = Antenna::founded();
    antenna.oriented("Alpha", "1001001");
    let list = list(
        &antenna,
        &[
            "Alpha;Essai;02/04/1998;1001001;nord;02/10/2026;Awa 01/06/2025",
            "Alpha;Essai;02/04/1998;1001001;nord;02/10/2026;Ali 02/06/2023",
        ],
    );
    let report = list.report(&Catalog::new(Lang::Fr));
    assert!(report.contains(";Awa 01/06/2025;2;") && report.contains(";Ali 02/06/2023;3;"), "{report}");
}

#[test]
fn a_list_that_names_no_centre_is_read_as_sent_by_the_one_given() {
    let mut antenna = Antenna::founded();
    let center = jalon::domain::antenna::AddCenter { code: "sud".into(), name: "MDS Sud".into(), places: None };
    let act = jalon::domain::antenna::AntennaAct::AddCenter(center);
    antenna.app.execute(jalon::app::Command::Antenna(act)).unwrap();
    let path = super::folder().join("good/without-center.csv");
    let sent_by = |sender: Option<&str>| {
        let sender = sender.map(jalon::base::id::CenterCode::from);
        jalon::app::orientations::read(&path, antenna.app.antenna(), super::today(), sender.as_ref())
    };
    let missing = ListFault::ColumnsMissing { columns: vec![jalon::app::orientations::Column::Center] };
    assert_eq!(sent_by(None), Err(missing));
    let list = sent_by(Some("sud")).unwrap();
    let centers: Vec<_> = list.lines.iter().map(|line| line.center.as_ref().unwrap().as_str()).collect();
    assert_eq!(centers, ["sud", "sud"]);
}

#[test]
fn the_list_of_the_demonstration_has_every_standing_to_show() {
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store");
    let demonstration = jalon::app::demo::Demonstration::new(3, 1, super::today()).unwrap();
    let clock = jalon::base::clock::Clock::fixed_today(super::today());
    demonstration.tell(&store, clock, |_| {}).unwrap();
    let app = jalon::app::access::open(&store, &jalon::app::access::Opener::Demonstration, clock).unwrap();
    let folder = app.setting(jalon::app::orientations::FOLDER).unwrap().unwrap();
    let path = std::path::Path::new(&folder).join("orientations.csv");
    let mut lists = [jalon::app::orientations::read(&path, app.antenna(), super::today(), None).unwrap()];
    app.judge(&mut lists).unwrap();
    use Standing::{Ready, Refused, ToLookAt};
    assert_eq!(standings(&lists[0]), [Ready, Ready, ToLookAt, Refused, Ready, Refused, Refused, Ready]);
    assert_eq!(lists[0].lines[4].failed_checks().count(), 2);
}

#[test]
fn lists_given_together_are_judged_as_one() {
    let antenna = Antenna::founded();
    let mut lists = [read(&antenna, "good/comma.csv"), read(&antenna, "good/utf8-bom.csv")];
    antenna.app.judge(&mut lists).unwrap();
    assert_eq!(standings(&lists[0]), [Standing::Ready; 2]);
    let twice = ProblemKind::NumberTwice { line: 2, file: Some("comma.csv".into()) };
    assert_eq!(lists[1].lines[0].problems[0].kind, twice);
}

#[test]
fn the_report_gives_the_sender_its_own_lines_back_with_the_reason_and_no_formula() {
    let antenna = Antenna::founded();
    let text = "Nom;Prénom;ddn;Matricule;NIR;MDS;orientation;Remarque\n\
        A;Lou;31/02/1998;1111111;255081416802538;nord;01/10/2026;=1+1\n\
        B;Lou;02/04/1997;2222222;255081416802538;nord;01/10/2026;@x\n\
        C;\"Lou \"\"L\"\"\";02/04/1996;3333333;;ouest;01/10/2026;\"-2;3\"\n";
    let list = read_text(&antenna, text);
    let report = list.report(&Catalog::new(Lang::Fr));
    let expected = "\u{feff}Nom;Prénom;ddn;Matricule;MDS;orientation;Remarque;ligne;motif du refus\r\n\
        A;Lou;31/02/1998;1111111;nord;01/10/2026;'=1+1;2;«\u{a0}ddn\u{a0}»\u{a0}: le jour 31/02/1998 n’existe pas. Le jour s’écrit avant le mois.\r\n\
        C;\"Lou \"\"L\"\"\";02/04/1996;3333333;ouest;01/10/2026;\"'-2;3\";4;«\u{a0}MDS\u{a0}»\u{a0}: «\u{a0}ouest\u{a0}» n’est pas une MDS connue. Les MDS connues\u{a0}: MDS Nord.\r\n";
    assert_eq!(report, expected);
}

#[test]
fn a_corrected_report_can_be_sent_again() {
    let mut antenna = Antenna::founded();
    let list = read_text(&antenna, &format!("{HEADER}A;Lou;31/02/1998;1111111;nord;01/10/2026;=x\n"));
    let report = list.report(&Catalog::new(Lang::Fr));
    let corrected = read_text(&antenna, &report.replace("31/02/1998", "28/02/1998").replace("'=x", ""));
    assert_eq!(standings(&corrected), [Standing::Ready], "{corrected:?}");
    let records = receive(&mut antenna, corrected);
    assert_eq!(records[0].identity.birth_date, day("1998-02-28"));
}

#[test]
fn the_report_names_nobody_whom_the_antenna_knows() {
    let mut antenna = Antenna::founded();
    antenna.included("Diarra", "1001001");
    let list = list(&antenna, &["Diara;Essai;02/04/1998;2002002;nord;02/10/2026;"]);
    let report = list.report(&Catalog::new(Lang::Fr));
    assert!(report.contains("Peut-être déjà connue de l’antenne"), "{report}");
    assert!(!report.contains("DIARRA") && !report.contains("1001001"), "{report}");
}
