//! A store that a person asks of, and every way in which it can be damaged: told, and nothing written.

use std::fs;
use std::process::{Command, Stdio};

use jalon::store::{Store, Vault};

use super::{Place, TODAY, assert_refused, done, printed};
use crate::store::database::later;
use crate::store::disk::SmallDisk;

#[test]
fn a_store_is_checked_rebuilt_backed_up_and_restored() {
    let place = Place::made_up(4);
    assert!(done(place.run(&["check"])).contains("4 familles"));
    assert!(done(place.run(&["rebuild"])).contains("4 familles"));
    let backup = done(place.run(&["backup"])).trim().to_owned();
    let file = place.write("acts.jsonl", r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 11 22"}"#);
    done(place.run(&["record", &file]));
    assert!(done(place.run(&["family", "1000001"])).contains("06 39 98 11 22"));
    done(place.run(&["restore", &backup]));
    assert!(!done(place.run(&["family", "1000001"])).contains("06 39 98 11 22"), "as it was at the backup");
    done(place.run(&["check"]));
    place.refuses(&["restore", "nulle-part.db"], "nulle-part.db");
}

#[test]
fn what_is_no_backup_is_not_restored_and_is_named() {
    let place = Place::made_up(1);
    fs::write(place.path("autre.db"), vec![0xAB; 20_000]).unwrap();
    fs::write(place.path("claire.db"), [&b"SQLite format 3\0"[..], &[0; 20_000]].concat()).unwrap();
    for file in ["autre.db", "claire.db", "/dev/null", "store"] {
        place.refuses(&["restore", file], &format!("{file} n’est pas une sauvegarde de cette base"));
        let said = place.run(&["restore", file]);
        assert!(!said.err.contains("jalon restore") && said.err.contains("«\u{a0}backups\u{a0}»"), "{said:?}");
    }
}

#[test]
fn what_a_killed_process_left_of_a_copy_is_removed_with_the_next_one() {
    let place = Place::made_up(1);
    let mut gone = Command::new(env!("CARGO_BIN_EXE_jalon")).arg("--version").stdout(Stdio::null()).spawn().unwrap();
    gone.wait().unwrap();
    let (gone, here) = (gone.id(), std::process::id());
    let backups = place.path("store/backups");
    fs::create_dir_all(&backups).unwrap();
    let copy = ".antenna-2026-11-20T10-00-00.000Z";
    let left = [".db", ".keys.json"].map(|end| format!("{copy}{end}.{gone}.0.tmp"));
    let left = [&left[..], &[format!("{}-journal", left[0])]].concat();
    let kept = [format!("{copy}.db.{here}.0.tmp"), format!(".notes.{gone}.0.tmp"), format!("{copy}.db")];
    for name in left.iter().chain(&kept) {
        fs::write(backups.join(name), "reste").unwrap();
    }
    done(place.run(&["backup"]));
    for name in left {
        assert_eq!(backups.join(&name).exists(), cfg!(not(unix)), "{name}");
    }
    for name in kept {
        assert!(backups.join(&name).exists(), "{name}");
    }
}

#[test]
fn a_variable_that_is_empty_names_no_store() {
    let place = Place::made_up(1);
    let said = printed(
        place
            .program(&[], &["check"])
            .env("JALON_STORE", "")
            .env_remove("XDG_DATA_HOME")
            .current_dir(place.path("store")),
    )
    .unwrap();
    assert_refused(&said, "Il n’y a pas de base dans ");
    let home = place.directory.path().display().to_string();
    assert!(said.err.contains(&home), "the person's own directory: {said:?}");
}

#[test]
fn a_demonstration_is_kept_where_it_is_asked_and_never_over_another_store() {
    let place = Place::locked();
    let kept = place.path("kept").display().to_string();
    let arguments = ["demo", "--families", "3", "--keep", &kept, "--create-only"];
    assert_eq!(done(place.run_with(&["--today", TODAY], &arguments)).trim(), kept);
    assert!(done(place.run_with(&["--store", &kept], &["check"])).contains("3 familles"));
    let store = place.path("store").display().to_string();
    place.refuses(&["demo", "--keep", &store, "--create-only"], "déjà");
}

#[test]
fn the_agenda_is_a_table_or_a_calendar_without_names() {
    let place = Place::made_up(47);
    let table = done(place.run(&["agenda"]));
    assert!(table.contains("En retard") && table.contains("DIALLO Mariam"), "{table}");
    let calendar = done(place.run(&["agenda", "--format", "ics"]));
    assert!(calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains("BEGIN:VEVENT"), "{calendar}");
    assert!(!calendar.contains("DIALLO"), "a calendar goes to a telephone: initials only");
    assert!(done(place.run(&["agenda", "--format", "ics", "--names"])).contains("DIALLO"));
    place.refuses(&["agenda", "--from", "2026-12-01", "--to", "2026-11-01"], "2026");
}

#[test]
fn an_unknown_family_is_said() {
    Place::made_up(3).refuses(&["family", "0000000"], "famille");
}

#[test]
fn a_directory_without_a_store_is_no_store() {
    Place::empty().refuses(&["check"], "base");
}

#[test]
fn a_truncated_store_is_refused() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let bytes = fs::read(&database).unwrap();
    fs::write(&database, &bytes[..bytes.len() / 2]).unwrap();
    place.refuses(&["check"], "abîmé");
}

