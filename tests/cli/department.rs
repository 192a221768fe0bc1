//! `jalon department`: a whole hand-over, both ways, by files alone.

use jalon::exchange::{DecryptionKey, PublicKey, encryption};

use super::{PASSPHRASE, Place, Said, assert_refused, done};

/// A Département's store and an antenna's, side by side.
struct Both {
    antenna: Place,
    department: Place,
}

impl Both {
    fn founded() -> Self {
        let department = Place::empty();
        department.write("passphrase", PASSPHRASE);
        let both = Self { antenna: Place::locked(), department };
        both.department(&["init", "--department", "Département d’Essai", "--as", "D. Essai"]);
        both
    }

    fn said(&self, arguments: &[&str]) -> Said {
        let file = self.department.path("passphrase").display().to_string();
        self.department.run(&[&["--passphrase-file", &file, "department"], arguments].concat())
    }

    fn department(&self, arguments: &[&str]) -> String {
        done(self.said(arguments))
    }

    fn antenna(&self, arguments: &[&str]) -> String {
        done(self.antenna.unlocked(arguments))
    }

    /// The card of a side and the words said beside it.
    fn card(said: &Said) -> (String, String) {
        let words = said.err.trim().rsplit(": ").next().unwrap().to_owned();
        (said.out.trim().to_owned(), words)
    }

    fn enrol(&self) -> String {
        let (card, words) = Self::card(&self.said(&["card"]));
        let card = self.department.path(&card).display().to_string();
        self.antenna(&["enroll", &card, "--words", &words]);
        let (card, words) = Self::card(&self.antenna.unlocked(&["card"]));
        let card = self.antenna.path(&card).display().to_string();
        let registry = self.department(&["enroll", &card, "--words", &words]);
        self.department.path(registry.trim()).display().to_string()
    }
}

#[test]
fn a_hand_over_goes_both_ways_by_files_and_words_alone() {
    let both = Both::founded();
    assert!(both.department(&[]).contains("Aucune antenne n’est enrôlée"));
    let registry = both.enrol();
    both.antenna(&["import", &registry]);
    let sent = both.antenna(&["export"]);
    let files: Vec<String> = sent.lines().map(|name| both.antenna.path(name).display().to_string()).collect();
    let given = both.said(&["identity"]);
    let pem = both.antenna.path("antenne-d-essai.pem");
    let signing = PublicKey::from_pem(&std::fs::read_to_string(pem).unwrap()).unwrap().id();
    assert!(
        given.err.contains(&format!("Antenne d’Essai, clé de signature au registre\u{a0}: {signing}\n")),
        "{given:?}"
    );
    let identity = done(given);
    let key = DecryptionKey::from_text(identity.trim()).unwrap();
    assert!(encryption::decrypt(&std::fs::read(&files[0]).unwrap(), &key).is_ok(), "it reads what is handed over");
    let mut receive = vec!["receive"];
    receive.extend(files.iter().map(String::as_str));
    let received = both.department(&receive);
    assert!(received.contains("Antenne d’Essai — Lot n°\u{a0}1 (activité) reçu"), "{received}");
    let receipt = both.department.path(received.lines().last().unwrap()).display().to_string();
    assert!(both.antenna(&["import", &receipt]).contains("(accusés de réception) reçu"));
    // The same receipt on both sides has the same four words.
    let slip = both.antenna(&["slip", "1"]);
    let words = slip.lines().find(|line| line.starts_with("    ")).unwrap().trim().to_owned();
    assert!(slip.contains("Reçu le") && words.split_whitespace().count() == 4, "{slip}");
    let theirs = both.department(&["slip", "Essai", "1"]);
    assert!(theirs.contains(&words), "{theirs}");
    assert!(both.antenna(&["confirm", "1", "--words", &words]).contains("Le Département a reçu le lot"));
    let ours = both.antenna(&["slip", "1", "--received", "--out", &both.antenna.path("").display().to_string()]);
    assert!(std::fs::read_to_string(ours.trim()).unwrap().contains("(registre)"), "{ours}");
    let none = both.antenna.unlocked(&["slip", "9"]);
    assert!(none.code == 1 && none.err.contains("9"), "{none:?}");
    let others = both.antenna.unlocked(&["confirm", "1", "--words", "abandon abandon abandon abandon"]);
    assert!(others.code == 1 && others.err.contains("n’est pas celui de l’accusé reçu"), "{others:?}");
    let standing = both.department(&[]);
    assert!(standing.contains("Antenne d’Essai") && standing.contains("reçu jusqu’au lot"), "{standing}");
    let report = both.department(&["report"]);
    assert!(report.contains("Antenne d’Essai") && !report.contains("Écarts"), "{report}");
    both.department(&["publish"]);
    assert!(both.department(&["decide"]).contains("Aucune saisine"));
}

