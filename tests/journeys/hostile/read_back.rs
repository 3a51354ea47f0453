//! What stands in the database after it all.
//!
//! Read through the program's own storage.

use std::sync::Arc;

use anyhow::{Context as _, ensure};
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::domain::identity::Platform;
use bot_core::domain::request::WorkRequest;
use bot_core::ids::RandomIds;
use bot_core::storage::{
    Key, Options, Storage, accounts, contracts, identities, profiles, proposals, requests,
};

use crate::house::World;

/// The largest amount that is one, in minor units.
const LARGEST: i64 = 1_000_000_000_000;

/// The database of a running world.
pub(super) async fn storage(world: &World) -> anyhow::Result<Storage> {
    let (url, key) = world.database();
    let options = Options { url: url.to_owned(), key: Key::from_base64(key)?, connections: 2 };
    Ok(Storage::open(&options, Arc::new(RandomIds), SystemClock.now()).await?)
}

/// Everything that is somebody's, in words: two of these show whether a stranger changed anything.
pub(super) async fn belongings(storage: &Storage, who: (Platform, &str)) -> anyhow::Result<String> {
    let tx = storage.read().await?;
    let account = identities::find_account(&tx, who.0, who.1).await?.context("an account")?;
    let (account_row, profile) = (accounts::get(&tx, account).await?, profiles::find(&tx, account).await?);
    let requests = requests::list_of(&tx, account).await?;
    let proposals = (proposals::list_by(&tx, account).await?, proposals::list_to(&tx, account).await?);
    let contracts = contracts::list_of(&tx, account).await?;
    Ok(format!("{account_row:#?}\n{profile:#?}\n{requests:#?}\n{proposals:#?}\n{contracts:#?}"))
}

/// The requests of an intruder, after everything about them and their profile was found to be in order.
pub(super) async fn requests_in_order(
    storage: &Storage,
    who: (Platform, &str),
) -> anyhow::Result<Vec<WorkRequest>> {
    let tx = storage.read().await?;
    let account = identities::find_account(&tx, who.0, who.1).await?.context("an account")?;
    for identity in identities::list(&tx, account).await? {
        in_order("a name", &identity.name, 64)?;
        ensure!(!identity.name.contains('\n'), "{identity:?}");
    }
    if let Some(profile) = profiles::find(&tx, account).await? {
        in_order("a headline", &profile.headline, 80)?;
        ensure!(profile.skills.len() <= 40 && profile.availability.hours_per_week <= 80, "{profile:?}");
        ensure!(profile.rate.is_none_or(|rate| (1..=LARGEST).contains(&rate.amount.minor)), "{profile:?}");
        for skill in &profile.skills {
            in_order("a skill", &skill.skill, 80)?;
        }
    }
    let requests = requests::list_of(&tx, account).await?;
    for request in &requests {
        let brief = &request.brief;
        in_order("a title", &brief.title, 80)?;
        in_order("a description", &brief.description, 2_000)?;
        ensure!(!brief.title.is_empty() && !brief.title.contains('\n'), "{brief:?}");
        ensure!((1..=20).contains(&brief.skills.len()), "{brief:?}");
        for skill in &brief.skills {
            in_order("a skill", &skill.skill, 80)?;
        }
        if let Some(budget) = brief.budget {
            let ends: Vec<i64> = [budget.min, budget.max].into_iter().flatten().collect();
            let right = ends.is_sorted() && ends.iter().all(|end| (1..=LARGEST).contains(end));
            ensure!(right && !ends.is_empty(), "{budget:?}");
        }
        ensure!(brief.due_at.is_none_or(|due| due > request.created_at), "{brief:?}");
    }
    Ok(requests)
}

/// Nothing in `words` that nobody can see or that smears over other lines, and not too much of it.
fn in_order(what: &str, words: &str, longest: usize) -> anyhow::Result<()> {
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_mark =
        |c: char| matches!(c, '\u{300}'..='\u{36F}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}');
    let unseen = words
        .chars()
        .find(|&c| (c.is_control() && c != '\n') || turns(c) || "\u{200B}\u{FEFF}\u{AD}\u{2028}".contains(c));
    ensure!(unseen.is_none(), "{what} with {unseen:?}: {words:?}");
    let marks = words.split(|c| !is_mark(c)).map(|run| run.chars().count()).max().unwrap_or_default();
    ensure!(marks <= 4, "{what} with {marks} marks on a letter: {words:?}");
    let length = words.chars().count();
    ensure!(length <= longest, "{what} of {length} characters: {words:?}");
    Ok(())
}