#[test]
fn a_corrupted_store_is_refused() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, bytes).unwrap();
    place.refuses(&["check"], "abîmé");
}

#[test]
fn an_old_copy_put_back_takes_no_act_and_says_why() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let old = fs::read(&database).unwrap();
    let family = r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#;
    let file = place.write("acts.jsonl", family);
    done(place.run(&["record", &file]));
    fs::write(&database, old).unwrap();
    let said = place.run(&["record", &file]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("ancien") || said.err.contains("plus ancienne"), "{said:?}");
}

/// What a person reads of the store in these commands, each of which must be refused.
const EVERY_READING: [&[&str]; 2] = [&["check"], &["rebuild"]];

/// A page written again with the same content differs under encryption and says nothing old: then all is as it was.
#[test]
fn an_old_page_put_back_is_refused() {
    const PAGE: usize = 4096;
    let place = Place::made_up(12);
    let database = place.path("store/antenna.db");
    let old = fs::read(&database).unwrap();
    let contact = r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#;
    let file = place.write("acts.jsonl", contact);
    done(place.run(&["record", &file]));
    let new = fs::read(&database).unwrap();
    let read = || [&["family", "1000001", "--format", "json"][..], &["agenda"]].map(|command| done(place.run(command)));
    let whole = read();
    let page = |bytes: &[u8], number: usize| bytes[number * PAGE..(number + 1) * PAGE].to_vec();
    let mut refused = 0;
    for number in (0..old.len() / PAGE).filter(|number| page(&old, *number) != page(&new, *number)) {
        let mut mixed = new.clone();
        mixed[number * PAGE..(number + 1) * PAGE].copy_from_slice(&page(&old, number));
        fs::write(&database, mixed).unwrap();
        let before = place.bytes();
        let said = place.run(&["check"]);
        assert!(place.bytes() == before, "page {number}: something was written");
        if said.code == 0 {
            assert_eq!(read(), whole, "page {number} is old and nobody says so");
        } else {
            super::assert_refused(&said, "");
            refused += 1;
        }
    }
    assert!(4 <= refused, "{refused} pages refused");
}

#[test]
fn a_store_that_was_rolled_back_is_shown_with_a_warning() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let old = fs::read(&database).unwrap();
    let contact = r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#;
    let file = place.write("acts.jsonl", contact);
    done(place.run(&["record", &file]));
    fs::write(&database, old).unwrap();
    for command in [&["family", "1000001"][..], &["agenda"], &["export", "--preview"]] {
        let said = place.run(command);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.err.contains("plus ancienne que ce qui y avait été enregistré"), "{said:?}");
    }
    for command in [&["check"][..], &["export"], &["rebuild"]] {
        place.refuses(command, "plus ancienne que ce qui y avait été enregistré");
    }
}

#[test]
fn without_its_anchor_a_store_takes_no_act_and_the_way_out_loses_nothing() {
    let place = Place::made_up(3);
    let contact = r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#;
    let file = place.write("acts.jsonl", contact);
    done(place.run(&["record", &file]));
    let anchor = place.path("store/anchor.json");
    for (damage, sentence) in [(None, "anchor.json, qui dit"), (Some("{}"), "est illisible ou vient d’une autre base")]
    {
        match damage {
            None => fs::remove_file(&anchor).unwrap(),
            Some(text) => fs::write(&anchor, text).unwrap(),
        }
        let refused = place.run(&["record", &file]);
        assert!(refused.code == 1 && refused.err.contains(sentence), "{refused:?}");
        for command in [&["check"][..], &["export"]] {
            place.refuses(command, sentence);
            place.refuses(
                command,
                "«\u{a0}jalon backup\u{a0}», puis «\u{a0}jalon restore\u{a0}» de cette sauvegarde-là",
            );
        }
        let shown = place.run(&["family", "1000001"]);
        assert!(shown.code == 0 && shown.err.contains(sentence), "{shown:?}");
        let backup = done(place.run(&["backup"])).trim().to_owned();
        done(place.run(&["restore", &backup]));
        done(place.run(&["check"]));
        assert!(done(place.run(&["family", "1000001"])).contains("06 39 98 00 00"), "nothing is lost");
    }
    let file = place.write("acts.jsonl", &contact.replace("00 00", "00 01"));
    done(place.run(&["record", &file]));
}

