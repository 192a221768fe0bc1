//! One table of keys: dispatch, footer, leader menu, palette, help and the guide all read it.
//!
//! It gives no action an effect, and it holds no sentence: labels are messages of the catalogue.

pub mod key;
mod table;

use std::sync::LazyLock;

use super::action::Action;
use super::places::Room;
use crate::base::locale::Catalog;
pub use key::Key;
pub use table::TABLE;

/// Where a key is heard: the top layer, else the screen or pane that has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Everywhere once unlocked, layers included.
    Always,
    /// Every screen that has no layer over it.
    Global,
    /// What has lines to move among: every pane and every other screen.
    Moving,
    Caseload,
    Detail,
    Timeline,
    Agenda,
    Panel,
    Impact,
    Groups,
    Attendance,
    Steering,
    Settings,
    History,
    Exchange,
    Inbox,
    Supports,
    Enrolment,
    Retention,
    Accesses,
    Search,
    Lists,
    Filter,
    Form,
    /// A field of several lines in a form.
    Paragraph,
    /// A form with nothing to fill in.
    Question,
    Picker,
    Popup,
    Words,
    Palette,
    Leader,
    Lock,
    /// Every place of a Département that has no layer over it.
    Department,
    /// One of them.
    Room(Room),
}

impl Context {
    pub const ALL: [Self; 40] = [
        Self::Always,
        Self::Global,
        Self::Moving,
        Self::Caseload,
        Self::Detail,
        Self::Timeline,
        Self::Agenda,
        Self::Panel,
        Self::Impact,
        Self::Groups,
        Self::Attendance,
        Self::Steering,
        Self::Settings,
        Self::History,
        Self::Exchange,
        Self::Inbox,
        Self::Supports,
        Self::Enrolment,
        Self::Retention,
        Self::Accesses,
        Self::Search,
        Self::Lists,
        Self::Filter,
        Self::Form,
        Self::Paragraph,
        Self::Question,
        Self::Picker,
        Self::Popup,
        Self::Words,
        Self::Palette,
        Self::Leader,
        Self::Lock,
        Self::Department,
        Self::Room(Room::Streams),
        Self::Room(Room::Inbox),
        Self::Room(Room::Agenda),
        Self::Room(Room::Orientations),
        Self::Room(Room::Sending),
        Self::Room(Room::Publications),
        Self::Room(Room::Impact),
    ];

