//! Everything that a key can mean. The keymap gives keys to these; the screens give them an effect.
//!
//! No key and no sentence here: a label is the message `action-…` of the catalogue, a one-line help its `.help`.

mod act;

pub use act::{ActKind, Noun};

use super::places::Room;

/// What a key, a click on the footer or a line of the palette asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Quit,
    Lock,
    Help,
    Palette,
    Leader,
    TogglePrivacy,
    NextTheme,
    ShowCaseload,
    ShowAgenda,
    ShowPanel,
    ShowImpact,
    ShowGroups,
    ShowSteering,
    ShowSettings,
    ShowHistory,
    ShowExchange,
    ShowInbox,
    ShowSearch,
    ShowLists,
    ShowAccesses,
    ShowRetention,
    /// Goes to a place of the Département.
    Visit(Room),
    NextPane,
    PreviousPane,
    Back,
    Undo,
    Redo,
    /// Opens the form of an act on the family under the cursor.
    Act(ActKind),

    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    /// Opens or confirms what is under the cursor.
    Open,

    Filter,
    ClearFilter,
    ChooseView,
    ChooseSort,

    ZoomIn,
    ZoomOut,
    ScrollBack,
    ScrollOn,
    GoToToday,

    /// Goes to the record of the family of the line under the cursor.
    OpenFamily,
    /// Takes back the entry under the cursor of the history.
    UndoThis,
    /// Writes the whole file of the family out as text.
    PrintFamily,
    /// Groups the agenda by day or by rule.
    RegroupAgenda,
    /// Groups the panel's board by stage or by delay.
    RegroupPanel,
    RegroupImpact,
    /// Enters the family under the cursor as present at the session, absent or excused.
    MarkPresent,
    MarkAbsent,
    MarkExcused,
    /// Lists only the families that were entered for a session of the action, or all.
    OnlyRecorded,
    ChangeSpan,
    /// Adds a referent, a solidarity centre or an avenant: what the section of the settings holds.
    AddSetting,
    /// Records the leaving of the referent, or the closing of the centre, under the cursor.
    EndSetting,
    Preview,
    Seal,
    /// Keeps that the Département has received a bundle.
    Acknowledge,
    /// Chooses the list of orientations that is opened.
    ChooseList,
    /// Chooses the list of orientations that the Département sends.
    ChooseListToSend,
    /// Chooses the line under the cursor, or leaves it out.
    ChooseLine,
    /// Chooses every line that can be received, or none.
    ChooseAllLines,
    /// Receives the chosen lines of a list.
    ReceiveLines,
    /// Writes what is refused of a list, for its sender.
    WriteReport,
    /// Chooses where bundles are written.
    ChooseFolder,
    /// Keeps that bundles were given to whoever carries them.
    HandOver,
    /// Writes the slip of a receipt, with its words for the telephone.
    WriteSlip,
    /// Reads the other side's card.
    ReadCard,
    /// Writes our own card, to be given to the other side.
    GiveCard,
    /// Compares the words that were typed with those that are expected.
    Compare,
    /// Takes in bundles of the other side.
    TakeIn,
    /// Sends the chosen lines of a list to the antennas of their centres.
    SendLines,
    /// Lets lines go to a centre without a place left, or no more.
    BeyondPlaces,
    /// Chooses the plan of what is published.
    ChoosePlan,
    /// Tells the other side how far this one has read.
    SendPresence,

    NextField,
    PreviousField,
    /// Goes to the next field, or submits from the last one.
    Confirm,
    /// Breaks the line of a text of several lines.
    NewLine,
    Submit,
    /// Opens the list of what a field can take.
    ChooseFromList,
    AddRow,
    RemoveRow,
    Cancel,

    ChangeReferentSlot,
    UseRecoveryCode,
}

