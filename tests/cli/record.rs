//! `jalon record`: each line accepted, or refused with its number and its reason, the others unharmed.

use std::io::Write as _;
use std::process::Stdio;

use super::{ORIENTATION, Place, TODAY, done};

#[test]
fn acts_as_json_lines_are_recorded_and_read_back() {
    let place = Place::locked();
    let lines =
        format!("{ORIENTATION}\n{}\n", r#"{"family":"7654321","act":"record_contact","telephone":"06 39 98 00 00"}"#);
    let file = place.write("acts.jsonl", &lines);
    let out = done(place.unlocked(&["record", &file]));
    assert!(out.contains('2'), "{out}");
    let sheet = done(place.unlocked(&["family", "7654321"]));
    assert!(sheet.contains("ZÉDOUBLEVÉ Lou"), "{sheet}");
    assert!(sheet.contains("06 39 98 00 00"), "{sheet}");
    let json: serde_json::Value =
        serde_json::from_str(&done(place.unlocked(&["family", "7654321", "--format", "json"]))).unwrap();
    assert_eq!(json.pointer("/record/identity/matricule").unwrap(), "7654321");
}

#[test]
fn a_file_given_again_records_only_what_it_has_not_recorded() {
    let place = Place::locked();
    let note = r#"{"family":"7654321","act":"write_note","date":"2012-10-05","text":"vue"}"#;
    let of_whom = r#"{"act":"add_center","code":"ouest","name":"MDS Ouest"}"#;
    let elsewhere = ORIENTATION.replace("nord", "ouest").replace("7654321", "7654322").replace("Lou", "Lise");
    let file = place.write("acts.jsonl", &format!("{ORIENTATION}\n\n{note}\n{elsewhere}\n{note}\n"));
    let said = place.unlocked(&["record", &file]);
    assert_eq!((said.code, said.out.as_str()), (1, "3 lignes enregistrées, 1 refusée.\n"), "{said:?}");
    // What was refused is tried again, now that the centre is known.
    done(place.unlocked(&["record", &place.write("center.jsonl", of_whom)]));
    let said = place.unlocked(&["record", &file]);
    assert_eq!((said.code, said.out.as_str()), (0, "1 ligne enregistrée, 0 refusée.\n"), "{said:?}");
    assert!(said.err.starts_with("3 lignes étaient déjà enregistrées"), "{said:?}");
    let copies = || std::fs::read_dir(place.path("store/backups")).unwrap().count();
    let before = copies();
    let said = place.unlocked(&["record", &file]);
    assert_eq!(copies(), before, "nothing was recorded, and nothing is copied");
    assert_eq!((said.code, said.out.as_str()), (0, "0 ligne enregistrée, 0 refusée.\n"), "{said:?}");
    assert!(said.err.starts_with("4 lignes étaient déjà enregistrées"), "{said:?}");
    let sheet = done(place.unlocked(&["family", "7654321"]));
    assert_eq!(sheet.matches("vue").count(), 2, "twice in the file, twice in the record: {sheet}");
}

/// Notes that differ from each other, after the orientation of their family.
fn notes(count: usize) -> String {
    let note = |number| {
        format!(r#"{{"family":"7654321","act":"write_note","date":"2012-10-05","text":"vue {number}."}}"#) + "\n"
    };
    format!("{ORIENTATION}\n") + &(0..count).map(note).collect::<String>()
}

#[test]
fn a_file_given_by_two_at_once_is_recorded_once() {
    let place = Place::made_up(1);
    let own = r#"{"act":"add_center","code":"nord","name":"MDS Nord"}"#;
    place.run(&["record", &place.write("center.jsonl", own)]);
    let file = place.write("acts.jsonl", &notes(450));
    let store = place.path("store").display().to_string();
    let start = || {
        let mut program = place.program(&["--store", &store, "--today", TODAY], &["record", &file]);
        program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let said = [start(), start()].map(|child| {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    });
    let count = |pattern: &str| -> usize {
        let before =
            |said: &String| said.split(pattern).next()?.rsplit(char::is_whitespace).next()?.parse::<usize>().ok();
        said.iter().filter(|said| said.contains(pattern)).filter_map(before).sum()
    };
    let recorded = count(" lignes enregistrées") + count(" ligne enregistrée");
    let before = count(" lignes étaient") + count(" ligne était");
    assert_eq!((recorded, before), (451, 451), "{said:?}");
    let sheet = done(place.run(&["family", "7654321", "--format", "json"]));
    assert_eq!(sheet.matches("vue ").count(), 450, "each once");
}

#[test]
fn a_line_is_known_again_in_a_file_corrected_lengthened_copied_or_piped() {
    let place = Place::locked();
    let wrong = r#"{"family":"7654321","act":"write_note","date":"2099-10-05","text":"vue 9."}"#;
    let file = place.write("acts.jsonl", &(notes(2) + wrong + "\n"));
    let said = place.unlocked(&["record", &file]);
    assert_eq!((said.code, said.out.as_str()), (1, "3 lignes enregistrées, 1 refusée.\n"), "{said:?}");
    place.write("acts.jsonl", &(notes(2) + &wrong.replace("2099", "2012") + "\n"));
    let said = place.unlocked(&["record", &file]);
    assert_eq!((said.code, said.out.as_str()), (0, "1 ligne enregistrée, 0 refusée.\n"), "corrected: {said:?}");
    assert!(said.err.starts_with("3 lignes étaient déjà enregistrées"), "{said:?}");
    let longer = place.write("longer.jsonl", &notes(3).replace('\n', "  \r\n"));
    let said = place.unlocked(&["record", &longer]);
    assert_eq!((said.code, said.out.as_str()), (0, "1 ligne enregistrée, 0 refusée.\n"), "lengthened: {said:?}");
    let store = place.path("store").display().to_string();
    let mut piped = place.program(&["--store", &store, "--today", TODAY], &["record", "/dev/stdin"]);
    let passphrase = place.path("passphrase").display().to_string();
    piped.args(["--passphrase-file", &passphrase, "--referent", "C. Essai"]);
    let mut child = piped.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(notes(3).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "0 ligne enregistrée, 0 refusée.\n", "piped");
    let sheet = done(place.unlocked(&["family", "7654321"]));
    assert_eq!(sheet.matches("vue ").count(), 4, "{sheet}");
}

#[test]
fn a_line_meant_twice_is_recorded_twice_as_the_hint_says() {
    let place = Place::locked();
    let note = notes(1);
    let line = note.lines().last().unwrap();
    done(place.unlocked(&["record", &place.write("acts.jsonl", &note)]));
    let said = place.unlocked(&["record", &place.write("other.jsonl", line)]);
    assert_eq!(said.out, "0 ligne enregistrée, 0 refusée.\n");
    assert!(said.err.contains("sa ligne est écrite deux fois dans le même fichier"), "{said:?}");
    let said = place.unlocked(&["record", &place.write("other.jsonl", &format!("{line}\n{line}\n"))]);
    assert_eq!((said.code, said.out.as_str()), (0, "1 ligne enregistrée, 0 refusée.\n"), "{said:?}");
    assert_eq!(done(place.unlocked(&["family", "7654321"])).matches("vue 0").count(), 2);
}

#[test]
fn a_file_that_begins_with_a_byte_order_mark_is_read() {
    let place = Place::locked();
    let file = place.write("acts.jsonl", &format!("\u{feff}{ORIENTATION}\r\n"));
    assert_eq!(done(place.unlocked(&["record", &file])), "1 ligne enregistrée, 0 refusée.\n");
    let file = place.write("bare.jsonl", ORIENTATION);
    assert_eq!(done(place.unlocked(&["record", &file])), "0 ligne enregistrée, 0 refusée.\n");
}

#[cfg(unix)]
#[test]
fn a_file_that_never_ends_is_given_up() {
    let said = Place::locked().unlocked(&["record", "/dev/zero"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
    assert!(said.err.contains("La ligne 1 ne finit pas\u{a0}: la suite du fichier n’a pas été lue."), "{said:?}");
    assert!(!said.err.contains("redonnez le fichier"), "{said:?}");
}

#[test]
fn what_to_do_with_lines_that_a_rule_refused_is_said() {
    let said = refused(r#"{"family":"7654321","act":"write_note","date":"2099-01-01","text":"demain"}"#);
    assert!(said.contains("corrigez-les et redonnez le fichier"), "{said}");
    assert!(!said.contains("jalon schema act"), "the line is well written: {said}");
}

#[test]
fn a_malformed_json_line_is_told_by_its_number_and_the_others_are_kept() {
    let place = Place::locked();
    let malformed = [
        "{",
        "null",
        "[1,2]",
        r#"{"family":"7654321"}"#,
        r#"{"family":"7654321","act":"no_such_act"}"#,
        r#"{"family":"7654321","act":"record_contact","telephone":12}"#,
        r#"{"family":"7654321","act":"record_contact","secret_member":"Zédoublevé"}"#,
        "\u{0}",
    ];
    let lines = format!("{ORIENTATION}\n{}\n", malformed.join("\n"));
    let file = place.write("acts.jsonl", &lines);
    let said = place.unlocked(&["record", &file]);
    assert_eq!(said.code, 1, "{said:?}");
    for number in 2..=1 + malformed.len() {
        assert!(said.err.contains(&format!("Ligne {number}")), "line {number}: {said:?}");
    }
    assert!(!said.err.contains("Zédoublevé"), "nothing of a person in an error: {said:?}");
    assert!(said.out.contains("1 ligne"), "{said:?}");
    assert!(done(place.unlocked(&["family", "7654321"])).contains("ZÉDOUBLEVÉ"));
}

#[test]
fn a_refused_line_names_its_rule_and_writes_nothing() {
    let place = Place::locked();
    let orphan = r#"{"family":"1111111","act":"record_contact","telephone":"06"}"#;
    let twice = format!("{ORIENTATION}\n{ORIENTATION}\n{orphan}\n");
    let file = place.write("acts.jsonl", &twice);
    let said = place.unlocked(&["record", &file]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Ligne 2") && said.err.contains("Ligne 3") && !said.err.contains("Ligne 1"), "{said:?}");
    let out = done(place.unlocked(&["check"]));
    assert!(out.contains("1 famille"), "{out}");
}

/// Records one line on an antenna that knows the family, and gives what was said of it.
#[track_caller]
fn refused(line: &str) -> String {
    let place = Place::locked();
    let file = place.write("acts.jsonl", &format!("{ORIENTATION}\n{line}\n{}\n", reached("06 39 98 00 00")));
    let said = place.unlocked(&["record", &file]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(said.out, "2 lignes enregistrées, 1 refusée.\n", "the others are kept: {said:?}");
    assert!(said.err.starts_with("Ligne 2\u{a0}: "), "{said:?}");
    assert!(!said.err.contains("Zédoublevé"), "nothing of a person in an error: {said:?}");
    assert!(done(place.unlocked(&["family", "7654321"])).contains("06 39 98 00 00"));
    said.err
}

fn reached(telephone: &str) -> String {
    format!(r#"{{"family":"7654321","act":"record_contact","telephone":"{telephone}"}}"#)
}

#[test]
fn a_line_with_an_impossible_date_is_refused() {
    let said = refused(r#"{"family":"7654321","act":"write_note","date":"2026-02-30","text":"Zédoublevé"}"#);
    assert!(
        said.contains("«\u{a0}date\u{a0}» ne convient pas\u{a0}: il faut une date qui existe (AAAA-MM-JJ)"),
        "{said}"
    );
}

#[test]
fn a_line_with_a_huge_number_is_refused() {
    for number in ["4294967296", "99999999999999999999999999", "1e400", "-1", "6.5"] {
        let line = r#"{"family":"7654321","act":"draft_contract","kind":"first","starts":"2012-10-01","months":"#;
        let said = refused(&format!("{line}{number}}}"));
        assert!(said.contains("«\u{a0}months\u{a0}»") || said.contains("JSON"), "{number}: {said}");
    }
}

#[test]
fn a_line_nested_10_000_deep_is_refused() {
    let nested = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(refused(&nested).contains("JSON"));
    let said = refused(&format!(r#"{{"family":"7654321","act":"record_contact","telephone":{nested}}}"#));
    assert!(said.contains("JSON"), "{said}");
}

#[test]
fn a_line_with_a_member_doubled_is_refused() {
    let said = refused(r#"{"family":"7654321","act":"record_contact","telephone":"01","telephone":"02"}"#);
    assert!(said.contains("un de ses membres est écrit deux fois"), "{said}");
    let said = refused(r#"{"family":"7654321","family":"7654321","act":"record_contact","telephone":"01"}"#);
    assert!(said.contains("un de ses membres est écrit deux fois"), "{said}");
}

#[test]
fn a_line_with_its_members_in_another_order_is_the_same_act() {
    let place = Place::locked();
    let line = r#"{"telephone":"06 39 98 00 01","act":"record_contact","family":"7654321"}"#;
    let file = place.write("acts.jsonl", &format!("{ORIENTATION}\n{line}\n"));
    done(place.unlocked(&["record", &file]));
    assert!(done(place.unlocked(&["family", "7654321"])).contains("06 39 98 00 01"));
}

#[test]
fn a_line_with_bytes_after_the_act_is_refused() {
    assert!(refused(&format!("{} Zédoublevé", reached("01"))).contains("JSON"));
}

#[test]
fn a_line_longer_than_any_act_is_passed_over() {
    assert!(refused(&"x".repeat(3_000_000)).contains("plus longue qu’aucun acte"));
}

#[test]
fn a_line_of_an_unknown_family_is_refused() {
    let said = refused(r#"{"family":"1111111","act":"record_contact","telephone":"Zédoublevé"}"#);
    assert!(said.contains("Cette famille n’est pas dans les dossiers de l’antenne"), "{said}");
}

#[test]
fn faults_are_told_in_the_order_of_the_lines() {
    let place = Place::locked();
    let future = r#"{"family":"7654321","act":"write_note","date":"2099-01-01","text":"demain"}"#;
    let lines = [ORIENTATION, future, "{", future, "[]", ""];
    let file = place.write("acts.jsonl", &lines.join("\n"));
    let said = place.unlocked(&["record", &file]);
    let numbers: Vec<&str> = said.err.lines().filter_map(|line| line.split("\u{a0}: ").next()).collect();
    assert_eq!(&numbers[..4], ["Ligne 2", "Ligne 3", "Ligne 4", "Ligne 5"], "{said:?}");
}

#[test]
fn the_antenna_s_own_acts_are_lines_too() {
    let place = Place::locked();
    let center = r#"{"act":"add_center","code":"sud","name":"MDS Sud"}"#;
    let file = place.write("acts.jsonl", &format!("{center}\n{}\n", ORIENTATION.replace("nord", "sud")));
    assert_eq!(done(place.unlocked(&["record", &file])), "2 lignes enregistrées, 0 refusée.\n");
}

#[test]
fn a_file_without_a_line_records_nothing() {
    let place = Place::locked();
    let file = place.write("acts.jsonl", "\n  \n");
    assert_eq!(done(place.unlocked(&["record", &file])), "0 ligne enregistrée, 0 refusée.\n");
}

#[test]
fn a_missing_file_of_acts_is_named() {
    Place::made_up(1).refuses(&["record", "nulle-part.jsonl"], "nulle-part.jsonl n’existe pas");
}

#[test]
fn a_directory_instead_of_a_file_is_told() {
    Place::made_up(1).refuses(&["record", "."], "est un répertoire, et non un fichier");
}

#[test]
fn a_family_is_told_from_its_orientation_to_its_exit_with_what_the_program_itself_says() {
    let place = Place::locked();
    let listed = done(place.unlocked(&["referent", "list"]));
    let referent = listed.split(' ').next().unwrap();
    let orientation = ORIENTATION.replace("2012-", "2026-");
    let acts = [
        orientation,
        format!(r#"{{"family":"7654321","act":"include_family","date":"{TODAY}","referent":"{referent}"}}"#),
        format!(
            r#"{{"family":"7654321","act":"exit_family","date":"{TODAY}","reasons":["benefit-ended"],"outcome":"work","benefit_ended_on":"{TODAY}"}}"#
        ),
    ];
    let file = place.write("acts.jsonl", &acts.join("\n"));
    assert_eq!(place.unlocked(&["record", &file]).err, "");
    let sheet = done(place.unlocked(&["family", "7654321"]));
    for line in [
        "  Sortie\u{a0}: 23/11/2026",
        "  Motifs de sortie\u{a0}: Suspension ou fin du RSA majoré",
        "  Suite\u{a0}: Emploi",
    ] {
        assert!(sheet.contains(line), "{line} in {sheet}");
    }
    let english = done(place.unlocked(&["--lang", "en", "family", "7654321"]));
    assert!(english.contains("  Exit: 23 Nov 2026"), "{english}");
}
