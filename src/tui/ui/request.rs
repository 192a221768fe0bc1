//! What the screen asks of the program: nothing here is done by the screen itself.

use std::path::PathBuf;

use crate::app::department::{DepartmentAct, Party};
use crate::app::{Came, EntryId, Figure, Printout, SlipOf, Support};
use crate::base::id::{CenterCode, FamilyId, GroupActionId, GroupSessionId, PanelReferralId};
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaAct;
use crate::domain::convention::Convention;
use crate::domain::deadline::{About, Deadline};
use crate::tui::action::ActKind;
use crate::tui::acts::Part;
use crate::tui::widgets::word_entry::Heard;

/// One thing to be carried out; the answer comes back by a method of [`super::Ui`].
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Build the form of an act, prefilled, and open it with its draft when there is one.
    OpenForm {
        act: ActKind,
        family: Option<FamilyId>,
        about: Option<About>,
    },
    /// Build the form of an entry of the convention, to be prepared.
    OpenPart(Box<Part>),
    /// Keep the version of the convention that is being prepared.
    Prepare(Box<Convention>),
    /// Open the form of the act that settles a deadline of the family.
    Settle {
        family: FamilyId,
        deadline: Box<Deadline>,
    },
    /// Carry out the act of the form on top.
    Execute {
        family: Option<FamilyId>,
        act: Box<FamilyAct>,
    },
    /// Carry out the act of the antenna in the form on top.
    ExecuteOfAntenna(Box<AntennaAct>),
    /// Take back the last entry of the family; one that was not made since the program started is asked about.
    Undo {
        family: FamilyId,
    },
    /// Put back what was last taken back of the family, or else here.
    Redo {
        family: Option<FamilyId>,
    },
    /// Take back this entry of the history.
    UndoEntry(EntryId),
    /// Take back this undo of the history.
    RedoEntry(EntryId),
    /// Show a family in the detail and the timeline.
    ShowFamily(FamilyId),
    /// Put the cursor of the caseload on a family, wherever it is listed, and show it.
    OpenFamily(FamilyId),
    /// Load a page of the caseload: what the list says it needs.
    LoadCaseload,
    LoadAgenda,
    /// Load the antenna's referrals to the panel.
    LoadPanel,
    /// Measure the impact over the period that the screen shows.
    LoadImpact,
    /// Load the acts behind a figure of it.
    LoadActsBehind(Box<Figure>),
    /// Load the antenna's group actions.
    LoadGroups,
    /// Load the topics for the steering committee.
    LoadSteering,
    /// Open the grid of a group action, on one of its sessions.
    OpenAttendance {
        action: GroupActionId,
        session: Option<GroupSessionId>,
    },
    /// Load the families of the grid and what was recorded of them.
    LoadAttendance,
    /// Load the antenna's referents, centres and convention.
    LoadSettings,
    /// The same, on the version of the convention that is in force.
    LoadVersions,
    LoadHistory(FamilyId),
    LoadRetention,
    /// Ask what to write out of a family, and say where it goes.
    AskToPrint(FamilyId),
    Print {
        family: FamilyId,
        which: Printout,
    },
    /// Write a support out, filled for a family.
    FillSupport {
        family: FamilyId,
        support: Support,
    },
    /// Look for what is typed in the texts of every family.
    SearchEverywhere,
    /// Open a family at a place of its record: members and ids from the record down, or an id alone.
    OpenPassage {
        family: FamilyId,
        place: String,
    },
    LoadAccesses,
    /// Show the file of a family that no list shows as a text to read.
    ReadFile(FamilyId),
    /// Read on a thread what grows with the caseload.
    ReadBeside,
    PreviewExport,
    /// Ask whether to seal what leaves at this moment.
    AskToSeal,
    /// Seal the next bundle.
    Export,
    /// Judge the list of orientations that is open by what the store holds now; without one, offer to open one.
    JudgeList,
    /// Show the lists and folders of a folder, or of the one last used, to open a list.
    BrowseLists(Option<PathBuf>),
    /// Open a list of orientations, sent by this centre where no column names one.
    ReadList {
        path: PathBuf,
        sender: Option<CenterCode>,
    },
    /// Receive its chosen lines.
    ReceiveList,
    /// Write what is refused of it beside its file.
    ReportList,
    /// Load what came from the Département, and look at what waits in the folder.
    LoadInbox,
    /// Take in these files, in this order.
    TakeIn(Vec<PathBuf>),
    /// Show the bundles and folders of a folder, to take one in.
    BrowseArrivals(PathBuf),
    /// Look into this folder for bundles from now on.
    KeepArrivals(PathBuf),
    /// Tell what a bundle that came has brought.
    ReadCame(Box<Came>),
    /// Load the supports that the Département published.
    LoadSupports,
    /// Load where the antenna stands with its Département.
    LoadEnrolment,
    /// Write our card where bundles go.
    GiveCard,
    /// Make new keys, and write the new card and what is sealed anew where bundles go.
    RenewKeys,
    /// Show the cards and folders of a folder, or of where bundles go, to read one.
    BrowseCards(Option<PathBuf>),
    /// Read the other side's card, and ask for the words that it reads aloud.
    ReadCard(PathBuf),
    /// Compare what was typed with the words that are expected.
    Compare {
        heard: Heard,
        typed: String,
    },
    /// Open the list of what lies within a folder, to choose where bundles go.
    BrowseFolder(PathBuf),
    /// Write bundles there from now on.
    KeepFolder(PathBuf),
    /// Keep that the Département has received the bundles up to this one.
    Acknowledge {
        sequence: u64,
    },
    /// Keep that the bundles up to this one were given to whoever carries them.
    HandOver {
        sequence: u64,
    },
    /// Take back that the bundles from this one on were.
    KeepHere {
        sequence: u64,
    },
    /// Ask for the words that the Département reads from its receipt of a bundle.
    AskForReceiptWords {
        sequence: u64,
    },
    /// Write the slip of a receipt.
    WriteSlip {
        of: SlipOf,
        sequence: u64,
    },
    /// Send the record of a refused family again with the next bundle.
    SendAgain(FamilyId),
    /// Write a bundle sealed before, the very same bytes.
    ExportAgain {
        sequence: u64,
    },
    SaveDraft {
        key: String,
        body: String,
    },
    /// Forget a draft where it is still the one that was written so.
    DropDraft {
        key: String,
        body: String,
    },
    /// What only a Département is asked.
    Errand(Errand),
}

