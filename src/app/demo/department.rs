//! A made-up Département on the other side of the hand-off: enrolled, its supports published, a bundle of orientations waiting in
//! the folder.
//!
//! It has only the format and its own keys: what it sends passes the same checks as what a real one sends.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{NaiveDate, SecondsFormat};
use rand::RngExt;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{DemonstrationError, id};
use crate::app::side::Side;
use crate::app::{App, AppError};
use crate::base::calendar;
use crate::base::id::{PartyId, ReplicaId};
use crate::base::toml_text;
use crate::domain::family::{AddChild, Contact};
use crate::domain::orientation::ReceiveOrientation;
use crate::exchange::answers::{Orientations, Publication, Support};
use crate::exchange::bundle::{Body, Bundle, Device};
use crate::exchange::envelope::{self, BUNDLE_TYPE};
use crate::exchange::registry::{Registry, enter};
use crate::exchange::{Card, DecryptionKey, ExchangeError, Party, Role, SignedCard, SigningKey, encryption};
use crate::journal::entry::Digest;
use crate::store::StoreError;

const SENT: &str = include_str!("../../../assets/demo/department.toml");

/// Where its bundles arrive and ours are written, within the directory of the demonstration.
const FOLDER: &str = "remise";

/// The setting that keeps where bundles go.
const FOLDER_SETTING: &str = "folder";

#[derive(Deserialize)]
struct Sent {
    supports: Vec<SentSupport>,
    families: Vec<SentFamily>,
}

#[derive(Deserialize)]
struct SentSupport {
    code: String,
    title: String,
    version: u64,
    /// Days ago on which it took effect.
    ago: u32,
    text: String,
}

#[derive(Deserialize)]
struct SentFamily {
    center: String,
    surname: String,
    given_name: String,
    /// Days ago of the births and of the orientation.
    born: u32,
    matricule: String,
    child: String,
    child_born: u32,
    oriented: u32,
    #[serde(default)]
    telephone: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    language: String,
}

/// The Département, and where its stream to the antenna stands.
struct Department {
    me: Party,
    signing: SigningKey,
    reading: DecryptionKey,
    replica: ReplicaId,
    registry: Registry,
    sequence: u64,
    previous: Digest,
}

/// Enrols a made-up Département, takes in its registry and its supports, and leaves its orientations in the folder.
///
/// # Errors
/// The store's, the disk's; `Asset`, a defect of the program.
pub(super) fn answers(app: &mut App, directory: &Path, seed: u64) -> Result<(), DemonstrationError> {
    let sent: Sent = toml_text::read(SENT)?;
    let today = app.today();
    let mut department = Department::of(app, seed);
    let card = department.card(app)?;
    let bytes = card.seal(&department.signing).map_err(AppError::from)?;
    let words = SignedCard::open(&bytes, Role::Department).map_err(AppError::from)?.words();
    app.enrol_department(&bytes, &words.join(" "))?;
    let side = app.side()?;
    let ours =
        SignedCard::open(&side.card(&mut app.store, app.clock.now())?, Role::Antenna).map_err(AppError::from)?.card;
    department.enter(&card, &ours).map_err(AppError::from)?;
    let registry = Body::Registry(department.registry.clone());
    let published = Body::Supports(publication(sent.supports, today));
    for body in [registry, published] {
        let (_, file) = department.send(app, &side, body)?;
        app.take_in(&file)?;
    }
    let orientations = sent.families.into_iter().zip(1_u64..);
    let orientations = orientations.map(|(family, number)| orientation(family, seed, number, today)).collect();
    let (name, file) = department.send(app, &side, Body::Orientation(Orientations { orientations }))?;
    let folder = directory.join(FOLDER);
    let unreachable = |error: std::io::Error| StoreError::Unreachable { path: folder.clone(), kind: error.kind() };
    fs::create_dir_all(&folder).map_err(|error| AppError::from(unreachable(error)))?;
    fs::write(folder.join(name), file).map_err(|error| AppError::from(unreachable(error)))?;
    match folder.to_str() {
        Some(folder) => Ok(app.keep_setting(FOLDER_SETTING, folder)?),
        None => Ok(()),
    }
}

