//! What a member wants their matches to be like.
//!
//! Their own weights, and what "not for me" taught.

use bot_matching::Tuning;
use serde::{Deserialize, Serialize};

use super::id::{AccountId, RequestId};
use super::money::Price;
use super::time::Timestamp;

/// Why a request isn't for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// It pays too little.
    Pay,
    /// It asks for a skill they don't want to be asked for.
    Skills,
    /// They have no time at the moment.
    NotNow,
    /// It isn't remote, is too far, or on the wrong side of the clock.
    Place,
    /// They don't want to work for this client.
    Client,
    /// Anything else.
    Other,
}

impl Reason {
    /// Every reason, in the order members see them.
    pub const ALL: [Self; 6] =
        [Self::Pay, Self::Skills, Self::NotNow, Self::Place, Self::Client, Self::Other];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Skills => "skills",
            Self::NotNow => "not-now",
            Self::Place => "place",
            Self::Client => "client",
            Self::Other => "other",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

/// A reason given for a request, with what of the request it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Objection {
    /// Whose.
    pub account: AccountId,
    /// Against which request.
    pub request: RequestId,
    /// Whose request it was.
    pub client: AccountId,
    /// Why.
    pub reason: Reason,
    /// The most it would have paid, where that is what is too low.
    pub too_low: Option<Price>,
    /// The skill they don't want to be asked for.
    pub skill: Option<String>,
    /// A way to work that is too far, in kilometres.
    pub too_far_km: Option<u32>,
    /// Until when no match messages are wanted.
    pub until: Option<Timestamp>,
    /// When it was said.
    pub at: Timestamp,
}

impl Objection {
    /// An objection that teaches nothing yet.
    pub const fn new(
        account: AccountId,
        request: RequestId,
        client: AccountId,
        reason: Reason,
        at: Timestamp,
    ) -> Self {
        Self {
            account,
            request,
            client,
            reason,
            too_low: None,
            skill: None,
            too_far_km: None,
            until: None,
            at,
        }
    }
}

/// Everything a member wants of their matches.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wishes {
    /// What they let count, as they set it.
    pub tuning: Tuning,
    /// What they said of single requests.
    pub objections: Vec<Objection>,
}

impl Wishes {
    /// What counts in the work they are shown: as they set it, price and place a step more once they objected to it.
    pub fn for_work(&self) -> Tuning {
        let mut tuning = self.tuning;
        if self.said(Reason::Pay) {
            tuning.price = tuning.price.raised();
        }
        if self.said(Reason::Place) {
            tuning.place = tuning.place.raised();
        }
        tuning
    }

    /// Whether they gave this reason for any request.
    pub fn said(&self, reason: Reason) -> bool {
        self.objections.iter().any(|objection| objection.reason == reason)
    }

    /// Amounts they called too low.
    pub fn too_low(&self) -> impl Iterator<Item = Price> {
        self.objections.iter().filter_map(|objection| objection.too_low)
    }

    /// Skills they don't want to be asked for.
    pub fn unwanted(&self) -> impl Iterator<Item = &str> {
        self.objections.iter().filter_map(|objection| objection.skill.as_deref())
    }

    /// How far they go at most: a kilometre less than what was too far.
    pub fn reach_km(&self) -> Option<u32> {
        let far = self.objections.iter().filter_map(|objection| objection.too_far_km).min();
        far.map(|km| km.saturating_sub(1))
    }

    /// Until when no match messages are wanted, if that is still to come at `now`.
    pub fn quiet_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.objections.iter().filter_map(|objection| objection.until).max().filter(|until| *until > now)
    }

    /// Clients whose requests they don't want to see.
    pub fn unwanted_clients(&self) -> impl Iterator<Item = AccountId> {
        let about = self.objections.iter().filter(|objection| objection.reason == Reason::Client);
        about.map(|objection| objection.client)
    }

    /// Whether there is anything to reset.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
