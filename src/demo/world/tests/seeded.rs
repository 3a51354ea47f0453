//! What is in the database once everybody has joined, and who is told what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use bot_core::app::App;
use bot_core::clock::ManualClock;
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::id::{AccountId, RequestId};
use bot_core::domain::request::Brief;
use bot_core::flows::reading;
use bot_core::ids::SeededIds;
use bot_core::services::authority::Actor;
use bot_core::services::{Call, Rules, account, matching, request, safety};
use bot_core::storage::{Storage, matches, outbox, tasks};
use bot_testing::TestDatabase;
use playground::{Options, Playground};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::super::seeding::{self, Seeded};
use super::super::{End, World};
use super::oracle::{Apart, Notices, Oracle};
use super::{now, world};

/// A seeded world, and an app that has just been started on it.
struct Stage {
    world: World,
    app: App,
    storage: Storage,
    seeded: Seeded,
    playground: Playground,
    stop: CancellationToken,
    _database: TestDatabase,
}

async fn stage() -> anyhow::Result<Stage> {
    stage_on(TestDatabase::sqlite().await?).await
}

async fn stage_on(database: TestDatabase) -> anyhow::Result<Stage> {
    let world = world();
    let stop = CancellationToken::new();
    let options = Options { personas: seeding::personas(&world), ..Options::default() };
    let playground = Playground::start(options, &TaskTracker::new(), stop.clone()).await?;

    let ids = Arc::new(SeededIds::new(7));
    let storage = database.open(ids.clone(), now()).await?;
    let owner = Owner::nameless(ids.as_ref(), now());
    let desk = Desk::new(storage.clone(), Arc::new(ManualClock::at(now())), ids, Wakes::default(), owner);
    let rules = Rules { people_per_request: usize::MAX, matches_per_day: i64::MAX, ..Rules::default() };
    let app = App::new(desk, rules);
    let begun = std::time::Instant::now();
    let seeded = seeding::seed(app.services(), &playground, &world).await?.context("a new market")?;
    println!("seeded in {:.2} s", begun.elapsed().as_secs_f64());
    Ok(Stage { world, app, storage, seeded, playground, stop, _database: database })
}

