//! Requests are posted, proposed for, agreed on and closed.

use anyhow::{Context as _, anyhow};
use bot_core::domain::id::{AccountId, RequestId};
use bot_core::domain::proposal::{Proposal, Terms};
use bot_core::domain::request::{Brief, RequestSkill};
use bot_core::flows::reading;
use bot_core::services::{proposal, request};

use super::Seeding;
use crate::demo::world::{Bid, End, Request};

impl Seeding<'_> {
    /// Posts the requests. Their ids, in the world's order.
    pub(super) async fn post(&self, accounts: &[Option<AccountId>]) -> anyhow::Result<Vec<RequestId>> {
        let mut ids = Vec::with_capacity(self.world.requests.len());
        for request in &self.world.requests {
            ids.push(self.post_one(request, accounts).await.with_context(|| request.title.clone())?);
        }
        Ok(ids)
    }

    async fn post_one(&self, request: &Request, accounts: &[Option<AccountId>]) -> anyhow::Result<RequestId> {
        let call = self.at(request.posted_at);
        let client = accounts[request.client].context("the client has not joined")?;
        let id = RequestId(call.ids.uuid(call.now));
        let brief = self.brief(request)?;
        let draft = request::draft(&call, client, id, &brief).await.map_err(|error| anyhow!("{error:?}"))?;
        request::post(&call, client, id, draft.version).await.map_err(|error| anyhow!("{error:?}"))?;
        Ok(id)
    }

    /// What the client has typed, as the form reads it.
    fn brief(&self, request: &Request) -> anyhow::Result<Brief> {
        let zone = self.world.people[request.client].member.as_ref().context("a client")?.zone;
        let when = reading::when_where(&request.when, request.posted_at, zone);
        let when = when.map_err(|problem| anyhow!("{problem:?}: {}", request.when))?;
        let skills = reading::request_skills(&request.skills).into_iter().enumerate();
        let budget = reading::budget(&request.budget);
        Ok(Brief {
            title: request.title.clone(),
            description: request.what.clone(),
            skills: skills
                .map(|(position, skill)| RequestSkill { must: position < request.musts, ..skill })
                .collect(),
            budget: budget.map_err(|refusal| anyhow!("{refusal:?}: {}", request.budget))?,
            place: when.place,
            due_at: when.timing.due_at,
            ..Brief::default()
        })
    }

    /// Proposals come in; some requests are filled or closed.
    pub(super) async fn deal(
        &self,
        accounts: &[Option<AccountId>],
        requests: &[RequestId],
    ) -> anyhow::Result<()> {
        for (request, id) in self.world.requests.iter().zip(requests) {
            self.deal_one(request, *id, accounts).await.with_context(|| request.title.clone())?;
        }
        Ok(())
    }

    async fn deal_one(
        &self,
        request: &Request,
        id: RequestId,
        accounts: &[Option<AccountId>],
    ) -> anyhow::Result<()> {
        let client = accounts[request.client].context("the client has not joined")?;
        let mut proposals = Vec::with_capacity(request.bids.len());
        for bid in &request.bids {
            proposals.push(self.propose(bid, id, accounts).await?);
        }
        match (request.end, proposals.first()) {
            (End::Filled { at }, Some(chosen)) => {
                let accepted = proposal::accept(&self.at(at), client, chosen.id, chosen.version).await;
                accepted.map_err(|error| anyhow!("{error:?}"))?;
            }
            (End::Closed { at, reason }, _) => {
                let closed = request::close(&self.at(at), client, id, reason).await;
                closed.map_err(|error| anyhow!("{error:?}"))?;
            }
            _ => {}
        }
        Ok(())
    }

    async fn propose(
        &self,
        bid: &Bid,
        request: RequestId,
        accounts: &[Option<AccountId>],
    ) -> anyhow::Result<Proposal> {
        let call = self.at(bid.sent_at);
        let freelancer = accounts[bid.freelancer].context("the freelancer has not joined")?;
        let refused = |error| anyhow!("{error:?}");
        let prepared = proposal::prepare(&call, freelancer, request).await.map_err(refused)?;
        let terms = Terms { message: bid.message.to_owned(), ..prepared.terms };
        let written = proposal::edit(&call, freelancer, prepared.id, &terms).await.map_err(refused)?;
        proposal::send(&call, freelancer, written.id, written.version).await.map_err(refused)
    }
}
