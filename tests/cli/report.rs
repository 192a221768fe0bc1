//! The impact measure as a command: a made-up year of fifty families, whose figures are counted again here from the acts alone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;

const CENTERS: [&str; 3] = ["nord", "sud", "est"];

/// An antenna of three referents and three centres since the end of 2025; gives the ids of the referents.
fn antenna() -> (Place, Vec<String>) {
    let place = Place::empty();
    let referent = |name: &str| NewReferent { name: name.into(), passphrase: Secret::new(PASSPHRASE) };
    let center = |code: &str, name: &str| AddCenter { code: code.into(), name: name.into(), places: Some(20) };
    let new = NewAntenna {
        name: "Antenne d’Essai".into(),
        department: "Département d’Essai".into(),
        referents: vec![referent("C. Essai"), referent("D. Essai"), referent("E. Essai")],
        // A name that a spreadsheet would take for a formula.
        centers: vec![center("nord", "=1+1"), center("sud", "MDS Sud"), center("est", "MDS Est")],
        conventions: ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions,
    };
    let founded = Clock::fixed_today("2025-12-01".parse().unwrap());
    let (app, _) = access::create_with(&place.path("store"), new, founded, Derivation::FLOOR).unwrap();
    let referents = app.antenna().referents.iter().map(|referent| referent.id.to_string()).collect();
    app.close_without_backup().unwrap();
    place.write("passphrase", PASSPHRASE);
    (place, referents)
}

fn day(month: usize, day: usize) -> String {
    format!("2026-{month:02}-{day:02}")
}

/// A year of acts, family by family, each in its order.
fn year(referents: &[String]) -> Vec<Value> {
    let sessions = [day(3, 4), day(6, 10), day(9, 9)].map(|date| json!({"date": date}));
    let mut acts =
        vec![json!({"act": "plan_group_action", "title": "Café", "theme": "parenting", "sessions": sessions})];
    for i in 0..50 {
        let family = format!("{}", 1_000_001 + i);
        let first = 1 + i % 6;
        let mut then = |act: Value| {
            let mut act = act;
            act["family"] = json!(family);
            acts.push(act);
        };
        let oriented = |date: String| {
            json!({"act": "receive_orientation", "center": CENTERS[i % 3], "date": date, "document": "fiche",
                "surname": format!("Famille{i}"), "given_name": "Lou", "birth_date": format!("19{:02}-04-02", 50 + i),
                "matricule": family, "children": [{"given_name": "Petit", "birth_date": "2025-06-01"}],
                "isolated": true, "benefit_code": "RSI", "followed_by_department": false})
        };
        let included = |date: String| json!({"act": "include_family", "date": date, "referent": referents[i % 3]});
        then(oriented(day(first, 3)));
        then(included(day(first, 10)));
        then(json!({"act": "rate_effects", "date": day(first, 20), "occasion": "entry",
            "ratings": [{"scale": "social-ties", "level": 1 + i % 3}, {"scale": "financial", "level": 2}]}));
        if i % 10 == 3 {
            then(json!({"act": "change_referent", "date": day(first + 2, 1), "referent": referents[(i + 1) % 3],
                "motive": "secteurs"}));
        }
        let last = if i % 9 == 8 { first + 5 } else { 12 };
        for month in (first + 1..=last).filter(|month| (i + month) % 2 == 0) {
            then(json!({"act": "hold_encounter", "date": day(month, 15), "setting": "home-visit",
                "steps": ["assessment"], "themes": ["housing"]}));
        }
        if i % 4 != 3 {
            then(json!({"act": "draft_contract", "kind": "first", "starts": day(first + 1, 1), "months": 6,
                "commitments": [{"party": "beneficiary", "text": "a"}, {"party": "referent", "text": "b"}]}));
            then(json!({"act": "sign_contract", "date": day(first + 1, 1), "place": "Melun"}));
        }
        if i % 2 == 0 {
            let right = ["asf", "cmg", "rsa"][i % 3];
            then(json!({"act": "open_rights_claim", "date": day(first, 16), "right": right}));
            then(json!({"act": "submit_rights_claim", "date": day(first + 1, 16)}));
            if i % 8 != 0 {
                let result = ["granted", "refused", "abandoned"][i % 3];
                then(json!({"act": "finalise_rights_claim", "date": day(first + 2, 16), "result": result}));
            }
        }
        if i % 3 == 0 {
            let amount = 10_000 + i * 100;
            let instrument = ["fsl", "apre"][i % 2];
            then(json!({"act": "request_financial_aid", "date": day(first, 17), "instrument": instrument,
                "amount": amount}));
            then(match i % 2 {
                0 => json!({"act": "answer_financial_aid", "date": day(first + 1, 17), "result": "granted",
                    "granted": amount - 500}),
                _ => json!({"act": "answer_financial_aid", "date": day(first + 1, 17), "result": "refused"}),
            });
        }
        if i % 5 == 0 {
            let kind = ["pole-emploi", "aave"][i % 2];
            then(json!({"act": "refer_to_professional", "date": day(first + 3, 18), "kind": kind}));
        }
        if i % 7 == 0 {
            then(json!({"act": "record_return_to_work", "date": day(first + 4, 19), "kind": "training"}));
        }
        if i % 2 == 0 {
            then(json!({"act": "rate_effects", "date": day(first + 4, 20), "occasion": "review",
                "ratings": [{"scale": "social-ties", "level": 1 + i * 2 % 5}]}));
        }
        if i % 9 == 8 {
            then(json!({"act": "exit_family", "date": day(first + 5, 25), "reasons": ["benefit-ended"],
                "outcome": "work", "benefit_ended_on": day(first + 5, 24)}));
        }
        if i % 18 == 17 {
            then(oriented(day(first + 6, 5)));
            then(included(day(first + 6, 12)));
        }
    }
    acts
}