#[test]
fn words_confirm_a_bundle_west_of_greenwich_in_the_evening() {
    let both = Both::founded();
    let registry = both.enrol();
    both.antenna(&["import", &registry]);
    // The days of the machine, 23 hours behind universal time: most of that day is of the day before.
    let west = |place: &Place, arguments: &[&str]| {
        let (store, file) = (place.path("store").display().to_string(), place.path("passphrase").display().to_string());
        let mut program = place.program(&["--store", &store, "--passphrase-file", &file], arguments);
        done(super::printed(program.env("TZ", "AAA+23")).unwrap())
    };
    let who = ["--referent", "C. Essai"];
    let sent = west(&both.antenna, &[&who[..], &["export"]].concat());
    let file = both.antenna.path(sent.lines().next().unwrap()).display().to_string();
    west(&both.department, &["department", "receive", &file]);
    let slip = west(&both.department, &["department", "slip", "Essai", "1"]);
    let words = slip.lines().find(|line| line.starts_with("    ")).unwrap().trim().to_owned();
    let confirmed = west(&both.antenna, &[&who[..], &["confirm", "1", "--words", &words]].concat());
    assert!(confirmed.contains("Le Département a reçu le lot"), "{confirmed}");
}

#[test]
fn whose_key_signed_a_bundle_is_told_by_the_store_that_knows_it() {
    let both = Both::founded();
    let nothing = both.said(&["report"]);
    assert_refused(&nothing, "Aucune antenne n’a encore transmis d’actes");
    assert!(nothing.err.contains("jalon department receive"), "{nothing:?}");
    let registry = both.enrol();
    both.antenna(&["import", &registry]);
    let sent = both.antenna.path(both.antenna(&["export"]).lines().next().unwrap()).display().to_string();
    let file = both.department.path("passphrase").display().to_string();
    let verify = || both.department.run(&["--passphrase-file", &file, "verify", &sent]);
    for said in [done(verify()), both.antenna(&["verify", &sent])] {
        assert!(said.contains("signé par «\u{a0}Antenne d’Essai\u{a0}», dont cette base connaît la clé"), "{said}");
    }
    let theirs = both.antenna(&["verify", &registry]);
    assert!(theirs.contains("signé par «\u{a0}Département d’Essai\u{a0}»"), "{theirs}");
    // The day on which it came is ahead of the one taken for today.
    both.department(&["receive", &sent]);
    let store = both.department.path("store").display().to_string();
    let first = ["--store", &store, "--passphrase-file", &file, "--today", "2020-01-01"];
    let standing = done(both.department.run_with(&first, &["department"]));
    assert!(standing.contains("dernier lot le") && !standing.contains("jours"), "{standing}");
    both.department(&["revoke", "Essai", "--reason", "perdue", "--until", "0"]);
    let revoked = verify();
    assert!(revoked.code == 1 && revoked.err.contains("révoquée"), "{revoked:?}");
}

#[test]
fn a_publication_that_is_imported_is_said_with_what_it_brought() {
    let both = Both::founded();
    let registry = both.enrol();
    both.antenna(&["import", &registry]);
    both.department.write("courrier.txt", "Madame,");
    let plan = "[[support]]\ncode = \"courrier\"\ntitle = \"Courrier d’invitation\"\nversion = 1\n\
        effective_from = 2026-01-01\nfile = \"courrier.txt\"\n";
    let plan = both.department.write("plan.toml", plan);
    let published = both.department(&["publish", &plan]);
    let file = both.department.path(published.trim()).display().to_string();
    let told = both.antenna(&["import", &file]);
    assert!(told.contains("Courrier d’invitation"), "{told}");
}

