//! `jalon`: the terminal application of a referent who accompanies single-parent families on RSA majoré.
//!
//! ```text
//! ┌ jalon ─ Antenne de Melun ─ C. Moreau ── file active 47/50 ─ cette semaine 3 ─ à transmettre 12 ┐  tui/frame.rs · app/queries.rs
//! │ File active  /dia▏            │ DIARRA Aminata       matricule 7•••••4821      MDS Melun 6/10   │  tui/places/caseload.rs · app/search
//! │ ▸ DIARRA Aminata    CER2  J-3 │ inclusion 12/03/2026       référente C. Moreau   étapes ①②③●⑤    │  tui/places/detail.rs · domain/
//! │   DIALLO Mariam     CER1 J-21 │ Échéances       engagement « dossier FSL » J-3 · bilan CER2 J-41 │  domain/deadline.rs
//! │   NDIAYE Rokia      —    J+4 !├ Parcours ───────────────────────────────────────────────────────┤
//! │                               │      avr   mai   juin  juil  août  sept  oct   nov │ déc   janv  │  tui/widgets/timeline.rs
//! │                               │ CER  ├──── CER 1 ────┤├───────── CER 2 ─────────────┼────────── │  domain/contract/
//! │                               │ acts ● ●  ⌂   ●  ●    ⌂    ●      ● ⌂            ● │ ○          │  domain/encounter/
//! ├───────────────────────────────┴─────────────────────────────────────────────────────────────────┤
//! │ Espace actes  Entrée ouvrir  Tab volet  / filtrer  u annuler  F1 aide                             │  tui/keymap/table.rs
//! └──────────────────────────────────────────────────────────────────────────────────────────────────┘
//! ```
//! Behind it: every act goes through [`app`] into an entry of the [`journal`], kept by the encrypted [`store`]; [`exchange`] seals
//! what leaves; [`cli`] and [`report`] do the same work without a screen; [`base`] is what they all share.
//!
//! Nothing points up, siblings do not meet; `tests/layers.rs` reads `src/` and fails on an import that breaks this table.

pub mod app;
pub mod base;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod journal;
pub mod report;
pub mod store;
pub mod tui;
