//! What members want to be told, how soon and where; and when their digest comes.

use std::collections::BTreeMap;

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::topic::{Channel, DIGEST_MINUTE, Pace, Topic, Wish};
use crate::error::Fault;

statements! {
    LIST = "SELECT topic, pace, channel FROM notice_wishes WHERE account_id = $1";
    PUT = "INSERT INTO notice_wishes (account_id, topic, pace, channel) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id, topic) DO UPDATE SET pace = excluded.pace, channel = excluded.channel";
    DELETE_OF = "DELETE FROM notice_wishes WHERE account_id = $1";
    FIND_TIME = "SELECT minute FROM digest_times WHERE account_id = $1";
    PUT_TIME = "INSERT INTO digest_times (account_id, minute) VALUES ($1, $2)
        ON CONFLICT (account_id) DO UPDATE SET minute = excluded.minute";
    DELETE_TIME_OF = "DELETE FROM digest_times WHERE account_id = $1";
}

/// What `account` said it wants; a topic it never spoke of isn't among it.
pub async fn list(tx: &Tx, account: AccountId) -> Result<BTreeMap<Topic, Wish>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    let mut wishes = BTreeMap::new();
    for row in rows {
        // A topic from a newer program is no wish of this one's.
        let Some(topic) = Topic::from_key(&row.text("topic")?) else { continue };
        let (pace, channel) = (row.keyed("pace", Pace::from_key)?, row.keyed("channel", Channel::from_key)?);
        wishes.insert(topic, Wish { pace, channel });
    }
    Ok(wishes)
}

/// Stores what `account` wants of a topic.
pub async fn put(tx: &Tx, account: AccountId, topic: Topic, wish: Wish) -> Result<(), Fault> {
    sqlx::query(PUT)
        .bind(account.to_string())
        .bind(topic.key())
        .bind(wish.pace.key())
        .bind(wish.channel.key())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// When the digest of `account` comes, in minutes after local midnight.
pub async fn digest_minute(tx: &Tx, account: AccountId) -> Result<u16, Fault> {
    let row =
        sqlx::query(FIND_TIME).bind(account.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.map_or(Ok(DIGEST_MINUTE), |row| row.small("minute"))
}

/// Stores when the digest of `account` comes.
pub async fn set_digest_minute(tx: &Tx, account: AccountId, minute: u16) -> Result<(), Fault> {
    sqlx::query(PUT_TIME)
        .bind(account.to_string())
        .bind(i64::from(minute))
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Forgets what `account` wanted.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    for text in [DELETE_OF, DELETE_TIME_OF] {
        sqlx::query(text).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    }
    Ok(())
}
