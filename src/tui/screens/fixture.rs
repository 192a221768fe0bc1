//! Made-up families for the tests of the screens, made by the acts that a person would do: no record is filled by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::sheet::Sheet;
use crate::base::id::{FamilyId, IdSource, ReferentId};
use crate::base::locale::{Catalog, Lang};
use crate::domain::antenna::{
    AddCenter, AddReferent, AdoptConvention, AntennaAct, AntennaRecord, AntennaScene, FoundAntenna, ReferentRole,
};
use crate::domain::closure::PeriodFigures;
use crate::domain::contract::*;
use crate::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use crate::domain::deadline::{self, Deadline};
use crate::domain::encounter::*;
use crate::domain::exit::ExitFamily;
use crate::domain::family::{AddChild, Contact, FamilyRecord};
use crate::domain::orientation::{Census, IncludeFamily, ReceiveOrientation};
use crate::domain::{FamilyAct, Scene, antenna, decide, evolve};
use crate::tui::look::{Look, Privacy};
use crate::tui::theme::Theme;

/// A family and its antenna, act after act.
pub struct Story {
    pub antenna: AntennaRecord,
    pub record: FamilyRecord,
    pub today: NaiveDate,
    ids: IdSource,
    census: Census,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn moreau() -> ReferentId {
    ReferentId::from_bytes([1; 16])
}

pub fn benali() -> ReferentId {
    ReferentId::from_bytes([2; 16])
}

/// The antenna of Melun with two referents and two centres.
pub fn melun() -> AntennaRecord {
    let ids = IdSource::new(Uuid::from_u128(0xa000));
    let mut record = AntennaRecord::default();
    let convention = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
    let referent = |id, name: &str| {
        AntennaAct::AddReferent(AddReferent {
            id: Some(id),
            name: name.into(),
            since: day("2020-01-01"),
            role: ReferentRole::Referent,
        })
    };
    let center = |code: &str, name: &str| {
        AntennaAct::AddCenter(AddCenter { code: code.into(), name: name.into(), places: None })
    };
    for act in [
        AntennaAct::FoundAntenna(FoundAntenna {
            id: ids.fresh(),
            name: "Antenne de Melun".into(),
            department: "Seine-et-Marne".into(),
        }),
        AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) }),
        referent(moreau(), "C. Moreau"),
        referent(benali(), "S. Benali"),
        center("melun-val-de-seine", "Melun Val de Seine"),
        center("senart", "Sénart"),
    ] {
        let scene = AntennaScene { today: day("2026-01-01"), ids: &ids, figures: &PeriodFigures::default() };
        for event in antenna::decide(&record, &scene, &act).unwrap() {
            antenna::evolve(&mut record, &event);
        }
    }
    record
}

impl Story {
    /// A family of which nothing is known yet.
    pub fn new(number: u128) -> Self {
        let ids = IdSource::new(Uuid::from_u128(number << 32));
        let record = FamilyRecord::new(FamilyId::from(Uuid::from_u128(number)));
        Self { antenna: melun(), record, today: day("2026-01-01"), ids, census: Census::default() }
    }

    /// An act done on a day.
    pub fn on(&mut self, today: &str, act: FamilyAct) -> &mut Self {
        self.today = day(today);
        let author = ReferentId::from(Uuid::from_u128(1));
        let scene = Scene { today: self.today, author, antenna: &self.antenna, census: &self.census, ids: &self.ids };
        let events = decide(&scene, &self.record, &act).unwrap_or_else(|refusal| panic!("{today}: {refusal:?}"));
        for event in events {
            evolve(&mut self.record, &event);
        }
        self
    }

    pub fn oriented(&mut self, on: &str, surname: &str, given_name: &str, children: &[(&str, &str)]) -> &mut Self {
        let children = children
            .iter()
            .map(|(name, birth)| AddChild { given_name: (*name).into(), birth_date: day(birth) })
            .collect();
        let matricule = "7654821".into();
        self.on(
            on,
            FamilyAct::ReceiveOrientation(ReceiveOrientation {
                id: None,
                center: "melun-val-de-seine".into(),
                date: day(on),
                document: "fiche de liaison".into(),
                surname: surname.into(),
                given_name: given_name.into(),
                birth_date: day("1998-05-04"),
                matricule,
                children,
                isolated: true,
                benefit_code: "RSI".into(),
                followed_by_department: false,
                contact: Default::default(),
            }),
        )
    }

    pub fn included(&mut self, on: &str) -> &mut Self {
        let act = IncludeFamily { date: day(on), referent: moreau(), override_motive: String::new() };
        self.on(on, FamilyAct::IncludeFamily(act))
    }

    pub fn held(&mut self, on: &str, setting: Setting, steps: &[Step]) -> &mut Self {
        self.on(
            on,
            FamilyAct::HoldEncounter(HoldEncounter {
                encounter: None,
                date: day(on),
                setting,
                steps: steps.iter().copied().collect(),
                themes: BTreeSet::from(["housing".into()]),
                items: BTreeSet::new(),
                note: String::new(),
                confidentiality: Confidentiality::Shareable,
            }),
        )
    }

    pub fn planned(&mut self, on: &str, date: &str, time: &str) -> &mut Self {
        let time = NaiveTime::parse_from_str(time, "%H:%M").ok();
        let act = PlanEncounter { date: day(date), time, setting: Setting::HomeVisit, purpose: "dossier FSL".into() };
        self.on(on, FamilyAct::PlanEncounter(act))
    }

