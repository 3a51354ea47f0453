//! What can be typed next: an id is never typed by hand.

use super::Ctx;
use super::find;
use super::help::TOPICS;
use super::wording;
use crate::domain::request::WorkRequest;
use crate::error::Fault;
use crate::services::{contract, matching, proposal, request};
use crate::ui::limits::{self, OPTIONS, PLACEHOLDER};

/// A suggestion: what is shown, and what is sent when it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// At most 100 characters.
    pub label: String,
    /// At most 100 characters of ASCII.
    pub value: String,
}

/// What fits `partial` for the argument of a command, the likeliest first: only what the member may see.
pub async fn suggest(
    ctx: &Ctx<'_>,
    path: &str,
    argument: &str,
    partial: &str,
) -> Result<Vec<Suggestion>, Fault> {
    if let Some(completed) = path.strip_prefix("find ").and_then(|_| find::suggest(ctx, argument, partial)) {
        return Ok(completed);
    }
    let all = match (path, argument) {
        ("help", "topic") => topics(ctx),
        ("proposal send", "request") => fitting(ctx).await?,
        ("matches why", "request") => asked_about(ctx).await?,
        (_, "request") => own_requests(ctx).await?,
        ("request post", "template") => templates(ctx).await?,
        (_, "proposal") => proposals(ctx).await?,
        (_, "contract") => contracts(ctx).await?,
        ("report", "reference") => {
            let mut all = contracts(ctx).await?;
            all.extend(proposals(ctx).await?);
            all
        }
        _ => Vec::new(),
    };
    let wanted = partial.to_lowercase();
    let fits = |suggestion: &Suggestion| suggestion.label.to_lowercase().contains(&wanted);
    Ok(all.into_iter().filter(fits).take(OPTIONS).collect())
}

fn suggestion(label: &str, value: String) -> Suggestion {
    Suggestion { label: limits::shortened(label, PLACEHOLDER), value }
}

fn topics(ctx: &Ctx<'_>) -> Vec<Suggestion> {
    let topic =
        |topic: &&str| suggestion(&ctx.line(&format!("help-topic-{topic}"), &[]), (*topic).to_owned());
    TOPICS.iter().map(topic).collect()
}

async fn own_requests(ctx: &Ctx<'_>) -> Result<Vec<Suggestion>, Fault> {
    let list = request::list_of(&ctx.call, ctx.me(), None).await?;
    let line = |entry: WorkRequest| {
        let state = ctx.line(&format!("choice-state-{}", entry.state.key()), &[]);
        let title = wording::request_title(&ctx.reader, &entry.brief).words();
        suggestion(&format!("{title} · {state} · #{}", entry.code), entry.id.short())
    };
    Ok(list.into_iter().map(line).collect())
}

async fn templates(ctx: &Ctx<'_>) -> Result<Vec<Suggestion>, Fault> {
    let list = request::list_templates(&ctx.call, ctx.me()).await?;
    let line = |kept: crate::domain::template::Template| {
        suggestion(&wording::request_title(&ctx.reader, &kept.brief).words(), kept.id.short())
    };
    Ok(list.into_iter().map(line).collect())
}

async fn fitting(ctx: &Ctx<'_>) -> Result<Vec<Suggestion>, Fault> {
    let found = matching::requests_for(&ctx.call, &ctx.actor()).await?;
    Ok(found.fitting.iter().chain(&found.near).map(|entry| offered(ctx, &entry.request)).collect())
}

/// What fits first, then whatever else is open: "why wasn't I matched?" is asked of those.
async fn asked_about(ctx: &Ctx<'_>) -> Result<Vec<Suggestion>, Fault> {
    let mut all = fitting(ctx).await?;
    for request in matching::open_to(&ctx.call, &ctx.actor()).await? {
        let other = offered(ctx, &request);
        if all.iter().all(|known| known.value != other.value) {
            all.push(other);
        }
    }
    Ok(all)
}

fn offered(ctx: &Ctx<'_>, request: &WorkRequest) -> Suggestion {
    let budget = wording::budget(&ctx.reader, request.brief.budget).words();
    suggestion(&format!("{} · {budget}", request.brief.title), request.id.short())
}

async fn proposals(ctx: &Ctx<'_>) -> Result<Vec<Suggestion>, Fault> {
    let cards = proposal::list(&ctx.call, &ctx.actor(), None).await?;
    let line = |card: proposal::ProposalCard| {
        let (other, price) = (
            wording::name(&ctx.reader, &card.other),
            wording::terms_price(&ctx.reader, &card.proposal.terms),
        );
        let label = format!("{} · {} · {}", card.request.brief.title, price.words(), other.words());
        suggestion(&label, card.proposal.id.short())
    };
    Ok(cards.into_iter().map(line).collect())
}

async fn contracts(ctx: &Ctx<'_>) -> Result<Vec<Suggestion>, Fault> {
    let cards = contract::list(&ctx.call, &ctx.actor()).await?;
    let line = |card: contract::ContractCard| {
        suggestion(&format!("{} · #{}", card.contract.title, card.contract.code), card.contract.id.short())
    };
    Ok(cards.into_iter().map(line).collect())
}
