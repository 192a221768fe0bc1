//! Referrals to the panel, each told up to another stage of its life.

use super::people::one_of;
use super::plots::{Done, FOLLOW, Plot, enters, leaves, stays};
use super::story::Story;
use crate::domain::FamilyAct;
use crate::domain::contract::{CommitmentResult, ContractKind};
use crate::domain::encounter::{Confidentiality, Setting};
use crate::domain::panel::{
    CancelPanelReferral, NotifyPanelDecision, OpenPanelReferral, PanelMeasure, PanelMotive, PostponePanelReferral,
    RecordPanelDecision, RecordPanelLetter, RecordPanelObservations, RecordPanelOpinion, SendPanelReferral,
};

/// A family for each stage; some have a former referral beside it.
pub(super) const REFERRED: &[Plot] = &[
    stays(drafted),
    stays(informed),
    stays(heard),
    stays(examined),
    stays(postponed),
    stays(panel_silent),
    stays(advised),
    stays(decided),
    leaves(left_at_the_agent_s_request),
];

impl Story<'_> {
    fn refers(&mut self, ago: u64, motive: PanelMotive) -> Done {
        let texts = &self.people.texts;
        let (situation, grounds) = (&texts.panel_situations, &texts.panel_grounds);
        let objectives = |contract: &crate::domain::contract::Contract| {
            contract.objectives.iter().map(|objective| format!("- {}", objective.text)).collect::<Vec<_>>().join("\n")
        };
        let kept = self.record.contracts.iter().flat_map(|contract| &contract.commitments).filter(|commitment| {
            commitment.outcome.as_ref().is_some_and(|outcome| outcome.result == CommitmentResult::Kept)
        });
        let opened = OpenPanelReferral {
            motive,
            date: self.ago(ago),
            proposal: None,
            situation: one_of(situation, &mut self.rng),
            initial_objectives: self.record.contracts.first().map(objectives).unwrap_or_default(),
            reached_objectives: kept.map(|one| format!("- {}", one.text)).collect::<Vec<_>>().join("\n"),
            new_objectives: String::new(),
            grounds: match motive {
                PanelMotive::Suspend | PanelMotive::Reduce => one_of(grounds, &mut self.rng),
                PanelMotive::Reorient | PanelMotive::TwelveMonths | PanelMotive::AgentExit => String::new(),
            },
        };
        self.act(ago, &FamilyAct::OpenPanelReferral(opened))
    }

    fn informs(&mut self, ago: u64) -> Done {
        let letter = RecordPanelLetter { referral: None, date: self.ago(ago) };
        self.act(ago, &FamilyAct::RecordPanelLetter(letter))
    }

    fn hears(&mut self, ago: u64) -> Done {
        let text = one_of(&self.people.texts.panel_observations, &mut self.rng);
        let companion = self.people.texts.panel_companion.clone();
        let said = RecordPanelObservations { referral: None, date: self.ago(ago), text, companion };
        self.act(ago, &FamilyAct::RecordPanelObservations(said))
    }

    /// Leaves with every note written for the panel.
    fn sends(&mut self, ago: u64) -> Done {
        let notes = self.record.notes.iter().filter(|note| note.confidentiality == Confidentiality::PanelOnly);
        let notes = notes.map(|note| note.id).collect();
        let sent = SendPanelReferral { referral: None, date: self.ago(ago), notes };
        self.act(ago, &FamilyAct::SendPanelReferral(sent))
    }

    fn advises(&mut self, ago: u64, measure: PanelMeasure) -> Done {
        let comment = one_of(&self.people.texts.panel_opinions, &mut self.rng);
        let opinion = RecordPanelOpinion { referral: None, date: self.ago(ago), measure, comment };
        self.act(ago, &FamilyAct::RecordPanelOpinion(opinion))
    }

    fn decides(&mut self, ago: u64, measure: PanelMeasure) -> Done {
        let decision = RecordPanelDecision { referral: None, date: self.ago(ago), measure, comment: String::new() };
        self.act(ago, &FamilyAct::RecordPanelDecision(decision))
    }

    fn notifies(&mut self, ago: u64) -> Done {
        let notified = NotifyPanelDecision { referral: None, date: self.ago(ago) };
        self.act(ago, &FamilyAct::NotifyPanelDecision(notified))
    }
}