    /// The contexts whose keys are heard here, nearest first.
    pub fn heard(self) -> &'static [Self] {
        match self {
            Self::Always => &[Self::Always],
            Self::Global => &[Self::Global, Self::Always],
            Self::Moving => &[Self::Moving, Self::Always],
            Self::Caseload => &[Self::Caseload, Self::Moving, Self::Global, Self::Always],
            Self::Detail => &[Self::Detail, Self::Moving, Self::Global, Self::Always],
            Self::Timeline => &[Self::Timeline, Self::Moving, Self::Global, Self::Always],
            Self::Agenda => &[Self::Agenda, Self::Moving, Self::Global, Self::Always],
            Self::Panel => &[Self::Panel, Self::Moving, Self::Global, Self::Always],
            Self::Impact => &[Self::Impact, Self::Moving, Self::Global, Self::Always],
            Self::Groups => &[Self::Groups, Self::Moving, Self::Global, Self::Always],
            Self::Attendance => &[Self::Attendance, Self::Moving, Self::Global, Self::Always],
            Self::Steering => &[Self::Steering, Self::Moving, Self::Global, Self::Always],
            Self::Settings => &[Self::Settings, Self::Moving, Self::Global, Self::Always],
            Self::History => &[Self::History, Self::Moving, Self::Global, Self::Always],
            Self::Search => &[Self::Search, Self::Always],
            Self::Accesses => &[Self::Accesses, Self::Moving, Self::Global, Self::Always],
            Self::Lists => &[Self::Lists, Self::Moving, Self::Global, Self::Always],
            Self::Retention => &[Self::Retention, Self::Moving, Self::Global, Self::Always],
            Self::Exchange => &[Self::Exchange, Self::Moving, Self::Global, Self::Always],
            Self::Inbox => &[Self::Inbox, Self::Moving, Self::Global, Self::Always],
            Self::Supports => &[Self::Supports, Self::Moving, Self::Global, Self::Always],
            Self::Enrolment => &[Self::Enrolment, Self::Moving, Self::Global, Self::Always],
            Self::Filter => &[Self::Filter, Self::Always],
            Self::Form => &[Self::Form, Self::Always],
            Self::Paragraph => &[Self::Paragraph, Self::Form, Self::Always],
            Self::Question => &[Self::Question, Self::Always],
            Self::Picker => &[Self::Picker, Self::Always],
            Self::Popup => &[Self::Popup, Self::Always],
            Self::Words => &[Self::Words, Self::Always],
            Self::Palette => &[Self::Palette, Self::Always],
            Self::Leader => &[Self::Leader, Self::Always],
            Self::Lock => &[Self::Lock],
            Self::Department => &[Self::Department, Self::Always],
            Self::Room(room) => room.heard(),
        }
    }

    /// Whether a character that is bound to nothing is text here.
    pub fn takes_text(self) -> bool {
        match self {
            Self::Filter
            | Self::Search
            | Self::Form
            | Self::Paragraph
            | Self::Picker
            | Self::Words
            | Self::Palette
            | Self::Lock => true,
            Self::Always
            | Self::Global
            | Self::Moving
            | Self::Caseload
            | Self::Detail
            | Self::Timeline
            | Self::Agenda
            | Self::Panel
            | Self::Impact
            | Self::Groups
            | Self::Attendance
            | Self::Steering
            | Self::Settings
            | Self::History
            | Self::Exchange
            | Self::Inbox
            | Self::Supports
            | Self::Enrolment
            | Self::Retention
            | Self::Accesses
            | Self::Lists
            | Self::Question
            | Self::Popup
            | Self::Leader
            | Self::Department
            | Self::Room(_) => false,
        }
    }

    /// The keys of every screen of the side that this is a screen of; none of what is no screen or pane of one.
    pub fn side(self) -> Option<Self> {
        self.heard().iter().copied().find(|heard| matches!(heard, Self::Global | Self::Department))
    }

    /// Whether this is a screen or a pane of one: what the palette can act on.
    pub fn is_screen(self) -> bool {
        self.side().is_some()
    }

    /// The message that names the context.
    pub fn id(self) -> &'static str {
        match self {
            Self::Always => "context-always",
            Self::Global => "context-global",
            Self::Moving => "context-moving",
            Self::Caseload => "context-caseload",
            Self::Detail => "context-detail",
            Self::Timeline => "context-timeline",
            Self::Agenda => "context-agenda",
            Self::Panel => "context-panel",
            Self::Impact => "context-impact",
            Self::Groups => "context-groups",
            Self::Attendance => "context-attendance",
            Self::Steering => "context-steering",
            Self::Settings => "context-settings",
            Self::History => "context-history",
            Self::Search => "context-search",
            Self::Accesses => "context-accesses",
            Self::Lists => "context-lists",
            Self::Retention => "context-retention",
            Self::Exchange => "context-exchange",
            Self::Inbox => "context-inbox",
            Self::Supports => "context-supports",
            Self::Enrolment => "context-enrolment",
            Self::Filter => "context-filter",
            Self::Form => "context-form",
            Self::Paragraph => "context-paragraph",
            Self::Question => "context-question",
            Self::Picker => "context-picker",
            Self::Popup => "context-popup",
            Self::Words => "context-words",
            Self::Palette => "context-palette",
            Self::Leader => "context-leader",
            Self::Lock => "context-lock",
            Self::Department => "context-department",
            Self::Room(room) => room.id(),
        }
    }
}

