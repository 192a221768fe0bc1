//! Who opened what, and what the person concerned is given, as commands.

use super::{Place, done};

#[test]
fn what_was_printed_and_handed_over_is_told_and_by_family() {
    let place = Place::made_up(3);
    assert_eq!(done(place.run(&["access"])), "");
    done(place.run(&["family", "1000001"]));
    done(place.run(&["export", "--out", &place.path("").display().to_string()]));
    let all = done(place.run(&["access"]));
    let lines: Vec<_> = all.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("a transmis un lot"), "the latest first: {all}");
    assert!(lines[1].contains("a imprimé") && lines[1].contains("DIALLO Mariam"), "{all}");
    let of_one = done(place.run(&["access", "1000001"]));
    assert_eq!(of_one.lines().collect::<Vec<_>>(), [lines[1]]);
    place.refuses(&["access", "9999"], "famille");
}

#[test]
fn the_person_concerned_is_given_everything_and_the_antenna_is_told_to_read_it_again() {
    let place = Place::made_up(3);
    let said = place.run(&["family", "1000001", "--everything"]);
    assert!(said.err.contains("masquez ce qui concerne une autre personne"), "{}", said.err);
    for known in ["RGPD art. 15", "CE QUI A ÉTÉ ENREGISTRÉ", "Note transmissible écrite", "écrit pour la personne"]
    {
        assert!(said.out.contains(known), "{known} in {}", said.out);
    }
    place.refuses(&["family", "1000001", "--everything", "--format", "json"], "ne s’écrit qu’en texte");
    assert!(!said.out.contains('⟦'), "every word is in the catalogue: {}", said.out);
}
