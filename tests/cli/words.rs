//! What the command line does not understand: exit status 2, which word, and what was expected, in the person's language.

use super::{Place, done};

#[test]
fn the_help_is_in_french_and_in_english() {
    let place = Place::empty();
    let french = done(place.run(&["--help"]));
    assert!(french.contains("Qui ouvre la base, quand plusieurs le peuvent"), "--referent is no command: {french}");
    assert!(french.contains("Commandes") && !french.contains("Commands"), "{french}");
    let english = done(place.run(&["--lang", "en", "--help"]));
    assert!(english.contains("Commands") && !english.contains("Commandes"), "{english}");
    let seen = helps(&place, &[], &french);
    assert!(seen > 30, "{seen} commands");
}

/// Reads the help of every command that a help lists, and of those under it; how many there were.
fn helps(place: &Place, under: &[&str], help: &str) -> usize {
    let listed = help.lines().skip_while(|line| !line.starts_with("Commandes")).skip(1);
    // A line that goes on stands further in.
    let names = listed
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    let mut seen = 0;
    for name in names {
        let command = [under, &[name]].concat();
        let french = done(place.run(&[&command[..], &["--help"]].concat()));
        for foreign in ["default", "possible values", "FILE>", "NAME>", "⟦"] {
            assert!(!french.contains(foreign), "{command:?}: {foreign} in {french}");
        }
        seen += 1 + helps(place, &command, &french);
    }
    seen
}

/// Not understood: exit status 2, this sentence, and where to find help; nothing on stdout.
#[track_caller]
fn not_understood(arguments: &[&str], sentence: &str) {
    let said = Place::empty().run_with(&[], arguments);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}: {said:?}");
    assert!(said.err.contains(sentence), "{arguments:?}: {said:?}");
    assert!(said.err.contains("--help") && !said.err.contains("error"), "{arguments:?}: {said:?}");
}

#[test]
fn an_unknown_command_is_named_with_the_nearest_one() {
    not_understood(&["enregistrer"], "«\u{a0}enregistrer\u{a0}» n’est pas une commande de jalon.");
    not_understood(&["recrod"], "Vouliez-vous écrire «\u{a0}record\u{a0}»\u{202f}?");
    not_understood(&["exporte"], "Vouliez-vous écrire «\u{a0}export\u{a0}»\u{202f}?");
    not_understood(&["--lang", "en", "enregistrer"], "“enregistrer” is not a command of jalon.");
    not_understood(&["referent"], "Il manque ce qu’il faut faire.");
}

#[test]
fn an_unknown_language_is_told() {
    not_understood(&["--lang", "de", "check"], "«\u{a0}de\u{a0}» ne convient pas à --lang <fr|en>.");
    not_understood(&["--lang=de", "check"], "fr ou en");
}

#[test]
fn an_impossible_date_is_told() {
    for date in ["2026-02-30", "2026-13-01", "hier", "30/02/2026"] {
        not_understood(
            &["--today", date, "check"],
            &format!("«\u{a0}{date}\u{a0}» ne convient pas à --today <AAAA-MM-JJ>."),
        );
        not_understood(
            &["agenda", "--from", date],
            &format!("«\u{a0}{date}\u{a0}» ne convient pas à --from <AAAA-MM-JJ>."),
        );
    }
    not_understood(&["agenda", "--from", "hier"], "sinon il y a un an");
    not_understood(&["report", "--from", "hier"], "sinon le 1er janvier");
    not_understood(&["department", "report", "--to", "hier"], "sinon aujourd’hui");
    not_understood(&["--today", "", "check"], "--today");
    not_understood(&["agenda", "--today"], "Il manque ce qui doit suivre --today");
}

#[test]
fn an_option_that_is_not_expected_is_named_with_the_nearest_one() {
    not_understood(&["export", "--previw"], "Vouliez-vous écrire «\u{a0}--preview\u{a0}»\u{202f}?");
    not_understood(&["check", "encore"], "«\u{a0}encore\u{a0}» n’est pas prévu ici.");
    not_understood(&["--theme", "rouge", "check"], "dark, light, high-contrast ou plain");
    not_understood(&["family", "1", "--format", "xml"], "«\u{a0}xml\u{a0}» ne convient pas à --format <text|json>.");
    not_understood(&["agenda", "--format", "csv"], "«\u{a0}csv\u{a0}» ne convient pas à --format <text|ics>.");
    not_understood(&["export", "--again", "x"], "«\u{a0}x\u{a0}» ne convient pas à --again");
    not_understood(&["demo", "--families", "0"], "de 1 à 1 000 000");
}

#[test]
fn what_is_missing_is_named() {
    not_understood(&["verify"], "Il manque <FICHIER>.\n");
    not_understood(&["record"], "Il manque <FICHIER>");
    not_understood(&["family"], "Il manque <MATRICULE>");
    not_understood(&["family"], "Matricule CAF de la famille");
    for command in ["add", "remove", "passphrase"] {
        not_understood(&["referent", command], "Il manque <NOM>.");
    }
    not_understood(&["demo", "--create-only"], "Il manque --keep");
}

#[test]
fn options_that_do_not_go_together_are_named() {
    not_understood(&["export", "--preview", "--again", "2"], "ne vont pas ensemble");
    not_understood(&["--lang", "fr", "--lang", "fr", "check"], "--lang <fr|en> est donné deux fois.");
}
