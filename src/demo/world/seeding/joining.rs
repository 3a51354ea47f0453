//! People arrive in their chat, say what they are here for and, if they look for work, what they do.

use anyhow::anyhow;
use bot_core::domain::id::AccountId;
use bot_core::domain::identity::{Identity, Platform};
use bot_core::services::account::{self, Joining};
use bot_core::services::profile::{self, Section};
use bot_core::services::{Call, account::Member as Arrived};
use bot_core::ui::interaction::{Chat, ChatKind};
use playground::{discord, telegram};

use super::{Seeding, language, side};
use crate::demo::world::{Member, Offer, Person};

impl Seeding<'_> {
    /// Everybody gets an account on their platform; clients join. The account of each of the world's people.
    pub(super) async fn join_clients(&self) -> anyhow::Result<Vec<Option<AccountId>>> {
        let mut accounts = Vec::with_capacity(self.world.people.len());
        for person in &self.world.people {
            let member = person.member.as_ref().filter(|member| member.roles.hires);
            let account = match member {
                Some(member) if member.offer.is_none() || self.posts(accounts.len()) => {
                    Some(self.join_client(person, member).await?)
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
        for (person, account) in self.world.people.iter().zip(&mut accounts) {
            let Some(member) = &person.member else {
                self.introduce(person)?;
                continue;
            };
            if let Some(offer) = &member.offer {
                *account = Some(self.join_freelancer(person, member, offer, *account).await?);
            }
        }
        Ok(accounts)
    }

    /// Whether the person at this position posts a request.
    fn posts(&self, position: usize) -> bool {
        self.world.requests.iter().any(|request| request.client == position)
    }

    async fn join_client(&self, person: &Person, member: &Member) -> anyhow::Result<AccountId> {
        let call = self.at(member.joined_at);
        let id = self.arrive(&call, person).await?;
        account::choose_roles(&call, id, member.roles).await.map_err(|error| anyhow!("{error:?}"))?;
        Ok(id)
    }

    async fn join_freelancer(
        &self,
        person: &Person,
        member: &Member,
        offer: &Offer,
        known: Option<AccountId>,
    ) -> anyhow::Result<AccountId> {
        let call = self.at(member.joined_at);
        let id = match known {
            Some(id) => id,
            None => self.arrive(&call, person).await?,
        };
        let joining = Joining {
            roles: member.roles,
            skills: offer.skills.clone(),
            zone: Some(member.zone),
            town: offer.town.clone(),
        };
        account::join(&call, id, &joining).await.map_err(|error| anyhow!("{error:?}"))?;
        let sections = [
            Section::Headline(offer.headline.clone()),
            Section::Rate(Some(offer.rate)),
            Section::Place { place: offer.town.clone(), remote: offer.remote },
            Section::Availability(offer.availability),
        ];
        profile::edit(&call, id, &sections).await.map_err(|error| anyhow!("{error:?}"))?;
        if member.match_notices {
            account::set_match_notices(&call, id, true).await.map_err(|error| anyhow!("{error:?}"))?;
        }
        Ok(id)
    }

    /// The person opens the chat with the bot and writes to it.
    async fn arrive(&self, call: &Call<'_>, person: &Person) -> anyhow::Result<AccountId> {
        let user = self.introduce(person)?;
        let address = match person.platform {
            Platform::Discord => self.playground.discord().open_dm(user.parse()?)?.to_string(),
            Platform::Telegram => {
                self.playground.telegram().opened_before(user.parse()?)?;
                user.clone()
            }
        };
        let chat = Chat { platform: person.platform, address, kind: ChatKind::Private };
        let identity = Identity {
            platform: person.platform,
            user,
            name: person.name.clone(),
            handle: Some(person.handle.clone()),
        };
        let Arrived { account, .. } = account::arrive(call, &identity, &chat).await?;
        Ok(account.id)
    }

    /// The person's id on their platform, where the cast has been introduced already.
    fn introduce(&self, person: &Person) -> anyhow::Result<String> {
        let side = side(person.platform);
        let mut known = self.playground.members().iter();
        let known =
            known.find(|member| member.persona.side == side && member.persona.handle == person.handle);
        if let Some(known) = known {
            return Ok(known.id.clone());
        }
        anyhow::ensure!(person.cast.is_none(), "the playground hasn't introduced {}", person.name);
        let (name, handle) = (person.name.clone(), person.handle.clone());
        Ok(match person.platform {
            Platform::Discord => {
                let locale = Some(language(person.platform));
                let new = discord::NewUser {
                    username: handle,
                    global_name: Some(name),
                    locale,
                    ..Default::default()
                };
                self.playground.discord().add_user(new).to_string()
            }
            Platform::Telegram => {
                let language_code = Some(language(person.platform));
                let new = telegram::NewUser { first_name: name, username: Some(handle), language_code };
                self.playground.telegram().add_user(new).to_string()
            }
        })
    }
}
