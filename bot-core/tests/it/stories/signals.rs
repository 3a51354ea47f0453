//! Each signal as a member reads it: price, language, hours, room, answers.

use anyhow::Context as _;
use bot_core::domain::id::AccountId;
use bot_core::domain::identity::Platform;
use bot_core::domain::profile::{LanguageLevel, ProfileLanguage};
use bot_core::domain::request::Brief;
use bot_core::services::profile::Section;
use bot_core::services::{Call, Rules, account, profile, request};
use bot_testing::{TestApp, TestChat};

use super::kit::{client, days, freelancer, hours, other, person, post_titled, propose, worlds};

/// Whose chat it is.
async fn account_of(app: &TestApp, chat: &TestChat<'_>) -> anyhow::Result<AccountId> {
    let call = Call::new(app.app.services(), None);
    account::find_by_identity(&call, chat.identity()).await?.context("they have come before")
}

/// Changes sections of somebody's profile.
async fn say(app: &TestApp, chat: &TestChat<'_>, sections: &[Section]) -> anyhow::Result<()> {
    let id = account_of(app, chat).await?;
    let edited = profile::edit(&Call::new(app.app.services(), None), id, sections).await;
    edited.ok().context("it is their own")?;
    Ok(())
}

fn speaks(language: &str, level: LanguageLevel) -> Section {
    Section::Languages(vec![ProfileLanguage { language: language.to_owned(), level }])
}

/// Posts a request for Webflow with this budget, place and time, and with what `edit` adds to it.
async fn post(
    app: &TestApp,
    client: &mut TestChat<'_>,
    (title, budget, when): (&str, &str, &str),
    edit: impl FnOnce(&mut Brief),
) -> anyhow::Result<()> {
    let fields = [
        ("Title", title),
        ("What do you need?", "5 sections, responsive."),
        ("Skills", "webflow"),
        ("Budget", budget),
        ("When and where?", when),
    ];
    client.run("/request post").await?.fill(&fields).await?.expect("Publish")?;
    let (call, id) = (Call::new(app.app.services(), None), account_of(app, client).await?);
    let draft = request::list_of(&call, id, None).await?.into_iter().find(|draft| draft.brief.title == title);
    let mut draft = draft.context("the draft")?;
    edit(&mut draft.brief);
    let draft = request::draft(&call, id, draft.id, &draft.brief).await.ok().context("an edit")?;
    request::post(&call, id, draft.id, draft.version).await.ok().context("a post")?;
    app.settle().await
}

#[tokio::test]
async fn price_is_compared_across_currencies_and_what_is_short_is_said() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let asks = bot_core::flows::reading::budget("1000 EUR fixed").ok().flatten().context("a price")?;
        let price = bot_core::domain::money::Money::new(asks.max.context("an amount")?, asks.currency);
        let rate = bot_core::domain::money::Price { amount: price, kind: asks.kind };
        say(&app, &ana, &[Section::Rate(Some(rate))]).await?;

        for (title, budget, words) in [
            ("In euros", "1000 EUR fixed", "Price: the budget covers your usual rate"),
            ("In dollars", "1300 USD fixed", "Price: converted, the budget covers your usual rate"),
            ("Fewer dollars", "900 USD fixed", "Price: the budget is about 20 % below your usual rate"),
        ] {
            post(&app, &mut kite, (title, budget, "remote"), |_| {}).await?;
            ana.next_notice().await?.expect(title)?.expect(words)?;
        }
        post(&app, &mut kite, ("Half of it", "500 EUR fixed", "remote"), |_| {}).await?;
        post(&app, &mut kite, ("By the hour", "20 EUR/h", "remote"), |_| {}).await?;
        assert_eq!(ana.unread().await?, 0, "far below the rate isn't told; three a day are");
        ana.run("/matches why request:half of it").await?;
        ana.expect("the budget is 50 % below your usual rate. You can propose your own price all the same.")?;
        ana.run("/matches why request:by the hour").await?;
        ana.expect("the budget is by the hour, your rate for the whole work")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_language_the_client_needs_is_spoken_little_unknown_or_missing() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let about = ("For German shops", "800-1200 EUR fixed", "remote");
        post(&app, &mut kite, about, |brief| brief.languages = vec!["de".to_owned()]).await?;
        ana.next_notice().await?;
        ana.expect("Language: they need German, and your profile names no language")?;
        for (level, words) in [
            (LanguageLevel::Basic, "Language: they need German, and yours is basic"),
            (LanguageLevel::Fluent, "Language: you speak German (fluent)"),
        ] {
            say(&app, &ana, &[speaks("de", level)]).await?;
            ana.run("/matches why request:german shops").await?.expect(words)?;
        }
        say(&app, &ana, &[speaks("pt", LanguageLevel::Native)]).await?;
        ana.run("/matches show").await?.expect("No match yet")?.expect("Nearly")?;
        ana.expect("It needs German, which your profile doesn't name. If you speak it, add it.")?;
        kite.run("/request list").await?.press("Open").await?.press("Who fits?").await?;
        kite.expect("Nobody fits yet")?.expect("They don't name German among their languages")?;
    }
    Ok(())
}

