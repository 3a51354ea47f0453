//! Looking for work and for people: found, narrowed, widened, paged and kept.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, freelancer, other, person, post_titled};

/// A request: title, skills, budget, and when and where.
type Told = (&'static str, &'static str, &'static str, &'static str);

const MARKET: [Told; 4] = [
    ("Landing page in Webflow", "webflow, figma", "800-1200 EUR fixed", "remote"),
    ("Signs for a shop", "illustration", "300-400 EUR fixed", "on site in Lisbon"),
    ("Data pipeline", "python", "40-50 EUR/h", "remote"),
    ("Screens of an app", "figma", "2000 EUR fixed", "on site in Porto"),
];

async fn post(client: &mut TestChat<'_>, told: Told, details: &str) -> anyhow::Result<()> {
    let (title, skills, budget, place) = told;
    let fields = [
        ("Title", title),
        ("What do you need?", details),
        ("Skills", skills),
        ("Budget", budget),
        ("When and where?", place),
    ];
    client.run("/request post").await?.fill(&fields).await?.press("Publish").await?.expect("It's out")?;
    Ok(())
}

async fn market(app: &TestApp, platform: Platform) -> anyhow::Result<TestChat<'_>> {
    let mut kite = client(app, platform, "Kite Studio").await?;
    for told in MARKET {
        post(&mut kite, told, "As we said on the phone.").await?;
    }
    Ok(kite)
}

/// Narrows a search, or saves something of it: where there is little room, a button leads to what there is to pick.
async fn choose(chat: &mut TestChat<'_>, button: &str, option: &str) -> anyhow::Result<()> {
    if chat.identity().platform == Platform::Telegram {
        chat.press(button).await?;
    }
    chat.pick(&[option]).await?;
    Ok(())
}

async fn narrow(chat: &mut TestChat<'_>, option: &str) -> anyhow::Result<()> {
    choose(chat, "Narrow it down", option).await
}

/// Closes the client's request of that title, if it is theirs.
async fn close(client: &mut TestChat<'_>, title: &str) -> anyhow::Result<()> {
    let own = client.suggestions("request close", "request", title).await;
    for request in own.iter().filter(|own| own.label.contains(title)) {
        let value = &request.value;
        client.run(&format!("/request close request:{value} reason:no-longer-needed")).await?;
        client.expect("# Closed")?;
    }
    Ok(())
}

/// Where two pieces of text stand, one before the other.
fn in_order(text: &str, first: &str, second: &str) -> bool {
    text.find(first).zip(text.find(second)).is_some_and(|(first, second)| first < second)
}

#[tokio::test]
async fn work_is_found_by_words_skills_place_and_budget_the_best_first() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        market(&app, other(platform)).await?;
        ana.run("/find work").await?.expect("4 requests found")?.expect("Best match first")?;
        assert!(in_order(&ana.sees(), "Landing page", "Screens of an app"), "{}", ana.sees());
        assert!(in_order(&ana.sees(), "Screens of an app", "Data pipeline"), "{}", ana.sees());
        ana.run("/find work skills:js, figma").await?.expect("No request fits")?;
        ana.run("/find work skills:figma").await?.expect("2 requests found")?.expect("Looking for: Figma")?;
        ana.run("/find work text:remote python")
            .await?
            .expect("One request found")?
            .expect("Data pipeline")?;
        ana.run("/find work text:phone").await?.expect("4 requests found")?;
        ana.run("/find work place:Lisbon").await?.expect("One request found")?.expect("Signs for a shop")?;
        ana.press("Remote too: +2").await?.expect("3 requests found")?.expect("Lisbon, PT or remote")?;
        ana.run("/find work place:Portugal").await?.expect("2 requests found")?.expect("in Portugal")?;
        ana.run("/find work budget-min:1500 currency:EUR").await?.expect("One request found")?;
        ana.expect("Nearly")?.expect("Doesn't fit: at least 1,500 EUR")?.expect("Landing page")?;
        ana.press("20 % less budget: +1").await?.expect("2 requests found")?.expect("at least 1,200 EUR")?;
        ana.run("/find work budget-min:1500 currency:USD").await?.expect("One request found")?;
        ana.expect("Screens of an app")?.expect("at least 1,500 USD")?;
        ana.run("/find work posted:day").await?.expect("4 requests found")?.expect("in the last 24 hours")?;
    }
    Ok(())
}

#[tokio::test]
async fn little_found_says_what_nearly_fits_and_what_would_widen_it() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        market(&app, other(platform)).await?;
        ana.run("/find work text:figma lisbon").await?.expect("No request fits all of this")?;
        ana.expect("4 requests are open")?.expect("Nearly: one thing is missing")?;
        ana.expect("Doesn't fit: near Lisbon, PT")?.expect("Landing page in Webflow")?;
        ana.expect("Doesn't fit: Figma")?.expect("Signs for a shop")?.expect("[ Remote too: +1 ]")?;
        ana.press("Anywhere: +2").await?.expect("2 requests found")?.expect_no("near Lisbon")?;
        ana.press("Show everything").await?.expect("4 requests found")?.expect_no("Looking for")?;
        ana.run("/find work text:python lisbon at least 5000 EUR").await?.expect("two things are missing")?;
        ana.expect("Doesn't fit: near Lisbon, PT · at least 5,000 EUR")?.expect("Data pipeline")?;
        ana.press("Anywhere, any amount: +1").await?.expect("One request found")?;
    }
    Ok(())
}

