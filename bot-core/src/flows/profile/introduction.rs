//! Somebody's own words about themselves, read into a draft to confirm.
//!
//! The draft is what they would have typed, field by field: each is read again when it is taken over, so that what was
//! corrected and what was read go the same way.

use bot_reading::profile::{self as reader, Capacity, ProfileDraft};
use bot_reading::request::{Context, Offer};
use chrono_tz::Tz;

use super::action::{Action, Part};
use super::{saved, section, view};
use crate::domain::profile::{ABOUT, HEADLINE, Profile};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::Values;
use crate::flows::{notice, reading, wording};
use crate::services::drafts::{self, Draft};
use crate::services::profile;
use crate::ui::action::Token;
use crate::ui::limits;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// The longest description, in characters.
pub(super) const WORDS: u16 = 2_000;
/// Hours of a whole week, and of half of one.
const FULL_TIME: u8 = 40;
const PART_TIME: u8 = 20;

/// A message that nobody asked for, if it is somebody's description of themselves.
pub async fn message(ctx: &Ctx<'_>, text: &str) -> Result<Option<Reply>, Fault> {
    let roles = ctx.account().roles;
    if !roles.works || reader::is_about_wants(text) || (roles.hires && !reader::is_about_oneself(text)) {
        return Ok(None);
    }
    let read = read(ctx, text);
    let more =
        read.rate.is_some() || read.place.is_some() || !read.languages.is_empty() || read.skills.len() > 2;
    let time = read.capacity.is_some() || read.availability.hours_per_week.is_some();
    if read.skills.is_empty() || !(more || time || reader::is_about_oneself(text)) {
        return Ok(None);
    }
    begin(ctx, text, Reply::new).await.map(Some)
}

/// Reads a description and shows what was read.
pub(super) async fn begin(ctx: &Ctx<'_>, text: &str, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    let own = own(ctx).await?;
    let values = values(ctx, text, own.as_ref());
    if values.is_empty() {
        return Ok(reply(view::introduction::unread(&ctx.reader)));
    }
    keep(ctx, values.clone()).await?;
    Ok(reply(view::introduction::draft(&ctx.reader, &shown(ctx, &values))))
}

/// What was read, as it stands.
pub(super) async fn show(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    match find(ctx).await? {
        Some(values) => Ok(Reply::replace(view::introduction::draft(&ctx.reader, &shown(ctx, &values)))),
        None => Ok(notice::stale(&ctx.reader)),
    }
}

/// A field was corrected.
pub(super) async fn corrected(ctx: &Ctx<'_>, part: Part, values: &Values) -> Result<Reply, Fault> {
    let Some(mut read) = find(ctx).await? else { return Ok(notice::stale(&ctx.reader)) };
    let keys: Vec<&'static str> = section::fields(ctx, part).iter().map(|field| field.key).collect();
    for (key, value) in values.iter().filter(|(key, _)| keys.contains(&key.as_str())) {
        read.insert(key.clone(), value.clone());
    }
    keep(ctx, read).await?;
    show(ctx).await
}

/// Takes everything over into the profile.
pub(super) async fn take_over(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let Some(values) = find(ctx).await? else { return Ok(notice::stale(&ctx.reader)) };
    let mut sections = Vec::new();
    for part in Part::ALL {
        // What can't be read any more was shown as missing.
        sections.extend(section::read(ctx, part, &values).unwrap_or_default());
    }
    let done = profile::edit(&ctx.call, ctx.me(), &sections).await.map(|_| ());
    let reply = saved(ctx, done).await?;
    drafts::forget(&ctx.call, ctx.me(), ctx.chat(), &form()).await?;
    Ok(reply)
}

/// Throws the draft away.
pub(super) async fn discard(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    drafts::forget(&ctx.call, ctx.me(), ctx.chat(), &form()).await?;
    Ok(Reply::replace(view::introduction::discarded(&ctx.reader)))
}

/// The draft of this chat, by field.
pub(super) async fn find(ctx: &Ctx<'_>) -> Result<Option<Values>, Fault> {
    Ok(drafts::find(&ctx.call, ctx.me(), ctx.chat(), &form()).await?.map(|draft| draft.values))
}

