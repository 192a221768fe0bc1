//! What the store and the rules say of each line: known or not, received before, refused, alike, the checks of art. 2.
//!
//! The rules are the domain's own: each line goes through `decide` as it will when it is received, and nothing is written.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Alike, LineCheck, ListLine, OrientationList, Problem, ProblemKind, Remark, Says, Standing};
use crate::app::execute::{room_and_candidates, same_person_perhaps};
use crate::app::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::{FamilyId, IdSource};
use crate::base::phonetic;
use crate::domain::family::FamilyRecord;
use crate::domain::orientation::{Census, Check, CheckRule, ReceiveOrientation, inclusion_checks};
use crate::domain::refusal::Refusal;
use crate::domain::{self, FamilyAct, Scene};

/// The lines judged so far: where a CAF number stands, and who was born on a day.
#[derive(Default)]
struct Seen {
    numbers: HashMap<String, (usize, u32)>,
    born: HashMap<NaiveDate, Vec<(usize, u32, String)>>,
}

/// What the rules say of an orientation that they accept.
struct Judged {
    checks: Vec<Check>,
    candidates: Vec<FamilyId>,
}

impl App {
    /// Judges every line by what the store holds now; lists given together are judged as one. A line that was chosen stays so
    /// while it can be received.
    ///
    /// # Errors
    /// The store's.
    pub fn judge(&self, lists: &mut [OrientationList]) -> Result<(), AppError> {
        let files: Vec<String> = lists.iter().map(|list| list.file.clone()).collect();
        let mut seen = Seen::default();
        for (at, list) in lists.iter_mut().enumerate() {
            for line in &mut list.lines {
                let was_judged = std::mem::replace(&mut line.is_judged, true);
                self.judge_line(at, line, &files, &mut seen)?;
                line.is_chosen = match line.standing() {
                    Standing::Ready => line.is_chosen || !was_judged,
                    Standing::ToLookAt => line.is_chosen && was_judged,
                    Standing::Known | Standing::Refused => false,
                };
            }
        }
        Ok(())
    }

    fn judge_line(&self, at: usize, line: &mut ListLine, files: &[String], seen: &mut Seen) -> Result<(), AppError> {
        line.forget_judgement();
        let Some(sent) = line.sent.clone() else { return Ok(()) };
        let other_file = |other: usize| files.get(other).filter(|_| other != at).cloned();
        if let Some((other, number)) = seen.numbers.get(&sent.matricule) {
            let kind = ProblemKind::NumberTwice { line: *number, file: other_file(*other) };
            line.problems.push(Problem { column: line.column_of("matricule"), kind });
            return Ok(());
        }
        seen.numbers.insert(sent.matricule.clone(), (at, line.number));
        let (act, record) = match self.known(&sent)? {
            Some(record) => {
                let resent = |date| record.orientations.iter().any(|known| (&known.center, known.date) == date);
                if resent((&sent.center, sent.date)) {
                    (line.is_known, line.family) = (true, Some(record.id));
                    return Ok(());
                }
                if !is_same_person(&record, &sent) {
                    let kind = ProblemKind::OtherPerson;
                    line.problems.push(Problem { column: line.column_of("matricule"), kind });
                    return Ok(());
                }
                if record.identity.matricule != sent.matricule {
                    // Her file writes it without the zeros.
                    line.matricule.clone_from(&record.identity.matricule);
                    line.remarks.retain(|remark| !matches!(remark, Remark::ZerosRestored { .. }));
                }
                line.remarks.push(Remark::ComesBack { status: record.status() });
                line.family = Some(record.id);
                (as_known(sent, &record), record)
            }
            None => (sent, FamilyRecord::new(IdSource::new(Uuid::nil()).fresh())),
        };
        let act = ReceiveOrientation { contact: Box::new(line.contact.clone()), ..act };
        let says = Says { children: line.says.children || !record.children.is_empty(), ..line.says };
        match self.tried(&act, record)? {
            Ok(judged) => {
                line.checks =
                    judged.checks.into_iter().map(|check| LineCheck { is_said: says.of(check.rule), check }).collect();
                for row in self.rows(&judged.candidates)? {
                    line.alike.push(Alike::Family { id: row.id, name: row.name });
                }
            }
            Err(refusal) => {
                let column = refusal.field().and_then(|field| line.column_of(field));
                line.problems.push(Problem { column, kind: ProblemKind::Rule(refusal) });
            }
        }
        let folded = fold(&line.name);
        let born = seen.born.entry(act.birth_date).or_default();
        for (other, number, name) in born.iter().filter(|(.., name)| same_person_perhaps(&folded, name)) {
            debug_assert!(!name.is_empty());
            line.alike.push(Alike::Line { line: *number, file: other_file(*other) });
        }
        born.push((at, line.number, folded));
        line.act = Some(act);
        Ok(())
    }

