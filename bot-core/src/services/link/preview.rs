//! What each of two accounts has, and what would become of it.
//!
//! Counts, never contents: until both have said yes the other side may be a stranger.

use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::identity::Identity;
use crate::domain::link::keeps;
use crate::domain::merging::{Clash, merged_account, merged_profile};
use crate::domain::proposal::ProposalState;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::storage::{Tx, contracts, identities, profiles, proposals, requests};

/// What an account has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holdings {
    /// Whose.
    pub account: AccountId,
    /// Who that is on the platforms.
    pub identities: Vec<Identity>,
    /// Since when they are here.
    pub since: Timestamp,
    /// How many skills the profile has; none where there is no profile.
    pub skills: Option<usize>,
    /// How many requests, drafts among them.
    pub requests: usize,
    /// How many proposals were written, drafts among them.
    pub proposals: usize,
    /// How many contracts.
    pub contracts: usize,
}

/// What comes of two accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The one that stays.
    pub kept: Holdings,
    /// The one that becomes part of it.
    pub other: Holdings,
    /// Where both say something else: what the one that stays says is kept.
    pub clashes: Vec<Clash>,
    /// How many requests both have answered: one answer each is kept.
    pub both_answered: usize,
}

/// What would come of `one` and `other` now.
pub(super) async fn preview(tx: &Tx, one: Account, other: Account) -> Result<Preview, Fault> {
    let (kept, other) = keeps(one, other);
    let (_, mut clashes) = merged_account(&kept, &other);
    if let (Some(first), Some(second)) =
        (profiles::find(tx, kept.id).await?, profiles::find(tx, other.id).await?)
    {
        clashes.extend(merged_profile(first, second).1);
    }
    clashes.sort_unstable();
    let both = proposals::list_doubles(tx, other.id, kept.id).await?;
    Ok(Preview {
        both_answered: both.iter().filter(|proposal| proposal.state != ProposalState::Draft).count(),
        kept: holdings(tx, &kept).await?,
        other: holdings(tx, &other).await?,
        clashes,
    })
}

async fn holdings(tx: &Tx, account: &Account) -> Result<Holdings, Fault> {
    let id = account.id;
    Ok(Holdings {
        account: id,
        identities: identities::list(tx, id).await?,
        since: account.created_at,
        skills: profiles::find(tx, id).await?.map(|profile| profile.skills.len()),
        requests: requests::list_of(tx, id).await?.len(),
        proposals: proposals::list_by(tx, id).await?.len(),
        contracts: contracts::list_of(tx, id).await?.len(),
    })
}
