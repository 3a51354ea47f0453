//! People write to the bot and say what they are here for.

use anyhow::{Context as _, anyhow};
use bot_core::domain::id::AccountId;
use bot_core::domain::quiet::QuietHours;
use bot_core::services::Call;
use bot_core::services::account::{self, Joining};
use bot_core::services::profile::{self, Section};

use super::Seeding;
use super::arriving::Home;
use crate::demo::world::{Member, Offer};

impl Seeding<'_> {
    /// Clients join. The account of each of the world's people.
    pub(super) async fn join_clients(&self) -> anyhow::Result<Vec<Option<AccountId>>> {
        let mut accounts = Vec::with_capacity(self.world.people.len());
        for person in &self.world.people {
            let member = person.member.as_ref().filter(|member| member.roles.hires);
            let account = match member {
                Some(member) if member.offer.is_none() || self.posts(accounts.len()) => {
                    Some(self.join_client(accounts.len(), member).await?)
                }
                _ => None,
            };
            accounts.push(account);
        }
        Ok(accounts)
    }

    /// Freelancers join, and turn match messages on.
    pub(super) async fn join_freelancers(
        &self,
        mut accounts: Vec<Option<AccountId>>,
    ) -> anyhow::Result<Vec<Option<AccountId>>> {
        for (position, account) in accounts.iter_mut().enumerate() {
            let member = self.world.people[position].member.as_ref();
            if let Some((member, offer)) = member.and_then(|member| Some((member, member.offer.as_ref()?))) {
                *account = Some(self.join_freelancer(position, member, offer, *account).await?);
            }
        }
        Ok(accounts)
    }

    /// Whether the person at this position posts a request.
    fn posts(&self, position: usize) -> bool {
        self.world.requests.iter().any(|request| request.client == position)
    }

    async fn join_client(&self, position: usize, member: &Member) -> anyhow::Result<AccountId> {
        let call = self.at(member.joined_at);
        let id = self.arrive(&call, position).await?;
        account::choose_roles(&call, id, member.roles).await.map_err(|error| anyhow!("{error:?}"))?;
        Ok(id)
    }

    async fn join_freelancer(
        &self,
        position: usize,
        member: &Member,
        offer: &Offer,
        known: Option<AccountId>,
    ) -> anyhow::Result<AccountId> {
        let call = self.at(member.joined_at);
        let id = match known {
            Some(id) => id,
            None => self.arrive(&call, position).await?,
        };
        let joining = Joining {
            roles: member.roles,
            skills: offer.skills.clone(),
            zone: Some(member.zone),
            town: offer.town.clone(),
        };
        account::join(&call, id, &joining).await.map_err(|error| anyhow!("{error:?}"))?;
        let mut sections = vec![
            Section::Headline(offer.headline.clone()),
            Section::Rate(Some(offer.rate)),
            Section::Place(offer.town.clone()),
            Section::Remote(offer.remote),
            Section::Status(offer.status),
        ];
        if offer.hours > 0 {
            sections.push(Section::Hours(offer.hours));
        }
        profile::edit(&call, id, &sections).await.map_err(|error| anyhow!("{error:?}"))?;
        if member.match_notices {
            account::set_match_notices(&call, id, true).await.map_err(|error| anyhow!("{error:?}"))?;
            // the demo is looked at at any hour: nobody in it sleeps
            let awake = account::set_quiet_hours(&call, id, QuietHours::NONE).await;
            awake.map_err(|error| anyhow!("{error:?}"))?;
        }
        Ok(id)
    }

    /// The person at this position writes to the bot for the first time.
    async fn arrive(&self, call: &Call<'_>, position: usize) -> anyhow::Result<AccountId> {
        let Home { identity, chat } = &self.homes[position];
        let chat = chat.as_ref().context("only members arrive")?;
        Ok(account::arrive(call, identity, chat).await?.account.id)
    }
}
