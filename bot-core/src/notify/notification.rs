//! What can be told, as typed facts.
//!
//! Words come later, in the recipient's own language and zone.

use serde::{Deserialize, Serialize};

use crate::domain::id::{AccountId, AlertId, ContractId, LinkId, ProposalId, RequestId};
use crate::domain::identity::Platform;
use crate::domain::time::Timestamp;
use crate::domain::topic::Topic;
use crate::services::Subject;

/// Something to tell somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notification {
    /// A request fits you.
    Match {
        /// Which.
        request: RequestId,
    },
    /// A request that a search of yours finds.
    Found {
        /// Which.
        request: RequestId,
        /// Which alert watches that search.
        alert: AlertId,
    },
    /// Somebody proposed for your request.
    ProposalReceived {
        /// Which proposal.
        proposal: ProposalId,
        /// For which request.
        request: RequestId,
    },
    /// The freelancer took the proposal back.
    ProposalWithdrawn {
        /// Which proposal.
        proposal: ProposalId,
    },
    /// The client said no.
    ProposalDeclined {
        /// Which proposal.
        proposal: ProposalId,
        /// Its version when it was declined: it may be reopened and declined again.
        version: i64,
    },
    /// The request ended without this proposal.
    ProposalLapsed {
        /// Which proposal.
        proposal: ProposalId,
    },
    /// There is a contract.
    ContractMade {
        /// Which.
        contract: ContractId,
    },
    /// Your request ends soon.
    RequestEnding {
        /// Which.
        request: RequestId,
        /// When: after an extension it ends again.
        #[serde(default = "never")]
        until: Timestamp,
    },
    /// A request you proposed for says something else now.
    RequestChanged {
        /// Which.
        request: RequestId,
        /// The version that was changed.
        base: i64,
    },
    /// A moderator has let your request out.
    RequestReleased {
        /// Which.
        request: RequestId,
        /// Its version since: it may be held again.
        version: i64,
    },
    /// A moderator has kept your request in.
    RequestRefused {
        /// Which.
        request: RequestId,
        /// Its version since.
        version: i64,
    },
    /// Your request has ended by itself.
    RequestExpired {
        /// Which.
        request: RequestId,
    },
    /// What has come up, in one message.
    Digest {
        /// Which.
        digest: String,
        /// Whether they come less often from now on, since nobody came back for the last ones.
        slowed: bool,
    },
    /// Your code was typed in another chat: is that you?
    LinkTyped {
        /// Which link.
        link: LinkId,
    },
    /// The other side said yes as well: the three days begin.
    LinkAgreed {
        /// Which link.
        link: LinkId,
    },
    /// The three days end soon.
    LinkEnding {
        /// Which link.
        link: LinkId,
    },
    /// The link came to nothing.
    LinkStopped {
        /// Which link.
        link: LinkId,
    },
    /// The two accounts are one.
    LinkMerged {
        /// Which link.
        link: LinkId,
    },
    /// Somebody's place on one platform was taken out of their account.
    Unlinked {
        /// Out of which account.
        from: AccountId,
        /// Where.
        platform: Platform,
        /// When: it can be linked and unlinked again.
        at: Timestamp,
    },
}

/// What rows of an earlier version didn't say.
const fn never() -> Timestamp {
    Timestamp::from_millis(0)
}

impl Notification {
    /// The key under which rows and preferences name it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Match { .. } => "match",
            Self::Found { .. } => "found",
            Self::ProposalReceived { .. } => "proposal_received",
            Self::ProposalWithdrawn { .. } => "proposal_withdrawn",
            Self::ProposalDeclined { .. } => "proposal_declined",
            Self::ProposalLapsed { .. } => "proposal_lapsed",
            Self::ContractMade { .. } => "contract_made",
            Self::RequestEnding { .. } => "request_ending",
            Self::RequestChanged { .. } => "request_changed",
            Self::RequestReleased { .. } => "request_released",
            Self::RequestRefused { .. } => "request_refused",
            Self::RequestExpired { .. } => "request_expired",
            Self::Digest { .. } => "digest",
            Self::LinkTyped { .. } => "link_typed",
            Self::LinkAgreed { .. } => "link_agreed",
            Self::LinkEnding { .. } => "link_ending",
            Self::LinkStopped { .. } => "link_stopped",
            Self::LinkMerged { .. } => "link_merged",
            Self::Unlinked { .. } => "unlinked",
        }
    }

    /// Under which of its reader's wishes it falls; none for what is made of other news.
    pub const fn topic(&self) -> Option<Topic> {
        Some(match self {
            Self::Match { .. } => Topic::Matches,
            Self::Found { .. } => Topic::Searches,
            Self::ProposalReceived { .. } => Topic::Received,
            Self::ProposalWithdrawn { .. }
            | Self::ProposalDeclined { .. }
            | Self::ProposalLapsed { .. }
            | Self::RequestChanged { .. } => Topic::Answers,
            Self::RequestEnding { .. }
            | Self::RequestExpired { .. }
            | Self::RequestReleased { .. }
            | Self::RequestRefused { .. } => Topic::Requests,
            Self::ContractMade { .. }
            | Self::LinkTyped { .. }
            | Self::LinkAgreed { .. }
            | Self::LinkEnding { .. }
            | Self::LinkStopped { .. }
            | Self::LinkMerged { .. }
            | Self::Unlinked { .. } => Topic::Vital,
            Self::Digest { .. } => return None,
        })
    }

    /// What it is counted together with: proposals by their request, what a search finds with matches, all else by its
    /// topic.
    pub fn burst(&self) -> Option<String> {
        let topic = self.topic()?;
        Some(match self {
            Self::ProposalReceived { request, .. } => format!("{}:{request}", topic.key()),
            Self::Found { .. } => Topic::Matches.key().to_owned(),
            _ => topic.key().to_owned(),
        })
    }

    /// What it is about; none where that is many things.
    pub const fn subject(&self) -> Option<Subject> {
        Some(match self {
            Self::Match { request }
            | Self::Found { request, .. }
            | Self::RequestEnding { request, .. }
            | Self::RequestChanged { request, .. }
            | Self::RequestReleased { request, .. }
            | Self::RequestRefused { request, .. }
            | Self::RequestExpired { request } => Subject::Request(*request),
            Self::ProposalReceived { proposal, .. }
            | Self::ProposalWithdrawn { proposal }
            | Self::ProposalDeclined { proposal, .. }
            | Self::ProposalLapsed { proposal } => Subject::Proposal(*proposal),
            Self::ContractMade { contract } => Subject::Contract(*contract),
            Self::LinkTyped { link }
            | Self::LinkAgreed { link }
            | Self::LinkEnding { link }
            | Self::LinkStopped { link }
            | Self::LinkMerged { link } => Subject::Link(*link),
            Self::Unlinked { from, .. } => Subject::Account(*from),
            Self::Digest { .. } => return None,
        })
    }

    /// What makes this occasion different from the same news on another day.
    pub fn occasion(&self) -> String {
        let subject = self.subject().map(Subject::id).unwrap_or_default();
        match self {
            Self::ProposalDeclined { version, .. }
            | Self::RequestReleased { version, .. }
            | Self::RequestRefused { version, .. } => format!("{subject}:{version}"),
            Self::RequestChanged { base, .. } => format!("{subject}:{base}"),
            Self::RequestEnding { until, .. } => format!("{subject}:{}", until.millis()),
            Self::Digest { digest, .. } => digest.clone(),
            Self::Unlinked { at, .. } => format!("{subject}:{}", at.millis()),
            _ => subject,
        }
    }
}
