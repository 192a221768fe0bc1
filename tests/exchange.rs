//! Bundles as the other side meets them: what opens, what is refused and why, what leaves and what stays.

mod fixture;
mod strict;
