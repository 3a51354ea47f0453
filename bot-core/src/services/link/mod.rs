//! Linking: a code, both sides' yes, three days, and then one account.
//!
//! Until those days have passed the two stay two. So "not me" has nothing to undo, and whoever was tricked into a link
//! has given nothing away but match messages.

mod agree;
mod code;
mod merge;
mod preview;
mod read;
mod unlink;

pub use agree::{agree, not_me};
pub use code::{Offer, Typed, start, type_code};
pub use merge::{MERGE, merge_due};
pub use preview::{Holdings, Preview};
pub use read::{Meeting, Party, Standing, meeting, opens_at, standing};
pub use unlink::unlink;

use super::{Call, Subject};
use crate::domain::account::{Account, AccountState};
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::link::{Link, LinkState, StopReason};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::notify::notification::Notification;
use crate::services::tell::{log, tell};
use crate::storage::{Tx, accounts, blocks, identities, links, proposals};

/// Why a link doesn't get on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkRefusal {
    /// There is none, or it isn't yours.
    NotAvailable,
    /// Something changed in between.
    Changed,
    /// The account is known on every platform already.
    Full,
    /// Another link is under way.
    Busy,
    /// Too many codes were asked for.
    TooManyCodes,
    /// What was typed can't be a code.
    Unreadable,
    /// It is the actor's own code.
    Own,
    /// Whoever asked for the code is known on one of the actor's platforms.
    SamePlatform,
    /// The two have to do with each other as two people.
    Dealing,
    /// It came to nothing, for this reason.
    Over(StopReason),
    /// The two are one already.
    Merged,
    /// It opens once the link is older.
    Waits {
        /// When.
        opens_at: Timestamp,
    },
}

/// What keeps two accounts from becoming one, if anything does.
async fn obstacle(tx: &Tx, one: &Account, other: &Account) -> Result<Option<StopReason>, Fault> {
    if one.state != AccountState::Active || other.state != AccountState::Active {
        return Ok(Some(StopReason::Left));
    }
    let dealing = proposals::find_live_between(tx, one.id, other.id).await?.is_some()
        || blocks::between(tx, one.id, other.id).await?
        || share_a_platform(tx, one.id, other.id).await?;
    Ok(dealing.then_some(StopReason::Dealing))
}

/// Whether both are known on one platform: then they are two people there.
async fn share_a_platform(tx: &Tx, one: AccountId, other: AccountId) -> Result<bool, Fault> {
    let other = identities::list(tx, other).await?;
    let one = identities::list(tx, one).await?;
    Ok(one.iter().any(|known| other.iter().any(|also| also.platform == known.platform)))
}

/// The meeting or the wait in which `account` has a part. What has run out is closed on the way.
async fn under_way(call: &Call<'_>, tx: &Tx, account: AccountId) -> Result<Option<Link>, Fault> {
    let mut found = None;
    for link in links::list_under_way(tx, account).await? {
        if link.has_run_out(call.now) {
            if let Ok(stopped) = link.stopped(StopReason::RanOut) {
                links::update(tx, &stopped, call.now).await?;
            }
        } else if link.state != LinkState::Offered {
            found = Some(link);
        }
    }
    Ok(found)
}

/// Ends a link, tells whoever didn't do it, and gives both accounts their freedom back.
async fn stop(
    call: &Call<'_>,
    tx: &Tx,
    link: Link,
    reason: StopReason,
    by: Option<AccountId>,
) -> Result<Link, Fault> {
    let Ok(stopped) = link.stopped(reason) else { return Ok(link) };
    links::update(tx, &stopped, call.now).await?;
    let Some(joiner) = link.joiner else { return Ok(stopped) };
    for side in [link.starter, joiner] {
        if link.state == LinkState::Waiting {
            accounts::set_link(tx, side, None).await?;
        }
        if by != Some(side) {
            tell(call, tx, side, &Notification::LinkStopped { link: link.id }, call.now).await?;
        }
    }
    log(call, tx, ActivityKind::LinkStopped, by, Subject::Link(link.id)).await?;
    Ok(stopped)
}
