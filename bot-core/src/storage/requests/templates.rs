//! Requests kept to be posted again.

use sqlx::any::AnyRow;

use super::super::row::Columns as _;
use super::super::{Tx, statements};
use crate::domain::id::{AccountId, TemplateId};
use crate::domain::template::Template;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO request_templates (id, account_id, brief, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO NOTHING";
    FIND = "SELECT * FROM request_templates WHERE id = $1";
    LIST = "SELECT * FROM request_templates WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT 100";
    DELETE = "DELETE FROM request_templates WHERE id = $1 AND account_id = $2";
    DELETE_OF = "DELETE FROM request_templates WHERE account_id = $1";
}

/// Keeps a template, once.
pub async fn insert(tx: &Tx, template: &Template) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(template.id.to_string())
        .bind(template.account.to_string())
        .bind(serde_json::to_string(&template.brief)?)
        .bind(template.created_at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The template, if there is one.
pub async fn find(tx: &Tx, id: TemplateId) -> Result<Option<Template>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// A client's templates, newest first.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Template>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

/// Forgets a template, if it is that client's.
pub async fn delete(tx: &Tx, id: TemplateId, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE)
        .bind(id.to_string())
        .bind(account.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Forgets every template of a client.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<Template, Fault> {
    Ok(Template {
        id: row.parsed("id")?,
        account: row.parsed("account_id")?,
        brief: serde_json::from_str(&row.text("brief")?)?,
        created_at: row.at("created_at")?,
    })
}
