//! Colours and emphasis by meaning: what draws names a role, never a colour.
//!
//! A role never carries a meaning alone: a sign or a word always goes with it, so that NO_COLOR loses nothing.

use ratatui::style::{Color, Modifier, Style};

/// A set of styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Dark,
    Light,
    HighContrast,
    /// Emphasis only, no colour: `NO_COLOR`.
    Plain,
}

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Text,
    Muted,
    /// Border of a pane.
    Border,
    /// Border and title of the pane that has the focus.
    Focus,
    Title,
    Heading,
    /// The line under the cursor, in the pane that has the focus.
    Selected,
    /// The line under the cursor, in another pane.
    Marked,
    /// Letters that the filter found.
    Match,
    Label,
    /// What is typed in a field.
    Field,
    /// The field that has the focus.
    FieldFocused,
    Key,
    Ok,
    Warning,
    Error,
    Overdue,
    Due,
    Today,
    Private,
    ContractRunning,
    ContractEnded,
    ContractDraft,
    Landmark,
}

impl Theme {
    /// The themes that a key goes through.
    pub const COLOURED: [Self; 3] = [Self::Dark, Self::Light, Self::HighContrast];

    /// The theme of this name, as `--theme` and the setting write it.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Dark, Self::Light, Self::HighContrast, Self::Plain].into_iter().find(|theme| theme.name() == name)
    }

    /// The name of the theme, as `--theme` and the setting write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Plain => "plain",
        }
    }

    /// Plain where `NO_COLOR` is set to something (no-color.org), else `chosen`.
    pub fn of_environment(chosen: Self) -> Self {
        match std::env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => Self::Plain,
            Some(_) | None => chosen,
        }
    }

    /// The theme that comes after this one.
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::Dark,
            Self::Plain => Self::Plain,
        }
    }

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        match self {
            Self::Plain => plain(role),
            Self::Dark => coloured(role, &DARK),
            Self::Light => coloured(role, &LIGHT),
            Self::HighContrast => coloured(role, &HIGH_CONTRAST),
        }
    }
}

/// The colours of a theme. `text` and `ground` are the terminal's own where they are `Reset`.
struct Colours {
    text: Color,
    ground: Color,
    muted: Color,
    focus: Color,
    selected: (Color, Color),
    marked: (Color, Color),
    found: Color,
    field: Color,
    ok: Color,
    warning: Color,
    error: Color,
    private: Color,
    landmark: Color,
}

// Indexed colours of the 256-colour cube: the same on every terminal, while 0-15 follow the person's palette.
const DARK: Colours = Colours {
    text: Color::Reset,
    ground: Color::Reset,
    muted: Color::Indexed(245),
    focus: Color::Indexed(80),
    selected: (Color::Indexed(255), Color::Indexed(24)),
    marked: (Color::Reset, Color::Indexed(237)),
    found: Color::Indexed(221),
    field: Color::Indexed(236),
    ok: Color::Indexed(114),
    warning: Color::Indexed(215),
    error: Color::Indexed(210),
    private: Color::Indexed(176),
    landmark: Color::Indexed(222),
};

const LIGHT: Colours = Colours {
    text: Color::Indexed(235),
    ground: Color::Indexed(255),
    muted: Color::Indexed(242),
    focus: Color::Indexed(25),
    selected: (Color::Indexed(255), Color::Indexed(25)),
    marked: (Color::Indexed(235), Color::Indexed(252)),
    found: Color::Indexed(130),
    field: Color::Indexed(253),
    ok: Color::Indexed(22),
    warning: Color::Indexed(94),
    error: Color::Indexed(124),
    private: Color::Indexed(90),
    landmark: Color::Indexed(94),
};

const HIGH_CONTRAST: Colours = Colours {
    text: Color::Indexed(231),
    ground: Color::Indexed(16),
    muted: Color::Indexed(231),
    focus: Color::Indexed(226),
    selected: (Color::Indexed(16), Color::Indexed(226)),
    marked: (Color::Indexed(16), Color::Indexed(231)),
    found: Color::Indexed(51),
    field: Color::Indexed(18),
    ok: Color::Indexed(46),
    warning: Color::Indexed(226),
    error: Color::Indexed(209),
    private: Color::Indexed(213),
    landmark: Color::Indexed(226),
};

fn coloured(role: Role, colours: &Colours) -> Style {
    let plain = Style::new().fg(colours.text).bg(colours.ground);
    match role {
        Role::Text | Role::Label => plain,
        Role::Muted | Role::Border => plain.fg(colours.muted),
        Role::Focus => plain.fg(colours.focus).add_modifier(Modifier::BOLD),
        Role::Title | Role::Heading => plain.add_modifier(Modifier::BOLD),
        Role::Selected => Style::new().fg(colours.selected.0).bg(colours.selected.1).add_modifier(Modifier::BOLD),
        Role::Marked => Style::new().fg(colours.marked.0).bg(colours.marked.1),
        Role::Match => Style::new().fg(colours.found).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Field => plain.bg(colours.field),
        Role::FieldFocused => plain.bg(colours.field).add_modifier(Modifier::BOLD),
        Role::Key => plain.fg(colours.focus).add_modifier(Modifier::BOLD),
        Role::Ok | Role::ContractRunning => plain.fg(colours.ok),
        Role::Warning | Role::Due => plain.fg(colours.warning),
        Role::Error | Role::Overdue => plain.fg(colours.error).add_modifier(Modifier::BOLD),
        Role::Today => plain.fg(colours.focus),
        Role::Private => plain.fg(colours.private),
        Role::ContractEnded => plain.fg(colours.muted),
        Role::ContractDraft => plain.fg(colours.warning),
        Role::Landmark => plain.fg(colours.landmark),
    }
}

fn plain(role: Role) -> Style {
    let modifier = match role {
        Role::Text | Role::Border | Role::Label | Role::Ok | Role::Private | Role::Landmark => Modifier::empty(),
        Role::Muted | Role::ContractEnded => Modifier::DIM,
        Role::Focus | Role::Title | Role::Heading | Role::Key | Role::Today | Role::ContractRunning => Modifier::BOLD,
        Role::Selected => Modifier::REVERSED,
        Role::Marked | Role::Field | Role::Due | Role::ContractDraft => Modifier::UNDERLINED,
        Role::FieldFocused | Role::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Warning | Role::Error | Role::Overdue => Modifier::BOLD,
    };
    Style::new().add_modifier(modifier)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_plain_theme_has_no_colour() {
        for role in [Role::Text, Role::Selected, Role::Error, Role::Field, Role::Match, Role::Border] {
            let style = Theme::Plain.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }

    #[test]
    fn a_name_leads_back_to_its_theme() {
        for theme in [Theme::Dark, Theme::Light, Theme::HighContrast, Theme::Plain] {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        assert_eq!(Theme::from_name("sombre"), None);
    }

    #[test]
    fn a_key_goes_through_the_coloured_themes_and_stays_plain_under_no_color() {
        let mut theme = Theme::Dark;
        for _ in Theme::COLOURED {
            theme = theme.next();
        }
        assert_eq!(theme, Theme::Dark);
        assert_eq!(Theme::Plain.next(), Theme::Plain);
    }
}
