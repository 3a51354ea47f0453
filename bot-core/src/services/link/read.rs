//! Where an account stands with its links.

use super::preview::{Preview, preview};
use crate::domain::id::{AccountId, LinkId};
use crate::domain::identity::Identity;
use crate::domain::link::{Link, LinkState};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::authority::{Actor, Answer, On, Verb, ask, may};
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, contracts, identities, links, proposals, requests};

/// Where an account stands with its links.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Nothing is under way.
    Free,
    /// The two sides look at each other, or both said yes and wait.
    Meeting(Box<Meeting>),
    /// One account on all these platforms.
    Linked(Vec<Identity>),
}

/// Two sides of a link, seen from one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// The link.
    pub link: Link,
    /// Whether the viewer said yes.
    pub agreed: bool,
    /// The other side.
    pub other: Party,
    /// What would come of the two.
    pub preview: Preview,
}

/// Somebody on the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Who they are on the platforms.
    pub identities: Vec<Identity>,
    /// Since when they are here.
    pub since: Timestamp,
}

/// Where the actor stands.
pub async fn standing(call: &Call<'_>, actor: &Actor) -> Result<Standing, Fault> {
    let tx = call.read().await?;
    let known = identities::list(&tx, actor.account).await?;
    for link in links::list_under_way(&tx, actor.account).await? {
        if link.state != LinkState::Offered
            && !link.has_run_out(call.now)
            && let Some(meeting) = seen_by(&tx, actor.account, link).await?
        {
            return Ok(Standing::Meeting(Box::new(meeting)));
        }
    }
    if known.len() > 1 {
        return Ok(Standing::Linked(known));
    }
    Ok(Standing::Free)
}

/// A link with what comes of it, whatever state it is in; none where the actor has no part in it.
pub async fn meeting(call: &Call<'_>, actor: &Actor, id: LinkId) -> Result<Option<Meeting>, Fault> {
    let tx = call.read().await?;
    let found = links::find(&tx, id).await?;
    match found.filter(|link| may(actor, Verb::ViewLink, On::Link(link))) {
        Some(link) => seen_by(&tx, actor.account, link).await,
        None => Ok(None),
    }
}

async fn seen_by(tx: &Tx, me: AccountId, link: Link) -> Result<Option<Meeting>, Fault> {
    let Some(other) = link.other_than(me) else { return Ok(None) };
    let (mine, theirs) = (accounts::get(tx, me).await?, accounts::get(tx, other).await?);
    let other = Party { identities: identities::list(tx, other).await?, since: theirs.created_at };
    let preview = preview(tx, mine, theirs).await?;
    Ok(Some(Meeting { link, agreed: link.is_agreed_by(me), other, preview }))
}

/// When something opens that belongs to the account the actor's waits to become one with; none where it isn't so.
pub async fn opens_at(call: &Call<'_>, actor: &Actor, subject: Subject) -> Result<Option<Timestamp>, Fault> {
    if actor.link.is_none() {
        return Ok(None);
    }
    let tx = call.read().await?;
    let answer = match subject {
        Subject::Account(id) => ask(actor, Verb::ManageAccount, On::Account(id)),
        Subject::Request(id) => match requests::find(&tx, id).await? {
            Some(request) => ask(actor, Verb::EditRequest, On::Request(&request)),
            None => Answer::No,
        },
        Subject::Proposal(id) => match proposals::find(&tx, id).await? {
            Some(proposal) => ask(actor, Verb::ViewProposal, On::Proposal(&proposal)),
            None => Answer::No,
        },
        Subject::Contract(id) => match contracts::find(&tx, id).await? {
            Some(contract) => ask(actor, Verb::ViewContract, On::Contract(&contract)),
            None => Answer::No,
        },
        Subject::Link(_) => Answer::No,
    };
    match answer {
        Answer::NotBefore(at) => Ok(Some(at)),
        Answer::Yes | Answer::No => Ok(None),
    }
}
