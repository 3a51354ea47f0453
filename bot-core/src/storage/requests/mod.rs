//! Requests with their skills: the tables `requests` and `request_skills`.

pub mod grounds;
pub mod holds;
pub mod revisions;
mod skills;
pub mod templates;

use sqlx::any::AnyRow;

use super::profiles::place;
use super::row::Columns as _;
use super::{KEEPS_PLACES, Statement, Tx, statements};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::money::{Budget, PriceKind};
use crate::domain::place::WorkPlace;
use crate::domain::request::{Brief, Pace, RequestState, WorkRequest};
use crate::domain::time::Timestamp;
use crate::error::Fault;

/// Every SQL text about what drafts were read from.
pub(super) const GROUND_STATEMENTS: &[Statement] = grounds::STATEMENTS;
/// Every SQL text about what is held.
pub(super) const HOLD_STATEMENTS: &[Statement] = holds::STATEMENTS;
/// Every SQL text about changes.
pub(super) const REVISION_STATEMENTS: &[Statement] = revisions::STATEMENTS;
/// Every SQL text about a request's skills.
pub(super) const SKILL_STATEMENTS: &[Statement] = skills::STATEMENTS;
/// Every SQL text about templates.
pub(super) const TEMPLATE_STATEMENTS: &[Statement] = templates::STATEMENTS;

statements! {
    INSERT = "INSERT INTO requests (id, code, client_id, state, title, description, budget_min, budget_max,
            budget_currency, budget_kind, place_kind, place, country, latitude, longitude, offset_min, offset_max,
            due_at, created_at, posted_at, expires_at, version, starts_at, hours_per_week, languages, pace)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26)";
    UPDATE = "UPDATE requests SET state = $2, title = $3, description = $4, budget_min = $5, budget_max = $6,
            budget_currency = $7, budget_kind = $8, place_kind = $9, place = $10, country = $11, latitude = $12,
            longitude = $13, offset_min = $14, offset_max = $15, due_at = $16, posted_at = $17, expires_at = $18,
            version = $19, starts_at = $20, hours_per_week = $21, languages = $22, pace = $23
        WHERE id = $1 AND version = $19 - 1";
    SET_CLOSED = "UPDATE requests SET closed_at = $2, close_reason = $3 WHERE id = $1";
    FIND_CLOSED = "SELECT closed_at, close_reason FROM requests WHERE id = $1";
    FIND = "SELECT * FROM requests WHERE id = $1";
    FIND_BY_CODE = "SELECT * FROM requests WHERE code = $1";
    LIST_OF = "SELECT * FROM requests WHERE client_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200";
    LIST_OPEN = "SELECT * FROM requests WHERE state = 'open' ORDER BY posted_at DESC, id DESC LIMIT $1";
    LIST_SEARCHABLE = "SELECT requests.* FROM requests JOIN accounts ON accounts.id = requests.client_id
        WHERE requests.state = 'open' AND accounts.state = 'active'
        ORDER BY requests.posted_at DESC, requests.id DESC LIMIT $1";
    LIST_EXPIRED = "SELECT id FROM requests WHERE state = 'open' AND expires_at <= $1 ORDER BY expires_at LIMIT 100";
    COUNT_POSTED = "SELECT CAST(COUNT(*) AS BIGINT) FROM requests WHERE client_id = $1 AND posted_at >= $2";
}

/// Adds a draft.
pub async fn insert(tx: &Tx, request: &WorkRequest) -> Result<(), Fault> {
    let flat = Flat::of(&request.brief);
    sqlx::query(INSERT)
        .persistent(KEEPS_PLACES)
        .bind(request.id.to_string())
        .bind(request.code.clone())
        .bind(request.client.to_string())
        .bind(request.state.key())
        .bind(request.brief.title.clone())
        .bind(request.brief.description.clone())
        .bind(flat.budget.and_then(|budget| budget.min))
        .bind(flat.budget.and_then(|budget| budget.max))
        .bind(flat.budget.map(|budget| budget.currency.code()))
        .bind(flat.budget.map(|budget| budget.kind.key()))
        .bind(request.brief.place.key())
        .bind(flat.place)
        .bind(flat.country)
        .bind(flat.latitude)
        .bind(flat.longitude)
        .bind(flat.offsets.map(|(least, _)| i64::from(least)))
        .bind(flat.offsets.map(|(_, most)| i64::from(most)))
        .bind(request.brief.due_at.map(Timestamp::millis))
        .bind(request.created_at.millis())
        .bind(request.posted_at.map(Timestamp::millis))
        .bind(request.expires_at.map(Timestamp::millis))
        .bind(request.version)
        .bind(request.brief.starts_at.map(Timestamp::millis))
        .bind(request.brief.hours_per_week.map(i64::from))
        .bind(serde_json::to_string(&request.brief.languages)?)
        .bind(request.brief.pace.map(Pace::key))
        .execute(&mut *tx.connection().await)
        .await?;
    skills::replace(tx, request.id, &request.brief.skills).await
}

