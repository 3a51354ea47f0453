//! People the stories are about, already set up.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

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
