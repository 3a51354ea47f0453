//! A member's own weights, and forgetting what "not for me" taught.

use bot_matching::{Step, Tuning};
use futures::FutureExt as _;

use super::backdrop::wishes_of;
use crate::domain::id::AccountId;
use crate::domain::wishes::Wishes;
use crate::error::{Error, Fault, Never};
use crate::services::{Call, Subject};
use crate::storage::{Tx, changes, objections, tunings};

/// The kind under which the change feed names somebody's wishes and standing.
pub(super) const BACKDROP: &str = "backdrop";

/// What a member can let count more or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dial {
    /// What somebody can do.
    Skills,
    /// Budget against rate.
    Price,
    /// When, and how many hours.
    Timing,
    /// Distance, or hours on the clock.
    Place,
    /// Reviews, and how fast somebody answers.
    Reputation,
}

impl Dial {
    /// Every dial, in the order members see them.
    pub const ALL: [Self; 5] = [Self::Skills, Self::Price, Self::Timing, Self::Place, Self::Reputation];

    /// The key in tokens and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Price => "price",
            Self::Timing => "timing",
            Self::Place => "place",
            Self::Reputation => "repute",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dial| dial.key() == key)
    }

    /// How it is set.
    pub const fn of(self, tuning: &Tuning) -> Step {
        match self {
            Self::Skills => tuning.skills,
            Self::Price => tuning.price,
            Self::Timing => tuning.timing,
            Self::Place => tuning.place,
            Self::Reputation => tuning.reputation,
        }
    }

    const fn of_mut(self, tuning: &mut Tuning) -> &mut Step {
        match self {
            Self::Skills => &mut tuning.skills,
            Self::Price => &mut tuning.price,
            Self::Timing => &mut tuning.timing,
            Self::Place => &mut tuning.place,
            Self::Reputation => &mut tuning.reputation,
        }
    }
}

/// What the member wants of their matches.
pub async fn wishes(call: &Call<'_>, account: AccountId) -> Result<Wishes, Fault> {
    wishes_of(&call.read().await?, account).await
}

/// Lets something count more or less in the member's lists.
pub async fn tune(call: &Call<'_>, account: AccountId, dial: Dial, step: Step) -> Result<Wishes, Fault> {
    let done: Result<Wishes, Error<Never>> = call
        .write(Subject::Account(account), |tx| {
            async move {
                let mut wishes = wishes_of(&tx, account).await?;
                *dial.of_mut(&mut wishes.tuning) = step;
                tunings::upsert(&tx, account, wishes.tuning, call.now).await?;
                changed(call, &tx, account).await?;
                Ok(wishes)
            }
            .boxed()
        })
        .await;
    Ok(done?)
}

/// Back to the usual weights, and nothing learned from "not for me". Requests dismissed one by one stay so.
pub async fn reset(call: &Call<'_>, account: AccountId) -> Result<Wishes, Fault> {
    let done: Result<(), Error<Never>> = call
        .write(Subject::Account(account), |tx| {
            async move {
                tunings::delete(&tx, account).await?;
                objections::delete_of(&tx, account).await?;
                Ok(changed(call, &tx, account).await?)
            }
            .boxed()
        })
        .await;
    done?;
    Ok(Wishes::default())
}

/// Says in the change feed that somebody's wishes or standing changed.
pub async fn changed(call: &Call<'_>, tx: &Tx, account: AccountId) -> Result<(), Fault> {
    changes::append(tx, BACKDROP, &account.to_string(), call.now.millis(), call.now).await
}
