//! A publication from its plan on: the example of the guide, what is refused and by which line, what an antenna then has.

use std::fs;
use std::path::{Path, PathBuf};

use jalon::app::department::{EXAMPLE, PublicationPlan};
use jalon::app::{AppError, Applied, Command, TakenIn};
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::antenna::{AdoptConvention, AntennaAct};
use jalon::domain::convention::{Convention, ConventionFile, SEINE_ET_MARNE_2012};
use jalon::domain::refusal::Refusal;
use jalon::exchange::ExchangeError;
use tempfile::TempDir;

use super::{CLOSED, Office, enrolled, take_in};
use crate::app::{Antenna, day};

/// The plan of the guide with the parts that it leaves out, about a topic of an antenna.
fn whole(topic: &str) -> String {
    let parts: Vec<&str> = EXAMPLE.lines().collect();
    let spoken = |line: &&str| {
        let rest = line.strip_prefix("# ")?;
        (rest.starts_with("[[") || rest.contains(" = ")).then(|| rest.to_owned())
    };
    let lines: Vec<String> = parts.iter().map(|line| spoken(line).unwrap_or_else(|| (*line).to_owned())).collect();
    lines.join("\n").replace("00000000-0000-0000-0000-000000000000", topic)
}

/// The convention of the program, as an avenant of 2027 with more places.
fn avenant() -> String {
    let text = SEINE_ET_MARNE_2012
        .replacen("code = \"seine-et-marne-2012\"", "code = \"seine-et-marne-2027\"", 1)
        .replacen("effective_from = \"2012-01-01\"", "effective_from = 2027-01-01", 1)
        .replacen("ends = \"2012-12-31\"", "ends = 2027-12-31", 1)
        .replacen("article = \"art. 11\"", "article = \"avenant n° 1\"", 1)
        .replacen("places = 140", "places = 150", 1);
    assert_eq!(text.matches("2027").count(), 3, "the convention is written otherwise than this test supposes");
    text
}

/// A directory with a plan and the files that it names.
fn written(plan: &str) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("plan.toml"), plan).unwrap();
    fs::write(directory.path().join("fiche-liaison.txt"), "Famille :").unwrap();
    fs::write(directory.path().join("convention-2027.toml"), avenant()).unwrap();
    let path = directory.path().join("plan.toml");
    (directory, path)
}

fn raised(antenna: &mut Antenna) -> String {
    let topic = r#"{"act":"raise_topic","date":"2026-11-02","subject":"path","text":"Quels relais ?"}"#;
    antenna.app.execute(Command::Antenna(serde_json::from_str(topic).unwrap())).unwrap();
    antenna.app.antenna().topics[0].id.to_string()
}

