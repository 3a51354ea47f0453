//! Notices on real sockets: one message for one key, whatever happens.

use anyhow::Context as _;
use bot_core::clock::Clock as _;
use bot_core::clock::SystemClock;
use bot_core::delivery::messenger::{Found, Gone, Messenger as _, Outcome, Outgoing};
use bot_core::domain::identity::Platform;
use bot_core::ui::interaction::{Chat, ChatKind};
use bot_core::ui::text::Text;
use bot_core::ui::view::View;
use playground::faults::Kind;
use serde_json::json;

use super::ChannelMessenger;
use crate::render::Renderer;
use crate::rest::{Call, Rest, To};
use crate::standin::{Mode, StandIn};

struct Bench {
    standin: StandIn,
    rest: Rest,
    messenger: ChannelMessenger,
    person: u64,
    channel: u64,
}

impl Bench {
    async fn new() -> anyhow::Result<Self> {
        let standin = StandIn::start().await?;
        let rest = standin.rest(Mode::Url)?;
        let person = standin.person("kite");
        let opened = Call::post(To::DirectChannels, json!({ "recipient_id": person.to_string() }));
        let channel = rest.send(&opened).await?["id"].as_str().context("a channel")?.parse()?;
        let messenger = ChannelMessenger::new(rest.clone(), Renderer::default());
        Ok(Self { standin, rest, messenger, person, channel })
    }

    fn notice(&self, key: &str) -> Outgoing {
        let chat =
            Chat { platform: Platform::Discord, address: self.channel.to_string(), kind: ChatKind::Private };
        let view = View::new("notice", Text::plain("A proposal")).paragraph(Text::untrusted("**hello**"));
        Outgoing { key: key.to_owned(), chat, view, silent: true, attempt: 1 }
    }

    fn shown(&self) -> anyhow::Result<usize> {
        Ok(self.standin.discord.messages(self.person, self.channel)?.len())
    }
}

#[tokio::test]
async fn a_notice_whose_answer_was_lost_is_sent_again_and_stands_once() -> anyhow::Result<()> {
    let bench = Bench::new().await?;
    let notice = bench.notice("notice-1");
    bench.standin.fault("messages", Kind::DropAfter, 1, None);
    assert!(matches!(bench.messenger.send(&notice).await, Outcome::Unknown { .. }));
    assert!(matches!(bench.messenger.send(&notice).await, Outcome::Sent { .. }));
    assert_eq!(bench.shown()?, 1);
    Ok(())
}

#[tokio::test]
async fn a_notice_is_found_by_what_stands_in_it() -> anyhow::Result<()> {
    let bench = Bench::new().await?;
    let since = SystemClock.now();
    let notice = bench.notice("notice-2");
    assert_eq!(bench.messenger.find(&notice, since).await, Found::NotThere);
    let Outcome::Sent { message } = bench.messenger.send(&notice).await else {
        anyhow::bail!("it was not sent");
    };
    let other = bench.messenger.send(&bench.notice("notice-3")).await;
    assert!(matches!(other, Outcome::Sent { .. }));
    assert_eq!(bench.messenger.find(&notice, since).await, Found::There(message));
    Ok(())
}

#[tokio::test]
async fn a_closed_channel_is_gone_and_asked_once() -> anyhow::Result<()> {
    let bench = Bench::new().await?;
    bench.standin.discord.set_dms_closed(bench.person, true)?;
    let outcome = bench.messenger.send(&bench.notice("notice-4")).await;
    assert_eq!(outcome, Outcome::Gone { why: Gone::DirectClosed });
    assert_eq!(bench.standin.calls(403), 1);
    Ok(())
}

#[tokio::test]
async fn a_wait_that_discord_names_is_passed_on() -> anyhow::Result<()> {
    let bench = Bench::new().await?;
    bench.standin.fault("messages", Kind::TooMany, 1, Some(0.2));
    let outcome = bench.messenger.send(&bench.notice("notice-5")).await;
    let Outcome::NotSent { retry_after: Some(wait), .. } = outcome else {
        anyhow::bail!("{outcome:?}");
    };
    assert_eq!(wait.as_millis(), 200);
    assert!(bench.rest.send(&Call::get(To::Messages { channel: bench.channel })).await.is_ok());
    Ok(())
}
