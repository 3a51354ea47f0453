//! The demo in a real browser: the journey, walked in the page.

mod demo;
mod page;

use std::time::{Duration, Instant};

use anyhow::ensure;

use demo::Demo;
use page::{Page, Pane};

/// How long a match may take to be seen in the other chat.
const MATCH: Duration = Duration::from_secs(2);
/// How soon the page must be usable after the program's start.
const USABLE: Duration = Duration::from_secs(10);

/// From publishing to the contract, with the client in one pane and the freelancer in the other.
async fn agree(page: &Page, client: Pane, freelancer: Pane, pictures: &str) -> anyhow::Result<()> {
    page.press(client, "Publish").await?;
    let published = Instant::now();
    page.see(freelancer, "Why you").await?;
    let took = published.elapsed();
    println!("the match stood in the other chat after {} ms", took.as_millis());
    ensure!(took < MATCH, "the match took {took:?}");
    page.picture(&format!("{pictures}-match")).await?;

    page.press(freelancer, "Propose").await?;
    page.press(freelancer, "Send ").await?;
    page.see(client, "is waiting for your answer").await?;
    page.picture(&format!("{pictures}-proposal")).await?;
    page.press(client, "Accept ").await?;
    page.see(client, "This makes a contract").await?;
    page.press(client, "Accept ").await?;
    for pane in [client, freelancer] {
        page.see(pane, "It's agreed").await?;
    }
    page.picture(&format!("{pictures}-contract")).await
}

#[tokio::test]
async fn browser_a_client_on_discord_and_a_freelancer_on_telegram_agree() -> anyhow::Result<()> {
    let Some(page) = Page::open().await? else { return Ok(()) };
    let demo = Demo::start().await?;
    page.goto(&demo.address).await?;
    page.usable().await?;
    println!("the page was usable {} ms after the program's start", demo.started.elapsed().as_millis());
    ensure!(demo.started.elapsed() < USABLE, "the page took {:?}", demo.started.elapsed());

    page.write(Pane::Discord, "/request post").await?;
    page.fill(&[
        ("Title", "Landing page in Webflow"),
        ("What do you need?", "5 sections, responsive. The Figma file is ready."),
        ("Skills", "Webflow, Figma"),
        ("Budget", "800-1200 EUR"),
        ("When and where?", "by 15 January, remote"),
    ])
    .await?;
    agree(&page, Pane::Discord, Pane::Telegram, "discord-to-telegram").await?;
    page.close().await
}
