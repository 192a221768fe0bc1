//! Looking for words in every text of every family: names first, then what was written, the latest first.

use super::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::domain::encounter::Confidentiality;
use crate::domain::family::FamilyRecord;
use crate::domain::search::{Passage, passages};

/// A passage that answers, with the family that it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub family: FamilyId,
    pub name: String,
    /// Members and ids from the record down.
    pub place: String,
    /// What was typed there, from a little before the first word that answers.
    pub excerpt: String,
    pub confidentiality: Option<Confidentiality>,
    pub is_identity: bool,
}

/// Families and passages that are shown.
const MOST_FAMILIES: usize = 20;
const MOST_PASSAGES: usize = 40;

/// Fewer letters would find nearly everything.
pub const LEAST_LETTERS: usize = 2;

/// Letters before the first word that answers.
const BEFORE: usize = 24;

/// The words looked for, folded. A letter alone, such as the one before an apostrophe, would be found everywhere.
pub fn words(typed: &str) -> Vec<String> {
    let folded = fold(typed);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| LEAST_LETTERS <= word.chars().count()).map(str::to_owned).collect()
}

/// Whether a word of a text answers one of the words looked for.
pub fn answers(text: &str, words: &[String]) -> bool {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).any(|part| words.iter().any(|word| part.starts_with(word.as_str())))
}

impl App {
    /// What answers all the words typed, whatever the accents: families by who they are, then passages of what was written.
    ///
    /// # Errors
    /// The store's.
    pub fn search_everywhere(&self, typed: &str) -> Result<Vec<Found>, AppError> {
        let words = words(typed);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let asked: Vec<&str> = words.iter().map(String::as_str).collect();
        let reading = self.store.read();
        let mut found: Vec<Found> = Vec::new();
        // A child's name and the parent's are two places of one family.
        for (family, place) in reading.places_with(&asked, true, MOST_FAMILIES)? {
            if found.iter().all(|known| known.family != family) {
                self.read_found(family, &[place], &words, &mut found)?;
            }
        }
        let mut of_family: Vec<(FamilyId, Vec<String>)> = Vec::new();
        for (family, place) in reading.places_with(&asked, false, MOST_PASSAGES)? {
            match of_family.iter_mut().find(|(known, _)| *known == family) {
                Some((_, places)) => places.push(place),
                None => of_family.push((family, vec![place])),
            }
        }
        for (family, places) in of_family {
            self.read_found(family, &places, &words, &mut found)?;
        }
        Ok(found)
    }

    fn read_found(
        &self,
        family: FamilyId,
        places: &[String],
        words: &[String],
        found: &mut Vec<Found>,
    ) -> Result<(), AppError> {
        let Some(record) = self.family(family)? else { return Ok(()) };
        let passages = passages(&record);
        for place in places {
            if let Some(passage) = passages.iter().find(|passage| passage.place == *place) {
                found.push(of(&record, passage, words));
            }
        }
        Ok(())
    }
}

fn of(record: &FamilyRecord, passage: &Passage, words: &[String]) -> Found {
    Found {
        family: record.id,
        name: record.display_name(),
        place: passage.place.clone(),
        excerpt: excerpt(&passage.text, words),
        confidentiality: passage.confidentiality,
        is_identity: passage.is_identity,
    }
}

/// The text from a few words before the first that answers.
fn excerpt(text: &str, words: &[String]) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut at = 0;
    let mut starts = vec![0];
    for word in text.split(' ') {
        if answers(word, words) {
            break;
        }
        at += word.len() + 1;
        starts.push(at);
    }
    if text.len() < at {
        return text;
    }
    let from = starts.iter().copied().find(|start| at <= start + BEFORE).unwrap_or(0);
    match text.get(from..) {
        Some(rest) if from > 0 => format!("… {rest}"),
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn an_excerpt_begins_a_little_before_the_first_word_that_answers() {
        let words = words("L’Étape");
        assert_eq!(words, ["etape"]);
        let text = "Vue chez elle ce matin, tout va bien ; prochaine étape : la crèche.";
        assert_eq!(excerpt(text, &super::words("etap")), "… va bien ; prochaine étape : la crèche.");
        assert_eq!(excerpt("dossier FSL", &super::words("fsl")), "dossier FSL");
        assert_eq!(excerpt("rien de tel", &super::words("crèche")), "rien de tel");
    }

    #[test]
    fn a_word_is_found_by_its_beginning_whatever_its_accents() {
        for (text, typed, found) in
            [("Crèche", "cre", true), ("l’école", "eco", true), ("scolaire", "cola", false), ("FSL", "fsl", true)]
        {
            assert_eq!(answers(text, &words(typed)), found, "{typed} in {text}");
        }
    }
}
