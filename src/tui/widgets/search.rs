//! Finding short lines by a few letters: the palette, the lists, the help.
//!
//! Families are found by the search index of the store, not here.

use std::cell::RefCell;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::text::Span;

use crate::base::fold::fold;
use crate::base::safe_text::SafeText;
use crate::tui::look::Look;
use crate::tui::theme::Role;

thread_local! {
    // A matcher holds 135 kB of scratch memory: one, made when something is first searched.
    static MATCHER: RefCell<Matcher> = RefCell::new(Matcher::new(Config::DEFAULT));
}

/// The places of the lines that match, best first; all of them in order for an empty search.
pub fn ranked<'a>(lines: impl Iterator<Item = &'a str>, search: &str) -> Vec<usize> {
    if search.trim().is_empty() {
        return lines.enumerate().map(|(at, _)| at).collect();
    }
    let pattern = pattern(search);
    let mut found: Vec<(u32, usize)> = MATCHER.with_borrow_mut(|matcher| {
        let mut buffer = Vec::new();
        lines
            .enumerate()
            .filter_map(|(at, line)| {
                let folded = fold(line);
                let score = pattern.score(Utf32Str::new(&folded, &mut buffer), matcher)?;
                Some((score, at))
            })
            .collect()
    });
    found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    found.into_iter().map(|(_, at)| at).collect()
}

/// The line in pieces, the letters that the search found in the style of a match.
pub fn highlighted(line: &str, search: &str, look: &Look<'_>) -> Vec<Span<'static>> {
    let safe = SafeText::line(line).into_string();
    if search.trim().is_empty() {
        return vec![Span::raw(safe)];
    }
    let folded: Vec<char> =
        safe.chars().map(|letter| fold(&letter.to_string()).chars().next().unwrap_or(letter)).collect();
    let mut places = Vec::new();
    MATCHER.with_borrow_mut(|matcher| {
        pattern(search).indices(Utf32Str::Unicode(&folded), matcher, &mut places);
    });
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut was = false;
    for (at, letter) in (0u32..).zip(safe.chars()) {
        let found = places.contains(&at);
        match spans.last_mut() {
            Some(last) if found == was => last.content.to_mut().push(letter),
            Some(_) | None if found => spans.push(Span::styled(letter.to_string(), look.style(Role::Match))),
            Some(_) | None => spans.push(Span::raw(letter.to_string())),
        }
        was = found;
    }
    spans
}

fn pattern(search: &str) -> Pattern {
    Pattern::new(&fold(search), CaseMatching::Ignore, Normalization::Smart, nucleo_matcher::pattern::AtomKind::Fuzzy)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn accents_and_word_order_do_not_matter() {
        let lines = ["Signer le contrat", "Résilier le contrat", "Réviser le projet de contrat"];
        assert_eq!(ranked(lines.into_iter(), "contrat sig"), [0]);
        assert_eq!(ranked(lines.into_iter(), "resil"), [1]);
        assert_eq!(ranked(lines.into_iter(), ""), [0, 1, 2]);
        assert!(ranked(lines.into_iter(), "xyz").is_empty());
    }
}
