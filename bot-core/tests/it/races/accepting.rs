//! Races around an acceptance: never two contracts, never on terms taken back.

use anyhow::Context as _;
use bot_core::ui::action::Token;

use super::kit::{Scene, engines, press, race, saying};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_proposals_accepted_at_once_make_one_contract() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut scene = Scene::set(&app).await?;
        let starts = vec![
            press(&scene.kite, "ana", &scene.accept_ana),
            press(&scene.kite, "luka", &scene.accept_luka),
        ];
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "# Contract #"), 1, "{answers:?}");
        let clear =
            saying(&answers, "That request has ended") + saying(&answers, "The request ended without it");
        assert_eq!(clear, 1, "the other press is answered clearly: {answers:?}");
        let [kite, ana, luka] = scene.contracts().await?;
        assert_eq!((kite, ana + luka), (1, 1));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_proposal_accepted_many_times_is_one_contract_and_every_press_shows_it() -> anyhow::Result<()>
{
    for app in engines().await? {
        let mut scene = Scene::set(&app).await?;
        let starts = (0..6).map(|n| press(&scene.kite, &format!("accept{n}"), &scene.accept_ana)).collect();
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "# Contract #"), 6, "{answers:?}");
        assert_eq!(scene.contracts().await?, [1, 1, 0]);
        assert_eq!(scene.ana.unread().await?, 1, "told once");
        assert_eq!(scene.luka.unread().await?, 1, "told kindly, once");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepted_or_taken_back_but_never_both() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut scene = Scene::set(&app).await?;
        let withdraw = scene.ana.press("Take it back").await?.find("Take it back")?;
        let starts =
            vec![press(&scene.kite, "accept", &scene.accept_ana), press(&scene.ana, "withdraw", &withdraw)];
        let answers = race(&app, starts).await?;
        let (agreed, back) =
            (saying(&answers[..1], "# Contract #"), saying(&answers[1..], "You took it back"));
        assert_eq!(agreed + back, 1, "{answers:?}");
        assert_eq!(scene.contracts().await?, [agreed, agreed, 0]);
        match agreed {
            1 => assert_eq!(saying(&answers[1..], "accepted it"), 1, "{answers:?}"),
            _ => assert_eq!(saying(&answers[..1], "took it back"), 1, "{answers:?}"),
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepted_or_closed_but_never_both() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut scene = Scene::set(&app).await?;
        let open = scene.kite.run("/request list").await?.press("Open").await?.press("Close it").await?;
        let request = open.find("Keep it open")?.id.context("the button is about the request")?;
        let close = Token::verb("req-close").on(request);
        let starts =
            vec![press(&scene.kite, "accept", &scene.accept_ana), press(&scene.kite, "close", &close)];
        let answers = race(&app, starts).await?;
        let (agreed, closed) = (saying(&answers[..1], "# Contract #"), saying(&answers[1..], "# Closed"));
        assert_eq!(agreed + closed, 1, "{answers:?}");
        assert_eq!(scene.contracts().await?, [agreed, agreed, 0]);
        match agreed {
            1 => assert_eq!(saying(&answers[1..], "Filled: somebody was chosen"), 1, "{answers:?}"),
            _ => assert_eq!(saying(&answers[..1], "ended"), 1, "{answers:?}"),
        }
    }
    Ok(())
}
