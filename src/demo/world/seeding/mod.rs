//! Everybody of a world joins and deals through the services, as members do.
//!
//! Requests are posted first and ranked while nobody offers work yet: whoever joins later finds them in their list of
//! matches and isn't written to about each. What is left to be told at the start is the news of the last weeks' proposals
//! and agreements, some fifty messages.

mod arriving;
mod deals;
mod joining;
mod ranking;

use std::sync::Arc;

use anyhow::Context as _;
use bot_core::app::App;
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::id::{AccountId, RequestId};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::services::{Call, Services, account};
use playground::Playground;
use playground::persona::{Persona, Side};

use arriving::Home;

use super::{Person, World};

/// Who is who, once everybody has joined.
#[derive(Debug)]
pub(crate) struct Seeded {
    /// The account of each of the world's people; none if they haven't written to the bot.
    pub(crate) accounts: Vec<Option<AccountId>>,
    /// Each of the world's requests.
    pub(crate) requests: Vec<RequestId>,
}

/// Whom one can be on the page, for the playground to introduce.
pub(crate) fn personas(world: &World) -> Vec<Persona> {
    let mut cast: Vec<_> =
        world.people.iter().filter_map(|person| Some((person, person.cast.as_ref()?))).collect();
    cast.sort_by_key(|(_, part)| part.position);
    let persona = |(person, part): (&Person, &super::CastPart)| Persona {
        side: side(person.platform),
        name: person.name.clone(),
        handle: person.handle.clone(),
        role: part.role.clone(),
        part: part.part,
        language: Some(language(person.platform)),
    };
    cast.into_iter().map(persona).collect()
}

/// Fills the database behind `services` and the stand-ins with `world`. The playground has introduced [`personas`]
/// already. A market that was made before is left as it is: then there is nobody to name.
///
/// It works at an app of its own, so that the one which serves members afterwards reads everything afresh.
pub(crate) async fn seed(
    services: &Services,
    playground: &Playground,
    world: &World,
) -> anyhow::Result<Option<Seeded>> {
    let owner = Owner::nameless(&*services.ids, services.clock.now());
    let (clock, ids) = (Arc::clone(&services.clock), Arc::clone(&services.ids));
    let desk = Desk::new(services.storage.clone(), clock, ids, Wakes::default(), owner);
    let app = App::new(desk.clone(), services.rules.clone());
    let homes = world.people.iter().map(|person| arriving::introduce(playground, person));
    let homes = homes.collect::<anyhow::Result<Vec<_>>>().context("the stand-ins")?;
    let seeding = Seeding { services: Arc::clone(app.services()), homes, world };
    if seeding.is_done().await? {
        tracing::warn!("the market is the one of an earlier run; the chats begin empty");
        return Ok(None);
    }

    let clients = seeding.join_clients().await.context("the clients")?;
    let requests = seeding.post(&clients).await.context("the requests")?;
    ranking::drain(&desk, app.services()).await.context("the first ranking")?;
    let accounts = seeding.join_freelancers(clients).await.context("the freelancers")?;
    seeding.deal(&accounts, &requests).await.context("the proposals")?;
    ranking::drain(&desk, app.services()).await.context("the ends of closed requests")?;
    Ok(Some(Seeded { accounts, requests }))
}

/// A world on its way into a database.
#[derive(Debug)]
struct Seeding<'a> {
    services: Arc<Services>,
    /// Where each of the world's people is found.
    homes: Vec<Home>,
    world: &'a World,
}

impl Seeding<'_> {
    /// Whether somebody of the world has an account already.
    async fn is_done(&self) -> anyhow::Result<bool> {
        let now = Call::new(&self.services, None);
        for home in &self.homes {
            if account::find_by_identity(&now, &home.identity).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A use of the services some time ago.
    fn at(&self, then: Timestamp) -> Call<'_> {
        let mut call = Call::new(&self.services, None);
        call.now = then;
        call
    }
}

fn side(platform: Platform) -> Side {
    match platform {
        Platform::Discord => Side::Discord,
        Platform::Telegram => Side::Telegram,
    }
}

/// The language of everybody's app, as their platform names it.
fn language(platform: Platform) -> String {
    let language = match platform {
        Platform::Discord => "en-US",
        Platform::Telegram => "en",
    };
    language.to_owned()
}
