//! Digests: what waited for the same person is told in one message.

use futures::FutureExt as _;

use super::read::wishes_in;
use super::timing::channel;
use crate::delivery::outbox::{self, Class, NewNotice};
use crate::domain::id::AccountId;
use crate::domain::topic::{Pace, Topic, Wish};
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::{Call, Subject};
use crate::storage::bundles::{self, Due};
use crate::storage::{Tx, accounts, identities, notice_wishes};

/// How many people's digests are looked for at once.
const BATCH: u32 = 200;

/// What a digest tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Each piece of news, the weightiest first.
    pub news: Vec<Notification>,
}

/// Puts the digests on their way that are due by now. How many there are. What came due while no process ran is in the
/// one digest of each person.
pub async fn send_due(call: &Call<'_>) -> Result<usize, Fault> {
    let mut sent = 0;
    loop {
        let due = bundles::list_due(&call.read().await?, call.now, BATCH).await?;
        for person in &due {
            sent += usize::from(gather(call, person).await?);
        }
        if due.len() < usize::try_from(BATCH).unwrap_or(usize::MAX) {
            return Ok(sent);
        }
    }
}

/// What stands in the digest, as far as it can still be read.
pub async fn contents(call: &Call<'_>, digest: &str) -> Result<Digest, Fault> {
    let facts = bundles::list_in(&call.read().await?, digest).await?;
    let news = facts.iter().map(|facts| serde_json::from_str(facts)).collect::<Result<_, _>>()?;
    Ok(Digest { news })
}

/// One transaction: what waited belongs to this digest, and the digest is on its way.
async fn gather(call: &Call<'_>, due: &Due) -> Result<bool, Error<Never>> {
    call.storage
        .write(|tx| {
            async move {
                let digest = call.ids.uuid(call.now).to_string();
                if bundles::gather(&tx, due.recipient, &digest, call.now).await? == 0 {
                    return Ok(false);
                }
                Ok(put_on_its_way(call, &tx, due, digest).await?)
            }
            .boxed()
        })
        .await
}

async fn put_on_its_way(call: &Call<'_>, tx: &Tx, due: &Due, digest: String) -> Result<bool, Fault> {
    let recipient = due.recipient;
    let news = bundles::list_in(tx, &digest).await?;
    let first = news.first().map(|facts| serde_json::from_str::<Notification>(facts)).transpose()?;
    let platform = match first.and_then(|news| news.topic()) {
        Some(topic) => channel(tx, recipient, topic).await?,
        None => None,
    };
    let op_key = format!("digest:{digest}");
    let told = Notification::Digest { slowed: slow_down(call, tx, recipient).await?, digest };
    let weighty = due.class < Class::Match.number();
    let notice = NewNotice {
        op_key,
        recipient,
        platform,
        lane: None,
        class: if weighty { Class::Update } else { Class::Digest },
        kind: told.kind().to_owned(),
        subject: Subject::Account(recipient).key(),
        facts: serde_json::to_string(&told)?,
        burst: None,
        not_before: call.now,
    };
    outbox::enqueue(tx, &call.wakes, call.ids.as_ref(), call.now, notice).await
}

/// Somebody who hasn't been here for some digests gets them once a week from now on. Whether that is news.
async fn slow_down(call: &Call<'_>, tx: &Tx, id: AccountId) -> Result<bool, Fault> {
    let Some(account) = accounts::find(tx, id).await? else { return Ok(false) };
    let seen = identities::last_seen(tx, id).await?.unwrap_or(account.created_at);
    if bundles::count_digests(tx, id, seen).await? < call.rules.unanswered_digests {
        return Ok(false);
    }
    let wishes = wishes_in(call, tx, &account).await?;
    let mut slowed = false;
    for (topic, wish) in &wishes.topics {
        let often = match wish.pace {
            Pace::Daily => true,
            Pace::Instant => *topic == Topic::Matches,
            Pace::Hourly | Pace::Weekly | Pace::Never => false,
        };
        if often {
            notice_wishes::put(tx, id, *topic, Wish { pace: Pace::Weekly, ..*wish }).await?;
            slowed = true;
        }
    }
    Ok(slowed)
}
