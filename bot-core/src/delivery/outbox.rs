//! Writing notices, in the transaction of what they tell about.

use super::addresses;
pub use super::class::Class;
use super::wakes::Wakes;
use crate::domain::id::AccountId;
use crate::domain::identity::Platform;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;
use crate::storage::outbox::NoticeEntry;
use crate::storage::{Tx, chats, outbox};

/// A notice to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// What makes it the same notice when it is written again: (notification, subject, recipient).
    pub op_key: String,
    /// Who is told.
    pub recipient: AccountId,
    /// Where they want to be told, if that can be.
    pub platform: Option<Platform>,
    /// Its lane; none: the recipient's own, by class and then age. Relayed messages have a lane of their thread and
    /// keep strictly to their order.
    pub lane: Option<String>,
    /// What it is to the recipient.
    pub class: Class,
    /// What it is about, as the composer knows it.
    pub kind: String,
    /// The entity it is about.
    pub subject: String,
    /// The facts, as JSON; never rendered text.
    pub facts: String,
    /// What it is one burst with, if anything.
    pub burst: Option<String>,
    /// Not sent earlier.
    pub not_before: Timestamp,
}

/// Writes a notice. `false`: one with its key was written before, and nothing happens.
///
/// It goes to the platform they want it on, else to the chat they opened last; where there is none it is kept as undeliverable until there is.
pub async fn enqueue(
    tx: &Tx,
    wakes: &Wakes,
    ids: &dyn Ids,
    now: Timestamp,
    notice: NewNotice,
) -> Result<bool, Fault> {
    let reachable = addresses::list(tx, notice.recipient, notice.class).await?;
    let preferred = reachable.iter().find(|known| Some(known.chat.platform) == notice.platform);
    let lane = notice.lane.unwrap_or_else(|| format!("account:{}", notice.recipient));
    let entry = NoticeEntry {
        op_key: &notice.op_key,
        platform: preferred.or_else(|| reachable.first()).map(|known| known.chat.platform.key()),
        lane: &lane,
        recipient: notice.recipient,
        kind: &notice.kind,
        class: notice.class.number(),
        subject: &notice.subject,
        facts: &notice.facts,
        burst: notice.burst.as_deref(),
        due: notice.not_before,
    };
    let new = outbox::insert(tx, ids, &entry, now).await?;
    if new {
        ring(tx, wakes);
    }
    Ok(new)
}

/// Takes a notice back that nobody has begun to send. Whether there was one.
pub async fn cancel(tx: &Tx, op_key: &str, now: Timestamp) -> Result<bool, Fault> {
    outbox::cancel(tx, op_key, now).await
}

/// Sends again what could not be told to `account`, which can be reached now. How many notices that are.
pub async fn revive(tx: &Tx, wakes: &Wakes, account: AccountId, now: Timestamp) -> Result<u64, Fault> {
    let reachable = chats::list_reachable(tx, account).await?;
    let Some(known) = reachable.first() else { return Ok(0) };
    let revived = outbox::revive(tx, account, known.chat.platform.key(), now).await?;
    if revived > 0 {
        ring(tx, wakes);
    }
    Ok(revived)
}

fn ring(tx: &Tx, wakes: &Wakes) {
    let wake = wakes.outbox.clone();
    tx.after_commit(move || wake.ring());
}
