//! Pieces of work that members show: the table `portfolio_items`.

use sqlx::any::AnyRow;

use super::super::row::Columns as _;
use super::super::{Tx, statements};
use crate::domain::id::{AccountId, PortfolioId};
use crate::domain::profile::{Link, PortfolioItem};
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO portfolio_items (id, account_id, title, link, text, skills, alt)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, link = excluded.link, text = excluded.text,
            skills = excluded.skills, alt = excluded.alt
        WHERE portfolio_items.account_id = excluded.account_id";
    LIST = "SELECT * FROM portfolio_items WHERE account_id = $1 ORDER BY id DESC";
    DELETE = "DELETE FROM portfolio_items WHERE id = $1 AND account_id = $2";
    DELETE_OF = "DELETE FROM portfolio_items WHERE account_id = $1";
}

/// Stores an item of a member; one of somebody else's stays as it is.
pub async fn upsert(tx: &Tx, account: AccountId, item: &PortfolioItem) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(item.id.to_string())
        .bind(account.to_string())
        .bind(item.title.clone())
        .bind(item.link.as_ref().map(|link| link.address().to_owned()).unwrap_or_default())
        .bind(item.text.clone())
        .bind(serde_json::to_string(&item.skills)?)
        .bind(item.alt.clone())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// A member's items, the newest first.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<PortfolioItem>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

/// Removes an item of a member. Whether it was there.
pub async fn delete(tx: &Tx, account: AccountId, id: PortfolioId) -> Result<bool, Fault> {
    let gone = sqlx::query(DELETE)
        .bind(id.to_string())
        .bind(account.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(gone.rows_affected() > 0)
}

/// Removes all of a member's items.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<PortfolioItem, Fault> {
    Ok(PortfolioItem {
        id: row.parsed("id")?,
        title: row.text("title")?,
        link: Link::parse(&row.text("link")?).ok(),
        text: row.text("text")?,
        skills: serde_json::from_str(&row.text("skills")?)?,
        alt: row.text("alt")?,
    })
}
