//! A language or currency by what somebody typed.

use super::{Coded, Codes};
use crate::text;

impl Codes {
    /// By code or by a name in any of the table's languages, however it is spelled.
    pub fn find(&self, written: &str) -> Option<&Coded> {
        self.names.get(&text::fold(written)).map(|at| &self.entries[*at])
    }

    /// What a member may be about to type, at most `limit`: exact codes and names first, then by where the table has them.
    pub fn suggest(&self, partial: &str, limit: usize) -> Vec<&Coded> {
        let partial = text::fold(partial);
        let exact = self.names.get(&partial).copied();
        let begins = self.names.iter().filter(|(name, _)| name.starts_with(&partial)).map(|(_, at)| *at);
        let mut found: Vec<usize> = begins.filter(|at| Some(*at) != exact).collect();
        found.sort_unstable();
        found.dedup();
        exact.into_iter().chain(found).take(limit).map(|at| &self.entries[at]).collect()
    }
}