/// A reduction taken back, then a reorientation being written.
fn drafted(story: &mut Story<'_>) -> Done {
    enters(story, 190, &[260])?;
    story.contracts(150, ContractKind::First, 9)?;
    story.refers(90, PanelMotive::Reduce)?;
    let motive = story.people.texts.panel_cancelled.clone();
    let cancelled = CancelPanelReferral { referral: None, date: story.ago(80), motive };
    story.act(80, &FamilyAct::CancelPanelReferral(cancelled))?;
    story.meets(24, Setting::CafPremises, FOLLOW)?;
    story.refers(5, PanelMotive::Reorient)
}

fn informed(story: &mut Story<'_>) -> Done {
    enters(story, 160, &[310])?;
    story.contracts(120, ContractKind::First, 6)?;
    story.plans(60, story.ago(40), Setting::CafPremises)?;
    story.misses(40, false)?;
    story.refers(18, PanelMotive::Suspend)?;
    story.informs(12)
}

fn heard(story: &mut Story<'_>) -> Done {
    enters(story, 240, &[180])?;
    story.contracts(200, ContractKind::First, 9)?;
    story.meets(60, Setting::HomeVisit, FOLLOW)?;
    story.refers(32, PanelMotive::Reduce)?;
    story.informs(26)?;
    story.hears(9)
}

/// A first referral long closed, and the examination of art. 4 before the panel.
fn examined(story: &mut Story<'_>) -> Done {
    enters(story, 340, &[90])?;
    story.contracts(300, ContractKind::First, 12)?;
    story.refers(250, PanelMotive::Reorient)?;
    story.sends(245)?;
    story.advises(225, PanelMeasure::Keep)?;
    story.decides(215, PanelMeasure::Keep)?;
    story.notifies(208)?;
    story.meets(100, Setting::HomeVisit, FOLLOW)?;
    story.meets(30, Setting::CafPremises, FOLLOW)?;
    story.refers(16, PanelMotive::TwelveMonths)?;
    story.sends(11)
}

fn postponed(story: &mut Story<'_>) -> Done {
    enters(story, 220, &[420])?;
    story.contracts(180, ContractKind::First, 9)?;
    story.meets(28, Setting::CafPremises, FOLLOW)?;
    story.refers(25, PanelMotive::Reorient)?;
    story.sends(22)?;
    let (until, motive) = (story.ahead(12), story.people.texts.panel_postponed.clone());
    let postponed = PostponePanelReferral { referral: None, date: story.ago(6), until, motive };
    story.act(6, &FamilyAct::PostponePanelReferral(postponed))
}

fn panel_silent(story: &mut Story<'_>) -> Done {
    enters(story, 230, &[150])?;
    story.contracts(190, ContractKind::First, 9)?;
    story.refers(50, PanelMotive::Reorient)?;
    story.sends(45)?;
    story.meets(15, Setting::HomeVisit, FOLLOW)
}

fn advised(story: &mut Story<'_>) -> Done {
    enters(story, 210, &[200])?;
    story.contracts(170, ContractKind::First, 6)?;
    story.meets_and_notes(60, Setting::HomeVisit, FOLLOW, Confidentiality::PanelOnly)?;
    story.refers(40, PanelMotive::Reorient)?;
    story.sends(35)?;
    story.advises(7, PanelMeasure::Reorient)?;
    story.is_referred_to(6, "pole-emploi")?;
    story.meets(4, Setting::CafPremises, FOLLOW)
}

/// A suspension was proposed and a reduction decided; nobody has told the person yet.
fn decided(story: &mut Story<'_>) -> Done {
    enters(story, 260, &[340])?;
    story.contracts(220, ContractKind::First, 12)?;
    story.plans(150, story.ago(140), Setting::CafPremises)?;
    story.misses(140, false)?;
    story.refers(110, PanelMotive::Suspend)?;
    story.informs(104)?;
    story.sends(64)?;
    story.advises(40, PanelMeasure::Reduce)?;
    story.meets(20, Setting::CafPremises, FOLLOW)?;
    story.decides(8, PanelMeasure::Reduce)
}

fn left_at_the_agent_s_request(story: &mut Story<'_>) -> Done {
    enters(story, 280, &[270])?;
    story.contracts(240, ContractKind::First, 6)?;
    story.refers(90, PanelMotive::AgentExit)?;
    story.sends(85)?;
    story.advises(65, PanelMeasure::Exit)?;
    story.decides(58, PanelMeasure::Exit)?;
    story.notifies(52)?;
    story.exits(40, &["agent-request"], "other-right", 2)
}
