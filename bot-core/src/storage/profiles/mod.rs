//! Profiles: their two tables, and beside them what a card shows more of.

pub mod experiences;
pub mod portfolio;
mod skills;
pub mod ties;

use sqlx::any::AnyRow;

use super::row::{Columns as _, flag};
use super::{KEEPS_PLACES, Statement, Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::money::{Money, Price, PriceKind};
use crate::domain::place::{Place, Point};
use crate::domain::profile::{Absence, Availability, AvailabilityStatus, Profile, Visibility};
use crate::domain::time::Timestamp;
use crate::error::Fault;

/// Every SQL text about a profile's skills.
pub(super) const SKILL_STATEMENTS: &[Statement] = skills::STATEMENTS;
/// Every SQL text about experience.
pub(super) const EXPERIENCE_STATEMENTS: &[Statement] = experiences::STATEMENTS;
/// Every SQL text about portfolios.
pub(super) const PORTFOLIO_STATEMENTS: &[Statement] = portfolio::STATEMENTS;
/// Every SQL text about what ties a client to a freelancer.
pub(super) const TIE_STATEMENTS: &[Statement] = ties::STATEMENTS;

statements! {
    UPSERT = "INSERT INTO profiles (account_id, headline, rate_minor, rate_currency, rate_kind, place, country,
            latitude, longitude, remote, reach_km, availability, hours_per_week, available_from, updated_at, version,
            languages, slots, about, visibility, away_from, away_until, away_reply, available_at, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25)
        ON CONFLICT (account_id) DO UPDATE SET headline = excluded.headline, rate_minor = excluded.rate_minor,
            rate_currency = excluded.rate_currency, rate_kind = excluded.rate_kind, place = excluded.place,
            country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude,
            remote = excluded.remote, reach_km = excluded.reach_km, availability = excluded.availability,
            hours_per_week = excluded.hours_per_week, available_from = excluded.available_from,
            updated_at = excluded.updated_at, version = excluded.version, languages = excluded.languages,
            slots = excluded.slots, about = excluded.about, visibility = excluded.visibility,
            away_from = excluded.away_from, away_until = excluded.away_until, away_reply = excluded.away_reply,
            available_at = excluded.available_at, asked_at = excluded.asked_at";
    FIND = "SELECT * FROM profiles WHERE account_id = $1";
    LIST_ACCOUNTS = "SELECT account_id FROM profiles ORDER BY account_id";
    LIST_SEARCHABLE = "SELECT profiles.* FROM profiles JOIN accounts ON accounts.id = profiles.account_id
        WHERE accounts.state = 'active' AND accounts.wants_work = 1 AND profiles.visibility = 'everyone'
        ORDER BY profiles.updated_at DESC, profiles.account_id LIMIT $1";
    DELETE = "DELETE FROM profiles WHERE account_id = $1";
}

/// Stores a profile and its skills.
pub async fn upsert(tx: &Tx, profile: &Profile) -> Result<(), Fault> {
    let place = profile.place.as_ref();
    sqlx::query(UPSERT)
        .persistent(KEEPS_PLACES)
        .bind(profile.account.to_string())
        .bind(profile.headline.clone())
        .bind(profile.rate.map(|rate| rate.amount.minor))
        .bind(profile.rate.map(|rate| rate.amount.currency.code()))
        .bind(profile.rate.map(|rate| rate.kind.key()))
        .bind(place.map(|place| place.name.clone()))
        .bind(place.map(|place| place.country.clone()))
        .bind(place.map(|place| place.point.latitude))
        .bind(place.map(|place| place.point.longitude))
        .bind(flag(profile.remote))
        .bind(profile.reach_km)
        .bind(profile.availability.status.key())
        .bind(i64::from(profile.availability.hours_per_week))
        .bind(profile.availability.from.map(Timestamp::millis))
        .bind(profile.updated_at.millis())
        .bind(profile.version)
        .bind(serde_json::to_string(&profile.languages)?)
        .bind(profile.slots.map(i64::from))
        .bind(profile.about.clone())
        .bind(profile.visibility.key())
        .bind(profile.absence.as_ref().map(|absence| absence.from.millis()))
        .bind(profile.absence.as_ref().map(|absence| absence.until.millis()))
        .bind(profile.absence.as_ref().map(|absence| absence.reply.clone()).unwrap_or_default())
        .bind(profile.available_at.millis())
        .bind(profile.asked_at.map(Timestamp::millis))
        .execute(&mut *tx.connection().await)
        .await?;
    skills::replace(tx, profile.account, &profile.skills).await
}

