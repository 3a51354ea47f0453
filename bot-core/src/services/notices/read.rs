//! What a member wants to be told, as their settings show it.

use std::collections::BTreeMap;

use crate::domain::account::Account;
use crate::domain::identity::Platform;
use crate::domain::quiet::QuietHours;
use crate::domain::topic::{Day, Pace, Topic, Wish};
use crate::error::Fault;
use crate::services::Call;
use crate::storage::{Tx, chats, notice_wishes};

/// What a member wants to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// How soon and where, for every topic.
    pub topics: BTreeMap<Topic, Wish>,
    /// The clock they are told by.
    pub day: Day,
    /// The platforms on which they can be reached.
    pub platforms: Vec<Platform>,
    /// How many matches are told at once in 24 hours.
    pub matches_per_day: i64,
    /// How many messages about proposals for one request are sent at once in 24 hours.
    pub proposals_at_once: i64,
}

impl Wishes {
    /// How soon and where they want to hear of `topic`.
    pub fn of(&self, topic: Topic) -> Wish {
        self.topics.get(&topic).copied().unwrap_or_default()
    }
}

/// What the member behind `account` wants.
pub async fn wishes(call: &Call<'_>, account: &Account) -> Result<Wishes, Fault> {
    wishes_in(call, &call.read().await?, account).await
}

/// The same, within a transaction.
pub(super) async fn wishes_in(call: &Call<'_>, tx: &Tx, account: &Account) -> Result<Wishes, Fault> {
    let said = notice_wishes::list(tx, account.id).await?;
    let topics = Topic::ALL.map(|topic| (topic, wish(account, topic, said.get(&topic).copied())));
    let mut platforms: Vec<Platform> =
        chats::list_reachable(tx, account.id).await?.into_iter().map(|known| known.chat.platform).collect();
    platforms.sort_unstable();
    platforms.dedup();
    // A zone nobody told us keeps no quiet hours: they would be at a wrong time.
    let quiet = if account.zone_known { account.quiet } else { QuietHours::NONE };
    let day = Day { zone: account.zone, quiet, digest: notice_wishes::digest_minute(tx, account.id).await? };
    Ok(Wishes {
        topics: topics.into_iter().collect(),
        day,
        platforms,
        matches_per_day: call.rules.matches_per_day,
        proposals_at_once: call.rules.proposals_at_once,
    })
}

/// Whether matches are told at all stands in the account: it is asked for when somebody joins.
fn wish(account: &Account, topic: Topic, said: Option<Wish>) -> Wish {
    let mut wish = said.unwrap_or_default();
    if topic == Topic::Matches {
        wish.pace = match (account.match_notices, wish.pace) {
            (false, _) => Pace::Never,
            (true, Pace::Never) => Pace::Instant,
            (true, pace) => pace,
        };
    }
    wish
}