impl Stage {
    fn call(&self) -> Call<'_> {
        Call::new(self.app.services(), None)
    }

    fn account(&self, person: usize) -> anyhow::Result<AccountId> {
        self.seeded.accounts[person].context("they are no member")
    }

    fn open(&self) -> impl Iterator<Item = usize> {
        let requests = self.world.requests.iter().enumerate();
        requests.filter(|(_, request)| request.end == End::None).map(|(position, _)| position)
    }

    /// Who was told of the request at this position.
    async fn told(&self, position: usize) -> anyhow::Result<BTreeSet<usize>> {
        let tx = self.storage.read().await?;
        let mut told = BTreeSet::new();
        for (person, account) in self.seeded.accounts.iter().enumerate() {
            let Some(account) = *account else { continue };
            let row = matches::find(&tx, self.seeded.requests[position], account).await?;
            if row.is_some_and(|row| row.told) {
                told.insert(person);
            }
        }
        Ok(told)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn those_told_are_those_a_brute_force_reading_names() -> anyhow::Result<()> {
    told_as_read(stage().await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_those_told_are_those_a_brute_force_reading_names() -> anyhow::Result<()> {
    match TestDatabase::postgres().await? {
        Some(database) => told_as_read(stage_on(database).await?).await,
        None if std::env::var_os("CI").is_some() => bail!("GUILDHALL_TEST_POSTGRES names no server"),
        None => Ok(()),
    }
}

async fn told_as_read(stage: Stage) -> anyhow::Result<()> {
    let oracle = Oracle::new(&stage.world, now());

    // Two of those who would be told and now may not be: a block, and a "not for me".
    let mut apart = Apart::new();
    let mut several =
        stage.open().filter(|position| oracle.told(*position, &Apart::new(), &Notices::new()).len() > 1);
    let (blocked, dismissed) = (several.next().context("a request")?, several.next().context("another")?);
    let first = |position| {
        oracle.told(position, &Apart::new(), &Notices::new()).into_iter().next().context("somebody")
    };
    let (unwanted, unwilling) = (first(blocked)?, first(dismissed)?);
    let client = stage.account(stage.world.requests[blocked].client)?;
    safety::block(&stage.call(), client, stage.account(unwanted)?).await.ok().context("a block")?;
    let refused = stage.seeded.requests[dismissed];
    let no = matching::dismiss(&stage.call(), stage.account(unwilling)?, refused).await;
    no.ok().context("a \"not for me\"")?;
    let blocking = stage.world.requests[blocked].client;
    apart.extend(
        stage.open().filter(|one| stage.world.requests[*one].client == blocking).map(|one| (one, unwanted)),
    );
    apart.insert((dismissed, unwilling));

    for id in &stage.seeded.requests {
        matching::rank_request(&stage.call(), *id).await?;
    }
    // In the order in which they were ranked: each message counts at the next request.
    let mut notices = Notices::new();
    let mut pairs = 0;
    for (position, request) in stage.world.requests.iter().enumerate() {
        let told = stage.told(position).await?;
        assert_eq!(told, oracle.told(position, &apart, &notices), "{}", request.title);
        for person in &told {
            *notices.entry(*person).or_default() += 1;
        }
        pairs += told.len();
    }
    assert!(
        !stage.told(blocked).await?.contains(&unwanted) && !stage.told(dismissed).await?.contains(&unwilling)
    );
    assert!(pairs >= 60, "only {pairs} are told");
    println!("{pairs} told of {} open requests", stage.open().count());
    stage.stop.cancel();
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_nearly_fits_is_named_with_what_is_missing() -> anyhow::Result<()> {
    let stage = stage().await?;
    let mut named = BTreeMap::new();
    for position in stage.open() {
        let request = &stage.world.requests[position];
        let account = account::find(&stage.call(), stage.account(request.client)?).await?;
        let actor = Actor::from(&account.context("the client")?);
        let people = matching::people_for(&stage.call(), &actor, stage.seeded.requests[position]).await?;
        for near in people.context("the client's own")?.near {
            let name = near.identities.first().context("a name")?.name.clone();
            let missing = format!("{:?} {:?}", near.explanation.obstacles, near.explanation.gaps);
            named.entry(name).or_insert_with(|| format!("{}: {missing}", request.title));
        }
    }
    for (name, missing) in named.iter().take(12) {
        println!("{name} — {missing}");
    }
    assert!(named.len() >= 5, "{named:?}");
    stage.stop.cancel();
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_starts_with_little_to_tell() -> anyhow::Result<()> {
    let stage = stage().await?;
    let tx = stage.storage.read().await?;
    assert_eq!(tasks::TASKS.count_open(&tx).await?, 0, "a ranking would write to everybody at the start");
    assert!(seeding::seed(stage.app.services(), &stage.playground, &stage.world).await?.is_none(), "twice");
    let waiting: i64 = outbox::count_by_state(&tx).await?.into_iter().map(|(_, count)| count).sum();
    println!("{waiting} notices wait to be sent");
    assert!(waiting <= 100, "{waiting} notices");
    let cast: Vec<_> = stage.playground.members().iter().map(|member| member.persona.name.as_str()).collect();
    let first = ["Kite Studio", "Luka M.", "Mod Rin", "Noor", "Ana P.", "Harbor Books", "Studio Oto", "Noor"];
    assert_eq!(cast, first);
    stage.stop.cancel();
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tour_goes_both_ways() -> anyhow::Result<()> {
    let stage = stage().await?;
    for (client, title, skills, budget, when, freelancer) in [
        ("Kite Studio", "Landing page", "Webflow, Figma", "800-1200 EUR", "remote, CET ±3 h", "Ana P."),
        ("Harbor Books", "Trailer", "Motion graphics, After Effects", "500 GBP", "remote", "Luka M."),
    ] {
        let find = |name: &str| stage.world.people.iter().position(|person| person.name == name);
        let client = stage.account(find(client).context("the client")?)?;
        let freelancer = stage.account(find(freelancer).context("the freelancer")?)?;
        let when = reading::when_where(when, now(), chrono_tz::UTC).ok().context("when")?;
        let brief = Brief {
            title: title.to_owned(),
            description: "As on the page.".to_owned(),
            skills: reading::request_skills(skills),
            budget: reading::budget(budget).ok().context("a budget")?,
            place: when.place,
            due_at: when.timing.due_at,
            ..Brief::default()
        };
        let call = stage.call();
        let id = RequestId(call.ids.uuid(call.now));
        let draft = request::draft(&call, client, id, &brief).await.ok().context("a draft")?;
        request::post(&call, client, id, draft.version).await.ok().context("a post")?;
        matching::rank_request(&call, id).await?;
        let row = matches::find(&stage.storage.read().await?, id, freelancer).await?;
        assert!(row.is_some_and(|row| row.told), "{title}");
    }
    stage.stop.cancel();
    Ok(())
}