type Figures = BTreeMap<String, u64>;

/// What the acts of a period come to, by group and in all, counted with plain loops from the lines alone.
struct Counted {
    total: Figures,
    groups: BTreeMap<String, Figures>,
    kinds: BTreeMap<String, u64>,
}

fn counted(acts: &[Value], from: &str, to: &str, by: &str) -> Counted {
    let text = |act: &Value, member: &str| act[member].as_str().unwrap_or_default().to_owned();
    let within = |date: &str| from <= date && date <= to;
    let mut counted = Counted { total: Figures::new(), groups: BTreeMap::new(), kinds: BTreeMap::new() };
    let mut families: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for act in acts {
        families.entry(text(act, "family")).or_default().push(act);
    }
    for (family, acts) in &families {
        let mut center = String::new();
        let mut referents: Vec<(String, String)> = Vec::new();
        let mut stays: Vec<(String, String)> = Vec::new();
        let (mut right, mut instrument) = (String::new(), String::new());
        let mut seen: Vec<(String, String, String, u64)> = Vec::new();
        for act in acts {
            let date = text(act, "date");
            match act["act"].as_str().unwrap() {
                "receive_orientation" => center = text(act, "center"),
                "include_family" => {
                    stays.push((date.clone(), "9999-12-31".into()));
                    referents.push((date, text(act, "referent")));
                }
                "change_referent" => referents.push((date, text(act, "referent"))),
                "exit_family" => stays.last_mut().unwrap().1 = date,
                "hold_encounter" => seen.push(("encounters_held".into(), date, String::new(), 0)),
                "sign_contract" => seen.push(("contracts_signed".into(), date, String::new(), 0)),
                "open_rights_claim" => right = text(act, "right"),
                "finalise_rights_claim" => seen.push(("rights_claims_finalised".into(), date, right.clone(), 0)),
                "request_financial_aid" => instrument = text(act, "instrument"),
                "answer_financial_aid" if text(act, "result") == "granted" => {
                    let granted = act["granted"].as_u64().unwrap();
                    seen.push(("financial_interventions".into(), date, instrument.clone(), granted));
                }
                "refer_to_professional" => seen.push(("professional_referrals".into(), date, text(act, "kind"), 0)),
                "record_return_to_work" => seen.push(("returns_to_work".into(), date, text(act, "kind"), 0)),
                "plan_group_action" => {
                    for session in act["sessions"].as_array().unwrap() {
                        seen.push(("group_actions".into(), text(session, "date"), text(act, "theme"), 0));
                    }
                }
                _ => {}
            }
        }
        let on = |date: &str| referents.iter().rfind(|(from, _)| from.as_str() <= date).map(|(_, who)| who.clone());
        let group = |date: &str| match by {
            "mds" => center.clone(),
            "referent" => on(date).unwrap_or_default(),
            _antenna => String::new(),
        };
        let mut present = BTreeSet::new();
        for (begins, ends) in stays.iter().filter(|(begins, ends)| begins.as_str() <= to && from <= ends.as_str()) {
            // Every day of the period spent in the caseload: month by month is not enough, a referent can change within one.
            for month in 1..=12 {
                for number in 1..=31 {
                    let date = day(month, number);
                    if within(&date) && *begins <= date && date <= *ends {
                        present.insert(group(&date));
                    }
                }
            }
        }
        if !present.is_empty() && !family.is_empty() {
            *counted.total.entry("beneficiaries".into()).or_default() += 1;
        }
        for group in present {
            *counted.groups.entry(group).or_default().entry("beneficiaries".into()).or_default() += 1;
        }
        for (indicator, date, kind, amount) in seen.into_iter().filter(|(_, date, _, _)| within(date)) {
            for figures in [&mut counted.total, counted.groups.entry(group(&date)).or_default()] {
                *figures.entry(indicator.clone()).or_default() += 1;
                *figures.entry("granted".into()).or_default() += amount;
            }
            if !kind.is_empty() {
                *counted.kinds.entry(format!("{indicator}/{kind}")).or_default() += 1;
            }
        }
    }
    counted
}

