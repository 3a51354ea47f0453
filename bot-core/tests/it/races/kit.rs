//! Racing: the same instant for everybody, on each engine there is.

use bot_core::domain::identity::Platform;
use bot_core::ui::action::Token;
use bot_core::ui::interaction::{Input, Interaction};
use bot_core::ui::plain;
use bot_testing::{TestApp, TestChat};
use futures::future;
use tokio_util::task::TaskTracker;

use crate::stories::kit::{client, freelancer, post, propose};

/// An app on each engine: PostgreSQL only where a server is named.
pub(crate) async fn engines() -> anyhow::Result<Vec<TestApp>> {
    let mut apps = vec![TestApp::sqlite().await?];
    apps.extend(TestApp::postgres().await?);
    Ok(apps)
}

/// A press of `token`, as an event of its own.
pub(crate) fn press(chat: &TestChat<'_>, event: &str, token: &Token) -> Interaction {
    let input = Input::Action { action: token.clone(), picked: vec!["0".to_owned()] };
    chat.interaction(format!("race:{event}"), input)
}

/// Everything at once, from tasks of their own: what each answer says.
pub(crate) async fn race(app: &TestApp, starts: Vec<Interaction>) -> anyhow::Result<Vec<String>> {
    let tasks = TaskTracker::new();
    let runs = starts.into_iter().map(|start| {
        let app = app.app.clone();
        tasks.spawn(async move { app.handle(start).await })
    });
    let mut answers = Vec::new();
    for run in future::join_all(runs).await {
        let words = plain::reply(&run?);
        anyhow::ensure!(!words.contains("That didn't work"), "a race ended in a fault:\n{words}");
        answers.push(words);
    }
    app.settle().await?;
    Ok(answers)
}

/// How many of `answers` say `words`.
pub(crate) fn saying(answers: &[String], words: &str) -> usize {
    answers.iter().filter(|answer| answer.contains(words)).count()
}

/// Kite with a request, and Ana and Luka who have proposed; Kite looks at the question whether to accept Ana.
pub(crate) struct Scene<'a> {
    pub(crate) kite: TestChat<'a>,
    pub(crate) ana: TestChat<'a>,
    pub(crate) luka: TestChat<'a>,
    /// Accepts Ana's proposal.
    pub(crate) accept_ana: Token,
    /// Accepts Luka's.
    pub(crate) accept_luka: Token,
}

impl<'a> Scene<'a> {
    /// Sets it.
    pub(crate) async fn set(app: &'a TestApp) -> anyhow::Result<Self> {
        let mut ana = freelancer(app, Platform::Telegram, "Ana P.").await?;
        let mut luka = freelancer(app, Platform::Discord, "Luka").await?;
        let mut kite = client(app, Platform::Discord, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        propose(&mut luka).await?;
        let accept_ana = kite.next_notice().await?.press("Accept").await?.find("Accept")?;
        let accept_luka = kite.next_notice().await?.press("Accept").await?.find("Accept")?;
        Ok(Self { kite, ana, luka, accept_ana, accept_luka })
    }

    /// How many contracts each of the three has.
    pub(crate) async fn contracts(&mut self) -> anyhow::Result<[usize; 3]> {
        let mut counts = [0; 3];
        for (count, chat) in counts.iter_mut().zip([&mut self.kite, &mut self.ana, &mut self.luka]) {
            chat.run("/contract list").await?;
            *count = chat.sees().matches("Landing page in Webflow").count();
        }
        Ok(counts)
    }
}
