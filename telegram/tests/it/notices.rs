//! Notices: what leaves, and what is known of its fate.

use std::sync::Arc;
use std::time::Duration;

use bot_core::delivery::messenger::{Found, Gone, Messenger, Outcome, Outgoing};
use bot_core::domain::identity::Platform;
use bot_core::ui::interaction::{Chat, ChatKind};
use bot_core::ui::text::Text;
use bot_core::ui::view::{Block, View};
use playground::faults::{Kind, Rule};
use telegram::Mode;

use crate::bench::Bench;

struct Post {
    bench: Bench,
    messenger: Arc<dyn Messenger>,
}

impl Post {
    async fn open() -> Self {
        let bench = Bench::new().await;
        bench.platform.start_chat(bench.person, None).expect("everyone can start");
        let messenger = bench.telegram(Mode::Polling, 1000, &bench.platform.token()).messenger();
        Self { bench, messenger }
    }

    async fn sent_to(&self, address: &str) -> Outcome {
        let chat =
            Chat { platform: Platform::Telegram, address: address.to_owned(), kind: ChatKind::Private };
        self.messenger.send(&notice(chat)).await
    }

    async fn sent(&self) -> Outcome {
        self.sent_to(&self.bench.person.to_string()).await
    }

    fn fails(&self, kind: Kind, retry_after: Option<f64>) {
        let rule = Rule { route: "sendMessage".to_owned(), kind, times: 1, retry_after, delay_ms: None };
        self.bench.platform.faults().add(rule);
    }
}

fn notice(chat: Chat) -> Outgoing {
    let view = View::new("notice", Text::plain("A match"))
        .block(Block::Details { summary: Text::plain("Why"), lines: vec![Text::untrusted("1 < 2")] });
    Outgoing { key: "match:1".to_owned(), chat, view, silent: true, attempt: 1 }
}

#[tokio::test]
async fn a_notice_arrives_silently_where_it_was_meant_to() {
    let post = Post::open().await;
    let Outcome::Sent { message } = post.sent().await else {
        panic!("it was not sent");
    };
    let shown = post.bench.platform.messages(post.bench.person).pop().expect("it stands in the chat");
    assert_eq!(shown["message_id"].to_string(), message);
    assert_eq!(shown["text"], "A match\n\nWhy\n• 1 < 2");
    assert_eq!(shown["entities"][1]["type"], "bold");
    assert_eq!(shown["entities"][2]["type"], "expandable_blockquote");
    let calls = post.bench.platform.journal().list();
    assert!(calls.iter().any(|call| call.body["disable_notification"] == true));
    post.bench.took_everything();
}

#[tokio::test]
async fn a_chat_that_cannot_be_written_to_is_gone() {
    let post = Post::open().await;
    post.bench.platform.block(post.bench.person, true).expect("everyone can block");
    assert_eq!(post.sent().await, Outcome::Gone { why: Gone::Blocked });
    for nowhere in ["42", "not a number"] {
        assert_eq!(post.sent_to(nowhere).await, Outcome::Gone { why: Gone::NoSuchChat });
    }
}

#[tokio::test]
async fn what_is_not_known_is_not_called_sent_or_unsent() {
    let post = Post::open().await;
    for kind in [Kind::ServerError, Kind::DropBefore, Kind::DropAfter] {
        post.fails(kind, None);
        let outcome = post.sent().await;
        assert!(matches!(outcome, Outcome::Unknown { .. }), "{kind:?}: {outcome:?}");
    }
    post.bench.platform.restart(3_000).await;
    let outcome = post.sent().await;
    assert!(matches!(outcome, Outcome::NotSent { retry_after: None, .. }), "{outcome:?}");
}

#[tokio::test]
async fn a_flood_warning_holds_the_chat_for_its_whole_time() {
    let post = Post::open().await;
    post.fails(Kind::TooMany, Some(37.0));
    let wait = |outcome: Outcome| match outcome {
        Outcome::NotSent { retry_after: Some(wait), .. } => wait,
        other => panic!("{other:?}"),
    };
    assert_eq!(wait(post.sent().await), Duration::from_secs(37));
    assert!(wait(post.sent().await) > Duration::from_secs(30));
    assert_eq!(post.bench.calls("sendMessage"), 1, "nothing was sent inside the window");
}

#[tokio::test]
async fn telegram_has_no_memory_to_ask() {
    let post = Post::open().await;
    let chat = Chat { platform: Platform::Telegram, address: "1".to_owned(), kind: ChatKind::Private };
    assert_eq!(post.messenger.find(&notice(chat), post.bench.clock.now()).await, Found::CannotTell);
    assert_eq!(post.messenger.repeat_window(), None);
}

#[tokio::test]
async fn a_repeat_says_that_it_may_be_one() {
    let post = Post::open().await;
    let address = post.bench.person.to_string();
    let chat = Chat { platform: Platform::Telegram, address, kind: ChatKind::Private };
    let repeat = Outgoing { attempt: 2, ..notice(chat) };
    assert!(matches!(post.messenger.send(&repeat).await, Outcome::Sent { .. }));
    let shown = post.bench.platform.messages(post.bench.person).pop().expect("it stands in the chat");
    let text = shown["text"].as_str().unwrap_or_default();
    assert!(text.starts_with("A match") && text.ends_with("This may have reached you before."), "{text}");
}