#[tokio::test]
async fn an_empty_market_says_so_and_what_to_do() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut noor = person(&app, platform, "Noor");
        noor.run("/find work").await?.expect("No request is open right now")?.press("Tell me when").await?;
        noor.expect("I'll tell you")?.expect("Looking for: any request")?;
        noor.run("/find talent").await?.expect("Nobody here offers work yet")?;
        noor.press("Post a request").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_text_is_read_as_it_would_be_said_in_several_languages() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        market(&app, other(platform)).await?;
        let searches = [
            ("figma in lisbon, at least 500 EUR", "Figma · near Lisbon, PT · at least 500 EUR"),
            ("python remote 40 €/h", "Python · Remote · at least 40 EUR · By the hour"),
            ("busco trabajo de figma en oporto", "Figma · near Porto, PT"),
            ("procuro illustration lisboa", "Illustration · near Lisbon, PT"),
            ("suche python ab 30 €/h", "Python · at least 30 EUR · By the hour"),
            ("cherche webflow à distance", "Webflow · Remote"),
            ("ищу работу python, удалённо", "Python · Remote"),
            ("webflow 远程", "Webflow · Remote"),
        ];
        for (text, read) in searches {
            ana.run(&format!("/find work text:{text}")).await?.expect(&format!("Looking for: {read}"))?;
        }
        ana.run("/find work text:landing page")
            .await?
            .expect("One request found")?
            .expect("Landing page in W")?;
    }
    Ok(())
}

#[tokio::test]
async fn leafing_shows_each_request_once_while_others_close_and_open() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let titles: Vec<String> = (1..=12).map(|number| format!("Work number {number:02}")).collect();
        let mut clients = Vec::new();
        for titles in titles.chunks(3) {
            let mut kite = client(&app, other(platform), "Kite Studio").await?;
            for title in titles {
                post_titled(&mut kite, title).await?;
            }
            clients.push(kite);
        }
        let mut seen = String::new();
        seen += &ana.run("/find work").await?.expect("12 requests found")?.sees();
        let (first, rest): (Vec<&String>, Vec<&String>) =
            titles.iter().partition(|title| seen.contains(*title));
        assert_eq!(first.len(), 5);
        for kite in &mut clients {
            for title in [first[0], rest[0]] {
                close(kite, title).await?;
            }
        }
        let mut late = client(&app, other(platform), "Late Studio").await?;
        post_titled(&mut late, "Brand new").await?;
        for _ in 0..2 {
            seen += &ana.press("Next").await?.expect("[ New: 1 · search again ]")?.sees();
        }
        ana.expect("Page 3 of 3")?;
        assert!(seen.contains("One entry that stood here is gone"), "{seen}");
        for title in rest.iter().skip(1) {
            assert_eq!(seen.matches(&format!("* {title}")).count(), 1, "{title} in {seen}");
        }
        ana.press("New: 1 · search again").await?.expect("11 requests found")?.expect("Page 1 of 3")?;
    }
    Ok(())
}

#[tokio::test]
async fn facets_are_counted_and_turn_on_and_off() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        market(&app, other(platform)).await?;
        narrow(ana.run("/find work").await?, "In person (2)").await?;
        narrow(ana.expect("2 requests found")?, "Figma (1)").await?;
        ana.expect("One request found")?.expect("Screens of an app")?;
        narrow(ana.expect("Looking for: Figma · In person")?, "No longer: In person").await?;
        ana.expect("2 requests found")?.expect("Landing page")?;
        narrow(ana.run("/find work").await?, "By the hour (1)").await?;
        ana.expect("Data pipeline")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_long_list_is_paged_and_outlives_a_restart() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = market(&app, other(platform)).await?;
        for told in MARKET {
            post(&mut kite, told, "The same once more, as on the phone.").await?;
        }
        ana.run("/find work text:phone").await?.expect("8 requests found")?.expect("Page 1 of 2")?;
        let next = ana.find("Next")?;
        let again = app.restart().await?;
        let mut ana = ana.over(&again);
        ana.press("Next").await?.expect("Page 2 of 2")?.expect("Looking for: “phone”")?;
        ana.press("Previous").await?.expect("Page 1 of 2")?;
        narrow(&mut ana, "In person (4)").await?;
        ana.expect("4 requests found")?;
        ana.press_token(next.clone()).await?.expect("4 requests found")?.expect("In person")?;
        ana.run("/find work text:figma").await?.press_token(next).await?.expect("That search is over")?;
        ana.press("Find work").await?.expect("8 requests found")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_saved_stands_on_a_list_until_it_is_taken_off() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        market(&app, other(platform)).await?;
        ana.run("/find work skills:figma").await?.press("Saved").await?.expect("Nothing saved yet")?;
        let found = ana.run("/find work skills:python").await?;
        choose(found, "Save, or take off the list", "Save: Data pipeline").await?;
        ana.expect("One request found")?.press("Open").await?.press("Save").await?.expect("Saved")?;
        ana.press("Saved").await?.expect("One saved entry")?.expect("Data pipeline")?;
        ana.pick(&["No longer: Data pipeline"]).await?.expect("Nothing saved yet")?;
        ana.run("/find work skills:python").await?.press("Open").await?.press("Save").await?;
        ana.press("Undo").await?.expect("Nothing saved yet")?;
    }
    Ok(())
}