#[test]
fn a_store_of_a_newer_version_is_refused() {
    let place = Place::made_up(2);
    let key = Vault::open(&place.path("store")).unwrap().unlock_demonstration().unwrap().key;
    Store::open_with(&place.path("store"), &key, &later()).unwrap().close().unwrap();
    for command in EVERY_READING {
        place.refuses(command, "une version plus récente du programme");
    }
}

#[test]
fn keys_of_a_newer_version_are_refused() {
    let place = Place::made_up(1);
    let keys = fs::read_to_string(place.path("store/keys.json")).unwrap();
    place.write("store/keys.json", &keys.replacen("\"version\": 1", "\"version\": 2", 1));
    for command in EVERY_READING {
        place.refuses(command, "une version plus récente du programme");
    }
}

#[test]
fn keys_that_are_unreadable_are_refused() {
    let place = Place::made_up(1);
    place.write("store/keys.json", "{}");
    place.refuses(&["check"], "keys.json est illisible");
}

#[test]
fn keys_that_are_missing_are_named_and_come_back_from_beside_a_backup() {
    let place = Place::locked();
    let backup = done(place.unlocked(&["backup"])).trim().to_owned();
    fs::remove_file(place.path("store/keys.json")).unwrap();
    for command in [&["check"][..], &["agenda"], &["export"]] {
        place.refuses(command, "keys.json manque");
        place.refuses(command, "à côté de chaque sauvegarde");
    }
    let passphrase = place.write("passphrase", super::PASSPHRASE);
    let init = ["--passphrase-file", &passphrase, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    place.refuses(&init, "à côté de chaque sauvegarde");
    let wrong = place.write("wrong", "une tout autre phrase");
    let restore = ["--referent", "C. Essai", "restore", &backup];
    place
        .refuses(&[&["--passphrase-file", &wrong], &restore[..]].concat(), "Cette phrase de passe n’ouvre pas la base");
    done(place.unlocked(&restore));
    done(place.unlocked(&["check"]));
}

#[test]
fn a_backup_is_put_back_on_a_new_computer_with_the_keys_beside_it() {
    let place = Place::locked();
    done(place.unlocked(&["record", &place.write("acts.jsonl", super::ORIENTATION)]));
    let backup = done(place.unlocked(&["backup"])).trim().to_owned();
    let keys = backup.replace(".db", ".keys.json");
    fs::create_dir(place.path("usb")).unwrap();
    let carried = place.path("usb/antenne.db").display().to_string();
    fs::copy(&backup, &carried).unwrap();
    let new = place.path("nouveau/poste").display().to_string();
    let passphrase = place.path("passphrase").display().to_string();
    let first = ["--store", &new, "--passphrase-file", &passphrase, "--referent", "C. Essai"];
    let restore = [&first[..], &["restore", &carried]].concat();
    place.refuses_with(&[&first[..], &["restore", "nulle-part.db"]].concat(), "nulle-part.db");
    place.refuses_with(&restore, "antenne.keys.json manque");
    fs::copy(&keys, place.path("usb/antenne.keys.json")).unwrap();
    assert_eq!(done(place.run_with(&[], &restore)).lines().count(), 1, "nothing was replaced");
    assert!(done(place.run_with(&first, &["check"])).contains("1 famille"), "what was recorded is there");
}

#[test]
fn a_database_that_is_missing_is_refused() {
    let place = Place::made_up(1);
    fs::remove_file(place.path("store/antenna.db")).unwrap();
    for command in [&["check"][..], &["agenda"], &["export"]] {
        place.refuses(command, "antenna.db manque");
    }
}

#[test]
fn a_backup_that_is_damaged_is_refused_and_the_store_is_as_before() {
    let place = Place::made_up(2);
    let backup = done(place.run(&["backup"])).trim().to_owned();
    let mut bytes = fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&backup, &bytes).unwrap();
    place.refuses(&["restore", &backup], "est abîmée ou incomplète");
    fs::write(&backup, &bytes[..middle]).unwrap();
    place.refuses(&["restore", &backup], "est abîmée ou incomplète");
    done(place.run(&["check"]));
}

#[test]
fn a_missing_backup_is_named() {
    Place::made_up(1).refuses(&["restore", "nulle-part.db"], "nulle-part.db");
}