/// One row: in this context these keys mean this action.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub context: Context,
    /// Alternatives separated by spaces, the keys of a sequence by commas: `j Down`, `c,s`.
    pub keys: &'static str,
    pub action: Action,
    /// Place in the footer, 1 first; 0 leaves it out.
    pub rank: u8,
}

impl Row {
    /// The message that names the action: in a list and in a question, what is opened elsewhere is chosen.
    pub fn label_id(&self) -> &'static str {
        match (self.context, self.action) {
            (Context::Picker | Context::Popup | Context::Palette | Context::Leader, Action::Open) => "action-choose",
            (Context::Settings, Action::Left) => "action-to-sections",
            (Context::Settings, Action::Right) => "action-into-section",
            (Context::Impact | Context::Room(Room::Impact), Action::Left) => "action-period-before",
            (Context::Impact | Context::Room(Room::Impact), Action::Right) => "action-period-after",
            (Context::Attendance, Action::Open) => "action-next-presence",
            (Context::Attendance, Action::Left) => "action-session-before",
            (Context::Attendance, Action::Right) => "action-session-after",
            (Context::Room(Room::Streams), Action::Left) => "action-back",
            (_, action) => action.id(),
        }
    }

    /// The sequences of keys, the preferred one first.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Key>> {
        self.keys.split(' ').map(|sequence| sequence.split(',').filter_map(Key::parse).collect())
    }
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The action, and the context of the row that gave it.
    Action(Action, Context),
    /// The first key of a sequence.
    Pending,
    /// A character for the field that has the focus.
    Text(char),
    Nothing,
}

/// What `key` means in `context`, after the keys already `pending`.
pub fn lookup(context: Context, pending: &[Key], key: Key) -> Found {
    for heard in context.heard() {
        let mut begins = false;
        for bound in PARSED.iter().filter(|bound| bound.context == *heard) {
            match bound.keys.strip_prefix(pending) {
                Some([only]) if *only == key => return Found::Action(bound.action, bound.context),
                Some([first, ..]) if *first == key => begins = true,
                Some(_) | None => {}
            }
        }
        if begins {
            return Found::Pending;
        }
    }
    match key.text() {
        Some(text) if pending.is_empty() && context.takes_text() => Found::Text(text),
        Some(_) | None => Found::Nothing,
    }
}

/// Whether a nearer context than `owner` gives these keys a meaning of its own where `context` is heard.
pub fn is_taken(context: Context, owner: Context, keys: &[Key]) -> bool {
    let nearer = context.heard().iter().take_while(|heard| **heard != owner);
    nearer.into_iter().any(|heard| PARSED.iter().any(|bound| bound.context == *heard && bound.keys == keys))
}

/// The preferred keys of an action where `context` is heard, as a sentence names them.
pub fn named(context: Context, action: Action, catalog: &Catalog) -> String {
    let row = |heard: &Context| TABLE.iter().find(|row| row.context == *heard && row.action == action);
    let row = context.heard().iter().find_map(row);
    row.and_then(|row| Some(spelled(&row.sequences().next()?, row.context, catalog))).unwrap_or_default()
}

/// A sequence of keys as it is written; those of the leader menu with the key that opens it.
pub fn spelled(keys: &[Key], context: Context, catalog: &Catalog) -> String {
    let leads = context == Context::Leader && keys.iter().all(|key| key.text().is_some());
    let first = leads.then(|| Key::char(' '));
    first.iter().chain(keys).map(|key| key.shown(catalog)).collect::<Vec<_>>().join(" ")
}

struct Bound {
    context: Context,
    keys: Vec<Key>,
    action: Action,
}

static PARSED: LazyLock<Vec<Bound>> = LazyLock::new(|| {
    let bound = |row: &Row| {
        let (context, action) = (row.context, row.action);
        row.sequences().map(move |keys| Bound { context, keys, action }).collect::<Vec<_>>()
    };
    TABLE.iter().flat_map(bound).collect()
});

#[cfg(test)]
mod tests;
