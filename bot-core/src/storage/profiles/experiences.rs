//! Where members have worked before: the table `experiences`.

use sqlx::any::AnyRow;

use super::super::row::Columns as _;
use super::super::{Tx, statements};
use crate::domain::id::{AccountId, ExperienceId};
use crate::domain::profile::{Experience, Month, Period};
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO experiences (id, account_id, role, place, from_month, until_month, text)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET role = excluded.role, place = excluded.place,
            from_month = excluded.from_month, until_month = excluded.until_month, text = excluded.text
        WHERE experiences.account_id = excluded.account_id";
    LIST = "SELECT * FROM experiences WHERE account_id = $1 ORDER BY id";
    DELETE = "DELETE FROM experiences WHERE id = $1 AND account_id = $2";
    DELETE_OF = "DELETE FROM experiences WHERE account_id = $1";
}

/// Stores an entry of a member; one of somebody else's stays as it is.
pub async fn upsert(tx: &Tx, account: AccountId, entry: &Experience) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(entry.id.to_string())
        .bind(account.to_string())
        .bind(entry.role.clone())
        .bind(entry.place.clone())
        .bind(entry.period.map(|period| period.from.code()))
        .bind(entry.period.and_then(|period| period.until).map(Month::code))
        .bind(entry.text.clone())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// A member's entries, the latest first.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Experience>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    let mut entries = rows.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.period.map(Period::recency)));
    Ok(entries)
}

/// Removes an entry of a member. Whether it was there.
pub async fn delete(tx: &Tx, account: AccountId, id: ExperienceId) -> Result<bool, Fault> {
    let gone = sqlx::query(DELETE)
        .bind(id.to_string())
        .bind(account.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(gone.rows_affected() > 0)
}

/// Removes all of a member's entries.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<Experience, Fault> {
    let month = |column: &str| -> Result<Option<Month>, Fault> {
        Ok(row.maybe_int(column)?.and_then(Month::from_code))
    };
    let until = month("until_month")?;
    Ok(Experience {
        id: row.parsed("id")?,
        role: row.text("role")?,
        place: row.text("place")?,
        period: month("from_month")?.map(|from| Period { from, until }),
        text: row.text("text")?,
    })
}