/// A member's profile, if they have begun one.
pub async fn find(tx: &Tx, account: AccountId) -> Result<Option<Profile>, Fault> {
    let row = sqlx::query(FIND).bind(account.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    let Some(row) = row else { return Ok(None) };
    let mut profile = read(&row)?;
    profile.skills = skills::list(tx, account).await?;
    Ok(Some(profile))
}

/// Everybody who has begun a profile.
pub async fn list_accounts(tx: &Tx) -> Result<Vec<AccountId>, Fault> {
    let rows = sqlx::query(LIST_ACCOUNTS).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| row.parsed("account_id")).collect()
}

/// Profiles with skills that everyone may see of people who are here to work, the latest changed first; in two
/// statements.
pub async fn list_searchable(tx: &Tx, limit: i64) -> Result<Vec<Profile>, Fault> {
    let rows = sqlx::query(LIST_SEARCHABLE).bind(limit).fetch_all(&mut *tx.connection().await).await?;
    let mut skills = skills::list_all(tx).await?;
    let mut profiles = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut profile = read(row)?;
        profile.skills = skills.remove(&profile.account).unwrap_or_default();
        if !profile.skills.is_empty() {
            profiles.push(profile);
        }
    }
    Ok(profiles)
}

/// Removes a profile with everything on its card.
pub async fn delete(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    skills::replace(tx, account, &[]).await?;
    experiences::delete_of(tx, account).await?;
    portfolio::delete_of(tx, account).await?;
    sqlx::query(DELETE).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<Profile, Fault> {
    Ok(Profile {
        account: row.parsed("account_id")?,
        headline: row.text("headline")?,
        about: row.text("about")?,
        skills: Vec::new(),
        rate: rate(row)?,
        place: place(row)?,
        remote: row.flag("remote")?,
        reach_km: row.int("reach_km")?,
        availability: Availability {
            status: row.keyed("availability", AvailabilityStatus::from_key)?,
            hours_per_week: row.small("hours_per_week")?,
            from: row.maybe_at("available_from")?,
        },
        available_at: row.at("available_at")?,
        asked_at: row.maybe_at("asked_at")?,
        absence: absence(row)?,
        languages: serde_json::from_str(&row.text("languages")?)?,
        slots: row.maybe_int("slots")?.and_then(|slots| u8::try_from(slots).ok()),
        visibility: row.keyed("visibility", Visibility::from_key)?,
        rating: (row.int("rating_sum")?, row.int("rating_count")?),
        updated_at: row.at("updated_at")?,
        version: row.int("version")?,
    })
}

fn absence(row: &AnyRow) -> Result<Option<Absence>, Fault> {
    let (Some(from), Some(until)) = (row.maybe_at("away_from")?, row.maybe_at("away_until")?) else {
        return Ok(None);
    };
    Ok(Some(Absence { from, until, reply: row.text("away_reply")? }))
}

fn rate(row: &AnyRow) -> Result<Option<Price>, Fault> {
    let Some(minor) = row.maybe_int("rate_minor")? else { return Ok(None) };
    let currency = row.keyed("rate_currency", iso_currency::Currency::from_code)?;
    let kind = row.keyed("rate_kind", PriceKind::from_key)?;
    Ok(Some(Price { amount: Money::new(minor, currency), kind }))
}

/// The place columns that profiles and requests share.
pub(super) fn place(row: &AnyRow) -> Result<Option<Place>, Fault> {
    let (Some(name), Some(country)) = (row.maybe_text("place")?, row.maybe_text("country")?) else {
        return Ok(None);
    };
    let point = Point {
        latitude: row.maybe_float("latitude")?.unwrap_or_default(),
        longitude: row.maybe_float("longitude")?.unwrap_or_default(),
    };
    Ok(Some(Place { name, country, point }))
}
