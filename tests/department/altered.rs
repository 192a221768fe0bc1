//! One bundle of each kind, made and received by real stores: altered anywhere, it is refused and the store that receives it is as it
//! was, byte for byte; then the same bundle as it was sent is received.
//!
//! Where the alterations fall is drawn. Every single one is tried on the format alone (exchange::kinds, exchange::strict): a store
//! takes a millisecond for each, and does nothing with what does not pass those same checks.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jalon::app::{App, AppError, Command, TakenIn};
use jalon::exchange::bundle::Kind;
use jalon::exchange::{DecryptionKey, encryption};
use jalon::store::{Store, Vault};

use super::{Draws, Office, handed_over};
use crate::app::Antenna;
use crate::exchange::received::state;

/// What is drawn of each sort of alteration.
const TRIES: usize = 40;

/// Alters a file in every way but one bit of its meaning, and gives each.
fn alterations(file: &[u8], draws: &mut Draws) -> Vec<Vec<u8>> {
    let mut altered = Vec::new();
    for _ in 0..TRIES {
        let mut flipped = file.to_vec();
        flipped[draws.below(file.len())] ^= 1 << draws.below(8);
        altered.push(flipped);
        altered.push(file[..draws.below(file.len())].to_vec());
        let mut longer = file.to_vec();
        longer.insert(draws.below(file.len() + 1), b'A');
        altered.push(longer);
    }
    altered
}

/// Refuses the file altered as it lies on its carrier, and altered by whoever could encrypt to this store.
fn refuses_altered(
    file: &[u8],
    key: &DecryptionKey,
    directory: &Path,
    mut take_in: impl FnMut(&[u8]) -> Result<TakenIn, AppError>,
) {
    let mut draws = Draws(file.len() as u64);
    let envelope = encryption::decrypt(file, key).unwrap();
    let inside = alterations(&envelope, &mut draws).into_iter();
    let inside = inside.map(|altered| encryption::encrypt(&altered, &[&key.public()]).unwrap());
    let before = state(directory);
    for altered in alterations(file, &mut draws).into_iter().chain(inside) {
        let taken = take_in(&altered);
        assert!(matches!(taken, Err(AppError::Exchange(_))), "{taken:?}");
    }
    assert_eq!(state(directory), before, "the store is as it was");
}

fn applied(taken: TakenIn) -> Kind {
    let TakenIn::Applied(bundles) = taken else { panic!("not applied: {taken:?}") };
    assert_eq!((bundles.len(), bundles[0].refused), (1, 0), "{bundles:?}");
    bundles[0].kind
}

impl Office {
    fn tries(&mut self, files: Vec<PathBuf>) -> BTreeSet<&'static str> {
        let key = DecryptionKey::from_text(&self.department.identity().unwrap()).unwrap();
        let directory = self.department.app().directory().to_owned();
        let kinds = files.into_iter().map(|path| {
            let file = std::fs::read(path).unwrap();
            refuses_altered(&file, &key, &directory, |altered| self.department.take_in(altered));
            applied(self.department.take_in(&file).unwrap()).code()
        });
        kinds.collect()
    }
}

/// The key that reads what is encrypted to an antenna.
fn key_of(app: &App) -> DecryptionKey {
    let key = Vault::open(app.directory()).unwrap().unlock_demonstration().unwrap().key;
    let text = Store::open(app.directory(), &key).unwrap().read().setting("decryption-key").unwrap().unwrap();
    DecryptionKey::from_text(std::str::from_utf8(&text).unwrap()).unwrap()
}

fn tries(antenna: &mut Antenna, files: Vec<PathBuf>) -> BTreeSet<&'static str> {
    let (key, directory) = (key_of(&antenna.app), antenna.app.directory().to_owned());
    let kinds = files.into_iter().map(|path| {
        let file = std::fs::read(path).unwrap();
        refuses_altered(&file, &key, &directory, |altered| antenna.app.take_in(altered));
        applied(antenna.app.take_in(&file).unwrap()).code()
    });
    kinds.collect()
}

#[test]
fn a_bundle_of_each_kind_altered_anywhere_leaves_the_store_that_receives_it_as_it_was() {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded());
    let sent = office.enrol(&mut antenna);
    let mut at_the_antenna = tries(&mut antenna, sent);
    let family = antenna.included("Alpha", "1001");
    let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#;
    antenna.tell(family, opened).unwrap();
    antenna.tell(family, r#"{"act":"send_panel_referral","date":"2026-11-13"}"#).unwrap();
    let topic = r#"{"act":"raise_topic","date":"2026-11-10","subject":"path","text":"Quels relais ?"}"#;
    antenna.app.execute(Command::Antenna(serde_json::from_str(topic).unwrap())).unwrap();
    let out = tempfile::tempdir().unwrap();
    let mut sent = handed_over(&mut antenna);
    sent.push(antenna.app.export_presence(out.path()).unwrap().path);
    let at_the_office = office.tries(sent);

    let directory = office.out.path().to_owned();
    let list = directory.join("liste.csv");
    let text = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n\
                Beta;Lou;12/03/1997;2000001;nord;02/11/2026;Noa 01/06/2025\n";
    std::fs::write(&list, text).unwrap();
    let mut lists = vec![office.department.read_list(&list, None).unwrap()];
    office.department.judge(&mut lists, false).unwrap();
    let mut sent = office.department.orient(&lists, &directory).unwrap().files;
    sent.push(office.decides(jalon::exchange::answers::PanelStep::Opinion));
    let topic = office.department.topics().unwrap()[0].1.id;
    let date = crate::app::day("2026-11-20");
    let answer = jalon::exchange::answers::TopicAnswer { topic, date, text: "Une réunion.".into() };
    let plan = jalon::app::department::PublicationPlan { answers: vec![answer], ..Default::default() };
    sent.extend(office.department.publish(&plan, &directory).unwrap().into_iter().map(|one| one.path));
    sent.extend(office.department.answer(&directory).unwrap());
    sent.extend(office.department.send_presence(&directory).unwrap());
    at_the_antenna.extend(tries(&mut antenna, sent));

    let kinds = |role| Kind::of(role).iter().map(|kind| kind.code()).collect::<BTreeSet<_>>();
    assert_eq!(at_the_office, kinds(jalon::exchange::Role::Antenna));
    assert_eq!(at_the_antenna, kinds(jalon::exchange::Role::Department));
}