/// The lines of a table by their codes, without what is nought.
fn table(report: &Value, name: &str) -> BTreeMap<String, Figures> {
    let lines = report["tables"][name].as_array().cloned().unwrap_or_default();
    let figures = |line: &Value| -> Figures {
        let figures = line["figures"].as_object().unwrap().iter();
        figures.map(|(name, count)| (name.clone(), count.as_u64().unwrap())).filter(|(_, count)| *count > 0).collect()
    };
    lines.iter().map(|line| (line["code"].as_str().unwrap().to_owned(), figures(line))).collect()
}

fn without_nought(figures: &Figures) -> Figures {
    figures.iter().filter(|(_, count)| **count > 0).map(|(name, count)| (name.clone(), *count)).collect()
}

#[test]
fn a_last_day_of_a_year_to_come_is_refused_by_the_day_that_was_typed() {
    let (place, _) = antenna();
    let passphrase = place.path("passphrase").display().to_string();
    let report = ["--passphrase-file", &passphrase, "--referent", "C. Essai", "report", "--to", "2030-12-31"];
    place.refuses(&report, "Le 31/12/2030 n’est pas encore venu");
    let from = [&report[..], &["--from", "2030-06-01"]].concat();
    place.refuses(&from, "Le 01/06/2030 n’est pas encore venu");
    done(place.unlocked(&["report", "--to", "2026-12-31"]));
}

