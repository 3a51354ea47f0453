//! Half-filled forms, by account and chat; what was typed is sealed.

use std::collections::BTreeMap;

use super::row::{Columns as _, flag};
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO drafts (account_id, chat_key, form, page, sealed, open, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (account_id, chat_key, form) DO UPDATE SET page = excluded.page, sealed = excluded.sealed,
            open = excluded.open, updated_at = excluded.updated_at";
    CLOSE_ALL = "UPDATE drafts SET open = 0 WHERE account_id = $1 AND chat_key = $2 AND form <> $3";
    FIND = "SELECT * FROM drafts WHERE account_id = $1 AND chat_key = $2 AND form = $3";
    FIND_OPEN = "SELECT * FROM drafts WHERE account_id = $1 AND chat_key = $2 AND open = 1
        ORDER BY updated_at DESC LIMIT 1";
    DELETE = "DELETE FROM drafts WHERE account_id = $1 AND chat_key = $2 AND form = $3";
    DELETE_OF = "DELETE FROM drafts WHERE account_id = $1";
    LIST_ALL = "SELECT * FROM drafts WHERE account_id = $1 ORDER BY chat_key, form";
    DELETE_OLD = "DELETE FROM drafts WHERE updated_at < $1";
    LIST = "SELECT * FROM drafts WHERE account_id = $1 ORDER BY updated_at DESC LIMIT 10";
}

/// A half-filled form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form: the encoded action that opens it.
    pub form: String,
    /// The page that is asked now, from 0.
    pub page: usize,
    /// What was typed, by field.
    pub values: BTreeMap<String, String>,
    /// Whether the chat's next message belongs to it.
    pub open: bool,
    /// When it last changed.
    pub updated_at: Timestamp,
}

fn row_name(account: AccountId, form: &str) -> String {
    format!("drafts/{account}/{form}")
}

/// Stores a draft. An open draft closes the others of that chat.
pub async fn upsert(tx: &Tx, account: AccountId, chat: &str, draft: &Draft) -> Result<(), Fault> {
    insert(tx, account, tx.lookup("draft", chat), draft).await?;
    if draft.open {
        close_others(tx, account, chat, &draft.form).await?;
    }
    Ok(())
}

async fn insert(tx: &Tx, account: AccountId, chat_key: String, draft: &Draft) -> Result<(), Fault> {
    let sealed = tx.seal(&row_name(account, &draft.form), &serde_json::to_vec(&draft.values)?)?;
    let page = i64::try_from(draft.page).unwrap_or_default();
    sqlx::query(UPSERT)
        .bind(account.to_string())
        .bind(chat_key)
        .bind(draft.form.clone())
        .bind(page)
        .bind(sealed)
        .bind(flag(draft.open))
        .bind(draft.updated_at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Closes every draft of the chat but `form`: the next message belongs to none of them.
pub async fn close_others(tx: &Tx, account: AccountId, chat: &str, form: &str) -> Result<(), Fault> {
    sqlx::query(CLOSE_ALL)
        .bind(account.to_string())
        .bind(tx.lookup("draft", chat))
        .bind(form.to_owned())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The draft of `form` in that chat.
pub async fn find(tx: &Tx, account: AccountId, chat: &str, form: &str) -> Result<Option<Draft>, Fault> {
    let row = sqlx::query(FIND)
        .bind(account.to_string())
        .bind(tx.lookup("draft", chat))
        .bind(form.to_owned())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.map(|row| read(tx, account, &row)).transpose()
}

/// The draft the chat's next message belongs to.
pub async fn find_open(tx: &Tx, account: AccountId, chat: &str) -> Result<Option<Draft>, Fault> {
    let row = sqlx::query(FIND_OPEN)
        .bind(account.to_string())
        .bind(tx.lookup("draft", chat))
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.map(|row| read(tx, account, &row)).transpose()
}

/// The latest drafts of an account, newest first.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Draft>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| read(tx, account, row)).collect()
}

/// The drafts of `from` become those of `to`, which has none in the same chats: they are sealed for it anew.
pub async fn reown(tx: &Tx, from: AccountId, to: AccountId) -> Result<(), Fault> {
    let rows = sqlx::query(LIST_ALL).bind(from.to_string()).fetch_all(&mut *tx.connection().await).await?;
    for row in &rows {
        let draft = read(tx, from, row)?;
        insert(tx, to, row.text("chat_key")?, &draft).await?;
    }
    delete_of(tx, from).await
}

/// Removes a draft that has become something.
pub async fn delete(tx: &Tx, account: AccountId, chat: &str, form: &str) -> Result<(), Fault> {
    sqlx::query(DELETE)
        .bind(account.to_string())
        .bind(tx.lookup("draft", chat))
        .bind(form.to_owned())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Removes every draft of an account.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// Removes drafts nobody touched since `before`.
pub async fn delete_old(tx: &Tx, before: Timestamp) -> Result<(), Fault> {
    sqlx::query(DELETE_OLD).bind(before.millis()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(tx: &Tx, account: AccountId, row: &sqlx::any::AnyRow) -> Result<Draft, Fault> {
    let form = row.text("form")?;
    let opened = tx.unseal(&row_name(account, &form), &row.bytes("sealed")?)?;
    Ok(Draft {
        page: row.small("page")?,
        values: serde_json::from_slice(&opened)?,
        open: row.flag("open")?,
        updated_at: row.at("updated_at")?,
        form,
    })
}
