//! The set-up's forms: skills and time zone, or the zone alone.

use bot_reading::{places::Gazetteer, zone};
use chrono_tz::Tz;

use super::action::Action;
use super::{ready, view};
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault};
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::flows::{notice, reading, wording};
use crate::services::account::{self, Member};
use crate::ui::reply::{How, Reply};

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let fields = match action {
        Action::Join(_) => vec![skills_field(ctx), zone_field(ctx)],
        Action::Zone => vec![zone_field(ctx)],
        _ => return Ok(None),
    };
    let prefill = match action {
        Action::Join(_) => prepared(ctx).await?,
        _ => Values::new(),
    };
    let title = ctx.line("join-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields, prefill }))
}

/// What was prepared for the member before they came.
async fn prepared(ctx: &Ctx<'_>) -> Result<Values, Fault> {
    let Some(profile) = super::prepared(ctx).await? else { return Ok(Values::new()) };
    let zone = match profile.place {
        Some(town) => Some(town.name),
        None => ctx.account().zone_known.then(|| ctx.account().zone.name().to_owned()),
    };
    let skills = wording::profile_skills(&ctx.reader, &profile.skills).words();
    Ok(Values::from([("skills".to_owned(), skills), ("zone".to_owned(), zone.unwrap_or_default())]))
}

fn skills_field(ctx: &Ctx<'_>) -> Field {
    Field {
        key: "skills",
        label: ctx.line("join-skills", &[]),
        example: ctx.line("join-skills-example", &[]),
        required: true,
        multiline: false,
        max_chars: 400,
    }
}

fn zone_field(ctx: &Ctx<'_>) -> Field {
    Field {
        key: "zone",
        label: ctx.line("join-zone", &[]),
        example: ctx.line("join-zone-example", &[]),
        required: true,
        multiline: false,
        max_chars: 60,
    }
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, field: &str, value: &str) -> Checked {
    match field {
        "skills" if reading::profile_skills(value).is_empty() => Err(ctx.line("join-skills-unread", &[])),
        "zone" if zones(value, ctx.call.now).is_empty() => Err(ctx.line("join-zone-unread", &[])),
        _ => Ok(()),
    }
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let guesses = zones(values.get("zone").map(String::as_str).unwrap_or_default(), ctx.call.now);
    let first = guesses.first().map(|guess| guess.0);
    let done = match action {
        Action::Join(roles) => {
            let skills =
                reading::profile_skills(values.get("skills").map(String::as_str).unwrap_or_default());
            let town = values.get("zone").and_then(|text| reading::find_town(text));
            account::join(&ctx.call, ctx.me(), &account::Joining { roles, skills, zone: first, town }).await
        }
        _ => match first {
            Some(zone) => account::set_zone(&ctx.call, ctx.me(), zone).await,
            None => return Ok(Outcome::Kept(notice::stale(&ctx.reader))),
        },
    };
    let account = match done {
        Ok(account) => account,
        Err(Error::Fault(fault)) => return Err(fault),
        Err(Error::Refused(_)) => return Ok(Outcome::Kept(notice::changed(&ctx.reader, Action::Start))),
    };
    // A clock or an offset fits many zones: the likeliest is set, and the others are one tap away.
    if guesses.len() > 1 && guesses.iter().any(|guess| guess.1) {
        let view = view::choose_zone(&ctx.reader, account.zone, &guesses, account.match_notices);
        return Ok(Outcome::Done(Reply::replace(view)));
    }
    if account.roles.works && !account.match_notices {
        return Ok(Outcome::Done(Reply::replace(view::ask_alerts(&ctx.reader, &account))));
    }
    let member = Member { account, ..ctx.member.clone() };
    Ok(Outcome::Done(ready(ctx, &member, How::Replace).await?))
}

/// The zones a text can mean, each with whether it has to be confirmed.
fn zones(text: &str, now: Timestamp) -> Vec<(Tz, bool)> {
    use bot_reading::zone::Source;
    let utc = now.in_zone(Tz::UTC).to_utc();
    let guesses =
        zone::read(text, utc, Gazetteer::embedded()).map(|reading| reading.value).unwrap_or_default();
    guesses
        .into_iter()
        .map(|guess| {
            let sure = matches!(guess.source, Source::Name | Source::City | Source::Country);
            (guess.zone, !sure)
        })
        .collect()
}
