//! Everybody of a world joins, posts and proposes through the services, as members do.
//!
//! Requests are posted first and ranked while nobody offers work yet: whoever joins later finds them in their list of
//! matches and isn't written to about each. What is left to be told at the start is the news of the last weeks' proposals
//! and agreements, some fifty messages.

mod deals;
mod joining;
mod ranking;

use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use bot_core::app::App;
use bot_core::delivery::{Desk, Wakes};
use bot_core::domain::id::{AccountId, RequestId};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::services::{Call, Rules};
use playground::Playground;
use playground::persona::{Persona, Side};

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

/// Fills the database of `desk` and the stand-ins with `world`. The playground has introduced [`personas`] already.
///
/// It works at an app of its own: the one that serves members afterwards reads everything afresh.
pub(crate) async fn seed(
    desk: &Desk,
    rules: Rules,
    playground: &Playground,
    world: &World,
) -> anyhow::Result<Seeded> {
    let begun = Instant::now();
    let Desk { storage, clock, ids, owner, .. } = desk.clone();
    let desk = Desk::new(storage, clock, ids, Wakes::default(), owner);
    let app = App::new(desk.clone(), rules);
    let seeding = Seeding { services: Arc::clone(app.services()), playground, world };

    let clients = seeding.join_clients().await.context("the clients")?;
    let requests = seeding.post(&clients).await.context("the requests")?;
    ranking::drain(&desk, app.services()).await.context("the first ranking")?;
    let accounts = seeding.join_freelancers(clients).await.context("the freelancers")?;
    seeding.deal(&accounts, &requests).await.context("the proposals")?;
    let seconds = begun.elapsed().as_secs_f64();
    tracing::info!(
        people = world.people.len(),
        requests = world.requests.len(),
        seconds,
        "the world is there"
    );
    Ok(Seeded { accounts, requests })
}

/// A world on its way into a database.
#[derive(Debug)]
struct Seeding<'a> {
    services: Arc<bot_core::services::Services>,
    playground: &'a Playground,
    world: &'a World,
}

impl Seeding<'_> {
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
