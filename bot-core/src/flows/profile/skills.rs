//! One's own skills, one at a time: how well, for how long, or not at all.

use bot_reading::skills::Vocabulary;

use super::action::{Action, Spot};
use super::{refused, view};
use crate::domain::profile::{MOST_YEARS, Profile, ProfileSkill};
use crate::error::{Error, Fault};
use crate::flows::ctx::Ctx;
use crate::flows::notice;
use crate::services::profile::{self, ProfileRefusal, Section};
use crate::ui::reply::Reply;

/// How many known skills an unknown word may mean.
pub(super) const MEANT: usize = 3;

/// The card of all skills.
pub(super) async fn show(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    Ok(match own(ctx).await? {
        Some(profile) => Reply::replace(view::skills::list(&ctx.reader, &profile)),
        None => notice::not_available(&ctx.reader),
    })
}

/// After the list was typed anew.
pub(super) async fn after(ctx: &Ctx<'_>, done: Result<(), Error<ProfileRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(()) => show(ctx).await,
        Err(error) => refused(ctx, error),
    }
}

/// The card of one skill, by the place that was picked.
pub(super) async fn one(ctx: &Ctx<'_>, version: i64, picked: &[String]) -> Result<Reply, Fault> {
    let place = picked.first().and_then(|place| place.parse().ok());
    match place {
        Some(place) => card(ctx, Spot { place, version }).await,
        None => show(ctx).await,
    }
}

async fn card(ctx: &Ctx<'_>, spot: Spot) -> Result<Reply, Fault> {
    let profile = own(ctx).await?.filter(|profile| profile.version == spot.version);
    Ok(match profile.as_ref().and_then(|profile| profile.skills.get(usize::from(spot.place))) {
        Some(skill) => Reply::replace(view::skills::one(&ctx.reader, skill, spot)),
        None => notice::changed(&ctx.reader, Action::Skills),
    })
}

/// Says how well.
pub(super) async fn level(ctx: &Ctx<'_>, spot: Spot, picked: &[String]) -> Result<Reply, Fault> {
    match number(picked).filter(|level| (1..=4).contains(level)) {
        Some(level) => change(ctx, spot, |skill| skill.level = level).await,
        None => card(ctx, spot).await,
    }
}

/// Says for how long.
pub(super) async fn years(ctx: &Ctx<'_>, spot: Spot, picked: &[String]) -> Result<Reply, Fault> {
    match number(picked).filter(|years| *years <= MOST_YEARS) {
        Some(years) => change(ctx, spot, |skill| skill.years = years).await,
        None => card(ctx, spot).await,
    }
}

/// Takes it away.
pub(super) async fn forget(ctx: &Ctx<'_>, spot: Spot) -> Result<Reply, Fault> {
    let done = edit(ctx, spot.version, |skills| {
        if usize::from(spot.place) < skills.len() {
            skills.remove(usize::from(spot.place));
        }
    });
    after(ctx, done.await?.map(|_| ())).await
}

/// Takes a known skill for an unknown word: which for which is what was picked.
pub(super) async fn meant(ctx: &Ctx<'_>, version: i64, picked: &[String]) -> Result<Reply, Fault> {
    let pair = picked.first().and_then(|pair| pair.split_once('-'));
    let pair =
        pair.and_then(|(place, choice)| Some((place.parse::<usize>().ok()?, choice.parse::<usize>().ok()?)));
    let Some((place, choice)) = pair else { return show(ctx).await };
    let done = edit(ctx, version, |skills| {
        let Some(entry) = skills.get(place).cloned() else { return };
        let vocabulary = Vocabulary::embedded();
        let Some(known) =
            vocabulary.did_you_mean(&entry.skill, MEANT).get(choice).map(|skill| skill.slug.to_string())
        else {
            return;
        };
        if skills.iter().any(|skill| skill.skill == known) {
            skills.remove(place);
        } else {
            skills[place] = ProfileSkill { skill: known, ..entry };
        }
    });
    after(ctx, done.await?.map(|_| ())).await
}

fn number(picked: &[String]) -> Option<u8> {
    picked.first()?.parse().ok()
}

async fn change(ctx: &Ctx<'_>, spot: Spot, change: impl Fn(&mut ProfileSkill)) -> Result<Reply, Fault> {
    let done = edit(ctx, spot.version, |skills| {
        if let Some(skill) = skills.get_mut(usize::from(spot.place)) {
            change(skill);
        }
    });
    match done.await? {
        Ok(profile) => card(ctx, Spot { version: profile.version, ..spot }).await,
        Err(error) => refused(ctx, error),
    }
}

async fn edit(
    ctx: &Ctx<'_>,
    version: i64,
    change: impl FnOnce(&mut Vec<ProfileSkill>),
) -> Result<Result<Profile, Error<ProfileRefusal>>, Fault> {
    let Some(profile) = own(ctx).await? else { return Ok(Err(Error::Refused(ProfileRefusal::Changed))) };
    let mut skills = profile.skills;
    change(&mut skills);
    Ok(profile::edit_at(&ctx.call, ctx.me(), version, &[Section::Skills(skills)]).await)
}

async fn own(ctx: &Ctx<'_>) -> Result<Option<Profile>, Fault> {
    Ok(profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?.and_then(|card| card.profile))
}
