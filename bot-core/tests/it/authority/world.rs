//! One of everything, for the matrix: own and foreign, in every state.

use bot_core::domain::account::{Account, AccountState, QuietHours, Roles};
use bot_core::domain::contract::{Contract, ContractState};
use bot_core::domain::id::{AccountId, ContractId, LinkId, ProposalId, RequestId};
use bot_core::domain::link::{Link, LinkState};
use bot_core::domain::money::{Money, Price, PriceKind};
use bot_core::domain::proposal::{Proposal, ProposalState, Side, Terms};
use bot_core::domain::request::{Brief, RequestState, WorkRequest};
use bot_testing::MORNING;
use uuid::Uuid;

/// Whoever acts.
pub(crate) const ME: AccountId = AccountId(Uuid::from_u128(1));
/// Somebody else, and a third.
pub(crate) const THEM: AccountId = AccountId(Uuid::from_u128(2));
/// Nobody of the two.
pub(crate) const THIRD: AccountId = AccountId(Uuid::from_u128(3));

/// Me, in a role of the table.
pub(crate) fn me(role: &str) -> Account {
    let state = match role {
        "leaving" => AccountState::Leaving { erase_at: MORNING },
        _ => AccountState::Active,
    };
    let roles = match role {
        "leaving" | "both" => Roles { works: true, hires: true },
        "freelancer" => Roles { works: true, hires: false },
        "client" => Roles { works: false, hires: true },
        _ => Roles::default(),
    };
    Account {
        id: ME,
        state,
        roles,
        zone: chrono_tz::UTC,
        zone_known: true,
        match_notices: true,
        quiet: QuietHours::NONE,
        terms_at: Some(MORNING),
        created_at: MORNING,
        link: None,
        version: 1,
    }
}

/// Somebody's request.
pub(crate) fn request(client: AccountId, state: RequestState) -> WorkRequest {
    WorkRequest {
        id: RequestId(Uuid::from_u128(10)),
        code: "7F3K2Q9A".to_owned(),
        client,
        state,
        brief: Brief {
            title: "Landing page".to_owned(),
            description: "5 sections".to_owned(),
            ..Brief::default()
        },
        created_at: MORNING,
        posted_at: None,
        expires_at: None,
        version: 1,
    }
}

/// Somebody's proposal to somebody.
pub(crate) fn proposal(freelancer: AccountId, client: AccountId, state: ProposalState) -> Proposal {
    Proposal {
        id: ProposalId(Uuid::from_u128(20)),
        request: RequestId(Uuid::from_u128(10)),
        freelancer,
        client,
        started_by: Side::Freelancer,
        state,
        terms: Terms { price: None, days: None, message: String::new() },
        created_at: MORNING,
        sent_at: None,
        version: 1,
    }
}

/// A contract of two.
pub(crate) fn contract(freelancer: AccountId, client: AccountId) -> Contract {
    Contract {
        id: ContractId(Uuid::from_u128(30)),
        code: "7F3K2Q9A".to_owned(),
        proposal: ProposalId(Uuid::from_u128(20)),
        request: RequestId(Uuid::from_u128(10)),
        client,
        freelancer,
        state: ContractState::Active,
        title: "Landing page".to_owned(),
        price: Price { amount: Money::new(1_000, iso_currency::Currency::EUR), kind: PriceKind::Fixed },
        days: None,
        created_at: MORNING,
        version: 1,
    }
}

/// A link of two, where it stands.
pub(crate) fn link(starter: AccountId, joiner: AccountId, state: LinkState) -> Link {
    Link { state, joiner: Some(joiner), ..Link::offered(LinkId(Uuid::from_u128(40)), starter, MORNING) }
}
