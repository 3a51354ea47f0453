//! People the stories are about, already set up.

use bot_core::domain::identity::Platform;
use bot_core::domain::time::HOUR_MS;
use bot_testing::{TestApp, TestChat};

/// Where a story is told: on SQLite with both kinds of platform, and on PostgreSQL with one.
pub(crate) async fn worlds() -> anyhow::Result<Vec<(TestApp, Platform)>> {
    let mut worlds = Vec::new();
    for platform in Platform::ALL {
        worlds.push((TestApp::sqlite().await?, platform));
    }
    worlds.extend(TestApp::postgres().await?.map(|app| (app, Platform::Discord)));
    Ok(worlds)
}

/// A freelancer in Lisbon who knows Webflow and Figma and wants match messages.
pub(crate) async fn freelancer<'a>(
    app: &'a TestApp,
    platform: Platform,
    name: &str,
) -> anyhow::Result<TestChat<'a>> {
    let mut chat = person(app, platform, name);
    chat.run("/start").await?.press("I'm looking for work").await?;
    chat.fill(&[("What can you do?", "webflow, figma, cms"), ("Your city", "Lisbon")]).await?;
    chat.press("Turn on match messages").await?;
    Ok(chat)
}

/// Somebody who hires.
pub(crate) async fn client<'a>(
    app: &'a TestApp,
    platform: Platform,
    name: &str,
) -> anyhow::Result<TestChat<'a>> {
    let mut chat = person(app, platform, name);
    chat.run("/start").await?.press("I'm hiring").await?;
    Ok(chat)
}

/// Somebody new.
pub(crate) fn person<'a>(app: &'a TestApp, platform: Platform, name: &str) -> TestChat<'a> {
    match platform {
        Platform::Discord => app.on_discord(name),
        Platform::Telegram => app.on_telegram(name),
    }
}

/// The request every story is about.
pub(crate) const LANDING_PAGE: &[(&str, &str)] = &[
    ("Title", "Landing page in Webflow"),
    ("What do you need?", "5 sections, responsive. Figma is ready."),
    ("Skills", "webflow, figma"),
    ("Budget", "800-1200 EUR fixed"),
    ("When and where?", "by 15 December, remote"),
];

/// Posts it.
pub(crate) async fn post(client: &mut TestChat<'_>) -> anyhow::Result<()> {
    client.run("/request post").await?.fill(LANDING_PAGE).await?.press("Publish").await?;
    client.expect("It's out")?;
    Ok(())
}

/// The same request under another title.
pub(crate) fn titled(title: &str) -> Vec<(&str, &str)> {
    let mut fields = LANDING_PAGE.to_vec();
    fields[0].1 = title;
    fields
}

/// Posts it under another title.
pub(crate) async fn post_titled(client: &mut TestChat<'_>, title: &str) -> anyhow::Result<()> {
    client.run("/request post").await?.fill(&titled(title)).await?.press("Publish").await?;
    client.expect("It's out")?;
    Ok(())
}

/// Proposes for the request of the next match message, just as it was prepared.
pub(crate) async fn propose(freelancer: &mut TestChat<'_>) -> anyhow::Result<()> {
    freelancer.next_notice().await?.press("Propose").await?.press("Send ").await?;
    freelancer.expect("Sent. It is")?;
    Ok(())
}

/// The other platform: a story's two sides are on different ones.
pub(crate) const fn other(platform: Platform) -> Platform {
    match platform {
        Platform::Discord => Platform::Telegram,
        Platform::Telegram => Platform::Discord,
    }
}

/// Fills the page that has to be mended: on one platform a card says so first.
pub(crate) async fn mend(chat: &mut TestChat<'_>, field: (&str, &str)) -> anyhow::Result<()> {
    if chat.identity().platform == Platform::Discord {
        chat.press("Fix 1 problem").await?;
    }
    chat.fill(&[field]).await?;
    Ok(())
}

/// Hours, as the clock is moved.
pub(crate) const fn hours(count: i64) -> i64 {
    count * HOUR_MS
}

/// Days, as the clock is moved.
pub(crate) const fn days(count: i64) -> i64 {
    hours(24 * count)
}
