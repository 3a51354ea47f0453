//! A proposal: what one side offers the other for a request.

use serde::{Deserialize, Serialize};

use super::id::{AccountId, ProposalId, RequestId};
use super::money::Price;
use super::time::Timestamp;

/// The longest message, in characters.
pub const MESSAGE: u16 = 1_500;
/// How many proposals a person sends a day at most.
pub const PER_DAY: i64 = 10;
/// The most days a proposal may take.
pub const DAYS: i64 = 365;

/// What one side offers the other for a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The id.
    pub id: ProposalId,
    /// For which request.
    pub request: RequestId,
    /// Who would do the work.
    pub freelancer: AccountId,
    /// Who would pay for it.
    pub client: AccountId,
    /// Who began.
    pub started_by: Side,
    /// Where it stands.
    pub state: ProposalState,
    /// The terms.
    pub terms: Terms,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// Counts its changes.
    pub version: i64,
}

/// The terms of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The price; missing only in a draft.
    pub price: Option<Price>,
    /// How many days it takes.
    pub days: Option<i64>,
    /// A word to the other side.
    pub message: String,
}

/// One of the two sides of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Whoever does the work.
    Freelancer,
    /// Whoever pays for it.
    Client,
}

impl Side {
    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Freelancer => "freelancer",
            Self::Client => "client",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Freelancer, Self::Client].into_iter().find(|side| side.key() == key)
    }
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// Being written.
    Draft,
    /// The other side may answer.
    Sent,
    /// Agreed: there is a contract.
    Accepted,
    /// The other side said no.
    Declined,
    /// Whoever sent it took it back.
    Withdrawn,
    /// Its request ended without it.
    Lapsed,
}

impl ProposalState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Sent, Self::Accepted, Self::Declined, Self::Withdrawn, Self::Lapsed];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// Why a proposal can't change as asked: it stands elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongState(pub ProposalState);

impl Proposal {
    /// Sends a draft.
    pub fn sent(self, now: Timestamp) -> Result<Self, WrongState> {
        let draft = self.only(ProposalState::Draft)?;
        Ok(Self { state: ProposalState::Sent, sent_at: Some(now), version: draft.version + 1, ..draft })
    }

    /// Agrees to it.
    pub fn accepted(self) -> Result<Self, WrongState> {
        self.decided(ProposalState::Accepted)
    }

    /// Says no to it.
    pub fn declined(self) -> Result<Self, WrongState> {
        self.decided(ProposalState::Declined)
    }

    /// Takes it back.
    pub fn withdrawn(self) -> Result<Self, WrongState> {
        self.decided(ProposalState::Withdrawn)
    }

    /// Ends it with its request.
    pub fn lapsed(self) -> Result<Self, WrongState> {
        self.decided(ProposalState::Lapsed)
    }

    /// Takes a "no" back within its moment of grace.
    pub fn reopened(self) -> Result<Self, WrongState> {
        let declined = self.only(ProposalState::Declined)?;
        Ok(Self { state: ProposalState::Sent, version: declined.version + 1, ..declined })
    }

    /// Which side `account` is on.
    pub fn side_of(&self, account: AccountId) -> Option<Side> {
        match account {
            _ if account == self.freelancer => Some(Side::Freelancer),
            _ if account == self.client => Some(Side::Client),
            _ => None,
        }
    }

    fn decided(self, state: ProposalState) -> Result<Self, WrongState> {
        let sent = self.only(ProposalState::Sent)?;
        Ok(Self { state, version: sent.version + 1, ..sent })
    }

    fn only(self, state: ProposalState) -> Result<Self, WrongState> {
        if self.state == state { Ok(self) } else { Err(WrongState(self.state)) }
    }
}
