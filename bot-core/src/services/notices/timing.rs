//! When a piece of news goes out, and where.

use super::read::wishes_in;
use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::identity::Platform;
use crate::domain::time::DAY_MS;
use crate::domain::topic::{Channel, Pace, Timing, Topic};
use crate::error::Fault;
use crate::notify::notification::Notification;
use crate::services::{Call, Rules};
use crate::storage::{Tx, bundles, notice_wishes};

/// When `news` goes out to `account`: its wishes, its quiet hours and what it was told today decide.
pub async fn timing(call: &Call<'_>, account: &Account, news: &Notification) -> Result<Timing, Fault> {
    let Some(topic) = news.topic() else { return Ok(Timing::Now) };
    let tx = call.read().await?;
    let wishes = wishes_in(call, &tx, account).await?;
    let pace = wishes.of(topic).pace;
    let too_much = pace == Pace::Instant
        && match news.burst() {
            Some(burst) => {
                let since = call.now.plus_millis(-DAY_MS);
                let told = bundles::count_messages(&tx, account.id, &burst, since).await?;
                told >= at_once(&call.rules, topic)
            }
            None => false,
        };
    Ok(wishes.day.timing(topic, pace, too_much, call.now))
}

/// How many messages of a burst are sent at once in 24 hours.
fn at_once(rules: &Rules, topic: Topic) -> i64 {
    match topic {
        Topic::Matches | Topic::Searches => rules.matches_per_day,
        Topic::Received => rules.proposals_at_once,
        Topic::Answers | Topic::Requests | Topic::Vital => rules.updates_per_day,
    }
}

/// The platform on which `recipient` wants to hear of `topic`, if they chose one.
pub(in crate::services) async fn channel(
    tx: &Tx,
    recipient: AccountId,
    topic: Topic,
) -> Result<Option<Platform>, Fault> {
    let said = notice_wishes::list(tx, recipient).await?;
    Ok(match said.get(&topic).map(|wish| wish.channel) {
        Some(Channel::On(platform)) => Some(platform),
        Some(Channel::Latest) | None => None,
    })
}
