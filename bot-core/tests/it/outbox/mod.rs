//! What is written to be told reaches its reader.
//!
//! In order, once where that can be had, by another way where it must.

mod order;
mod platform;
mod process;
mod reach;
mod unknown;

use std::time::Duration;

use bot_core::delivery::outbox::{Class, NewNotice, enqueue};
use bot_core::domain::account::{Account, AccountState, QuietHours, Roles};
use bot_core::domain::id::{AccountId, ChatId};
use bot_core::domain::identity::Platform;
use bot_core::storage::outbox::{OUTBOX, count_by_state};
use bot_core::storage::{accounts, chats};
use bot_core::ui::interaction::{Chat, ChatKind};
use futures::FutureExt as _;

use crate::office::{Office, until};
use platform::{Scribe, Stand};

/// Someone who can be told something.
async fn member(office: &Office, platforms: &[Platform]) -> anyhow::Result<AccountId> {
    let (id, now) = (AccountId(office.ids.uuid(office.now())), office.now());
    let account = &Account {
        id,
        state: AccountState::Active,
        roles: Roles { works: true, hires: false },
        zone: chrono_tz::UTC,
        zone_known: true,
        match_notices: true,
        quiet: QuietHours { from: 0, until: 0 },
        terms_at: Some(now),
        created_at: now,
        link: None,
        version: 1,
    };
    office.write(|tx| async move { Ok(accounts::insert(&tx, account).await?) }.boxed()).await?;
    for platform in platforms {
        open_chat(office, id, *platform).await?;
    }
    Ok(id)
}

/// The member opens a chat; the next one is opened later.
async fn open_chat(office: &Office, account: AccountId, platform: Platform) -> anyhow::Result<ChatId> {
    office.advance(Duration::from_millis(1));
    let now = office.now();
    let chat = &chat_of(account, platform);
    office
        .write(|tx| {
            async move { Ok(chats::upsert_reachable(&tx, &*office.ids, account, chat, now).await?) }.boxed()
        })
        .await
}

fn chat_of(account: AccountId, platform: Platform) -> Chat {
    Chat { platform, address: format!("{}-{}", platform.key(), account.short()), kind: ChatKind::Private }
}

fn notice(office: &Office, recipient: AccountId, class: Class, key: &str) -> NewNotice {
    NewNotice {
        op_key: key.to_owned(),
        recipient,
        platform: None,
        lane: None,
        class,
        kind: "news".to_owned(),
        subject: "request:1".to_owned(),
        facts: format!(r#"{{"says":"{key}"}}"#),
        burst: None,
        not_before: office.now(),
    }
}

async fn write(office: &Office, notice: NewNotice) -> anyhow::Result<bool> {
    let (notice, now) = (&notice, office.now());
    office
        .write(|tx| {
            async move { Ok(enqueue(&tx, &office.wakes, &*office.ids, now, notice.clone()).await?) }.boxed()
        })
        .await
}

async fn tell(office: &Office, recipient: AccountId, class: Class, key: &str) -> anyhow::Result<()> {
    anyhow::ensure!(write(office, notice(office, recipient, class, key)).await?, "{key} was written before");
    Ok(())
}

/// How many notices stand in `state`.
async fn count(office: &Office, state: &str) -> anyhow::Result<i64> {
    let counts = count_by_state(&office.storage.read().await?).await?;
    Ok(counts.into_iter().find(|(name, _)| name == state).map_or(0, |(_, count)| count))
}

/// Waits until no notice is open.
async fn until_settled(office: &Office) -> anyhow::Result<()> {
    until("every notice is settled", || async {
        Ok(OUTBOX.count_open(&office.storage.read().await?).await? == 0)
    })
    .await
}

/// Waits until `count` notices stand in `state`.
async fn until_state(office: &Office, state: &str, wanted: i64) -> anyhow::Result<()> {
    until(&format!("{wanted} are {state}"), || async { Ok(count(office, state).await? == wanted) }).await
}