fn conventions(antenna: &Antenna) -> Vec<&str> {
    antenna.app.antenna().conventions.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn the_plan_of_the_guide_is_published_as_it_stands() {
    let (mut office, mut antenna) = enrolled();
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide/publication/plan.toml");
    let plan = PublicationPlan::read(&guide).unwrap();
    for sent in office.department.publish(&plan, office.out.path()).unwrap() {
        take_in(&mut antenna, &sent.path);
    }
    let supports = antenna.app.supports().unwrap();
    assert_eq!(supports[0].title, "Fiche de liaison MDS – antenne");
    assert!(supports[0].versions[0].0.text.starts_with("FICHE DE LIAISON"));
}

#[test]
fn every_part_of_the_guide_s_plan_reaches_the_antenna_and_the_convention_counts_from_its_day() {
    let (mut office, mut antenna) = enrolled();
    let topic = raised(&mut antenna);
    office.exchange(&mut antenna);
    let (_kept, path) = written(&whole(&topic));
    let mut plan = PublicationPlan::read(&path).unwrap();
    let out = office.out.path().to_owned();
    let mut to_nobody = plan.clone();
    to_nobody.answers[0].topic = "00000000-0000-0000-0000-000000000001".parse().unwrap();
    let refused = office.department.publish(&to_nobody, &out);
    assert!(matches!(refused, Err(AppError::Exchange(ExchangeError::AnswerToNobody { .. }))), "{refused:?}");
    let early = office.department.publish(&plan, &out);
    assert!(matches!(early, Err(AppError::Refused(Refusal::DateInFuture { .. }))), "{early:?}");
    plan.answers[0].date = day("2026-11-20");
    assert_eq!((plan.supports.len(), plan.conventions.len(), plan.answers.len()), (1, 1, 1));
    for sent in office.department.publish(&plan, office.out.path()).unwrap() {
        take_in(&mut antenna, &sent.path);
    }
    let record = antenna.app.antenna();
    assert_eq!(record.topics[0].follow_ups[0].text, "Une réunion avec la MDS est prévue en janvier.");
    let places = |date: &str| record.convention(day(date)).map(|version| version.caseload.places);
    assert_eq!((places("2026-12-31"), places("2027-01-01")), (Some(140), Some(150)));
    let came = antenna.app.inbox().unwrap().bundles.into_iter().find(|came| came.kind == "supports").unwrap();
    let brought = antenna.app.brought(&came).unwrap();
    assert_eq!((brought.conventions, brought.supports.len()), (vec![day("2027-01-01")], 1));
}

#[test]
fn the_convention_of_the_program_changes_nothing_where_it_is_known() {
    let (mut office, mut antenna) = enrolled();
    office.exchange(&mut antenna);
    let (kept, plan) = written("[[convention]]\nfile = \"seine-et-marne-2012.toml\"\n");
    fs::write(kept.path().join("seine-et-marne-2012.toml"), SEINE_ET_MARNE_2012).unwrap();
    let plan = PublicationPlan::read(&plan).unwrap();
    for sent in office.department.publish(&plan, office.out.path()).unwrap() {
        take_in(&mut antenna, &sent.path);
    }
    assert_eq!(conventions(&antenna), ["seine-et-marne-2012"]);
}

#[test]
fn a_blank_that_nothing_of_a_file_fills_is_refused_before_it_is_published() {
    let plan = "[[support]]\ncode = \"f\"\ntitle = \"F\"\nversion = 1\neffective_from = 2027-01-01\nfile = \"f.txt\"\n";
    let (kept, plan) = written(plan);
    for (text, unknown) in [("{nom}, {Référent}, {ce\nqui reste", None), ("{nom} {prénom}", Some("prénom"))] {
        fs::write(kept.path().join("f.txt"), text).unwrap();
        match (PublicationPlan::read(&plan), unknown) {
            (Ok(read), None) => assert_eq!(read.supports[0].text, text),
            (Err(AppError::Exchange(ExchangeError::PublicationBlankUnknown { blank, known, .. })), Some(unknown)) => {
                assert_eq!(blank, unknown);
                assert!(known.contains("matricule"), "{known}");
            }
            (other, _) => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_file_that_a_plan_names_and_that_is_not_there_is_named_with_the_plan() {
    for (plan, missing) in
        [(EXAMPLE, "fiche-liaison.txt"), ("[[convention]]\nfile = \"convention-2027.toml\"\n", "convention-2027.toml")]
    {
        let (kept, path) = written(plan);
        fs::remove_file(kept.path().join(missing)).unwrap();
        let Err(AppError::Exchange(fault)) = PublicationPlan::read(&path) else { panic!("{missing}: read") };
        let said = AppError::from(fault).explain(&Catalog::new(Lang::Fr));
        let hint = said.hint.unwrap();
        assert!(said.text.contains(missing) && hint.contains("plan.toml"), "{} {hint}", said.text);
    }
}

#[test]
fn a_fault_of_a_plan_names_its_line_and_its_field() {
    let plan = whole("00000000-0000-0000-0000-000000000001");
    let line = |of: &str| plan.lines().position(|line| line.starts_with(of)).unwrap() + 1;
    let (support, answer) = (line("[[support]]"), line("[[answer]]"));
    for (changed, to, at, field) in [
        ("code = \"fiche-liaison\"\n", "", support, "code"),
        ("code = \"fiche-liaison\"", "code = 3", support + 1, "code"),
        ("code = \"fiche-liaison\"", "code = \" \"", support + 1, "code"),
        ("title = \"Fiche de liaison MDS – antenne\"\n", "", support, "title"),
        ("title", "titre", support + 2, "titre"),
        ("version = 1", "version = \"1\"", support + 3, "version"),
        ("version = 1", "version = -1", support + 3, "version"),
        ("version = 1", "version = 0", support + 3, "version"),
        ("file = \"fiche-liaison.txt\"", "file = \"../fiche-liaison.txt\"", support + 5, "file"),
        ("file = \"fiche-liaison.txt\"", "file = \"/etc/hostname\"", support + 5, "file"),
        ("2027-01-01", "\"1er janvier 2027\"", support + 4, "effective_from"),
        ("effective_from = 2027-01-01\n", "", support, "effective_from"),
        ("file = \"fiche-liaison.txt\"\n", "", support, "file"),
        ("file = \"fiche-liaison.txt\"", "file = fiche.txt", support + 5, ""),
        ("file = \"convention-2027.toml\"", "", line("[[convention]]"), "file"),
        ("[[convention]]", "[[conventions]]", line("[[convention]]"), "conventions"),
        ("00000000-0000-0000-0000-000000000001", "un", answer + 1, "topic"),
        ("2026-12-15", "2026-12-32", answer + 2, ""),
        ("text = ", "texte = ", answer + 3, "texte"),
    ] {
        assert!(plan.contains(changed), "{changed}");
        let (_kept, path) = written(&plan.replacen(changed, to, 1));
        let Err(AppError::Exchange(fault)) = PublicationPlan::read(&path) else { panic!("{to}: read") };
        let said = AppError::from(fault).explain(&Catalog::new(Lang::Fr)).text;
        assert!(said.contains(&format!("ligne {at}")), "{to}: {said}");
        assert!(
            field.is_empty()
                || said.contains(&format!("« {field} »").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»")),
            "{to}: {said}"
        );
    }
}

#[test]
fn a_fault_of_a_convention_names_its_own_file() {
    let (kept, path) = written(&whole("00000000-0000-0000-0000-000000000001"));
    fs::write(kept.path().join("convention-2027.toml"), avenant().replacen("places = 150", "places = \"150\"", 1))
        .unwrap();
    let refused = PublicationPlan::read(&path);
    let Err(AppError::Exchange(ExchangeError::PublicationFieldUnfit { path, field, .. })) = refused else {
        panic!("{refused:?}")
    };
    assert!(path.ends_with("convention-2027.toml") && field == "places", "{path}, {field}");
    // Whoever gives the convention itself is told to name it in a plan.
    let own = kept.path().join("seule.toml");
    fs::write(&own, SEINE_ET_MARNE_2012).unwrap();
    let refused = PublicationPlan::read(&own);
    assert!(matches!(refused, Err(AppError::Exchange(ExchangeError::PublicationIsConvention { .. }))), "{refused:?}");
}

#[test]
fn a_directory_that_takes_no_file_keeps_nothing_of_a_card_nor_of_a_revocation() {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded_as("Antenne de Melun"));
    let out = office.out.path().to_owned();
    let given = antenna.app.give_card(&out).unwrap();
    let (card, words) = (fs::read(given.path).unwrap(), given.words.join(" "));
    assert!(office.department.enrol(&card, &words, Path::new(CLOSED)).is_err());
    assert_eq!(office.department.antennas().unwrap(), []);
    let enrolled = office.department.enrol(&card, &words, &out).unwrap();
    assert_eq!((enrolled.version, enrolled.files.len()), (2, 1));
    let again = office.department.enrol(&card, &words, &out).unwrap_err();
    assert!(matches!(again, AppError::Exchange(ExchangeError::AntennaEnrolled { .. })), "{again:?}");
    let revoked = |office: &mut Office, to: &Path| office.department.revoke(&enrolled.antenna, "Poste volé", None, to);
    assert!(revoked(&mut office, Path::new(CLOSED)).is_err());
    assert_eq!(office.department.standings().unwrap()[0].revoked, None);
    revoked(&mut office, &out).unwrap();
    assert!(office.department.standings().unwrap()[0].revoked.is_some());
}

#[test]
fn what_an_antenna_would_refuse_is_not_published() {
    let (mut office, mut antenna) = enrolled();
    office.exchange(&mut antenna);
    let (_kept, path) = written("[[convention]]\nfile = \"convention-2027.toml\"\n");
    let plan = PublicationPlan::read(&path).unwrap();
    let with = |change: &dyn Fn(&mut Convention)| {
        let mut plan = plan.clone();
        change(&mut plan.conventions[0]);
        plan
    };
    let refused = |office: &mut Office, plan: &PublicationPlan| {
        let directory = office.out.path().to_owned();
        let refused = office.department.publish(plan, &directory).unwrap_err();
        assert_eq!(office.department.published().unwrap(), None, "nothing is kept of it");
        refused
    };
    let known = with(&|version| version.code = "seine-et-marne-2012".into());
    let fault = refused(&mut office, &known);
    assert!(matches!(fault, AppError::Exchange(ExchangeError::ConventionChanged { .. })), "{fault:?}");
    let same_day = with(&|version| version.effective_from = day("2012-01-01"));
    let fault = refused(&mut office, &same_day);
    assert!(matches!(fault, AppError::Refused(Refusal::ConventionDateTaken { .. })), "{fault:?}");
    let no_place = with(&|version| version.caseload.places = 0);
    let fault = refused(&mut office, &no_place);
    assert!(matches!(fault, AppError::Refused(Refusal::ConventionNumberImplausible { .. })), "{fault:?}");
    let over = with(&|version| version.period.ends = version.effective_from.pred_opt().unwrap());
    let fault = refused(&mut office, &over);
    assert!(matches!(fault, AppError::Refused(Refusal::ConventionWouldBeOver { .. })), "{fault:?}");
    let twice = PublicationPlan {
        conventions: [plan.conventions.clone(), with(&|one| one.code = "autre".into()).conventions].concat(),
        ..plan.clone()
    };
    let fault = refused(&mut office, &twice);
    assert!(matches!(fault, AppError::Refused(Refusal::ConventionDateTaken { .. })), "{fault:?}");
    // Published, its text changes no more.
    let out = office.out.path().to_owned();
    office.department.publish(&plan, &out).unwrap();
    let changed = with(&|version| version.caseload.places = 160);
    let fault = office.department.publish(&changed, &out).unwrap_err();
    assert!(matches!(fault, AppError::Exchange(ExchangeError::ConventionChanged { .. })), "{fault:?}");
}

#[test]
fn a_directory_that_takes_no_file_keeps_nothing_of_a_publication() {
    let (mut office, _antenna) = enrolled();
    let (kept, path) = written(EXAMPLE);
    let plan = PublicationPlan::read(&path).unwrap();
    assert!(office.department.publish(&plan, &kept.path().join("absent")).is_err());
    assert!(office.department.publish(&plan, Path::new(CLOSED)).is_err());
    assert_eq!(office.department.published().unwrap(), None);
    let out = office.out.path().to_owned();
    assert_eq!(office.department.publish(&plan, &out).unwrap()[0].version, 1);
}

#[test]
fn a_publication_repeats_all_that_holds_and_no_version_is_given_twice() {
    let (mut office, _antenna) = enrolled();
    let out = office.out.path().to_owned();
    let plan = |code: &str, version: u64, from: &str, text: &str| {
        let (_kept, path) = written(EXAMPLE);
        let mut plan = PublicationPlan::read(&path).unwrap();
        let support = &mut plan.supports[0];
        (support.code, support.version, support.effective_from) = (code.into(), version, day(from));
        support.text = text.into();
        plan
    };
    for plan in [
        plan("fiche", 1, "2026-01-01", "Un"),
        plan("fiche", 2, "2026-06-01", "Deux"),
        plan("fiche", 3, "2027-01-01", "Trois"),
        plan("autre", 1, "2026-01-01", "Autre"),
    ] {
        office.department.publish(&plan, &out).unwrap();
    }
    let mut told: Vec<_> = office.department.published().unwrap().unwrap().supports;
    told.sort_by_key(|support| support.text.clone());
    let texts: Vec<_> = told.iter().map(|support| support.text.as_str()).collect();
    assert_eq!(texts, ["Autre", "Deux", "Trois"], "the first one holds no more");
    let fault = office.department.publish(&plan("fiche", 1, "2026-01-01", "Un autre"), &out).unwrap_err();
    assert!(matches!(fault, AppError::Exchange(ExchangeError::SupportChanged { version: 1, .. })), "{fault:?}");
}

#[test]
fn a_plan_published_already_is_refused_but_for_an_antenna_that_was_not_sent_it() {
    let (mut office, _antenna) = enrolled();
    let (_kept, path) = written(EXAMPLE);
    let plan = PublicationPlan { answers: Vec::new(), ..PublicationPlan::read(&path).unwrap() };
    let out = office.out.path().to_owned();
    let sealed = |office: &Office| {
        (office.department.published().unwrap().unwrap().version, std::fs::read_dir(&out).unwrap().count())
    };
    office.department.publish(&plan, &out).unwrap();
    let before = sealed(&office);
    let fault = office.department.publish(&plan, &out).unwrap_err();
    assert!(matches!(fault, AppError::Exchange(ExchangeError::PublicationUnchanged {})), "{fault:?}");
    assert_eq!(sealed(&office), before, "nothing is written");
    let mut other = Antenna::founded_at(1, "Antenne de Provins");
    office.enrol(&mut other);
    let sent = office.department.publish(&plan, &out).unwrap();
    let names: Vec<_> = sent.iter().map(|one| (one.antenna.name.as_str(), one.version)).collect();
    assert_eq!(names, [("Antenne de Provins", 1)]);
    let fault = office.department.publish(&plan, &out).unwrap_err();
    assert!(matches!(fault, AppError::Exchange(ExchangeError::PublicationUnchanged {})), "{fault:?}");
}

/// A version of the convention with these in the place of the code, the day and whatever else.
fn version(code: &str, from: &str, change: impl FnOnce(&mut Convention)) -> Convention {
    let mut version = ConventionFile::parse(&avenant()).unwrap().versions.remove(0);
    (version.code, version.effective_from) = (code.into(), day(from));
    change(&mut version);
    version
}

fn plan_of(version: Convention) -> PublicationPlan {
    PublicationPlan { conventions: vec![version], ..PublicationPlan::default() }
}

/// Publishes to the one antenna and gives what became of it there.
fn published(office: &mut Office, antenna: &mut Antenna, version: Convention) -> Applied {
    let path = office.department.publish(&plan_of(version), office.out.path()).unwrap().remove(0).path;
    let TakenIn::Applied(mut applied) = take_in(antenna, &path) else { panic!("not applied") };
    applied.remove(0)
}

#[test]
fn a_version_that_the_antenna_cannot_adopt_is_refused_alone_and_both_sides_say_so_until_another_is_adopted() {
    let (mut office, mut antenna) = enrolled();
    office.exchange(&mut antenna);
    // Nobody at the Département knows yet of the antenna's own avenant.
    let own = AdoptConvention { convention: Box::new(version("local", "2027-01-01", |_| {})) };
    antenna.app.execute(Command::Antenna(AntennaAct::AdoptConvention(own))).unwrap();
    let applied = published(&mut office, &mut antenna, version("seine-et-marne-2027", "2027-01-01", |_| {}));
    assert_eq!((applied.accepted, applied.refused), (0, 1));
    let french = Catalog::new(Lang::Fr);
    let told = applied.parts[0].told(&french).join("\n");
    assert!(told.contains("seine-et-marne-2027") && told.contains("prend déjà effet le 01/01/2027"), "{told}");
    let came = antenna.app.inbox().unwrap().bundles.into_iter().rfind(|came| came.kind == "supports").unwrap();
    assert_eq!(antenna.app.brought(&came).unwrap().refused[0].told(&french).join("\n"), told);
    // What comes after it is taken in.
    let presence = office.department.send_presence(office.out.path()).unwrap().remove(0);
    assert!(matches!(take_in(&mut antenna, &presence), TakenIn::Applied(_)));
    office.exchange(&mut antenna);
    let party = office.department.antennas().unwrap().remove(0);
    let not_adopted = office.department.not_adopted(&party).unwrap();
    let told = not_adopted[0].told(&french).join("\n");
    assert!(told.contains("seine-et-marne-2027") && told.contains("sous un autre code"), "{told}");
    let standing = office.department.standings().unwrap().remove(0);
    assert!(standing.refused_there == 1 && standing.calls_for_somebody());
    published(&mut office, &mut antenna, version("seine-et-marne-2027-2", "2027-02-01", |_| {}));
    assert!(conventions(&antenna).contains(&"seine-et-marne-2027-2"));
    office.exchange(&mut antenna);
    assert_eq!(office.department.not_adopted(&party).unwrap(), []);
    assert!(!office.department.standings().unwrap()[0].calls_for_somebody());
}

#[test]
fn a_version_without_a_code_in_use_or_with_another_text_under_a_known_code_is_refused_and_told() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let asked = r#"{"act":"open_rights_claim","date":"2026-11-10","right":"asf"}"#;
    antenna.tell(family, asked).unwrap();
    let without = |version: &mut Convention| version.rights.retain(|right| right.code.as_str() != "asf");
    let applied = published(&mut office, &mut antenna, version("sans-asf", "2027-01-01", without));
    assert_eq!((applied.accepted, applied.refused), (0, 1), "{:?}", applied.parts);
    let told = applied.parts[0].told(&Catalog::new(Lang::Fr)).join("\n");
    assert!(told.contains("asf") && told.contains("1 dossier en cours"), "{told}");
    // A code that the antenna has taken for another text meanwhile.
    let own = AdoptConvention { convention: Box::new(version("avenant-3", "2027-03-01", |_| {})) };
    antenna.app.execute(Command::Antenna(AntennaAct::AdoptConvention(own))).unwrap();
    let applied = published(&mut office, &mut antenna, version("avenant-3", "2027-04-01", |_| {}));
    assert_eq!((applied.accepted, applied.refused), (0, 2), "with the one before: {:?}", applied.parts);
    assert_eq!(applied.parts[1].matter.rule.as_deref(), Some("exchange-convention-changed"));
}
