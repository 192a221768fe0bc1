//! The message catalogue: what a person reads, in French or English, and how dates, numbers and amounts are written.
//!
//! No sentence is written here: they are in `assets/locales`, one message with its hint (what is wrong, what to do).

mod index;
pub mod writing;

use super::money::Cents;
use std::borrow::Cow;
use std::io;
use std::str::FromStr;
use std::sync::OnceLock;

use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::safe_text::SafeText;
use index::Index;

/// The one message that others name in theirs.
const NAMED_BY_OTHERS: &str = "field-in-a-sentence";

const FRENCH: &str = include_str!("../../assets/locales/fr.ftl");
const ENGLISH: &str = include_str!("../../assets/locales/en.ftl");

static FRENCH_INDEX: Index = Index::of(FRENCH);
static ENGLISH_INDEX: Index = Index::of(ENGLISH);

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

/// A language that the program does not speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the languages are fr and en")]
pub struct UnknownLang;

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let language = text.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "fr" => Ok(Self::Fr),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang),
        }
    }
}

impl Lang {
    /// The language of the environment: the first of LC_ALL, LC_MESSAGES and LANG that is set, French where it is neither.
    pub fn from_environment() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// The code, as `--lang` takes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty())
            .and_then(|value| value.parse().ok())
            .unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            Self::Fr => FRENCH,
            Self::En => ENGLISH,
        }
    }

    fn index(self) -> &'static Index {
        match self {
            Self::Fr => &FRENCH_INDEX,
            Self::En => &ENGLISH_INDEX,
        }
    }
}

/// What a sentence can name. `Number` keeps its value for plural selectors; the others arrive as text.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    Text(String),
    Date(NaiveDate),
    Number(i64),
    /// A length in days, with its unit.
    Days(i64),
    /// An amount in euro cents.
    Cents(Cents),
}

macro_rules! facts {
    ($($from:ty as $fact:ident $convert:expr;)*) => {$(
        impl From<$from> for Fact {
            fn from(value: $from) -> Self {
                Self::$fact($convert(value))
            }
        }
    )*};
}

facts! {
    Cents as Cents std::convert::identity;
    String as Text std::convert::identity;
    &str as Text str::to_owned;
    NaiveDate as Date std::convert::identity;
    i64 as Number std::convert::identity;
    u32 as Number i64::from;
    io::ErrorKind as Text |kind| reason(kind).to_owned();
    u64 as Number |value| i64::try_from(value).unwrap_or(i64::MAX);
}

/// The operating system's reason as a word that the catalogues choose a sentence by: its own text is in English.
fn reason(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "denied",
        io::ErrorKind::IsADirectory => "directory",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "file",
        io::ErrorKind::InvalidData => "unreadable",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        _of_the_disk => "disk",
    }
}

/// The messages of one language, shared between threads. Each is parsed when it is first read: the two thousand of them would
/// take most of what separates the first screen from nothing at all, and two megabytes.
pub struct Catalog {
    lang: Lang,
    source: &'static str,
    index: &'static Index,
    /// Each message as parsed, once it was read. Boxed, because few of them are ever read.
    parsed: Vec<OnceLock<Box<FluentResource>>>,
    /// Formats what needs no other message.
    bundle: FluentBundle<FluentResource>,
    /// The same beside the message that others name.
    naming: OnceLock<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Catalog {
    /// The catalogue of a language. A message that does not parse is not there; a test keeps the embedded files whole.
    pub fn new(lang: Lang) -> Self {
        Self::of(lang, lang.source(), lang.index())
    }

    fn of(lang: Lang, source: &'static str, index: &'static Index) -> Self {
        let parsed = std::iter::repeat_with(OnceLock::new).take(index.len()).collect();
        Self { lang, source, index, parsed, bundle: bundle(lang), naming: OnceLock::new() }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the catalogue has a message of this id.
    pub fn has(&self, id: &str) -> bool {
        self.message(id).is_some_and(|(_, message)| message.value.is_some())
    }

    /// The message of an id; the id in ⟦brackets⟧ where there is none.
    pub fn text(&self, id: &str) -> Cow<'_, str> {
        self.pattern(id, None, None).unwrap_or_else(|| missing(id).into())
    }

    /// The message of an id, with what it names.
    pub fn text_with(&self, id: &str, facts: &[(&str, Fact)]) -> String {
        let arguments = self.arguments(facts);
        self.pattern(id, None, Some(&arguments)).map_or_else(|| missing(id), Cow::into_owned)
    }

    /// What to do about a message: its `.hint`.
    pub fn hint(&self, id: &str, facts: &[(&str, Fact)]) -> Option<String> {
        let arguments = self.arguments(facts);
        self.pattern(id, Some("hint"), Some(&arguments)).map(Cow::into_owned)
    }

    /// An attribute of a message, such as `.short`; the id in ⟦brackets⟧ where there is none.
    pub fn attribute(&self, id: &str, attribute: &str) -> Cow<'_, str> {
        self.pattern(id, Some(attribute), None).unwrap_or_else(|| missing(&format!("{id}.{attribute}")).into())
    }

