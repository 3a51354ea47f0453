//! Two chats of one person, linked in the page after "not me" was said once.

use anyhow::Context as _;

use super::demo::Demo;
use super::page::{Page, Pane};
use crate::house::eventually;

/// How far the clock is moved: the three days, and a little.
const THREE_DAYS_MS: i64 = 72 * 3_600_000 + 1_000;

/// Asks for a code in one pane and types it in the other.
async fn meet(page: &Page, starts: Pane, types: Pane) -> anyhow::Result<()> {
    let before = codes(&page.reads(starts).await?).len();
    page.write(starts, "/link").await?;
    let code = eventually("a new code", async || {
        let all = codes(&page.reads(starts).await?);
        Ok(all.get(before).cloned())
    })
    .await?;
    // on Discord the bot reads no messages: there the code comes with the command
    let typed = if matches!(types, Pane::Discord) { format!("/link code:{code}") } else { code };
    page.write(types, &typed).await?;
    page.see(types, "Is this you?").await
}

/// The codes on the cards of a pane, the oldest first.
fn codes(text: &str) -> Vec<String> {
    text.split("Your code: ").skip(1).filter_map(|rest| rest.get(..9)).map(str::to_owned).collect()
}

#[tokio::test]
async fn browser_one_person_links_discord_and_telegram_after_saying_not_me_once() -> anyhow::Result<()> {
    let Some(page) = Page::open().await? else { return Ok(()) };
    let demo = Demo::start().await?;
    let luka = demo.persona("luka_m").await?;
    page.goto(&format!("{}/?discord={luka}", demo.address)).await?;
    page.usable().await?;
    page.press(Pane::Telegram, "Start").await?;
    page.see(Pane::Telegram, "You're set").await?;

    meet(&page, Pane::Discord, Pane::Telegram).await?;
    page.picture("link-question").await?;
    page.press(Pane::Telegram, "Not me").await?;
    page.see(Pane::Telegram, "Nothing was merged").await?;
    page.see(Pane::Discord, "said: not me").await?;
    page.picture("link-not-me").await?;

    meet(&page, Pane::Telegram, Pane::Discord).await?;
    page.press(Pane::Discord, "Yes, that is me").await?;
    page.see(Pane::Discord, "Now the other side").await?;
    page.press(Pane::Telegram, "Yes, that is me").await?;
    page.see(Pane::Telegram, "Almost one account").await?;
    page.see(Pane::Discord, "Your other side said yes as well").await?;
    page.picture("link-waiting").await?;

    demo.jump(THREE_DAYS_MS).await?;
    eventually("one account", async || {
        let both = [page.reads(Pane::Discord).await?, page.reads(Pane::Telegram).await?];
        Ok(both.iter().any(|pane| pane.contains("You are one account now")).then_some(()))
    })
    .await?;
    for pane in [Pane::Discord, Pane::Telegram] {
        page.write(pane, "/link").await?;
        page.see(pane, "Your chats").await?;
        let text = page.reads(pane).await?;
        let card = text.split("Your chats").last().context("the card is there")?;
        anyhow::ensure!(
            card.contains("Luka M.") && card.contains("Ana P."),
            "both are named in {pane:?}: {card}"
        );
    }
    page.picture("link-linked").await?;
    page.close().await
}
