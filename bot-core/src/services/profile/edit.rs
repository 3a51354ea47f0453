//! Changing one's own profile, a section at a time.

use futures::FutureExt as _;

use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::money::Price;
use crate::domain::place::Place;
use crate::domain::profile::{AvailabilityStatus, Profile, ProfileSkill};
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
}

/// A section of a profile with its new content.
#[derive(Debug, Clone, PartialEq)]
pub enum Section {
    /// The skills, in order.
    Skills(Vec<ProfileSkill>),
    /// The line.
    Headline(String),
    /// The usual price; none takes it away.
    Rate(Option<Price>),
    /// Where they are and how far they go.
    Place {
        /// The town; none takes it away.
        place: Option<Place>,
        /// Whether they work remotely.
        remote: bool,
    },
    /// How available they are.
    Status(AvailabilityStatus),
    /// Hours a week.
    Hours(u8),
}

/// Replaces sections of the actor's own profile, all at once.
pub async fn edit(
    call: &Call<'_>,
    id: AccountId,
    sections: &[Section],
) -> Result<Profile, Error<ProfileRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let account = accounts::get(&tx, id).await?;
            if !may(&Actor::from(&account), Verb::EditProfile, On::Account(id)) {
                return Err(Error::Refused(ProfileRefusal::NotYours));
            }
            let mut profile = profiles::find(&tx, id).await?.unwrap_or_else(|| Profile::empty(id, call.now));
            for section in sections {
                apply(&mut profile, section.clone());
            }
            Ok(store(call, &tx, profile).await?)
        }
        .boxed()
    })
    .await
}

fn apply(profile: &mut Profile, section: Section) {
    match section {
        Section::Skills(skills) => profile.skills = skills,
        Section::Headline(headline) => profile.headline = headline,
        Section::Rate(rate) => profile.rate = rate,
        Section::Place { place, remote } => {
            profile.place = place;
            profile.remote = remote;
        }
        Section::Status(status) => profile.availability = profile.availability.at(status),
        Section::Hours(hours) => profile.availability = profile.availability.with_hours(hours),
    }
}

/// Stores a changed profile as its next version, and says so in the change feed and the log.
pub(in crate::services) async fn store(
    call: &Call<'_>,
    tx: &Tx,
    mut profile: Profile,
) -> Result<Profile, Fault> {
    profile.version += 1;
    profile.updated_at = call.now;
    profiles::upsert(tx, &profile).await?;
    changes::append(tx, "profile", &profile.account.to_string(), profile.version, call.now).await?;
    let subject = Subject::Account(profile.account);
    log(call, tx, ActivityKind::ProfileChanged, Some(profile.account), subject).await?;
    Ok(profile)
}
