//! Topics for the steering committee and the partnership, on a real store.

use super::office::Office;

#[test]
fn a_topic_is_raised_answered_and_closed_from_its_line() {
    let mut office = Office::open(100, 30);
    office.keys("b");
    assert!(office.text().contains("Aucune question au comité de suivi"), "{}", office.text());
    office.keys("n").act("<S-Tab>02/11/2026<Tab><Right><Tab>Qui prévient la famille d’un report ?<C-s>");
    office.keys("n").act("<S-Tab>03/11/2026<Tab><Left><Tab>Orientations tardives<C-s>");
    office.keys("p").act("<S-Tab><S-Tab>04/11/2026<Tab>PMI<Tab>Un rendez-vous commun par mois<C-s>");
    assert!(office.text().contains("En attente de réponse (2)"), "{}", office.text());
    // The oldest is first: the answer is to the one under the cursor.
    office.keys("<Home><Down>r");
    assert!(office.text().contains("03/11/2026 · Orientations tardives"), "{}", office.text());
    office.act("Consigne donnée aux MDS<C-s>");
    assert!(office.text().contains("En attente de réponse (1)"), "{}", office.text());
    assert!(office.text().contains("Répondues (1)"), "{}", office.text());
    office.keys("c").act("Consigne appliquée<C-s>");
    insta::assert_snapshot!(office.text());
    office.keys("<Enter>");
    let text = office.text();
    for said in ["question : Orientations tardives", "Département : Consigne donnée", "close : Consigne appliquée"] {
        assert!(text.replace('\u{a0}', " ").contains(said), "{said} in {text}");
    }
}

#[test]
fn a_topic_without_text_or_ahead_of_its_day_is_refused_beside_its_field() {
    let mut office = Office::open(100, 30);
    office.keys("bn").keys("<Tab><Tab><C-s>");
    assert!(office.text().contains("À remplir"), "{}", office.text());
    office.keys("<Esc>").keys("<Enter>");
    let mut office = Office::open(100, 30);
    office.keys("bn<S-Tab>24/11/2026<Tab><Right><Tab>Trop tôt<C-s>");
    assert!(office.text().contains("24/11/2026"), "{}", office.text());
    assert!(office.text().contains("n’est pas encore venu"), "{}", office.text());
    // With no topic there is nothing to answer: the sentence says what to do.
    let mut office = Office::open(100, 30);
    office.keys("br");
    assert!(office.text().contains("Posez d’abord la question"), "{}", office.text());
}
