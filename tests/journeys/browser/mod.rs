//! The demo in a real browser: the journey, walked in the page.

mod demo;
mod linking;
mod page;
mod wishes;

use std::time::{Duration, Instant};

use anyhow::ensure;

use demo::Demo;
use page::{Page, Pane};

/// How long a match may take to be seen in the other chat.
const MATCH: Duration = Duration::from_secs(2);
/// How soon the page must be usable after the program's start.
const USABLE: Duration = Duration::from_secs(10);

/// What two people agree on.
struct Deal {
    client: Pane,
    freelancer: Pane,
    freelancer_name: &'static str,
    title: &'static str,
    pictures: &'static str,
}

/// From publishing to the contract, with the client in one pane and the freelancer in the other.
async fn agree(page: &Page, deal: Deal) -> anyhow::Result<()> {
    let Deal { client, freelancer, freelancer_name, title, pictures } = deal;
    page.press(client, "Publish").await?;
    let published = Instant::now();
    page.see(freelancer, &format!("match: {title}")).await?;
    let took = published.elapsed();
    println!("the match stood in the other chat after {} ms", took.as_millis());
    ensure!(took < MATCH, "the match took {took:?}");
    page.see(freelancer, "Why you").await?;
    page.picture(&format!("{pictures}-match")).await?;

    page.press(freelancer, "Propose").await?;
    page.press(freelancer, "Send ").await?;
    page.see(client, &format!("{freelancer_name} is waiting for your answer")).await?;
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
    let deal = Deal {
        client: Pane::Discord,
        freelancer: Pane::Telegram,
        freelancer_name: "Ana P.",
        title: "Landing page in Webflow",
        pictures: "discord-to-telegram",
    };
    agree(&page, deal).await?;
    page.close().await
}

#[tokio::test]
async fn browser_a_client_on_telegram_and_a_freelancer_on_discord_agree() -> anyhow::Result<()> {
    let Some(page) = Page::open().await? else { return Ok(()) };
    let demo = Demo::start().await?;
    let (luka, harbor_books) = (demo.persona("luka_m").await?, demo.persona("harbor_books").await?);
    page.goto(&format!("{}/?discord={luka}&telegram={harbor_books}", demo.address)).await?;
    page.usable().await?;

    page.write(Pane::Telegram, "/newrequest").await?;
    for (asked, answer) in [
        ("Step 1 of 5", "Title teaser in After Effects"),
        ("Step 2 of 5", "20 seconds, vertical, for a book launch."),
        ("Step 3 of 5", "After Effects"),
        ("Step 4 of 5", "500-700 EUR"),
        ("Step 5 of 5", "by 15 January, remote"),
    ] {
        page.see(Pane::Telegram, asked).await?;
        page.write(Pane::Telegram, answer).await?;
    }
    let deal = Deal {
        client: Pane::Telegram,
        freelancer: Pane::Discord,
        freelancer_name: "Luka M.",
        title: "Title teaser in After Effects",
        pictures: "telegram-to-discord",
    };
    agree(&page, deal).await?;
    page.close().await
}

#[tokio::test]
async fn browser_one_message_on_telegram_becomes_a_request() -> anyhow::Result<()> {
    let Some(page) = Page::open().await? else { return Ok(()) };
    let demo = Demo::start().await?;
    let (luka, harbor_books) = (demo.persona("luka_m").await?, demo.persona("harbor_books").await?);
    page.goto(&format!("{}/?discord={luka}&telegram={harbor_books}", demo.address)).await?;
    page.usable().await?;

    page.write(Pane::Telegram, "/newrequest").await?;
    page.see(Pane::Telegram, "everything in one message").await?;
    let brief = "We need a book teaser in After Effects, budget 500-700, by mid January, remote. Cinema 4D is a plus.";
    page.write(Pane::Telegram, brief).await?;
    page.see(Pane::Telegram, "To settle").await?;
    page.see(Pane::Telegram, "which currency is that?").await?;
    page.picture("telegram-request-questions").await?;
    page.press(Pane::Telegram, "EUR").await?;
    page.see(Pane::Telegram, "500 EUR – 700 EUR, fixed price (from \"budget 500-700\")").await?;
    page.see(Pane::Telegram, "mid January").await?;
    page.press(Pane::Telegram, "Budget").await?;
    page.see(Pane::Telegram, "Now: 500 EUR").await?;
    page.write(Pane::Telegram, "600-900 EUR").await?;
    page.see(Pane::Telegram, "600 EUR – 900 EUR").await?;
    page.picture("telegram-request-draft").await?;
    page.press(Pane::Telegram, "Publish").await?;
    page.see(Pane::Telegram, "It's out").await?;
    page.close().await
}
