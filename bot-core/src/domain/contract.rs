//! A contract: what two sides agreed on.

use serde::{Deserialize, Serialize};

use super::id::{AccountId, ContractId, ProposalId, RequestId};
use super::money::Price;
use super::proposal::Side;
use super::time::Timestamp;

/// What two sides agreed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// The id.
    pub id: ContractId,
    /// The short public code.
    pub code: String,
    /// The proposal that was accepted.
    pub proposal: ProposalId,
    /// The request it answers.
    pub request: RequestId,
    /// Who pays.
    pub client: AccountId,
    /// Who works.
    pub freelancer: AccountId,
    /// Where it stands.
    pub state: ContractState,
    /// The request's title when it was agreed.
    pub title: String,
    /// The price agreed on.
    pub price: Price,
    /// The days agreed on.
    pub days: Option<i64>,
    /// When it was agreed.
    pub created_at: Timestamp,
    /// Counts its changes.
    pub version: i64,
}

/// Where a contract stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContractState {
    /// Work is under way.
    Active,
}

impl ContractState {
    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        (key == Self::Active.key()).then_some(Self::Active)
    }
}

impl Contract {
    /// Which side `account` is on.
    pub fn side_of(&self, account: AccountId) -> Option<Side> {
        match account {
            _ if account == self.freelancer => Some(Side::Freelancer),
            _ if account == self.client => Some(Side::Client),
            _ => None,
        }
    }
}