/// Writes the request, whose version counts one more than the row's. Whether it was still at that version.
pub async fn update(tx: &Tx, request: &WorkRequest) -> Result<bool, Fault> {
    let flat = Flat::of(&request.brief);
    let done = sqlx::query(UPDATE)
        .persistent(KEEPS_PLACES)
        .bind(request.id.to_string())
        .bind(request.state.key())
        .bind(request.brief.title.clone())
        .bind(request.brief.description.clone())
        .bind(flat.budget.and_then(|budget| budget.min))
        .bind(flat.budget.and_then(|budget| budget.max))
        .bind(flat.budget.map(|budget| budget.currency.code()))
        .bind(flat.budget.map(|budget| budget.kind.key()))
        .bind(request.brief.place.key())
        .bind(flat.place)
        .bind(flat.country)
        .bind(flat.latitude)
        .bind(flat.longitude)
        .bind(flat.offsets.map(|(least, _)| i64::from(least)))
        .bind(flat.offsets.map(|(_, most)| i64::from(most)))
        .bind(request.brief.due_at.map(Timestamp::millis))
        .bind(request.posted_at.map(Timestamp::millis))
        .bind(request.expires_at.map(Timestamp::millis))
        .bind(request.version)
        .bind(request.brief.starts_at.map(Timestamp::millis))
        .bind(request.brief.hours_per_week.map(i64::from))
        .bind(serde_json::to_string(&request.brief.languages)?)
        .bind(request.brief.pace.map(Pace::key))
        .execute(&mut *tx.connection().await)
        .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    skills::replace(tx, request.id, &request.brief.skills).await?;
    Ok(true)
}

/// Notes when and why a request ended.
pub async fn set_closed(tx: &Tx, id: RequestId, at: Timestamp, reason: &str) -> Result<(), Fault> {
    sqlx::query(SET_CLOSED)
        .bind(id.to_string())
        .bind(at.millis())
        .bind(reason.to_owned())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// When and why a request ended, if it did.
pub async fn find_closed(tx: &Tx, id: RequestId) -> Result<Option<(Timestamp, String)>, Fault> {
    let row =
        sqlx::query(FIND_CLOSED).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(row.maybe_at("closed_at")?.zip(row.maybe_text("close_reason")?))
}

/// The request, if there is one.
pub async fn find(tx: &Tx, id: RequestId) -> Result<Option<WorkRequest>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    complete(tx, row).await
}

/// The request with this public code.
pub async fn find_by_code(tx: &Tx, code: &str) -> Result<Option<WorkRequest>, Fault> {
    let row =
        sqlx::query(FIND_BY_CODE).bind(code.to_owned()).fetch_optional(&mut *tx.connection().await).await?;
    complete(tx, row).await
}

/// The latest requests of a client, newest first.
pub async fn list_of(tx: &Tx, client: AccountId) -> Result<Vec<WorkRequest>, Fault> {
    let rows = sqlx::query(LIST_OF).bind(client.to_string()).fetch_all(&mut *tx.connection().await).await?;
    complete_all(tx, rows).await
}

/// Open requests, newest first.
pub async fn list_open(tx: &Tx, limit: i64) -> Result<Vec<WorkRequest>, Fault> {
    let rows = sqlx::query(LIST_OPEN).bind(limit).fetch_all(&mut *tx.connection().await).await?;
    complete_all(tx, rows).await
}

