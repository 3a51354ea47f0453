//! What waits for a digest, after its reader wishes otherwise.

use super::read::wishes_in;
use crate::domain::account::Account;
use crate::domain::topic::Timing;
use crate::error::Fault;
use crate::notify::notification::Notification;
use crate::services::Call;
use crate::storage::{Tx, bundles};

/// Gives everything that waits for `account` the time that its present wishes, zone and quiet hours give it.
pub(in crate::services) async fn reschedule(
    call: &Call<'_>,
    tx: &Tx,
    account: &Account,
) -> Result<(), Fault> {
    let waiting = bundles::list_waiting(tx, account.id).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let wishes = wishes_in(call, tx, account).await?;
    for notice in waiting {
        let news: Notification = serde_json::from_str(&notice.facts)?;
        let Some(topic) = news.topic() else { continue };
        let at = match wishes.day.timing(topic, wishes.of(topic).pace, false, call.now) {
            Timing::Now => Some(call.now),
            Timing::Together(at) => Some(at),
            Timing::Never => None,
        };
        bundles::reschedule(tx, &notice.id, at).await?;
    }
    Ok(())
}