    /// The file that bears the line's CAF number, with its first zeros or without.
    fn known(&self, sent: &ReceiveOrientation) -> Result<Option<FamilyRecord>, AppError> {
        let short = sent.matricule.trim_start_matches('0');
        let found = match self.by_matricule(&sent.matricule)? {
            None if short != sent.matricule && !short.is_empty() => self.by_matricule(short)?,
            found => found,
        };
        found.map_or(Ok(None), |family| self.family(family))
    }

    /// What the domain would decide today.
    fn tried(&self, act: &ReceiveOrientation, record: FamilyRecord) -> Result<Result<Judged, Refusal>, AppError> {
        let mut record = record;
        let ids = IdSource::new(Uuid::nil());
        let none = Census::default();
        let today = self.today();
        let scene = |census| Scene { today, author: self.author, antenna: &self.antenna, census, ids: &ids };
        match domain::decide(&scene(&none), &record, &FamilyAct::ReceiveOrientation(act.clone())) {
            Ok(events) => events.iter().for_each(|event| domain::evolve(&mut record, event)),
            Err(refusal) => return Ok(Err(refusal)),
        }
        let census = room_and_candidates(&self.store.read(), &record, Some(act.center.as_str()))?;
        let checks = match record.pending_orientation() {
            // Without a convention nobody is included, and there is nothing to check by.
            Some(orientation) => inclusion_checks(&scene(&census), &record, orientation, today).unwrap_or_default(),
            None => Vec::new(),
        };
        Ok(Ok(Judged { checks, candidates: census.candidates }))
    }
}

impl ListLine {
    /// Back to what the line itself says.
    fn forget_judgement(&mut self) {
        self.problems.retain(|problem| !problem.kind.is_of_the_store());
        self.remarks.retain(|remark| !matches!(remark, Remark::ComesBack { .. }));
        self.checks.clear();
        self.alike.clear();
        self.is_known = false;
        (self.act, self.family) = (None, None);
        if let Some(sent) = &self.sent {
            self.matricule.clone_from(&sent.matricule);
        }
    }

    /// The sender's title of the column that a member of the act was read from.
    fn column_of(&self, field: &str) -> Option<String> {
        self.titles.iter().find(|(known, _)| *known == field).map(|(_, title)| title.clone())
    }
}

impl ProblemKind {
    fn is_of_the_store(&self) -> bool {
        match self {
            Self::NumberTwice { .. }
            | Self::OtherPerson
            | Self::NoPlaceLeft { .. }
            | Self::FollowedAlready { .. }
            | Self::Rule(_) => true,
            Self::Missing
            | Self::DateUnknown { .. }
            | Self::DateImpossible { .. }
            | Self::NumberShortened { .. }
            | Self::CenterUnknown { .. }
            | Self::AnswerUnknown { .. }
            | Self::ChildrenUnknown { .. }
            | Self::NameUndivided { .. }
            | Self::FormulaFailed { .. }
            | Self::NirInside
            | Self::CellsMoved => false,
        }
    }
}

impl Says {
    fn of(self, rule: CheckRule) -> bool {
        match rule {
            CheckRule::IsolatedParent => self.isolated,
            CheckRule::MajoratedBenefit => self.benefit,
            CheckRule::ChildUnderAge => self.children,
            CheckRule::NotFollowedByDepartment => self.followed,
            CheckRule::CenterHasRoom | CheckRule::CaseloadHasRoom | CheckRule::NotAlreadyKnown => true,
        }
    }
}

/// Whether the file under this number is of the person sent: born on the day, and of a near name, or of another surname with
/// the same given name.
fn is_same_person(record: &FamilyRecord, sent: &ReceiveOrientation) -> bool {
    let name = format!("{} {}", sent.surname, sent.given_name);
    record.identity.birth_date == sent.birth_date
        && (same_person_perhaps(&fold(&record.display_name()), &fold(&name))
            || phonetic::sounds(&record.identity.given_name) == phonetic::sounds(&sent.given_name))
}

/// The orientation of a family that has a file: its identity and its children stay as they are written there.
fn as_known(sent: ReceiveOrientation, record: &FamilyRecord) -> ReceiveOrientation {
    let known = &record.identity;
    let children = sent
        .children
        .into_iter()
        .map(|mut child| {
            let at_home = || record.children.iter().filter(|known| known.departed_on.is_none());
            let born_then = || at_home().filter(|known| known.birth_date == child.birth_date);
            let same_name = born_then().find(|known| fold(&known.given_name) == fold(&child.given_name));
            let only = born_then().next().filter(|_| born_then().count() == 1);
            let is_only = |known: &&_| super::lines::is_unnamed(&child) || is_alike(known, &child.given_name);
            if let Some(known) = same_name.or_else(|| only.filter(is_only)) {
                child.given_name.clone_from(&known.given_name);
            }
            child
        })
        .collect();
    ReceiveOrientation {
        surname: known.surname.clone(),
        given_name: known.given_name.clone(),
        matricule: known.matricule.clone(),
        children,
        ..sent
    }
}

fn is_alike(known: &crate::domain::family::Child, given_name: &str) -> bool {
    phonetic::sounds(&known.given_name) == phonetic::sounds(given_name)
}
