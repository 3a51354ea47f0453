//! Two accounts become one, in one transaction.
//!
//! Everything of the other moves, nothing is lost.

use futures::FutureExt as _;

use super::{obstacle, stop};
use crate::delivery::outbox;
use crate::domain::account::Account;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, LinkId};
use crate::domain::link::{Link, LinkState, keeps};
use crate::domain::merging::{merged_account, merged_profile};
use crate::domain::profile::Profile;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject, profile};
use crate::storage::{Tx, accounts, changes, links, merging, profiles, proposals};

/// The kind of the task that merges once the three days have passed.
pub const MERGE: &str = "merge_link";

/// Makes one account of the two of a link whose three days have passed. If that isn't yet, when it is; what was stopped
/// meanwhile stays two.
pub async fn merge_due(call: &Call<'_>, id: LinkId) -> Result<Option<Timestamp>, Error<Never>> {
    call.write(Subject::Link(id), |tx| {
        async move {
            let found = links::find(&tx, id).await?.filter(|link| link.state == LinkState::Waiting);
            let Some((link, joiner)) = found.and_then(|link| Some((link, link.joiner?))) else {
                return Ok(None);
            };
            if link.ends_at > call.now {
                return Ok(Some(link.ends_at));
            }
            let (one, other) = (accounts::get(&tx, link.starter).await?, accounts::get(&tx, joiner).await?);
            match obstacle(&tx, &one, &other).await? {
                Some(reason) => stop(call, &tx, link, reason, None).await.map(drop)?,
                None => merge(call, &tx, link, one, other).await?,
            }
            Ok(None)
        }
        .boxed()
    })
    .await
}

async fn merge(call: &Call<'_>, tx: &Tx, link: Link, one: Account, other: Account) -> Result<(), Fault> {
    let Ok(merged) = link.merged() else { return Ok(()) };
    links::update(tx, &merged, call.now).await?;

    let (kept, other) = keeps(one, other);
    let (account, _) = merged_account(&kept, &other);
    accounts::update(tx, &account).await?;
    accounts::set_link(tx, kept.id, None).await?;
    accounts::merge(tx, other.id, kept.id).await?;

    merge_profiles(call, tx, kept.id, other.id).await?;
    proposals::delete_drafts_between(tx, kept.id, other.id).await?;
    for double in proposals::list_doubles(tx, other.id, kept.id).await? {
        keep_one_answer(call, tx, kept.id, double).await?;
    }
    merging::move_all(tx, other.id, kept.id).await?;
    profiles::delete(tx, other.id).await?;

    for (id, version) in [(kept.id, account.version + 1), (other.id, other.version + 1)] {
        changes::append(tx, "account", &id.to_string(), version, call.now).await?;
    }
    log(call, tx, ActivityKind::Merged, Some(kept.id), Subject::Link(link.id)).await?;
    tell(call, tx, kept.id, &Notification::LinkMerged { link: link.id }, call.now).await?;
    outbox::revive(tx, &call.wakes, kept.id, call.now).await?;
    Ok(())
}

async fn merge_profiles(call: &Call<'_>, tx: &Tx, kept: AccountId, other: AccountId) -> Result<(), Fault> {
    let Some(second) = profiles::find(tx, other).await? else { return Ok(()) };
    let first = profiles::find(tx, kept).await?.unwrap_or_else(|| Profile::empty(kept, call.now));
    profile::store(call, tx, merged_profile(first, second).0).await?;
    Ok(())
}

/// Both answered the same request: the answer that got further is kept, of two alike the earlier one. The other is taken
/// back if it waits, and stays with the account it came from; a draft goes.
async fn keep_one_answer(call: &Call<'_>, tx: &Tx, kept: AccountId, second: Proposal) -> Result<(), Fault> {
    let Some(first) = proposals::find_for(tx, second.request, kept).await? else { return Ok(()) };
    let far = |proposal: &Proposal| match proposal.state {
        ProposalState::Draft => 0,
        ProposalState::Declined | ProposalState::Withdrawn | ProposalState::Lapsed => 1,
        ProposalState::Sent => 2,
        ProposalState::Accepted => 3,
    };
    let stays = (far(&first), second.created_at, second.id) >= (far(&second), first.created_at, first.id);
    let behind = second.freelancer;
    let (winner, loser) = if stays { (first, second) } else { (second, first) };
    let loser = match loser.state {
        ProposalState::Draft => return proposals::delete(tx, loser.id).await,
        ProposalState::Sent => {
            let taken_back =
                Proposal { state: ProposalState::Withdrawn, version: loser.version + 1, ..loser };
            proposals::update(tx, &taken_back, call.now).await?;
            taken_back
        }
        _ => loser,
    };
    if winner.freelancer == kept {
        return Ok(());
    }
    // The two change places: nobody has two proposals for one request, so one makes room first.
    proposals::delete(tx, loser.id).await?;
    proposals::set_freelancer(tx, winner.id, kept).await?;
    proposals::insert(tx, &Proposal { freelancer: behind, ..loser }).await?;
    Ok(())
}
