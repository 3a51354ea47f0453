//! The skills a request asks for, in the client's order.

use std::collections::HashMap;

use super::super::row::{Columns as _, flag};
use super::super::{Tx, statements};
use crate::domain::id::RequestId;
use crate::domain::request::RequestSkill;
use crate::error::Fault;

statements! {
    DELETE = "DELETE FROM request_skills WHERE request_id = $1";
    INSERT = "INSERT INTO request_skills (request_id, skill, must, position) VALUES ($1, $2, $3, $4)
        ON CONFLICT (request_id, skill) DO NOTHING";
    LIST = "SELECT skill, must FROM request_skills WHERE request_id = $1 ORDER BY position";
    LIST_OPEN = "SELECT request_skills.request_id, request_skills.skill, request_skills.must FROM request_skills
        JOIN requests ON requests.id = request_skills.request_id
        WHERE requests.state = 'open' ORDER BY request_skills.position";
}

pub(super) async fn replace(tx: &Tx, request: RequestId, skills: &[RequestSkill]) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(request.to_string()).execute(&mut *tx.connection().await).await?;
    for (position, skill) in (0_i64..).zip(skills) {
        sqlx::query(INSERT)
            .bind(request.to_string())
            .bind(skill.skill.clone())
            .bind(flag(skill.must))
            .bind(position)
            .execute(&mut *tx.connection().await)
            .await?;
    }
    Ok(())
}

pub(super) async fn list(tx: &Tx, request: RequestId) -> Result<Vec<RequestSkill>, Fault> {
    let rows = sqlx::query(LIST).bind(request.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| Ok(RequestSkill { skill: row.text("skill")?, must: row.flag("must")? })).collect()
}

/// Those of every open request.
pub(super) async fn list_open(tx: &Tx) -> Result<HashMap<RequestId, Vec<RequestSkill>>, Fault> {
    let rows = sqlx::query(LIST_OPEN).fetch_all(&mut *tx.connection().await).await?;
    let mut all: HashMap<RequestId, Vec<RequestSkill>> = HashMap::new();
    for row in &rows {
        let skill = RequestSkill { skill: row.text("skill")?, must: row.flag("must")? };
        all.entry(row.parsed("request_id")?).or_default().push(skill);
    }
    Ok(all)
}
