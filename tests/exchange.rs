//! Bundles as the other side meets them: what opens, what is refused and why, what leaves and what stays.

mod card;
mod faults;
mod fixture;
mod independent;
mod kinds;
mod laws;
pub(crate) mod received;
mod registry;
mod schema;
mod stored;
mod strict;
mod testkit;
mod vectors;