#[tokio::test]
async fn shared_hours_and_hours_a_week_are_counted() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let budget = "800-1200 EUR fixed";
        post(&app, &mut kite, ("In Europe", budget, "remote, CET ±3 h"), |_| {}).await?;
        ana.next_notice().await?.expect("Hours: 7 of your 8 working hours are shared with theirs")?;
        post(&app, &mut kite, ("In Tokyo", budget, "remote, UTC+9 ±1 h"), |_| {}).await?;
        ana.run("/matches why request:tokyo").await?;
        ana.expect("Hours: none of your 8 working hours is shared with theirs")?;
        let full = |brief: &mut Brief| brief.hours_per_week = Some(40);
        post(&app, &mut kite, ("Full time", budget, "remote"), full).await?;
        ana.run("/matches why request:full time").await?;
        ana.expect("Time: you have 20 of the 40 h a week it takes. If that has changed")?;
        kite.run("/request list").await?.press("Open").await?.press("Who fits?").await?;
        kite.expect("They have what you need: Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn somebody_whose_hands_are_full_reads_so_and_is_told_less() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        say(&app, &ana, &[Section::Slots(Some(1))]).await?;
        post_titled(&mut kite, "The first").await?;
        propose(&mut ana).await?;
        kite.next_notice().await?.press("Accept").await?.press("Accept").await?;
        app.later(hours(1)).await?;
        while ana.unread().await? > 0 {
            ana.next_notice().await?;
        }
        post_titled(&mut kite, "The second").await?;
        ana.run("/matches why request:second").await?;
        ana.expect("Time: you have a contract, and take no more at once")?;
        say(&app, &ana, &[Section::Slots(Some(2))]).await?;
        ana.run("/matches why request:second").await?.expect_no("take no more at once")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_client_who_answers_soon_is_known_for_it() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let mut bids = Vec::new();
        for name in ["Ana P.", "Luka", "Noor"] {
            bids.push(freelancer(&app, platform, name).await?);
        }
        post_titled(&mut kite, "The first").await?;
        for freelancer in &mut bids {
            propose(freelancer).await?;
        }
        app.later(hours(2)).await?;
        for _ in &bids {
            kite.next_notice().await?.press("Decline").await?;
        }
        app.later(hours(24)).await?;
        let mut mia = freelancer(&app, platform, "Mia").await?;
        post_titled(&mut kite, "The second").await?;
        mia.next_notice().await?.expect("The second")?.expect("They usually answer within 2 hours")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_newcomer_is_among_those_who_are_told() -> anyhow::Result<()> {
    let app = TestApp::with_rules(Rules { people_per_request: 5, ..Rules::default() }).await?;
    let mut known = Vec::new();
    for name in ["Ana P.", "Luka", "Noor", "Pia", "Tom"] {
        known.push(freelancer(&app, Platform::Telegram, name).await?);
    }
    app.later(days(31)).await?;
    // She fits, though less than the five: there is no Figma in her profile.
    let mut nia = person(&app, Platform::Discord, "Nia");
    nia.run("/start").await?.press("I'm looking for work").await?;
    nia.fill(&[("What can you do?", "webflow"), ("Your city", "Lisbon")]).await?;
    nia.press("Turn on match messages").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    let request = [
        ("Title", "Landing page"),
        ("What do you need?", "5 sections, responsive."),
        ("Skills", "webflow, figma"),
        ("Budget", "800-1200 EUR fixed"),
        ("When and where?", "remote"),
    ];
    kite.run("/request post").await?.fill(&request).await?.press("Publish").await?.press("Who fits?").await?;
    kite.expect("6 people fit")?;
    nia.next_notice().await?.expect("Landing page")?.expect("It would help, and you don't name it: Figma")?;
    let mut told = 0;
    for freelancer in &known {
        told += freelancer.unread().await?;
    }
    assert_eq!(told, 4, "five are told in all");
    Ok(())
}