    pub fn missed(&mut self, on: &str, excused: bool) -> &mut Self {
        let act = MissEncounter { encounter: None, excused, motive: "enfant malade".into() };
        self.on(on, FamilyAct::MissEncounter(act))
    }

    pub fn drafted(&mut self, on: &str, kind: ContractKind, starts: &str, months: u32, due: &str) -> &mut Self {
        let commitment = |party, text: &str, due: Option<&str>| CommitmentDraft {
            party,
            text: text.into(),
            due: due.map(day),
            carried_from: None,
        };
        self.on(
            on,
            FamilyAct::DraftContract(DraftContract {
                kind,
                starts: day(starts),
                months,
                objectives: vec![Objective {
                    theme: Some("housing".into()),
                    text: "Quitter l’hébergement chez un tiers".into(),
                }],
                commitments: vec![
                    commitment(Party::Beneficiary, "constituer le dossier FSL", Some(due)),
                    commitment(Party::Referent, "accompagner à la mairie", None),
                ],
            }),
        )
    }

    pub fn signed(&mut self, on: &str) -> &mut Self {
        self.on(on, FamilyAct::SignContract(SignContract { date: day(on), place: "Melun".into() }))
    }

    pub fn reviewed(&mut self, on: &str) -> &mut Self {
        let summary = "Deux engagements sur trois tenus.".into();
        self.on(on, FamilyAct::ReviewContract(ReviewContract { contract: None, date: day(on), summary }))
    }

    pub fn noted(&mut self, on: &str, confidentiality: Confidentiality, text: &str) -> &mut Self {
        let note = WriteNote { date: day(on), text: text.into(), confidentiality, encounter: None };
        self.on(on, FamilyAct::WriteNote(note))
    }

    /// Out of the caseload, for the RSA majoré ended.
    pub fn left(&mut self, on: &str, benefit_ended_on: &str, comment: &str) -> &mut Self {
        let act = ExitFamily {
            date: day(on),
            reasons: ["benefit-ended".into()].into(),
            outcome: "work".into(),
            benefit_ended_on: Some(day(benefit_ended_on)),
            panel_requested_on: None,
            panel_referral: None,
            comment: comment.into(),
        };
        self.on(on, FamilyAct::ExitFamily(act))
    }

    /// The record is looked at on that day.
    pub fn looked_at(&mut self, today: &str) -> &mut Self {
        self.today = day(today);
        self
    }

    pub fn deadlines(&self) -> Vec<Deadline> {
        deadline::deadlines(&self.record, &self.antenna)
    }
}

/// The family of the drawing: two contracts, the second across a third birthday, an appointment to come.
pub fn diarra() -> Story {
    let mut story = Story::new(7);
    story
        .oriented("2026-03-02", "Diarra", "Aminata", &[("Moussa", "2024-02-11"), ("Fatoumata", "2019-02-28")])
        .included("2026-03-12")
        .on(
            "2026-03-12",
            FamilyAct::RecordContact(Contact {
                telephone: "06 00 00 00 00".into(),
                email: String::new(),
                address: "12 rue des Lilas, 77000 Melun".into(),
                language: "français, bambara".into(),
            }),
        )
        .held("2026-03-20", Setting::CafPremises, &[Step::RightsAndDuties])
        .held("2026-04-02", Setting::HomeVisit, &[Step::Assessment, Step::Diagnosis])
        .drafted("2026-04-02", ContractKind::First, "2026-04-03", 3, "2026-06-15")
        .signed("2026-04-03")
        .planned("2026-04-20", "2026-05-06", "10:00")
        .missed("2026-05-06", true)
        .held("2026-05-12", Setting::Remote, &[Step::ContractFollowUp])
        .held("2026-06-10", Setting::CafPremises, &[Step::ContractFollowUp])
        .reviewed("2026-06-20");
    let commitment = story.record.contracts[0].commitments[0].id;
    story
        .on(
            "2026-06-20",
            FamilyAct::SettleCommitment(SettleCommitment {
                commitment,
                date: day("2026-06-20"),
                result: CommitmentResult::PartlyKept,
                comment: "pièces manquantes".into(),
            }),
        )
        .drafted("2026-06-25", ContractKind::Renewal, "2026-07-03", 9, "2026-11-28")
        .signed("2026-07-01")
        .held("2026-08-18", Setting::HomeVisit, &[Step::ContractFollowUp])
        .held("2026-09-22", Setting::CafPremises, &[Step::Diagnosis, Step::ContractFollowUp])
        .held("2026-11-03", Setting::HomeVisit, &[Step::ContractFollowUp])
        .noted(
            "2026-11-03",
            Confidentiality::Shareable,
            "Dossier FSL presque complet.\nIl manque l’attestation d’hébergement.",
        )
        .noted("2026-11-04", Confidentiality::Private, "Semble épuisée ; à revoir seule.")
        .planned("2026-11-03", "2026-12-08", "14:30")
        .looked_at("2026-11-25");
    story
}

/// Draws on cells of that size and gives the text, line by line.
pub fn drawn(width: u16, height: u16, lang: Lang, draw: impl FnOnce(&mut Sheet<'_, '_>, Rect)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let catalog = Catalog::new(lang);
    let look = Look {
        catalog: &catalog,
        theme: Theme::Plain,
        today: day("2026-11-25"),
        privacy: Privacy::Shown,
        focused: true,
    };
    draw(&mut Sheet { buffer: &mut buffer, look: &look }, area);
    text_of(&buffer)
}

/// The text of a buffer, without the spaces at the ends of its lines.
pub fn text_of(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for x in area.left()..area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