impl Action {
    /// The message that names the action; its `.help` says in one line what it does.
    pub fn id(self) -> &'static str {
        match self {
            Self::Quit => "action-quit",
            Self::Lock => "action-lock",
            Self::Help => "action-help",
            Self::Palette => "action-palette",
            Self::Leader => "action-leader",
            Self::TogglePrivacy => "action-toggle-privacy",
            Self::NextTheme => "action-next-theme",
            Self::ShowCaseload => "action-show-caseload",
            Self::ShowAgenda => "action-show-agenda",
            Self::ShowPanel => "action-show-panel",
            Self::ShowImpact => "action-show-impact",
            Self::ShowGroups => "action-show-groups",
            Self::ShowSteering => "action-show-steering",
            Self::ShowSettings => "action-show-settings",
            Self::AddSetting => "action-add-setting",
            Self::EndSetting => "action-end-setting",
            Self::ShowHistory => "action-show-history",
            Self::ShowRetention => "action-show-retention",
            Self::ShowAccesses => "action-show-accesses",
            Self::ShowSearch => "action-show-search",
            Self::ShowLists => "action-show-lists",
            Self::ChooseList => "action-choose-list",
            Self::ChooseListToSend => "action-choose-list-to-send",
            Self::ChooseLine => "action-choose-line",
            Self::ChooseAllLines => "action-choose-all-lines",
            Self::ReceiveLines => "action-receive-lines",
            Self::WriteReport => "action-write-report",
            Self::ShowExchange => "action-show-exchange",
            Self::ShowInbox => "action-show-inbox",
            Self::NextPane => "action-next-pane",
            Self::PreviousPane => "action-previous-pane",
            Self::Back => "action-back",
            Self::Undo => "action-undo",
            Self::Redo => "action-redo",
            Self::Act(act) => act.id(),
            Self::Up => "action-up",
            Self::Down => "action-down",
            Self::Left => "action-left",
            Self::Right => "action-right",
            Self::PageUp => "action-page-up",
            Self::PageDown => "action-page-down",
            Self::First => "action-first",
            Self::Last => "action-last",
            Self::Open => "action-open",
            Self::Filter => "action-filter",
            Self::ClearFilter => "action-clear-filter",
            Self::ChooseView => "action-choose-view",
            Self::ChooseSort => "action-choose-sort",
            Self::ZoomIn => "action-zoom-in",
            Self::ZoomOut => "action-zoom-out",
            Self::ScrollBack => "action-scroll-back",
            Self::ScrollOn => "action-scroll-on",
            Self::GoToToday => "action-go-to-today",
            Self::OpenFamily => "action-open-family",
            Self::UndoThis => "action-undo-this",
            Self::PrintFamily => "action-print-family",
            Self::RegroupAgenda => "action-regroup-agenda",
            Self::RegroupPanel => "action-regroup-panel",
            Self::RegroupImpact => "action-regroup-impact",
            Self::MarkPresent => "action-mark-present",
            Self::MarkAbsent => "action-mark-absent",
            Self::MarkExcused => "action-mark-excused",
            Self::OnlyRecorded => "action-only-recorded",
            Self::ChangeSpan => "action-change-span",
            Self::Preview => "action-preview",
            Self::Seal => "action-seal",
            Self::Acknowledge => "action-acknowledge",
            Self::ChooseFolder => "action-choose-folder",
            Self::HandOver => "action-hand-over",
            Self::WriteSlip => "action-write-slip",
            Self::ReadCard => "action-read-card",
            Self::GiveCard => "action-give-card",
            Self::Compare => "action-compare",
            Self::Visit(room) => room.action_id(),
            Self::TakeIn => "action-take-in",
            Self::SendLines => "action-send-lines",
            Self::BeyondPlaces => "action-beyond-places",
            Self::ChoosePlan => "action-choose-plan",
            Self::SendPresence => "action-send-presence",
            Self::NextField => "action-next-field",
            Self::PreviousField => "action-previous-field",
            Self::Confirm => "action-confirm",
            Self::NewLine => "action-new-line",
            Self::Submit => "action-submit",
            Self::ChooseFromList => "action-choose-from-list",
            Self::AddRow => "action-add-row",
            Self::RemoveRow => "action-remove-row",
            Self::Cancel => "action-cancel",
            Self::ChangeReferentSlot => "action-change-referent-slot",
            Self::UseRecoveryCode => "action-use-recovery-code",
        }
    }

    /// The heading under which the leader menu shows it.
    pub fn noun(self) -> Noun {
        if let Self::Act(act) = self { act.noun() } else { Noun::Journal }
    }
}