/// What the screen asks of a Département alone.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    /// Load where the hand-off with every antenna stands.
    LoadStreams,
    /// Load what there is of one antenna, and show it.
    LoadStream(Party),
    LoadInbox,
    /// Load the referrals before the panel.
    LoadAgenda,
    /// Show a referral whole, and note that it was opened.
    ReadReferral(PanelReferralId),
    /// Carry out the act of the Département in the form on top.
    Execute(DepartmentAct),
    /// Refuse the act of the Département in the form on top, or ask whether it is meant.
    AskToExecute(DepartmentAct),
    /// Load the orientations that were sent, with their answers.
    LoadOrientations,
    /// Let lines go to a centre without a place left, or no more.
    ChangePlaces,
    /// Send the chosen lines of the list that is open.
    SendList,
    /// Load what is published and the topics that wait for an answer.
    LoadPublications,
    /// Show the plans and folders of a folder, or of the one last used, to publish one.
    BrowsePlans(Option<PathBuf>),
    /// Read a plan and ask whether to publish it.
    ReadPlan(PathBuf),
    Publish,
    /// Load the acts of one antenna behind a figure.
    LoadActsOf(Party, Box<Figure>),
    /// Show the file of a family, as far as it was disclosed.
    ReadFamily(FamilyId),
    /// Show where one can choose to have bundles written.
    ChooseFolder,
    /// Tell every antenna how far this side has read.
    SendPresence,
    /// Write a bundle sealed for an antenna again, the very same bytes.
    SendAgain(Party, u64),
}

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    Quit,
    /// Drop all memory and come back at the lock screen.
    Lock,
    /// A signal, or the terminal is gone.
    Terminated,
}
