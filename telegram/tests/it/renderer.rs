//! Every view and form page, taken by a Telegram that refuses as the real one does.

use bot_core::delivery::messenger::{Outcome, Outgoing};
use bot_core::domain::identity::Platform;
use bot_core::flows::sample;
use bot_core::ui::interaction::{Chat, ChatKind};
use bot_core::ui::reply::Reply;
use telegram::Mode;

use crate::bench::Bench;

#[tokio::test]
async fn telegram_takes_every_view_as_it_is() {
    let bench = Bench::new().await;
    let messenger = bench.telegram(Mode::Polling, 1000, &bench.platform.token()).messenger();
    for sample in sample::all() {
        let view = match sample.reply {
            Reply::View { view, .. } => *view,
            Reply::Ask(page) => page.prompt,
            Reply::Toast(_) | Reply::Link { .. } | Reply::Nothing => continue,
        };
        // Each to somebody else, so that no chat gets more than Telegram allows.
        let person = bench.someone("Ana");
        bench.platform.start_chat(person, None).expect("everyone can start");
        let chat =
            Chat { platform: Platform::Telegram, address: person.to_string(), kind: ChatKind::Private };
        let message = Outgoing { key: sample.name.clone(), chat, view, silent: false, attempt: 1 };
        let outcome = messenger.send(&message).await;
        assert!(matches!(outcome, Outcome::Sent { .. }), "{}: {outcome:?}", sample.name);
    }
    bench.took_everything();
}
