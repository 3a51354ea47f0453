//! Who is hidden from whom: it always looks like an absence.

use crate::domain::account::AccountState;
use crate::domain::id::AccountId;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::error::Fault;
use crate::storage::{Tx, accounts, blocks};

/// Whether `other` and what is theirs is hidden from `viewer`.
pub(super) async fn is_hidden(tx: &Tx, viewer: AccountId, other: AccountId) -> Result<bool, Fault> {
    if viewer == other {
        return Ok(false);
    }
    Ok(!is_active(tx, other).await? || blocks::between(tx, viewer, other).await?)
}

/// Whether an account is in use: one on its way out is hidden at once.
pub(super) async fn is_active(tx: &Tx, id: AccountId) -> Result<bool, Fault> {
    Ok(accounts::find(tx, id).await?.is_some_and(|account| account.state == AccountState::Active))
}

/// Whether a proposal is hidden from one of its sides. What was agreed stays, and so does what a freelancer wrote to a
/// client who has left; nothing else outlives a block or a leave.
pub(super) async fn hides_proposal(tx: &Tx, viewer: AccountId, proposal: &Proposal) -> Result<bool, Fault> {
    let other = if viewer == proposal.client { proposal.freelancer } else { proposal.client };
    match proposal.state {
        ProposalState::Accepted => Ok(false),
        ProposalState::Draft | ProposalState::Sent => is_hidden(tx, viewer, other).await,
        ProposalState::Declined | ProposalState::Withdrawn | ProposalState::Lapsed => {
            if viewer == proposal.client {
                return is_hidden(tx, viewer, other).await;
            }
            blocks::between(tx, viewer, other).await
        }
    }
}