#[test]
fn a_full_disk_takes_no_act_and_keeps_what_it_has() {
    let place = Place::made_up(3);
    let Some(disk) = SmallDisk::mount(2048) else { return };
    for name in ["keys.json", "anchor.json", "antenna.db"] {
        fs::create_dir_all(disk.store()).unwrap();
        fs::copy(place.path("store").join(name), disk.store().join(name)).unwrap();
    }
    let other = disk.store().join("autre chose");
    fs::write(&other, vec![0; 64 * 1024]).unwrap();
    let store = disk.store().display().to_string();
    let acts: Vec<String> = (0..5000)
        .map(|number| {
            let telephone = format!("{number} {}", "0".repeat(200));
            format!(r#"{{"family":"1000001","act":"record_contact","telephone":"{telephone}"}}"#)
        })
        .collect();
    let file = place.write("acts.jsonl", &acts.join("\n"));
    let said = place.run_with(&["--store", &store], &["record", &file]);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
    assert!(said.err.contains("Le disque est plein") && said.err.contains("Libérez de la place"), "{said:?}");
    assert!(!said.err.contains("000000"), "nothing of a person in an error");
    // Room is made, as the message asks: how much an act that failed left differs with every page of the store.
    fs::remove_file(other).unwrap();
    let checked = place.run_with(&["--store", &store], &["family", "1000001"]);
    assert_eq!(checked.code, 0, "{checked:?}");
}

#[test]
fn a_full_disk_gets_no_bundle_and_costs_no_number() {
    let place = Place::made_up(3);
    let Some(disk) = SmallDisk::mount(64) else { return };
    fs::create_dir(disk.store()).unwrap();
    let filled = fs::write(disk.store().join("filler"), vec![0; 128 * 1024]);
    assert!(filled.is_err());
    super::assert_refused(&place.run(&["export", "--out", &disk.store().display().to_string()]), "Le disque est plein");
    assert!(done(place.run(&["export", "--preview"])).contains("n° 1"));
}

#[test]
fn a_read_only_directory_is_told() {
    let place = Place::made_up(2);
    let Some(disk) = SmallDisk::mount(4096) else { return };
    fs::create_dir(disk.store()).unwrap();
    for name in ["keys.json", "anchor.json", "antenna.db"] {
        fs::copy(place.path("store").join(name), disk.store().join(name)).unwrap();
    }
    disk.protect();
    let store = disk.store().display().to_string();
    let contact = r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#;
    let file = place.write("acts.jsonl", contact);
    let new = disk.store().join("nouvelle").display().to_string();
    let passphrase = place.write("passphrase", super::PASSPHRASE);
    let init = ["--passphrase-file", &passphrase, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    for (store, command) in
        [(&store, &["record", &file][..]), (&store, &["backup"]), (&store, &["family", "1000001"]), (&new, &init)]
    {
        let sentence = "ne peut pas être modifié\u{a0}: rien n’y a été écrit";
        place.refuses_with(&[&["--store", store], command].concat(), sentence);
    }
    let said = place.run(&["export", "--out", &store]);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
}

#[test]
fn a_store_on_a_network_share_is_refused() {
    let place = Place::made_up(1);
    let share = place.path("store").canonicalize().unwrap();
    let point = share.display().to_string();
    let mounts = format!("1 0 254:1 / / rw - ext4 /dev/vda rw\n2 1 0:50 / {point} rw - nfs4 server:/export rw\n");
    let mounts = place.write("mounts", &mounts);
    let passphrase = place.write("passphrase", super::PASSPHRASE);
    let other = share.join("autre").display().to_string();
    let init = ["--passphrase-file", &passphrase, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    for (store, command) in [(&point, &["check"][..]), (&other, &init)] {
        // The program sees the table of mounts that the test wrote, in a namespace of its own, and below the store a file system
        // of a kind that is not known to be local.
        let script = "cp -a \"$1\" \"$1-kept\" && mount -t ramfs ramfs \"$1\" && cp -a \"$1-kept/.\" \"$1\" && rm -r \"$1-kept\" \
                      && mount --bind \"$0\" /proc/$$/mountinfo || exit 99; shift; exec \"$@\"";
        let before = place.bytes();
        let mut program = Command::new("unshare");
        program.args([
            "-m",
            "sh",
            "-c",
            script,
            &mounts,
            &point,
            env!("CARGO_BIN_EXE_jalon"),
            "--lang",
            "fr",
            "--store",
            store,
        ]);
        let said = match printed(program.args(command)) {
            Some(said) if ![1, 99].contains(&said.code) || said.err.contains("partage réseau") => said,
            _ => return eprintln!("skipped: a namespace of mounts is not allowed here"),
        };
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
        assert!(said.err.contains("est sur un partage réseau (nfs4)"), "{said:?}");
        assert!(said.err.contains("Placez-la sur le disque de cette machine"), "{said:?}");
        assert!(place.bytes() == before, "something was written");
    }
}
