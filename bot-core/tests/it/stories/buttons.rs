//! Buttons that don't fit any more, or pressed twice: a clear answer, one effect.

use bot_core::domain::identity::Platform;
use bot_core::ui::action::Token;
use bot_core::ui::interaction::Input;
use bot_testing::TestApp;

use super::kit::{LANDING_PAGE, client, freelancer, other, post, propose, worlds};

#[tokio::test]
async fn a_button_with_an_old_price_agrees_on_nothing() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?.press("Propose").await?;
        let send = ana.find("Send 1,000 EUR")?;
        ana.press("Edit").await?.fill(&[("Price", "1100 EUR")]).await?;
        ana.press_token(send).await?.expect("Something changed in between")?;
        assert_eq!(kite.unread().await?, 0);
        ana.press("Look again").await?.press("Send 1,100 EUR").await?.expect("Sent.")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_forged_or_unknown_button_changes_nothing_and_says_where_to_go() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let before = app.database().contents().await?;
        for text in [
            "",
            "1.",
            "1.nothing-here",
            "2.das-show",
            "1.pro-yes2",
            "1.pro-yes2.short.1",
            "1.req-list",
            "1.acc-join...root",
            "1.prf-edit...secret",
            "1.req-musts.AAAAAAAAAAAAAAAAAAAAAA",
            "🦀",
            "1.das-show.....x",
        ] {
            ana.press_token(Token::parse(text)).await?.expect("This button is from an earlier day")?;
            ana.find("Open my dashboard")?;
        }
        for text in [
            "1.pro-yes2.AAAAAAAAAAAAAAAAAAAAAA.1",
            "1.con-view.AAAAAAAAAAAAAAAAAAAAAA",
            "1.req-post.AAAAAAAAAAAAAAAAAAAAAA.1",
            "1.pro-new.AAAAAAAAAAAAAAAAAAAAAA",
            "1.mat-no.AAAAAAAAAAAAAAAAAAAAAA",
            "1.mat-why.AAAAAAAAAAAAAAAAAAAAAA",
            "1.saf-block.AAAAAAAAAAAAAAAAAAAAAA",
            "1.prf-view.AAAAAAAAAAAAAAAAAAAAAA",
            "1.saf-report.AAAAAAAAAAAAAAAAAAAAAA..account",
        ] {
            ana.press_token(Token::parse(text)).await?.expect("Not available")?.find("Open my dashboard")?;
        }
        assert_eq!(app.database().contents().await?, before);
    }
    Ok(())
}

#[tokio::test]
async fn a_submitted_page_nobody_asked_for_changes_nothing() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    let before = app.database().contents().await?;
    for key in [
        "",
        "1.req-new",
        "1.das-show..0",
        "1.pro-edit.AAAAAAAAAAAAAAAAAAAAAA.0",
        "nonsense",
        "1.saf-report.AAAAAAAAAAAAAAAAAAAAAA.0.account",
    ] {
        let values = [("title".to_owned(), "x".to_owned())].into();
        ana.done(Input::Submit { key: key.to_owned(), values }).await?.find("Open my dashboard")?;
    }
    assert_eq!(app.database().contents().await?, before);
    Ok(())
}

#[tokio::test]
async fn a_last_page_submitted_alone_is_not_taken_for_the_whole_form() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    for platform in Platform::ALL {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        for page in [4, 9] {
            let values = [("when".to_owned(), "remote".to_owned())].into();
            let key = Token::verb("req-new").at(page).encode();
            kite.done(Input::Submit { key, values }).await?.expect("Title is still empty")?;
        }
    }
    assert_eq!(app.database().contents().await?["requests"].len(), 0);
    Ok(())
}

#[tokio::test]
async fn a_page_number_beyond_the_end_shows_the_last_page() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    kite.press_token(Token::verb("req-list").at(999_999)).await?.expect("Landing page in Webflow")?;
    Ok(())
}

#[tokio::test]
async fn a_double_click_publishes_sends_and_accepts_once() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        kite.run("/request post").await?.fill(LANDING_PAGE).await?;
        let publish = kite.find("Publish")?;
        kite.press("Publish").await?.press_token(publish).await?.expect("Open to proposals until")?;
        ana.next_notice().await?.press("Propose").await?;
        let send = ana.find("Send")?;
        ana.press("Send").await?.press_token(send).await?.expect("Sent. It is Kite Studio's move")?;
        kite.next_notice().await?.press("Accept").await?;
        let accept = kite.find("Accept")?;
        kite.press("Accept").await?.expect("Contract #")?.press_token(accept).await?.expect("Contract #")?;
        assert_eq!((ana.unread().await?, kite.unread().await?), (1, 1), "one contract, told once to each");
        assert_eq!(app.database().contents().await?["contracts"].len(), 1);
    }
    Ok(())
}

#[tokio::test]
async fn the_same_event_handled_twice_has_one_effect() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        kite.next_notice().await?.press("Accept").await?;
        let accept = Input::Action { action: kite.find("Accept")?, picked: Vec::new() };
        let event = kite.interaction("discord:again".to_owned(), accept);
        let (first, second) = (app.app.handle(event.clone()).await, app.app.handle(event).await);
        assert_eq!(first, second, "the same answer both times");
        assert_eq!(app.database().contents().await?["contracts"].len(), 1);
    }
    Ok(())
}

#[tokio::test]
async fn a_form_submitted_twice_makes_one_draft() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let kite = client(&app, Platform::Discord, "Kite Studio").await?;
    let values = [
        ("title", "Landing page"),
        ("what", "5 sections"),
        ("skills", "webflow"),
        ("budget", "900 EUR"),
        ("when", "remote"),
    ];
    let values = values.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let submit = Input::Submit { key: Token::verb("req-new").at(0).encode(), values };
    let event = kite.interaction("discord:form".to_owned(), submit);
    app.app.handle(event.clone()).await;
    app.app.handle(event).await;
    assert_eq!(app.database().contents().await?["requests"].len(), 1);
    Ok(())
}