impl Department {
    fn of(app: &App, seed: u64) -> Self {
        let secret = StdRng::seed_from_u64(seed ^ 0x4450).random::<[u8; 32]>();
        Self {
            me: Party::department(Some(PartyId::from(id(seed, "department"))), app.antenna.department.clone()),
            signing: SigningKey::from_seed(&Zeroizing::new(secret)),
            reading: DecryptionKey::generate(),
            replica: ReplicaId::from(id(seed, "department's replica")),
            registry: Registry::empty(),
            sequence: 0,
            previous: Digest::ZERO,
        }
    }

    fn card(&self, app: &App) -> Result<Card, AppError> {
        Ok(Card {
            party: self.me.clone(),
            department: self.me.name.clone(),
            device: self.device(),
            encryption: self.reading.public(),
            epoch: 1,
            next: 1,
            created_at: app.clock.now().to_rfc3339_opts(SecondsFormat::Millis, true),
        })
    }

    fn device(&self) -> Device {
        Device { replica: self.replica, key: self.signing.public().id() }
    }

    /// The first version of its registry is itself, the second has the antenna.
    fn enter(&mut self, own: &Card, antenna: &Card) -> Result<(), ExchangeError> {
        let first = Registry::empty().next(|organisations| enter(organisations, own))?;
        self.registry = first.next(|organisations| enter(organisations, antenna))?;
        Ok(())
    }

    /// Seals the next bundle for the antenna: the name of its file and its bytes.
    fn send(&mut self, app: &App, side: &Side, body: Body) -> Result<(String, Vec<u8>), AppError> {
        self.sequence += 1;
        let bundle = Bundle {
            from: self.me.clone(),
            device: self.device(),
            to: side.me.clone(),
            stream: "demonstration".to_owned(),
            epoch: 1,
            sequence: self.sequence,
            previous: self.previous,
            seen: 0,
            registry: self.registry.version,
            supports: 0,
            journal: BTreeMap::new(),
            created_at: app.clock.now().to_rfc3339_opts(SecondsFormat::Millis, true),
            body,
        };
        let envelope = envelope::seal(&bundle.encode()?, BUNDLE_TYPE, &self.signing)?;
        self.previous = Digest(Sha256::digest(&envelope).into());
        let name = format!("departement-vers-antenne-{:04}.json.age", self.sequence);
        Ok((name, encryption::encrypt(&envelope, &[&side.reading.public()])?))
    }
}

fn publication(supports: Vec<SentSupport>, today: NaiveDate) -> Publication {
    let support = |sent: SentSupport| Support {
        code: sent.code,
        title: sent.title,
        version: sent.version,
        effective_from: calendar::sub_days(today, sent.ago),
        text: sent.text.trim().to_owned(),
    };
    Publication {
        version: 1,
        previous: Digest::ZERO,
        supports: supports.into_iter().map(support).collect(),
        conventions: Vec::new(),
        answers: Vec::new(),
    }
}

fn orientation(sent: SentFamily, seed: u64, number: u64, today: NaiveDate) -> ReceiveOrientation {
    let ago = |days| calendar::sub_days(today, days);
    ReceiveOrientation {
        id: Some(id(seed, &format!("orientation {number}")).into()),
        center: sent.center.as_str().into(),
        date: ago(sent.oriented),
        document: "Fiche d’orientation".to_owned(),
        surname: sent.surname,
        given_name: sent.given_name,
        birth_date: ago(sent.born),
        matricule: sent.matricule,
        children: vec![AddChild { given_name: sent.child, birth_date: ago(sent.child_born) }],
        isolated: true,
        benefit_code: "RSI".to_owned(),
        followed_by_department: false,
        contact: Box::new(Contact {
            telephone: sent.telephone,
            address: sent.address,
            language: sent.language,
            ..Contact::default()
        }),
    }
}
