//! The skills of a profile, in the member's order.

use std::collections::HashMap;

use sqlx::any::AnyRow;

use super::super::row::Columns as _;
use super::super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::profile::ProfileSkill;
use crate::error::Fault;

statements! {
    DELETE = "DELETE FROM profile_skills WHERE account_id = $1";
    INSERT = "INSERT INTO profile_skills (account_id, skill, level, years, position) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id, skill) DO NOTHING";
    LIST = "SELECT skill, level, years FROM profile_skills WHERE account_id = $1 ORDER BY position";
    LIST_ALL = "SELECT account_id, skill, level, years FROM profile_skills ORDER BY position";
}

pub(super) async fn replace(tx: &Tx, account: AccountId, skills: &[ProfileSkill]) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    for (position, skill) in (0_i64..).zip(skills) {
        sqlx::query(INSERT)
            .bind(account.to_string())
            .bind(skill.skill.clone())
            .bind(i64::from(skill.level))
            .bind(i64::from(skill.years))
            .bind(position)
            .execute(&mut *tx.connection().await)
            .await?;
    }
    Ok(())
}

pub(super) async fn list(tx: &Tx, account: AccountId) -> Result<Vec<ProfileSkill>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

/// Those of everybody.
pub(super) async fn list_all(tx: &Tx) -> Result<HashMap<AccountId, Vec<ProfileSkill>>, Fault> {
    let rows = sqlx::query(LIST_ALL).fetch_all(&mut *tx.connection().await).await?;
    let mut all: HashMap<AccountId, Vec<ProfileSkill>> = HashMap::new();
    for row in &rows {
        all.entry(row.parsed("account_id")?).or_default().push(read(row)?);
    }
    Ok(all)
}

fn read(row: &AnyRow) -> Result<ProfileSkill, Fault> {
    Ok(ProfileSkill { skill: row.text("skill")?, level: row.small("level")?, years: row.small("years")? })
}
