//! A request: work somebody wants done.

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub const ALL: [Self; 5] = [Self::Draft, Self::Open, Self::Filled, Self::Closed, Self::Expired];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
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
    /// Opens a draft to proposals.
    pub fn posted(self, now: Timestamp, open_ms: i64) -> Result<Self, WrongState> {
        match self.state {
            RequestState::Draft => Ok(Self {
                state: RequestState::Open,
                posted_at: Some(now),
                expires_at: Some(now.plus_millis(open_ms)),
                version: self.version + 1,
                ..self
            }),
            other => Err(WrongState(other)),
        }
    }

    /// Ends it by its client's wish.
    pub fn closed(self) -> Result<Self, WrongState> {
        match self.state {
            RequestState::Draft | RequestState::Open => {
                Ok(Self { state: RequestState::Closed, version: self.version + 1, ..self })
            }
            other => Err(WrongState(other)),
        }
    }

    /// Ends it with an accepted proposal.
    pub fn filled(self) -> Result<Self, WrongState> {
        match self.state {
            RequestState::Open => Ok(Self { state: RequestState::Filled, version: self.version + 1, ..self }),
            other => Err(WrongState(other)),
        }
    }

    /// Ends it because its time ran out.
    pub fn expired(self) -> Result<Self, WrongState> {
        match self.state {
            RequestState::Open => {
                Ok(Self { state: RequestState::Expired, version: self.version + 1, ..self })
            }
            other => Err(WrongState(other)),
        }
    }
}
