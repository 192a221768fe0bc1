//! Times typed freely: `14h30`, `14:30`, `9h`, `0930`, `2:30pm`.
//!
//! Minutes are the smallest unit.

use chrono::NaiveTime;

/// Why a text is not a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeFault {
    #[error("a time is missing")]
    Empty,
    #[error("the time is not understood")]
    Unknown,
    #[error("there is no such time")]
    Impossible,
}

impl TimeFault {
    /// The id of the sentence; its `.hint` says what to type.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "time-fault-empty",
            Self::Unknown => "time-fault-unknown",
            Self::Impossible => "time-fault-impossible",
        }
    }
}

/// Reads a time of day.
///
/// # Errors
/// What is wrong with the text; see [`TimeFault`].
pub fn parse_time(text: &str) -> Result<NaiveTime, TimeFault> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if compact.is_empty() {
        return Err(TimeFault::Empty);
    }
    match compact.as_str() {
        "midi" | "noon" => return time(12, 0, None),
        "minuit" | "midnight" => return time(0, 0, None),
        _ => {}
    }
    let (digits, half) = match (compact.strip_suffix("am"), compact.strip_suffix("pm")) {
        (Some(morning), _) => (morning, Some(0)),
        (None, Some(afternoon)) => (afternoon, Some(12)),
        (None, None) => (compact.as_str(), None),
    };
    let (hours, minutes) = match digits.split_once(['h', ':', '.']) {
        Some((hours, "")) if digits.ends_with('h') => (hours, "00"),
        // "14h30min" and "14:30:00" are read by nobody here.
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return Err(TimeFault::Unknown),
        None if digits.len() <= 2 => (digits, "00"),
        None => digits.split_at_checked(digits.len() - 2).ok_or(TimeFault::Unknown)?,
    };
    if !(1..=2).contains(&hours.len()) {
        return Err(TimeFault::Unknown);
    }
    time(number(hours)?, number(minutes)?, half)
}

fn number(text: &str) -> Result<u32, TimeFault> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(TimeFault::Unknown);
    }
    text.parse().map_err(|_| TimeFault::Unknown)
}

fn time(hours: u32, minutes: u32, half: Option<u32>) -> Result<NaiveTime, TimeFault> {
    let hours = match half {
        None => hours,
        Some(first) if (1..=12).contains(&hours) => hours % 12 + first,
        Some(_) => return Err(TimeFault::Impossible),
    };
    NaiveTime::from_hms_opt(hours, minutes, 0).ok_or(TimeFault::Impossible)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, hours, minutes) in [
            ("14h30", 14, 30),
            ("14H30", 14, 30),
            ("14 h 30", 14, 30),
            ("14:30", 14, 30),
            ("14.30", 14, 30),
            ("1430", 14, 30),
            ("0930", 9, 30),
            ("930", 9, 30),
            ("9h", 9, 0),
            ("9", 9, 0),
            (" 09h05 ", 9, 5),
            ("0h00", 0, 0),
            ("23:59", 23, 59),
            ("midi", 12, 0),
            ("minuit", 0, 0),
            ("2:30pm", 14, 30),
            ("12am", 0, 0),
            ("12:15 PM", 12, 15),
        ] {
            assert_eq!(parse_time(text), Ok(NaiveTime::from_hms_opt(hours, minutes, 0).unwrap()), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_time_says_why() {
        for (text, fault) in [
            ("", TimeFault::Empty),
            ("  ", TimeFault::Empty),
            ("24h00", TimeFault::Impossible),
            ("12:60", TimeFault::Impossible),
            ("13pm", TimeFault::Impossible),
            ("0am", TimeFault::Impossible),
            ("9h5", TimeFault::Unknown),
            ("9:", TimeFault::Unknown),
            ("h30", TimeFault::Unknown),
            ("-9h", TimeFault::Unknown),
            ("+9", TimeFault::Unknown),
            ("14:30:00", TimeFault::Unknown),
            ("14305", TimeFault::Unknown),
            ("matin", TimeFault::Unknown),
            ("9é", TimeFault::Unknown),
            ("éé", TimeFault::Unknown),
        ] {
            assert_eq!(parse_time(text), Err(fault), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_minute_is_read_back(minute in 0u32..1440) {
            let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
            for format in ["%Hh%M", "%H:%M", "%-Hh%M", "%H%M", "%I:%M%p"] {
                prop_assert_eq!(parse_time(&time.format(format).to_string()), Ok(time));
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,12}|[0-9hH:.apm é-]{0,8}") {
            let _ = parse_time(&text);
        }
    }
}