/// Open requests of people who are here, newest first; in two statements, however many they are.
pub async fn list_searchable(tx: &Tx, limit: i64) -> Result<Vec<WorkRequest>, Fault> {
    let rows = sqlx::query(LIST_SEARCHABLE).bind(limit).fetch_all(&mut *tx.connection().await).await?;
    let mut skills = skills::list_open(tx).await?;
    rows.iter()
        .map(|row| {
            let mut request = read(row)?;
            request.brief.skills = skills.remove(&request.id).unwrap_or_default();
            Ok(request)
        })
        .collect()
}

/// Open requests whose time has run out.
pub async fn list_expired(tx: &Tx, now: Timestamp) -> Result<Vec<RequestId>, Fault> {
    let rows = sqlx::query(LIST_EXPIRED).bind(now.millis()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| row.parsed("id")).collect()
}

/// How many requests a client has posted since `since`.
pub async fn count_posted(tx: &Tx, client: AccountId, since: Timestamp) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT_POSTED)
        .bind(client.to_string())
        .bind(since.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}

/// A brief as columns.
struct Flat {
    budget: Option<Budget>,
    place: Option<String>,
    country: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    offsets: Option<(i32, i32)>,
}

impl Flat {
    fn of(brief: &Brief) -> Self {
        let place = brief.place.place();
        let offsets = match brief.place {
            WorkPlace::Remote { offsets } => offsets,
            WorkPlace::OnSite(_) | WorkPlace::Hybrid(_) => None,
        };
        Self {
            budget: brief.budget,
            place: place.map(|place| place.name.clone()),
            country: place.map(|place| place.country.clone()),
            latitude: place.map(|place| place.point.latitude),
            longitude: place.map(|place| place.point.longitude),
            offsets,
        }
    }
}

async fn complete(tx: &Tx, row: Option<AnyRow>) -> Result<Option<WorkRequest>, Fault> {
    Ok(complete_all(tx, row.into_iter().collect()).await?.pop())
}

async fn complete_all(tx: &Tx, rows: Vec<AnyRow>) -> Result<Vec<WorkRequest>, Fault> {
    let mut requests = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut request = read(row)?;
        request.brief.skills = skills::list(tx, request.id).await?;
        requests.push(request);
    }
    Ok(requests)
}

fn read(row: &AnyRow) -> Result<WorkRequest, Fault> {
    Ok(WorkRequest {
        id: row.parsed("id")?,
        code: row.text("code")?,
        client: row.parsed("client_id")?,
        state: row.keyed("state", RequestState::from_key)?,
        brief: Brief {
            title: row.text("title")?,
            description: row.text("description")?,
            skills: Vec::new(),
            budget: budget(row)?,
            place: work_place(row)?,
            due_at: row.maybe_at("due_at")?,
            starts_at: row.maybe_at("starts_at")?,
            hours_per_week: row.maybe_int("hours_per_week")?.and_then(|hours| u8::try_from(hours).ok()),
            languages: serde_json::from_str(&row.text("languages")?)?,
            pace: match row.maybe_text("pace")? {
                Some(_) => Some(row.keyed("pace", Pace::from_key)?),
                None => None,
            },
        },
        created_at: row.at("created_at")?,
        posted_at: row.maybe_at("posted_at")?,
        expires_at: row.maybe_at("expires_at")?,
        version: row.int("version")?,
    })
}

fn budget(row: &AnyRow) -> Result<Option<Budget>, Fault> {
    if row.maybe_text("budget_currency")?.is_none() {
        return Ok(None);
    }
    Ok(Some(Budget {
        min: row.maybe_int("budget_min")?,
        max: row.maybe_int("budget_max")?,
        currency: row.keyed("budget_currency", iso_currency::Currency::from_code)?,
        kind: row.keyed("budget_kind", PriceKind::from_key)?,
    }))
}

fn work_place(row: &AnyRow) -> Result<WorkPlace, Fault> {
    let offset =
        |column| row.maybe_int(column).map(|value| value.and_then(|value| i32::try_from(value).ok()));
    let remote = WorkPlace::Remote { offsets: offset("offset_min")?.zip(offset("offset_max")?) };
    let Some(place) = place(row)? else { return Ok(remote) };
    Ok(match row.text("place_kind")?.as_str() {
        "on-site" => WorkPlace::OnSite(place),
        "hybrid" => WorkPlace::Hybrid(place),
        _ => remote,
    })
}