#[tokio::test]
async fn people_are_found_with_their_fit_and_widened_to_remote() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/profile edit section:rate").await?.press("Rate").await?;
        ana.fill(&[("Your usual rate", "45 EUR/h")]).await?;
        let mut noor = person(&app, other(platform), "Noor");
        noor.run("/start").await?.press("I'm looking for work").await?;
        noor.fill(&[("What can you do?", "webflow, python"), ("Your city", "Berlin")]).await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run("/find talent skills:webflow")
            .await?
            .expect("2 people found")?
            .expect("Best match first")?;
        kite.run("/find talent skills:webflow, figma place:Lisbon").await?.expect("One person found")?;
        kite.expect("Ana P.")?.expect_no("Noor")?;
        kite.run("/find talent skills:webflow place:Lisbon").await?.expect("One person found")?;
        kite.expect("Nearly")?.press("Remote too: +1").await?.expect("2 people found")?.expect("Noor")?;
        kite.run("/find talent rate-max:40 currency:EUR").await?.expect("Nobody fits")?;
        kite.press("+20 % budget: +1").await?.expect("Ana P.")?.expect("at most 48 EUR")?;
        kite.run("/find talent available:now").await?.expect("2 people found")?;
        kite.run("/find talent text:ana").await?.expect("Nobody fits all of this")?;
    }
    Ok(())
}

#[tokio::test]
async fn blocked_people_drafts_and_ones_own_never_appear() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = market(&app, other(platform)).await?;
        kite.run("/find work").await?.expect("No request is open right now")?;
        kite.run("/request post").await?;
        let draft = [
            ("Title", "A secret plan"),
            ("What do you need?", "Nothing yet."),
            ("Skills", "figma"),
            ("Budget", "100 EUR"),
            ("When and where?", "remote"),
        ];
        kite.fill(&draft).await?;
        ana.run("/find work").await?.expect("4 requests found")?.expect_no("A secret plan")?;
        kite.run("/find talent").await?.expect("One person found")?.press("Save").await.ok();
        let found = kite.run("/find talent").await?;
        choose(found, "Save, or take off the list", "Save: Ana P.").await?;
        kite.press("Profile").await?;
        kite.press("Block").await?;
        kite.run("/find talent").await?.expect("Nobody here offers work yet")?.press("Saved").await?;
        kite.expect("Nothing saved yet")?;
        ana.run("/find work").await?.expect("No request is open right now")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_cant_be_read_is_said_and_any_text_is_answered() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        market(&app, other(platform)).await?;
        ana.run("/find work place:Atlantis Nine").await?.expect("I don't know that place")?;
        ana.run("/find work currency:XYZ budget-min:5").await?.expect("I don't know that currency")?;
        ana.run("/find work budget-min:-5").await?.expect("whole number above 0")?;
        ana.press("Show everything").await?.expect("4 requests found")?;
        for text in ["@everyone <b>*_`", "%", "' OR 1=1 --", "\u{202e}abc", &"long ".repeat(2_000)] {
            ana.run(&format!("/find work text:{text}")).await?.expect("[ Saved ]")?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn skills_places_and_currencies_are_suggested() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    let values = |found: Vec<bot_core::flows::Suggestion>| -> Vec<String> {
        found.into_iter().map(|suggestion| suggestion.value).collect()
    };
    let skills = values(ana.suggestions("find work", "skills", "figma, webfl").await);
    assert_eq!(skills.first().map(String::as_str), Some("figma, Webflow"));
    let places = values(ana.suggestions("find talent", "place", "lisb").await);
    assert_eq!(places.first().map(String::as_str), Some("Lisbon, PT"));
    assert_eq!(
        values(ana.suggestions("find work", "place", "rem").await).first().map(String::as_str),
        Some("remote")
    );
    assert_eq!(values(ana.suggestions("find work", "currency", "eur").await), ["EUR"]);
    assert!(!values(ana.suggestions("find work", "currency", "").await).is_empty());
    Ok(())
}
