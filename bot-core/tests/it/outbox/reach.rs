//! A chat that is closed: the person's other chat, or waiting until one opens.

use bot_core::delivery::messenger::{Gone, Outcome};
use bot_core::delivery::outbox::{Class, revive};
use bot_core::domain::identity::Platform::{Discord, Telegram};
use bot_core::storage::chats;
use futures::FutureExt as _;

use super::{Stand, chat_of, count, member, open_chat, tell, until_state};
use crate::office::{Office, on_both_engines};

on_both_engines!(
    a_closed_chat_is_left_for_the_persons_other_one,
    what_can_go_nowhere_waits_for_a_chat_to_open,
    the_live_screen_of_a_chat_is_kept_sealed_with_its_address,
);

fn gone() -> Outcome {
    Outcome::Gone { why: Gone::Blocked }
}

async fn a_closed_chat_is_left_for_the_persons_other_one(office: Office) -> anyhow::Result<()> {
    let (telegram, discord) = (Stand::telegram(), Stand::discord());
    // Opened last, so notices go there first.
    let ana = member(&office, &[Discord, Telegram]).await?;
    telegram.plan([gone()]);
    let running = [telegram.dispatch(&office, office.desk()?), discord.dispatch(&office, office.desk()?)];
    tell(&office, ana, Class::Contract, "contract").await?;
    until_state(&office, "sent", 1).await?;
    tell(&office, ana, Class::Match, "match").await?;
    until_state(&office, "sent", 2).await?;
    for running in running {
        running.stop().await?;
    }
    assert_eq!(telegram.keys(), ["contract"]);
    assert_eq!(discord.keys(), ["contract", "match"]);
    assert!(discord.requests().iter().all(|request| request.attempt == 1));
    assert_eq!(discord.requests()[0].chat, chat_of(ana, Discord));
    Ok(())
}

async fn what_can_go_nowhere_waits_for_a_chat_to_open(office: Office) -> anyhow::Result<()> {
    let office = &office;
    let (telegram, discord) = (Stand::telegram(), Stand::discord());
    let (ana, nobody) = (member(office, &[Telegram]).await?, member(office, &[]).await?);
    telegram.plan([gone()]);
    let running = [telegram.dispatch(office, office.desk()?), discord.dispatch(office, office.desk()?)];
    tell(office, ana, Class::Contract, "contract").await?;
    tell(office, nobody, Class::Contract, "other contract").await?;
    until_state(office, "unreachable", 2).await?;
    // Not tried again by itself, and neither is what comes later.
    tell(office, ana, Class::Money, "money").await?;
    assert_eq!(count(office, "unreachable").await?, 3);
    open_chat(office, ana, Discord).await?;
    let now = office.now();
    let revived =
        office.write(|tx| async move { Ok(revive(&tx, &office.wakes, ana, now).await?) }.boxed()).await?;
    assert_eq!(revived, 2);
    until_state(office, "sent", 2).await?;
    for running in running {
        running.stop().await?;
    }
    assert_eq!(telegram.keys(), ["contract"]);
    assert_eq!(discord.keys(), ["money", "contract"]);
    assert_eq!(count(office, "unreachable").await?, 1);
    Ok(())
}

async fn the_live_screen_of_a_chat_is_kept_sealed_with_its_address(office: Office) -> anyhow::Result<()> {
    let office = &office;
    let ana = member(office, &[Telegram]).await?;
    let (private, other) = (&chat_of(ana, Telegram), &chat_of(ana, Discord));
    let now = office.now();
    office
        .write(|tx| {
            async move {
                chats::set_screen(&tx, &*office.ids, ana, private, Some("7"), now).await?;
                chats::set_screen(&tx, &*office.ids, ana, other, Some("8"), now).await?;
                chats::set_screen(&tx, &*office.ids, ana, other, Some("9"), now).await?;
                Ok(())
            }
            .boxed()
        })
        .await?;
    let tx = office.storage.read().await?;
    assert_eq!(chats::screen(&tx, ana, private).await?.as_deref(), Some("7"));
    assert_eq!(chats::screen(&tx, ana, other).await?.as_deref(), Some("9"));
    // Knowing a screen there is no leave to send there.
    let reachable = chats::list_reachable(&tx, ana).await?;
    assert_eq!(reachable.iter().map(|known| &known.chat).collect::<Vec<_>>(), [private]);
    drop(tx);
    office
        .write(|tx| {
            async move {
                chats::set_screen(&tx, &*office.ids, ana, private, None, now).await?;
                chats::mark_address_unreachable(&tx, ana, private).await?;
                Ok(())
            }
            .boxed()
        })
        .await?;
    let tx = office.storage.read().await?;
    assert_eq!(chats::screen(&tx, ana, private).await?, None);
    assert_eq!(chats::list_reachable(&tx, ana).await?, []);
    Ok(())
}