#[test]
fn each_side_refuses_the_other_s_store_and_what_is_not_its_own() {
    let both = Both::founded();
    let registry = both.enrol();
    let file = both.department.path("passphrase").display().to_string();
    let as_antenna = both.department.run(&["--passphrase-file", &file, "agenda"]);
    assert_eq!(as_antenna.code, 1);
    assert!(as_antenna.err.contains("celle d’un Département"), "{as_antenna:?}");
    let init = ["--passphrase-file", &file, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    both.department.refuses(&init, "Il y a déjà une base dans");
    let as_department = both.antenna.unlocked(&["department"]);
    assert!(as_department.err.contains("n’est pas celle d’un Département"), "{as_department:?}");
    let no_card = both.said(&["enroll", &file]);
    assert!(no_card.err.contains("n’est pas une fiche d’enrôlement"), "before any word is asked for: {no_card:?}");
    let no_card = both.antenna.unlocked(&["enroll", &registry]);
    assert!(no_card.err.contains("n’est pas une fiche d’enrôlement"), "{no_card:?}");
    let own = both.said(&["receive", &registry]);
    assert!(own.code == 0 && own.out.contains("Un de vos propres lots, déjà connu"), "nothing is for itself: {own:?}");
    let directory = both.department.path("").display().to_string();
    let whole = both.said(&["receive", &directory]);
    assert!(whole.code == 1 && whole.err.contains("Nommez les fichiers qui s’y trouvent"), "{whole:?}");
    let absent = both.department.path("absent.json.age").display().to_string();
    let missing = both.said(&["receive", &absent]);
    assert!(missing.code == 1 && missing.err.matches(&absent).count() == 1, "{missing:?}");
    let unsent = both.said(&["orient", &absent]);
    let told = unsent.code == 1 && unsent.err.contains(&absent) && !unsent.err.contains("reçu");
    assert!(told, "{unsent:?}");
    let nowhere = both.department.path("absent").display().to_string();
    let unwritten = both.said(&["card", "--out", &nowhere]);
    assert!(unwritten.err.contains(&format!("{nowhere} n’existe pas")), "{unwritten:?}");
    let unknown = both.said(&["revoke", "Antenne inconnue", "--reason", "essai"]);
    assert!(unknown.err.contains("Antenne inconnue") && unknown.code == 1, "{unknown:?}");
    let none = both.said(&["decide", "00000000-0000-0000-0000-000000000001", "--opinion", "keep"]);
    assert_eq!(none.code, 1, "{none:?}");
    assert_eq!(both.said(&["decide", "--opinion", "keep"]).code, 2, "an opinion of which referral?");
    let plan = both.department.write("plan.toml", "[[support]]\ncode = 3\n");
    let unreadable = both.said(&["publish", &plan]);
    assert!(unreadable.code == 1 && unreadable.err.contains("ligne 2"), "{unreadable:?}");
    // The upkeep of a store is the same on both sides.
    let checked = done(both.department.run(&["--passphrase-file", &file, "check"]));
    assert!(checked.contains("Tout est en ordre") && !checked.contains("échéance"), "nothing is due there: {checked}");
}

#[test]
fn the_demonstration_of_a_departement_has_antennas_and_life_in_it_and_is_sound() {
    let place = Place::empty();
    let store = place.path("store");
    done(place.run(&["demo", "--department", "--keep", &store.display().to_string(), "--create-only"]));
    let standing = done(place.run(&["department"]));
    for told in ["Antenne de Melun", "il manque le lot n° 5", "familles refusées : 1", "il y a 41 jours", "silencieuse"]
    {
        assert!(standing.contains(told), "{told}: {standing}");
    }
    assert!(standing.contains("2 orientations") && standing.contains("9 saisines"), "{standing}");
    let checked = done(place.run(&["check"]));
    assert!(checked.contains("familles.") && !checked.contains("échéance"), "nothing is due there: {checked}");
    for antenna in ["antenne-de-melun", "antenne-de-meaux", "antenne-de-provins"] {
        let beside = store.join("antennes").join(antenna).display().to_string();
        let checked = done(place.run_with(&["--store", &beside], &["check"]));
        assert!(checked.contains(" échéances."), "{checked}");
    }
}
