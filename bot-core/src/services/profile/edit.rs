//! Changing one's own profile, a section at a time.

use futures::FutureExt as _;

use super::absence;
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::money::Price;
use crate::domain::place::Place;
use crate::domain::profile::{
    Absence, AvailabilityStatus, MOST_SLOTS, Profile, ProfileLanguage, ProfileSkill, Visibility,
};
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault};
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, changes, profiles};

/// Why a profile isn't changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileRefusal {
    /// It isn't yours.
    NotYours,
    /// It changed in between.
    Changed,
    /// It holds no more of that.
    Full,
    /// That isn't there.
    Gone,
}

/// A section of a profile with its new content.
#[derive(Debug, Clone, PartialEq)]
pub enum Section {
    /// The skills, in order.
    Skills(Vec<ProfileSkill>),
    /// The line.
    Headline(String),
    /// The text about oneself.
    About(String),
    /// The usual price; none takes it away.
    Rate(Option<Price>),
    /// Languages, in order.
    Languages(Vec<ProfileLanguage>),
    /// The town; none takes it away.
    Place(Option<Place>),
    /// How far they travel, in kilometres.
    Reach(i64),
    /// Whether they work remotely.
    Remote(bool),
    /// How available they are.
    Status(AvailabilityStatus),
    /// Hours a week.
    Hours(u8),
    /// From when they are free; none is now.
    From(Option<Timestamp>),
    /// How many contracts they take at once; none says nothing about it.
    Slots(Option<u8>),
    /// When they are away; none is not at all.
    Absence(Option<Absence>),
    /// What was said about time still holds.
    StillFree,
    /// Who sees it.
    Visibility(Visibility),
}

/// Replaces sections of the actor's own profile, all at once.
pub async fn edit(
    call: &Call<'_>,
    id: AccountId,
    sections: &[Section],
) -> Result<Profile, Error<ProfileRefusal>> {
    edit_if(call, id, sections, |_| true).await
}

/// The same, unless the profile isn't at `version` any more.
pub async fn edit_at(
    call: &Call<'_>,
    id: AccountId,
    version: i64,
    sections: &[Section],
) -> Result<Profile, Error<ProfileRefusal>> {
    edit_if(call, id, sections, move |profile| profile.version == version).await
}

async fn edit_if(
    call: &Call<'_>,
    id: AccountId,
    sections: &[Section],
    may_change: impl Fn(&Profile) -> bool + Send + Sync + Copy,
) -> Result<Profile, Error<ProfileRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let mut profile = own(call, &tx, id).await?;
            if !may_change(&profile) {
                return Err(Error::Refused(ProfileRefusal::Changed));
            }
            apply_all(&mut profile, sections, call.now);
            let profile = store(call, &tx, profile).await?;
            absence::follow(call, &tx, &profile).await?;
            Ok(profile)
        }
        .boxed()
    })
    .await
}

/// The actor's own profile, to be changed.
pub(super) async fn own(call: &Call<'_>, tx: &Tx, id: AccountId) -> Result<Profile, Error<ProfileRefusal>> {
    let account = accounts::get(tx, id).await?;
    if !may(&Actor::from(&account), Verb::EditProfile, On::Account(id)) {
        return Err(Error::Refused(ProfileRefusal::NotYours));
    }
    Ok(profiles::find(tx, id).await?.unwrap_or_else(|| Profile::empty(id, call.now)))
}

/// Puts the content of `sections` into `profile`.
pub(in crate::services) fn apply_all(profile: &mut Profile, sections: &[Section], now: Timestamp) {
    for section in sections {
        apply(profile, section.clone(), now);
    }
}

fn apply(profile: &mut Profile, section: Section, now: Timestamp) {
    match section {
        Section::Skills(skills) => profile.skills = skills,
        Section::Headline(headline) => profile.headline = headline,
        Section::About(about) => profile.about = about,
        Section::Rate(rate) => profile.rate = rate,
        Section::Languages(languages) => profile.languages = languages,
        Section::Place(place) => profile.place = place,
        Section::Reach(km) => profile.reach_km = km,
        Section::Remote(remote) => profile.remote = remote,
        Section::Slots(slots) => profile.slots = slots.map(|slots| slots.clamp(1, MOST_SLOTS)),
        Section::Visibility(visibility) => profile.visibility = visibility,
        Section::Status(_)
        | Section::Hours(_)
        | Section::From(_)
        | Section::Absence(_)
        | Section::StillFree => apply_time(profile, section, now),
    }
}

/// Whatever is said about time answers the question whether it still holds.
fn apply_time(profile: &mut Profile, section: Section, now: Timestamp) {
    let availability = profile.availability;
    match section {
        Section::Status(status) => profile.availability = availability.at(status),
        Section::Hours(hours) => profile.availability = availability.with_hours(hours),
        Section::From(from) => profile.availability = availability.starting(from, now),
        Section::Absence(absence) => profile.absence = absence,
        _ => {}
    }
    (profile.available_at, profile.asked_at) = (now, None);
}

/// Stores a changed profile as its next version, and says so in the change feed and the log.
pub(in crate::services) async fn store(
    call: &Call<'_>,
    tx: &Tx,
    mut profile: Profile,
) -> Result<Profile, Fault> {
    profile.updated_at = call.now;
    let profile = touch(call, tx, profile).await?;
    let subject = Subject::Account(profile.account);
    log(call, tx, ActivityKind::ProfileChanged, Some(profile.account), subject).await?;
    Ok(profile)
}

/// Stores a profile as its next version and says so in the change feed, where its owner changed nothing.
pub(super) async fn touch(call: &Call<'_>, tx: &Tx, mut profile: Profile) -> Result<Profile, Fault> {
    profile.version += 1;
    profiles::upsert(tx, &profile).await?;
    changes::append(tx, "profile", &profile.account.to_string(), profile.version, call.now).await?;
    Ok(profile)
}
