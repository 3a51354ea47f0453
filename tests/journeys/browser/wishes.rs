//! "Not for me" with its reasons, and what counts, in both chats of the page.

use anyhow::ensure;

use super::demo::Demo;
use super::page::{Page, Pane};

/// Posts a request for a landing page, on Discord.
async fn post(page: &Page, title: &str, budget: &str) -> anyhow::Result<()> {
    page.write(Pane::Discord, "/request post").await?;
    page.fill(&[
        ("Title", title),
        ("What do you need?", "5 sections, responsive. The Figma file is ready."),
        ("Skills", "Webflow, Figma"),
        ("Budget", budget),
        ("When and where?", "by 15 January, remote"),
    ])
    .await?;
    page.press(Pane::Discord, "Publish").await
}

#[tokio::test]
async fn browser_not_for_me_teaches_on_telegram_until_it_is_taken_back() -> anyhow::Result<()> {
    let Some(page) = Page::open().await? else { return Ok(()) };
    let demo = Demo::start().await?;
    page.goto(&demo.address).await?;
    page.usable().await?;
    let ana = Pane::Telegram;

    post(&page, "Landing page for little", "1000 EUR").await?;
    page.see(ana, "match: Landing page for little").await?;
    page.press(ana, "Not for me").await?;
    page.pick(ana, "It pays too little").await?;
    page.see(ana, "Nothing that pays 1,000 EUR, fixed price or less is sent or listed").await?;

    post(&page, "Landing page for less", "950 EUR").await?;
    post(&page, "Landing page for more", "2000 EUR").await?;
    page.see(ana, "match: Landing page for more").await?;
    ensure!(!page.reads(ana).await?.contains("match: Landing page for less"), "it pays less than too little");

    page.write(ana, "/tune").await?;
    page.see(ana, "What counts in your matches").await?;
    page.picture("what-counts").await?;
    page.press(ana, "Back to the usual").await?;
    page.write(ana, "/why Landing page for less").await?;
    page.see(ana, "Why Landing page for less").await?;
    ensure!(!page.reads(ana).await?.contains("what you called too low"), "it was taken back");
    page.close().await
}

#[tokio::test]
async fn browser_what_counts_is_set_and_a_client_put_aside_on_discord() -> anyhow::Result<()> {
    let Some(page) = Page::open().await? else { return Ok(()) };
    let demo = Demo::start().await?;
    let (luka, harbor_books) = (demo.persona("luka_m").await?, demo.persona("harbor_books").await?);
    page.goto(&format!("{}/?discord={luka}&telegram={harbor_books}", demo.address)).await?;
    page.usable().await?;
    let luka = Pane::Discord;

    page.write(luka, "/matches tune").await?;
    page.see(luka, "What counts in your matches").await?;
    page.pick(luka, "Price: more").await?;
    page.see(luka, "These are your own steps.").await?;

    page.write(Pane::Telegram, "/newrequest").await?;
    for (asked, answer) in [
        ("Step 1 of 5", "Trailer in After Effects"),
        ("Step 2 of 5", "20 seconds, vertical, for a book launch."),
        ("Step 3 of 5", "After Effects"),
        ("Step 4 of 5", "500-700 EUR"),
        ("Step 5 of 5", "by 15 January, remote"),
    ] {
        page.see(Pane::Telegram, asked).await?;
        page.write(Pane::Telegram, answer).await?;
    }
    page.press(Pane::Telegram, "Publish").await?;
    page.see(luka, "match: Trailer in After Effects").await?;
    page.press(luka, "Not for me").await?;
    page.pick(luka, "Not this client").await?;
    page.see(luka, "You won't see this client's requests. They aren't told.").await?;
    page.press(luka, "What counts").await?;
    page.see(luka, "You don't see the requests of one client.").await?;
    page.press(luka, "Back to the usual").await?;
    page.write(luka, "/matches tune").await?;
    page.see(luka, "What counts in your matches").await?;
    page.close().await
}
