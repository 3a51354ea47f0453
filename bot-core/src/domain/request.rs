//! A request: work somebody wants done.

use serde::{Deserialize, Serialize};

use super::correction::Timing;
use super::id::{AccountId, RequestId};
use super::money::Budget;
use super::place::WorkPlace;
use super::time::Timestamp;

/// The longest title, in characters.
pub const TITLE: u16 = 80;
/// The longest description, in characters.
pub const DESCRIPTION: u16 = 2_000;
/// How many skills a request asks for at most.
pub const SKILLS: usize = 20;

/// Work somebody wants done.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkRequest {
    /// The id.
    pub id: RequestId,
    /// The short public code.
    pub code: String,
    /// Who wants it.
    pub client: AccountId,
    /// Where it stands.
    pub state: RequestState,
    /// What it says.
    pub brief: Brief,
    /// When it was drafted.
    pub created_at: Timestamp,
    /// When it was posted.
    pub posted_at: Option<Timestamp>,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// Counts its changes.
    pub version: i64,
}

/// What a request says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// One line.
    pub title: String,
    /// What "done" looks like.
    pub description: String,
    /// Skills asked for, in the client's order.
    pub skills: Vec<RequestSkill>,
    /// What it may cost.
    pub budget: Option<Budget>,
    /// Where it is done.
    pub place: WorkPlace,
    /// By when.
    pub due_at: Option<Timestamp>,
    /// From when, if not at once.
    pub starts_at: Option<Timestamp>,
    /// How many hours a week it takes.
    pub hours_per_week: Option<u8>,
    /// Languages the client needs, all of them: ISO 639 codes in lower case.
    pub languages: Vec<String>,
    /// How much of a hurry there is, where it was said.
    pub pace: Option<Pace>,
}

/// How much of a hurry there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// As soon as possible.
    Asap,
    /// There is time.
    Flexible,
    /// Work without an end.
    Ongoing,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 3] = [Self::Asap, Self::Flexible, Self::Ongoing];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asap => "asap",
            Self::Flexible => "flexible",
            Self::Ongoing => "ongoing",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.key() == key)
    }
}

impl Brief {
    /// Its times.
    pub const fn timing(&self) -> Timing {
        Timing {
            due_at: self.due_at,
            starts_at: self.starts_at,
            hours_per_week: self.hours_per_week,
            pace: self.pace,
        }
    }

    /// Sets its times.
    pub const fn set_timing(&mut self, timing: Timing) {
        self.due_at = timing.due_at;
        self.starts_at = timing.starts_at;
        self.hours_per_week = timing.hours_per_week;
        self.pace = timing.pace;
    }
}

/// A skill a request asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestSkill {
    /// The vocabulary's key, or the client's own word in lower case.
    pub skill: String,
    /// Whether nobody fits without it.
    pub must: bool,
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Only its client sees it.
    Draft,
    /// A moderator looks at it before anybody else does.
    Held,
    /// People may propose.
    Open,
    /// A proposal was accepted.
    Filled,
    /// The client closed it.
    Closed,
    /// Its time ran out.
    Expired,
}

impl RequestState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Held, Self::Open, Self::Filled, Self::Closed, Self::Expired];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Held => "held",
            Self::Open => "open",
            Self::Filled => "filled",
            Self::Closed => "closed",
            Self::Expired => "expired",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// Why a request can't change as asked: it stands elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongState(pub RequestState);

impl WorkRequest {
    /// Whether only its client may see it.
    pub const fn is_private(&self) -> bool {
        matches!(self.state, RequestState::Draft | RequestState::Held)
    }

    /// Opens a draft, or one that a moderator has looked at, to proposals for `open_ms`.
    pub fn posted(self, now: Timestamp, open_ms: i64) -> Result<Self, WrongState> {
        match self.state {
            RequestState::Draft | RequestState::Held => Ok(Self {
                posted_at: Some(now),
                expires_at: Some(now.plus_millis(open_ms)),
                ..self.moved(RequestState::Open)
            }),
            other => Err(WrongState(other)),
        }
    }

    /// Puts it before a moderator, as if it had never been posted.
    pub fn held(self) -> Result<Self, WrongState> {
        let held = self.moved_from(&[RequestState::Draft, RequestState::Open], RequestState::Held)?;
        Ok(Self { posted_at: None, expires_at: None, ..held })
    }

    /// Takes it back from the moderator, to be changed.
    pub fn taken_back(self) -> Result<Self, WrongState> {
        self.moved_from(&[RequestState::Held], RequestState::Draft)
    }

    /// Says something else, while it takes proposals.
    pub fn changed(self, brief: Brief) -> Result<Self, WrongState> {
        Ok(Self { brief, ..self.moved_from(&[RequestState::Open], RequestState::Open)? })
    }

    /// Stays open for `more_ms` more, but no longer than `longest_ms` in all; none where it does already.
    pub fn extended(self, more_ms: i64, longest_ms: i64) -> Result<Option<Self>, WrongState> {
        let (Some(ends), Some(posted)) = (self.expires_at, self.posted_at) else {
            return Err(WrongState(self.state));
        };
        let until = ends.plus_millis(more_ms).min(posted.plus_millis(longest_ms));
        let extended = self.moved_from(&[RequestState::Open], RequestState::Open)?;
        Ok((until > ends).then_some(Self { expires_at: Some(until), ..extended }))
    }

    /// Ends it by its client's wish.
    pub fn closed(self) -> Result<Self, WrongState> {
        let from = [RequestState::Draft, RequestState::Held, RequestState::Open];
        self.moved_from(&from, RequestState::Closed)
    }

    /// Takes its client's wish to end it back.
    pub fn reopened(self) -> Result<Self, WrongState> {
        let before = if self.posted_at.is_some() { RequestState::Open } else { RequestState::Draft };
        self.moved_from(&[RequestState::Closed], before)
    }

    /// Ends it with an accepted proposal.
    pub fn filled(self) -> Result<Self, WrongState> {
        self.moved_from(&[RequestState::Open], RequestState::Filled)
    }

    /// Ends it because its time ran out.
    pub fn expired(self) -> Result<Self, WrongState> {
        self.moved_from(&[RequestState::Open], RequestState::Expired)
    }

    fn moved_from(self, from: &[RequestState], to: RequestState) -> Result<Self, WrongState> {
        if from.contains(&self.state) { Ok(self.moved(to)) } else { Err(WrongState(self.state)) }
    }

    fn moved(self, state: RequestState) -> Self {
        Self { state, version: self.version + 1, ..self }
    }
}