    /// A message as written, with its attributes, and as parsed.
    fn message(&self, id: &str) -> Option<(&'static str, &ast::Message<&str>)> {
        let (number, written) = self.index.find(self.source, id)?;
        let parsed = self.parsed.get(number)?.get_or_init(|| Box::new(parsed(written)));
        match parsed.get_entry(0)? {
            ast::Entry::Message(message) => Some((written, message)),
            _no_message => None,
        }
    }

    /// What formats a message: with the one that it names, where it names one.
    fn bundle_of(&self, written: &str) -> &FluentBundle<FluentResource> {
        if !written.contains(NAMED_BY_OTHERS) {
            return &self.bundle;
        }
        self.naming.get_or_init(|| {
            let mut naming = bundle(self.lang);
            if let Some((_, named)) = self.index.find(self.source, NAMED_BY_OTHERS) {
                naming.add_resource_overriding(parsed(named));
            }
            naming
        })
    }

    fn pattern<'b>(
        &'b self,
        id: &str,
        attribute: Option<&str>,
        arguments: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'b, str>> {
        let (written, message) = self.message(id)?;
        let pattern = match attribute {
            Some(attribute) => &message.attributes.iter().find(|own| own.id.name == attribute)?.value,
            None => message.value.as_ref()?,
        };
        // A fact that the caller forgot shows as {$name}, which a reader can report.
        let mut faults = Vec::new();
        Some(self.bundle_of(written).format_pattern(pattern, arguments, &mut faults))
    }

    fn arguments<'f>(&self, facts: &'f [(&str, Fact)]) -> FluentArgs<'f> {
        let mut arguments = FluentArgs::with_capacity(facts.len());
        for (name, fact) in facts {
            let value = match fact {
                Fact::Number(number) => FluentValue::Number(FluentNumber::from(*number)),
                Fact::Text(text) => FluentValue::String(SafeText::line(text).into_cow()),
                Fact::Date(date) => FluentValue::String(self.date(*date).into()),
                Fact::Days(days) => FluentValue::String(self.days(*days).into()),
                Fact::Cents(cents) => FluentValue::String(self.money(*cents).into()),
            };
            arguments.set(*name, value);
        }
        arguments
    }
}

fn parsed(source: &str) -> FluentResource {
    match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks are bidi controls, which `SafeText` shows.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Fr => |value, _| grouped_number(Lang::Fr, value),
        Lang::En => |value, _| grouped_number(Lang::En, value),
    }));
    bundle
}

fn grouped_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value.fract() == 0.0 && number.value.abs() < 9e15;
    // Whole and below 2^53, so the conversion is exact.
    whole.then(|| writing::grouped(lang, number.value as i64))
}

