//! Behind the person's back: with F9 nobody's name, number or words show on any screen.

use super::office::Office;

/// What would tell of somebody, in the office's families.
const PERSONAL: [&str; 16] = [
    "DIARRA",
    "Aminata",
    "Moussa",
    "4821",
    "FSL",
    "Durandeau",
    "logement à",
    "dort",
    "06 12",
    "Essais",
    "GOFF",
    "Maëlle",
    "crèche",
    "GUESSAN",
    "LEMOINE",
    "C. Essai",
];

fn tells(office: &Office) -> Vec<&'static str> {
    let text = office.text();
    PERSONAL.into_iter().filter(|word| text.contains(word)).collect()
}

#[test]
fn without_privacy_the_same_screens_tell() {
    let mut office = Office::open(140, 40);
    let mut told = tells(&office);
    for keys in ["<Enter><End>", "<Esc><Down>"] {
        office.keys(keys);
        told.extend(tells(&office));
    }
    for word in PERSONAL {
        assert!(told.contains(&word), "{word} shows nowhere: {}", office.text());
    }
}

#[test]
fn privacy_masks_every_pane_at_every_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let mut office = Office::open(width, height);
        office.keys("<F9>");
        let walk = ["", "<Down>", "<Up>", "<Enter>", "<End>", "<Home>", "<Enter>", "<Tab>"];
        for keys in walk {
            office.keys(keys);
            assert_eq!(tells(&office), [""; 0], "after {keys} at {width}×{height}:\n{}", office.text());
        }
        for _ in 0..14 {
            office.keys("<Right>");
            assert_eq!(tells(&office), [""; 0], "on a mark at {width}×{height}:\n{}", office.text());
        }
    }
}

#[test]
fn privacy_masks_the_other_screens_and_what_they_open() {
    let mut office = Office::open(140, 40);
    office.keys("<F9>");
    for keys in ["a", "r", "<End>", "h", "<Enter>", "<Esc>", "<End><Enter>", "<Esc>x", "<Down><Enter>", "<Esc>"] {
        office.keys(keys);
        assert_eq!(tells(&office), [""; 0], "after {keys}:\n{}", office.text());
    }
}

#[test]
fn privacy_masks_what_a_mark_opens() {
    let mut office = Office::open(100, 30);
    office.keys("<F9><Tab><Tab><Home><Right>");
    let mut opened = 0;
    for _ in 0..14 {
        office.keys("<Enter>");
        assert_eq!(tells(&office), [""; 0], "{}", office.text());
        opened += office.stage.ui.layers().len();
        office.keys("<Esc><Left>");
    }
    assert!(opened > 3);
}

#[test]
fn privacy_masks_a_form_save_the_field_being_typed_in() {
    let mut office = Office::open(100, 30);
    office.keys("<F9> g");
    assert_eq!(tells(&office), [""; 0], "{}", office.text());
    office.keys("<Esc> fc<Tab><Tab><Tab>");
    assert_eq!(tells(&office), [""; 0], "{}", office.text());
    office.keys("<S-Tab>");
    assert_eq!(tells(&office), ["Essais"], "the address is being typed");
    office.keys("<Esc> cr<Tab>");
    assert!(!office.text().contains("Durandeau"), "{}", office.text());
}

#[test]
fn masked_and_shown_again_the_screen_is_the_same() {
    let mut office = Office::open(100, 30);
    let before = office.text();
    office.keys("<F9>");
    insta::assert_snapshot!(office.text());
    office.keys("<F9>");
    assert_eq!(office.text(), before);
}