async fn keep(ctx: &Ctx<'_>, values: Values) -> Result<(), Fault> {
    let draft = Draft { form: form(), page: 0, values, open: false, updated_at: ctx.call.now };
    drafts::keep(&ctx.call, ctx.me(), ctx.chat(), &draft).await
}

fn form() -> String {
    Token::from(Action::Draft).encode()
}

async fn own(ctx: &Ctx<'_>) -> Result<Option<Profile>, Fault> {
    Ok(profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?.and_then(|card| card.profile))
}

/// What each part says, and whether it can be taken over as it stands.
fn shown<'v>(ctx: &Ctx<'_>, values: &'v Values) -> Vec<(Part, Option<&'v str>)> {
    let value = |part: Part| {
        let sections = section::read(ctx, part, values).ok().filter(|sections| !sections.is_empty());
        sections.and_then(|_| values.get(part.key()).map(String::as_str))
    };
    Part::ALL.into_iter().map(|part| (part, value(part))).collect()
}

fn read(ctx: &Ctx<'_>, text: &str) -> ProfileDraft {
    let now = ctx.call.now.in_zone(Tz::UTC).to_utc();
    reader::read(text, &Context { now, zone: ctx.account().zone, usual_currency: None })
}

/// What was read, as its writer would have typed it into each field. Skills of the profile stay behind the new ones.
fn values(ctx: &Ctx<'_>, text: &str, own: Option<&Profile>) -> Values {
    let read = read(ctx, text);
    let mut values = Values::new();
    let mut put = |part: Part, value: String| {
        if !value.is_empty() {
            values.insert(part.key().to_owned(), value);
        }
    };
    let mut skills = reading::claimed_skills(&read);
    if skills.is_empty() && read.rate.is_none() && read.headline.is_none() {
        return Values::new();
    }
    for known in own.iter().flat_map(|own| &own.skills) {
        if !skills.iter().any(|skill| skill.skill == known.skill) {
            skills.push(known.clone());
        }
    }
    put(Part::Skills, reading::written_skills(&skills));
    let headline =
        read.headline.as_ref().map(|headline| limits::shortened(&headline.value, usize::from(HEADLINE)));
    put(Part::Headline, headline.unwrap_or_default());
    let rate = read.rate.as_ref().filter(|rate| matches!(rate.value, Offer::Stated(_)));
    put(Part::Rate, rate.map(|rate| rate.span.of(text).to_owned()).unwrap_or_default());
    let languages: Vec<_> = read.languages.iter().map(|speech| reading::language(&speech.value)).collect();
    put(Part::Languages, wording::languages(&ctx.reader, &languages).words());
    let town = read
        .place
        .as_ref()
        .and_then(|place| place.place.as_ref())
        .and_then(|place| reading::town(&place.value));
    put(Part::Place, town.map(|town| wording::place(&town).words()).unwrap_or_default());
    let reach = read.place.as_ref().and_then(|place| place.within_km.as_ref());
    put(Part::Time, time(ctx, &read).unwrap_or_default());
    put(Part::About, limits::shortened(text.trim(), usize::from(ABOUT)));
    if let Some(reach) = reach.filter(|_| values.contains_key(Part::Place.key())) {
        values.insert(section::REACH.to_owned(), reach.value.to_string());
    }
    values
}

/// Hours a week and a start, where either was said.
fn time(ctx: &Ctx<'_>, read: &ProfileDraft) -> Option<String> {
    let hours = read.availability.hours_per_week.as_ref().map(|hours| hours.value);
    let hours = hours.or_else(|| match read.capacity.as_ref()?.value {
        Capacity::FullTime => Some(FULL_TIME),
        Capacity::PartTime => Some(PART_TIME),
        Capacity::Busy => Some(0),
        Capacity::Free => None,
    })?;
    let hours = i64::from(hours);
    Some(match &read.availability.starts {
        Some(starts) => {
            let date = starts.value.format("%Y-%m-%d").to_string();
            ctx.line("profile-time-from", &[("hours", hours.into()), ("date", date.into())])
        }
        None => ctx.line("profile-time-now", &[("hours", hours.into())]),
    })
}
