//! The made-up antenna, people and sentences of the demonstration, read from assets/demo. Nobody there exists.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde::Deserialize;

use crate::base::id::{CenterCode, ItemCode, ThemeCode};
use crate::base::toml_text::{self, TomlFault};
use crate::domain::contract::Party;
use crate::domain::encounter::Confidentiality;
use crate::domain::steering::TopicSubject;

/// Everything that the stories draw from.
#[derive(Debug)]
pub(super) struct People {
    pub antenna: Antenna,
    names: Names,
    pub texts: Texts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Antenna {
    pub name: String,
    pub department: String,
    /// The person at the keyboard comes first, the one who left last.
    pub referents: Vec<String>,
    pub centers: Vec<Center>,
    pub renewal: Version,
    pub raised: Version,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Center {
    pub code: CenterCode,
    pub name: String,
    pub town: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    pub title: String,
    pub article: String,
}

/// A parent's name and given names for her children.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    pub surname: String,
    pub given_name: String,
    pub children: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    remarkable: Vec<Name>,
    origins: Vec<Origin>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Origin {
    #[serde(rename = "name")]
    _name: String,
    weight: u32,
    surnames: Vec<String>,
    given_names: Vec<String>,
    children: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    pub documents: Vec<String>,
    pub streets: Vec<String>,
    pub languages: Vec<String>,
    pub purposes: Vec<String>,
    pub missed: Vec<String>,
    pub excused: Vec<String>,
    pub cancelled: Vec<String>,
    pub reviews: Vec<String>,
    pub settled: Vec<String>,
    pub namesake: String,
    pub refused: String,
    /// Why a file past its time is to be archived or erased.
    pub disposal: String,
    pub reopened: String,
    pub changed_referent: Vec<String>,
    pub stand_in: String,
    pub child_left: String,
    pub exits: Vec<String>,
    pub quotes_at_entry: Vec<String>,
    pub quotes_later: Vec<String>,
    pub claims: Vec<String>,
    pub aids: Vec<String>,
    pub redirected: String,
    pub reported: String,
    pub panel_situations: Vec<String>,
    pub panel_grounds: Vec<String>,
    pub panel_observations: Vec<String>,
    pub panel_opinions: Vec<String>,
    pub panel_companion: String,
    pub panel_cancelled: String,
    pub panel_postponed: String,
    pub topics: Vec<Topic>,
    pub findings: Vec<Finding>,
    pub groups: Vec<Group>,
    pub steering: Vec<SteeringQuestion>,
    pub partnership: Vec<Partnership>,
}

/// A topic that the made-up antenna brought to the steering committee, with what came of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SteeringQuestion {
    pub ago: u64,
    pub subject: TopicSubject,
    pub text: String,
    #[serde(default)]
    pub answer: Option<String>,
    #[serde(default)]
    pub outcome: Option<String>,
}

/// An effect on the partnership that it noted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Partnership {
    pub ago: u64,
    pub partner: String,
    pub text: String,
}

/// A group action of the made-up antenna.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub title: String,
    pub theme: ThemeCode,
    pub animators: String,
    pub place: String,
}

/// What a diagnosis can say of one theme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Finding {
    pub theme: ThemeCode,
    pub situation: String,
    pub strengths: String,
    pub obstacles: String,
}

/// What is worked on under one theme, and what is written about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub theme: ThemeCode,
    pub items: Vec<ItemCode>,
    pub objective: String,
    pub beneficiary: Vec<String>,
    pub referent: Vec<String>,
    #[serde(default)]
    department: Vec<String>,
    #[serde(default)]
    partner: Vec<String>,
    shareable: Vec<String>,
    panel: Vec<String>,
    private: Vec<String>,
}

impl People {
    /// # Errors
    /// When an asset of the program is damaged; a test reads them.
    pub fn read() -> Result<Self, TomlFault> {
        Ok(Self {
            antenna: toml_text::read(include_str!("../../../assets/demo/antenna.toml"))?,
            names: toml_text::read(include_str!("../../../assets/demo/people.toml"))?,
            texts: toml_text::read(include_str!("../../../assets/demo/texts.toml"))?,
        })
    }

    /// Of another antenna, whose families bear ordinary names: the remarkable ones are the first antenna's.
    pub fn of(mut self, antenna: Antenna) -> Self {
        if antenna.name != self.antenna.name {
            self.names.remarkable.clear();
        }
        Self { antenna, ..self }
    }

    /// The name of the family of this number: the first ones are remarkable.
    pub fn name(&self, number: usize, rng: &mut StdRng) -> Name {
        if let Some(name) = self.names.remarkable.get(number) {
            return name.clone();
        }
        let all = self.names.origins.iter().map(|origin| origin.weight).sum();
        let mut drawn = rng.random_range(0..all);
        let origin = self.names.origins.iter().find(|origin| {
            let found = drawn < origin.weight;
            drawn = drawn.saturating_sub(origin.weight);
            found
        });
        origin.map_or_else(Name::nobody, |origin| Name {
            surname: one_of(&origin.surnames, rng),
            given_name: one_of(&origin.given_names, rng),
            children: origin.children.sample(rng, 3).cloned().collect(),
        })
    }
}

impl Name {
    fn nobody() -> Self {
        Self { surname: "X".to_owned(), given_name: "X".to_owned(), children: Vec::new() }
    }
}

impl Topic {
    /// A sentence of this confidentiality.
    pub fn note(&self, confidentiality: Confidentiality, rng: &mut StdRng) -> String {
        let sentences = match confidentiality {
            Confidentiality::Shareable => &self.shareable,
            Confidentiality::PanelOnly => &self.panel,
            Confidentiality::Private => &self.private,
        };
        one_of(sentences, rng)
    }

    /// What somebody else than the family commits to.
    pub fn support(&self, rng: &mut StdRng) -> (Party, String) {
        let others = [(Party::Department, &self.department), (Party::Partner, &self.partner)];
        match others.into_iter().find(|(_, texts)| !texts.is_empty()) {
            Some((party, texts)) if rng.random_bool(0.4) => (party, one_of(texts, rng)),
            Some(_) | None => (Party::Referent, one_of(&self.referent, rng)),
        }
    }
}

/// One of these, or nothing of an empty list.
pub(super) fn one_of(texts: &[String], rng: &mut StdRng) -> String {
    texts.choose(rng).cloned().unwrap_or_default()
}