fn missing(id: &str) -> String {
    format!("⟦{}⟧", SafeText::line(id))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_language_comes_from_the_first_variable_that_is_set() {
        for (all, messages, lang, expected) in [
            ("", "", "fr_FR.UTF-8", Lang::Fr),
            ("", "", "en_GB.UTF-8", Lang::En),
            ("", "en_US", "fr_FR", Lang::En),
            ("fr_BE@euro", "en_US", "en_US", Lang::Fr),
            ("C", "en_US", "en_US", Lang::Fr),
            ("", "", "", Lang::Fr),
            ("", "", "de_DE.UTF-8", Lang::Fr),
        ] {
            let found = Lang::from_variables(|name| {
                Some(match name {
                    "LC_ALL" => all.to_owned(),
                    "LC_MESSAGES" => messages.to_owned(),
                    _ => lang.to_owned(),
                })
            });
            assert_eq!(found, expected, "LC_ALL={all} LC_MESSAGES={messages} LANG={lang}");
        }
        assert_eq!("EN".parse(), Ok(Lang::En));
        assert_eq!("es".parse::<Lang>(), Err(UnknownLang));
    }

    #[test]
    fn a_catalogue_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Catalog::new(Lang::Fr));
    }

    #[test]
    fn a_message_is_parsed_when_it_is_first_read() {
        for lang in [Lang::Fr, Lang::En] {
            let catalog = Catalog::new(lang);
            let read = |catalog: &Catalog| catalog.parsed.iter().filter(|one| one.get().is_some()).count();
            assert_eq!(read(&catalog), 0);
            assert_ne!(catalog.text("month-1"), "⟦month-1⟧");
            assert!(catalog.hint("date-fault-empty", &[]).is_some());
            assert_eq!(read(&catalog), 2);
        }
    }

    #[test]
    fn each_message_alone_is_what_it_is_in_the_whole_file() {
        for lang in [Lang::Fr, Lang::En] {
            let catalog = Catalog::new(lang);
            let whole = FluentResource::try_new(lang.source().to_owned()).unwrap();
            let mut count = 0;
            for entry in whole.entries() {
                let ast::Entry::Message(message) = entry else { continue };
                count += 1;
                let (written, alone) = catalog.message(message.id.name).unwrap();
                assert_eq!((&alone.value, &alone.attributes), (&message.value, &message.attributes));
                let named = format!("{:?}", (&alone.value, &alone.attributes)).contains("MessageReference");
                assert_eq!(named, written.contains(NAMED_BY_OTHERS) && message.id.name != NAMED_BY_OTHERS);
            }
            assert_eq!(count, catalog.index.len());
        }
    }

    #[test]
    fn a_missing_message_shows_its_id() {
        let catalog = Catalog::new(Lang::Fr);
        assert_eq!(catalog.text("no-such-message"), "⟦no-such-message⟧");
        assert_eq!(catalog.text_with("no such\u{1b}", &[]), "⟦no such␛⟧");
        assert_eq!(catalog.hint("no-such-message", &[]), None);
        assert_eq!(catalog.attribute("month-1", "nothing"), "⟦month-1.nothing⟧");
        assert!(!catalog.has("no-such-message") && catalog.has("month-1"));
    }

    #[test]
    fn facts_are_written_in_the_language_and_made_safe() {
        const PROBE: &str = "# A probe\nprobe = {$date} | {$number} | {$days} | {$cents} | {$text}\n";
        let date = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        for (lang, expected) in [
            (Lang::Fr, "02/03/2026 | 12\u{202f}345 | 1 jour | 1\u{202f}234,50\u{a0}€ | ␛[2J"),
            (Lang::En, "2 Mar 2026 | 12,345 | 1 day | €1,234.50 | ␛[2J"),
        ] {
            let source: &str = format!("{}\n{PROBE}", lang.source()).leak();
            let catalog = Catalog::of(lang, source, Box::leak(Box::new(Index::of(source))));
            let facts = [
                ("date", Fact::Date(date)),
                ("number", Fact::Number(12_345)),
                ("days", Fact::Days(1)),
                ("cents", Fact::Cents(Cents(123_450))),
                ("text", Fact::Text("\u{1b}[2J".to_owned())),
            ];
            assert_eq!(catalog.text_with("probe", &facts), expected);
        }
    }

    /// What a message declares: for itself ("") and each attribute, the arguments it names.
    type Shape = BTreeMap<String, BTreeSet<String>>;

    fn shapes(source: &str) -> BTreeMap<String, Shape> {
        let mut messages: BTreeMap<String, Shape> = BTreeMap::new();
        let (mut message, mut part) = (String::new(), String::new());
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let before_sign = line.split_once('=').map(|(left, _)| left.trim_end());
            if let Some(id) = before_sign.filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')) {
                message = id.to_owned();
                part.clear();
                assert!(messages.insert(message.clone(), Shape::new()).is_none(), "{id} is there twice");
            } else if let Some(name) = before_sign.and_then(|left| left.trim_start().strip_prefix('.')) {
                part = name.to_owned();
            }
            if message.is_empty() {
                continue;
            }
            let names = messages.get_mut(&message).unwrap().entry(part.clone()).or_default();
            for rest in line.split('$').skip(1) {
                names
                    .insert(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect());
            }
        }
        messages
    }

    #[test]
    fn french_and_english_have_the_same_messages_hints_and_arguments() {
        let (french, english) = (shapes(FRENCH), shapes(ENGLISH));
        for (id, shape) in &french {
            assert_eq!(english.get(id), Some(shape), "{id} in en.ftl");
        }
        for id in english.keys() {
            assert!(french.contains_key(id), "{id} is missing in fr.ftl");
        }
    }

    #[test]
    fn the_embedded_messages_parse_whole_and_contain_nothing_invisible() {
        for lang in [Lang::Fr, Lang::En] {
            if let Err((_, faults)) = FluentResource::try_new(lang.source().to_owned()) {
                panic!("{}.ftl does not parse: {faults:?}", lang.code());
            }
            let catalog = Catalog::new(lang);
            for id in shapes(lang.source()).keys() {
                assert!(catalog.message(id).is_some(), "{id} of {}.ftl was lost", lang.code());
            }
            assert_eq!(SafeText::lines(lang.source()).as_str(), lang.source());
        }
    }
}
