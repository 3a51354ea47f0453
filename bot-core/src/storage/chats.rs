//! The chats of an account: where the bot may write, and its screen there.

use sqlx::any::AnyRow;

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::{AccountId, ChatId};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;
use crate::ui::interaction::Chat;

statements! {
    UPSERT_REACHABLE = "INSERT INTO chats (id, account_id, platform, address_key, sealed, reachable, opened_at)
        VALUES ($1, $2, $3, $4, $5, 1, $6)
        ON CONFLICT (account_id, platform, address_key) DO UPDATE SET reachable = 1,
            opened_at = CASE WHEN chats.reachable = 1 THEN chats.opened_at ELSE excluded.opened_at END
        RETURNING id";
    UPSERT_SCREEN = "INSERT INTO chats (id, account_id, platform, address_key, sealed, reachable, opened_at, screen)
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7)
        ON CONFLICT (account_id, platform, address_key) DO UPDATE SET screen = excluded.screen";
    FIND_BY_ADDRESS = "SELECT id, account_id, sealed, reachable, screen FROM chats
        WHERE account_id = $1 AND platform = $2 AND address_key = $3";
    FIND = "SELECT id, account_id, sealed, reachable, screen FROM chats WHERE id = $1";
    LIST_REACHABLE = "SELECT id, account_id, sealed, reachable, screen FROM chats
        WHERE account_id = $1 AND reachable = 1 ORDER BY opened_at DESC, id DESC";
    MARK_UNREACHABLE = "UPDATE chats SET reachable = 0 WHERE id = $1";
    MARK_ADDRESS_UNREACHABLE = "UPDATE chats SET reachable = 0
        WHERE account_id = $1 AND platform = $2 AND address_key = $3";
    DELETE_OF = "DELETE FROM chats WHERE account_id = $1";
    CLEAR_SCREEN = "UPDATE chats SET screen = NULL WHERE account_id = $1 AND platform = $2 AND address_key = $3";
}

/// A chat of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountChat {
    /// The row.
    pub id: ChatId,
    /// Whose chat.
    pub account: AccountId,
    /// Where it is.
    pub chat: Chat,
    /// Whether notices may go there.
    pub reachable: bool,
    /// The message that is edited in place.
    pub screen: Option<String>,
}

/// Notices to `account` may go to `chat` from now on.
pub async fn upsert_reachable(
    tx: &Tx,
    ids: &dyn Ids,
    account: AccountId,
    chat: &Chat,
    now: Timestamp,
) -> Result<ChatId, Fault> {
    let (id, sealed) = seal(tx, ids, account, chat, now).await?;
    let row = sqlx::query(UPSERT_REACHABLE)
        .bind(id.to_string())
        .bind(account.to_string())
        .bind(chat.platform.key())
        .bind(address_key(tx, chat))
        .bind(sealed)
        .bind(now.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?;
    row.parsed("id")
}

/// Where notices to `account` may go, the chat opened last in front.
pub async fn list_reachable(tx: &Tx, account: AccountId) -> Result<Vec<AccountChat>, Fault> {
    let rows =
        sqlx::query(LIST_REACHABLE).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| read(tx, row)).collect()
}

/// The chat, reachable or not.
pub async fn find(tx: &Tx, id: ChatId) -> Result<Option<AccountChat>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.map(|row| read(tx, &row)).transpose()
}

/// What is known of `chat` as a chat of `account`.
pub async fn find_by_address(tx: &Tx, account: AccountId, chat: &Chat) -> Result<Option<AccountChat>, Fault> {
    let row = sqlx::query(FIND_BY_ADDRESS)
        .bind(account.to_string())
        .bind(chat.platform.key())
        .bind(address_key(tx, chat))
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.map(|row| read(tx, &row)).transpose()
}

/// No notice goes there until the person opens it again.
pub async fn mark_unreachable(tx: &Tx, id: ChatId) -> Result<(), Fault> {
    sqlx::query(MARK_UNREACHABLE).bind(id.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// No notice to `account` goes to that address until the person opens it again.
pub async fn mark_address_unreachable(tx: &Tx, account: AccountId, chat: &Chat) -> Result<(), Fault> {
    sqlx::query(MARK_ADDRESS_UNREACHABLE)
        .bind(account.to_string())
        .bind(chat.platform.key())
        .bind(address_key(tx, chat))
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Forgets every chat of an account.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// The message that is edited in place in this chat.
pub async fn screen(tx: &Tx, account: AccountId, chat: &Chat) -> Result<Option<String>, Fault> {
    Ok(find_by_address(tx, account, chat).await?.and_then(|known| known.screen))
}

/// `message` is now the one that is edited in place; `None`: there is none any more.
pub async fn set_screen(
    tx: &Tx,
    ids: &dyn Ids,
    account: AccountId,
    chat: &Chat,
    message: Option<&str>,
    now: Timestamp,
) -> Result<(), Fault> {
    let Some(message) = message else {
        sqlx::query(CLEAR_SCREEN)
            .bind(account.to_string())
            .bind(chat.platform.key())
            .bind(address_key(tx, chat))
            .execute(&mut *tx.connection().await)
            .await?;
        return Ok(());
    };
    let (id, sealed) = seal(tx, ids, account, chat, now).await?;
    sqlx::query(UPSERT_SCREEN)
        .bind(id.to_string())
        .bind(account.to_string())
        .bind(chat.platform.key())
        .bind(address_key(tx, chat))
        .bind(sealed)
        .bind(now.millis())
        .bind(message.to_owned())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The row's id, a known one or a fresh one, and the address sealed for it.
async fn seal(
    tx: &Tx,
    ids: &dyn Ids,
    account: AccountId,
    chat: &Chat,
    now: Timestamp,
) -> Result<(ChatId, Vec<u8>), Fault> {
    let id = match find_by_address(tx, account, chat).await? {
        Some(known) => known.id,
        None => ChatId(ids.uuid(now)),
    };
    let sealed = tx.seal(&row_name(id), &serde_json::to_vec(chat)?)?;
    Ok((id, sealed))
}

fn address_key(tx: &Tx, chat: &Chat) -> String {
    tx.lookup("chat", &format!("{}:{}", chat.platform.key(), chat.address))
}

fn row_name(id: ChatId) -> String {
    format!("chats/{id}")
}

fn read(tx: &Tx, row: &AnyRow) -> Result<AccountChat, Fault> {
    let id: ChatId = row.parsed("id")?;
    let opened = tx.unseal(&row_name(id), &row.bytes("sealed")?)?;
    Ok(AccountChat {
        id,
        account: row.parsed("account_id")?,
        chat: serde_json::from_slice(&opened)?,
        reachable: row.flag("reachable")?,
        screen: row.maybe_text("screen")?,
    })
}
