//! A support filled for a family (art. 3): its blanks give way to what the record says, its version stands under it, and a note that
//! never leaves the antenna keeps which version was used.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::{AccessKind, App, AppError, Command, Support};
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaRecord;
use crate::domain::encounter::{Confidentiality, WriteNote};
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::store::files::write_atomically;

/// What the record says; nothing where it says nothing.
type Value = fn(&Filling<'_>) -> Option<String>;

/// What a support can ask of a record, as whoever writes it names it in braces: `{nom}`. Accents and capitals do not matter.
const BLANKS: [(&str, Value); 11] = [
    ("nom", |it| Some(it.record.display_name())),
    ("naissance", |it| Some(it.date(it.record.identity.birth_date))),
    ("matricule", |it| Some(it.record.identity.matricule.clone())),
    ("enfants", |it| it.children()),
    ("mds", |it| it.center()),
    ("orientation", |it| it.record.orientations.last().map(|orientation| it.date(orientation.date))),
    ("inclusion", |it| it.record.current_stay().map(|stay| it.date(stay.included_on))),
    ("contrat", |it| it.contract()),
    ("antenne", |it| Some(it.antenna.name.clone())),
    ("referent", |it| it.antenna.referent(it.record.referent_on(it.today)?).map(|one| one.name.clone())),
    ("date", |it| Some(it.date(it.today))),
];

/// What the record does not say is written by hand.
const BY_HAND: &str = "………………………";

struct Filling<'a> {
    record: &'a FamilyRecord,
    antenna: &'a AntennaRecord,
    today: NaiveDate,
    catalog: &'a Catalog,
}

impl Filling<'_> {
    fn date(&self, date: NaiveDate) -> String {
        self.catalog.date(date)
    }

    fn children(&self) -> Option<String> {
        let told = |child: &crate::domain::family::Child| {
            let facts = [("name", Fact::from(child.given_name.as_str())), ("date", Fact::Date(child.birth_date))];
            self.catalog.text_with("support-child", &facts)
        };
        let children: Vec<_> = self.record.children_on(self.today).map(told).collect();
        (!children.is_empty()).then(|| children.join(", "))
    }

    /// The centre of the family's stay, or else of the orientation that waits.
    fn center(&self) -> Option<String> {
        let stay = self.record.current_stay().map(|stay| &stay.center);
        let code = stay.or_else(|| self.record.orientations.last().map(|orientation| &orientation.center))?;
        self.antenna.center(code).map(|center| center.name.clone())
    }

    fn contract(&self) -> Option<String> {
        let contract = self.record.running_contract(self.today)?;
        let facts = [
            ("rank", Fact::from(contract.rank)),
            ("from", Fact::Date(contract.starts)),
            ("to", Fact::Date(contract.last_day())),
        ];
        Some(self.catalog.text_with("support-contract", &facts))
    }

    fn value(&self, word: &str) -> Option<String> {
        let word = fold(word);
        let (_, value) = BLANKS.iter().find(|(name, _)| *name == word)?;
        Some(value(self).unwrap_or_else(|| BY_HAND.to_owned()))
    }
}

/// The first word in braces that names nothing of a record, with those that do.
pub(in crate::app) fn unknown_blank(text: &str) -> Option<(String, String)> {
    let mut unknown = None;
    replaced(text, |word| {
        let known = BLANKS.iter().any(|(name, _)| *name == fold(word));
        if !known && unknown.is_none() {
            unknown = Some(word.to_owned());
        }
        None
    });
    unknown.map(|word| (word, BLANKS.map(|(name, _)| name).join(", ")))
}

/// The text with what `value` gives for the words in braces; where it gives nothing, they stay.
fn replaced(text: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, braced)) = rest.split_once('{') {
        filled.push_str(before);
        let word = braced.split_once('}').filter(|(word, _)| !word.contains(['{', '\n']));
        match word.and_then(|(word, after)| Some((value(word.trim())?, after))) {
            Some((value, after)) => {
                filled.push_str(&value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = braced;
            }
        }
    }
    filled + rest
}

impl App {
    /// Writes a support filled for a family into `directory`, readable by its owner alone, and keeps the version used in a note.
    ///
    /// # Errors
    /// `FamilyUnknown`, the refusals of a note, and then nothing stays written; the directory's; the store's.
    pub fn fill_support(
        &mut self,
        family: FamilyId,
        support: &Support,
        directory: &Path,
        catalog: &Catalog,
    ) -> Result<PathBuf, AppError> {
        let record = self.family(family)?.ok_or(Refusal::FamilyUnknown {})?;
        let today = self.today();
        let filling = Filling { record: &record, antenna: &self.antenna, today, catalog };
        let author = self.antenna.referent(self.author).map(|one| one.name.clone()).unwrap_or_default();
        let facts = [
            ("title", Fact::from(support.title.as_str())),
            ("version", Fact::from(support.version)),
            ("from", Fact::Date(support.effective_from)),
            ("date", Fact::Date(today)),
            ("author", Fact::from(author)),
            ("antenna", Fact::from(self.antenna.name.as_str())),
        ];
        let filled = replaced(&support.text, |word| filling.value(word));
        let text = format!("{}\n\n{}\n", filled.trim_end(), catalog.text_with("support-made", &facts));
        let word = |text: &str| fold(text).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let name = format!("{}-{}-{today}.txt", word(&support.code), word(&record.identity.matricule));
        let path = directory.join(name);
        write_atomically(&path, text.as_bytes())?;
        let note = WriteNote {
            date: today,
            text: catalog.text_with("support-note", &facts),
            confidentiality: Confidentiality::Private,
            encounter: None,
        };
        let noted = self.execute(Command::Family { family: Some(family), act: FamilyAct::WriteNote(note) });
        if let Err(refused) = noted {
            // What is not kept in the record is not handed out either.
            let _ = fs::remove_file(&path);
            return Err(refused);
        }
        self.note_access(AccessKind::Printing, Some(family));
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_is_found_whatever_its_accents_and_what_is_none_stays() {
        let value = |word: &str| (fold(word) == "referent").then(|| "C. Essai".to_owned());
        let text = "Suivi par {Référent} ({ referent }). {a}, {, }, {referent\n}, {{referent}}";
        let filled = "Suivi par C. Essai (C. Essai). {a}, {, }, {referent\n}, {C. Essai}";
        assert_eq!(replaced(text, value), filled);
        assert_eq!(unknown_blank("{nom} {Date} { enfants }"), None);
        assert_eq!(unknown_blank("{nom} {prénom} {adresse}").map(|(word, _)| word).as_deref(), Some("prénom"));
    }
}