#[test]
fn the_figures_of_a_made_up_year_are_those_counted_from_its_acts_alone() {
    let (place, referents) = antenna();
    let acts = year(&referents);
    let lines: String = acts.iter().map(|act| format!("{act}\n")).collect();
    let file = place.write("year.jsonl", &lines);
    let store = place.path("store").display().to_string();
    let secret = place.path("passphrase").display().to_string();
    let first = ["--store", &store, "--today", "2027-01-05", "--passphrase-file", &secret, "--referent", "C. Essai"];
    let said = place.run_with(&first, &["record", &file]);
    assert_eq!(said.code, 0, "{}", said.err);

    for (from, to) in [
        ("2026-01-01", "2026-12-31"),
        ("2026-04-01", "2026-06-30"),
        ("2026-07-01", "2026-12-31"),
        ("2026-07-01", "2026-07-31"),
    ] {
        for by in ["antenna", "mds", "referent"] {
            let report =
                place.run_with(&first, &["report", "--from", from, "--to", to, "--by", by, "--format", "json"]);
            let report: Value = serde_json::from_str(&done(report)).unwrap();
            let expected = counted(&acts, from, to, by);
            let mut groups = table(&report, "groups");
            assert_eq!(groups.remove("total").unwrap(), without_nought(&expected.total), "{from} {to}");
            if by != "antenna" {
                let expected: BTreeMap<_, _> =
                    expected.groups.iter().map(|(group, figures)| (group.clone(), without_nought(figures))).collect();
                assert_eq!(groups, expected, "{from} {to} {by}");
            }
            let kinds: BTreeMap<_, _> =
                table(&report, "kinds").into_iter().map(|(code, figures)| (code, figures["count"])).collect();
            assert_eq!(kinds, expected.kinds, "{from} {to}");
            for (month, figures) in table(&report, "months") {
                let (from, to) = (format!("{month}-01"), format!("{month}-31"));
                assert_eq!(figures, without_nought(&counted(&acts, &from, &to, by).total), "{month}");
            }
        }
    }
}

#[test]
fn the_scales_go_from_the_first_rating_to_the_last_one() {
    let (place, referents) = antenna();
    let acts = year(&referents);
    let file = place.write("year.jsonl", &acts.iter().map(|act| format!("{act}\n")).collect::<String>());
    let store = place.path("store").display().to_string();
    let secret = place.path("passphrase").display().to_string();
    let first = ["--store", &store, "--today", "2027-01-05", "--passphrase-file", &secret, "--referent", "C. Essai"];
    done(place.run_with(&first, &["record", &file]));
    let year = ["--from", "2026-01-01", "--to", "2026-12-31"];
    let report = place.run_with(&first, &[&["report", "--format", "json"], &year[..]].concat());
    let scales = table(&serde_json::from_str(&done(report)).unwrap(), "scales");
    // Every family was rated at its entry, those of an even number again.
    let (mut higher, mut same, mut lower) = (0, 0, 0);
    for i in (0..50_i64).step_by(2) {
        match (1 + i * 2 % 5).cmp(&(1 + i % 3)) {
            std::cmp::Ordering::Greater => higher += 1,
            std::cmp::Ordering::Equal => same += 1,
            std::cmp::Ordering::Less => lower += 1,
        }
    }
    let ties = &scales["social-ties"];
    assert_eq!((ties["rated"], ties["higher"], ties["same"], ties["lower"]), (50, higher, same, lower));
    assert_eq!(
        scales["financial"],
        BTreeMap::from([("rated".into(), 50), ("first_2".into(), 50), ("last_2".into(), 50)])
    );

    // For a spreadsheet: its mark of UTF-8 first, and no cell that it would compute.
    let csv = done(place.run_with(&first, &[&["report", "--format", "csv", "--by", "mds"], &year[..]].concat()));
    assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n'=1+1;"), "{csv}");
    // For whoever reads it outside: nothing of fewer than five.
    let shown = done(place.run_with(&first, &[&["report", "--published", "--by", "mds"], &year[..]].concat()));
    assert!(shown.contains("n. c.") && shown.contains("moins de 5"), "{shown}");
}

#[test]
fn a_period_that_is_none_is_refused() {
    let place = Place::made_up(2);
    place.refuses(&["report", "--from", "2026-05-01", "--to", "2026-04-01"], "avant de commencer");
    place.refuses(&["report", "--from", "2027-01-01", "--to", "2027-02-01"], "01/01/2027");
    place.refuses(&["report", "--from", "1900-01-01"], "20 ans");
}

#[test]
fn a_report_of_an_unknown_kind_is_not_understood() {
    let place = Place::made_up(2);
    for (option, value) in [("--by", "ville"), ("--format", "pdf")] {
        let said = place.run(&["report", option, value]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains(value), "{said:?}");
    }
}
