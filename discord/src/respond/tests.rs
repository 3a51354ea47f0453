//! Which calls show a reply, for every promise there is.

use std::collections::BTreeMap;

use bot_core::domain::identity::{Identity, Platform};
use bot_core::domain::time::Timestamp;
use bot_core::ui::interaction::{Caps, Chat, ChatKind, Defer, EventId, Input, Interaction, Origin};
use bot_core::ui::reply::Reply;
use bot_core::ui::text::Text;
use bot_core::ui::view::View;

use super::Responder;
use super::plan::Step;
use crate::config::Endpoint;
use crate::door::{Arrival, Door};
use crate::limits::Limits;
use crate::render::Renderer;
use crate::rest::Rest;
use crate::wire::EPHEMERAL;

fn arrival(origin: Origin, kind: ChatKind) -> Arrival {
    let actor =
        Identity { platform: Platform::Discord, user: "1".to_owned(), name: "Kite".to_owned(), handle: None };
    let interaction = Interaction {
        id: EventId::new(Platform::Discord, 5),
        at: Timestamp::from_millis(0),
        actor,
        chat: Chat { platform: Platform::Discord, address: "7".to_owned(), kind },
        locale: None,
        caps: Caps::MODALS,
        input: Input::Command { path: "help".to_owned(), args: BTreeMap::new() },
    };
    let token = "token".to_owned();
    let door = Door { interaction: 5, application: 9, token, channel: 7, origin, from_private_card: false };
    Arrival { interaction, door }
}

/// The calls in short: `edit`, `erase`, `more` and `more, private`.
fn planned(origin: Origin, kind: ChatKind, defer: Defer, reply: &Reply) -> anyhow::Result<Vec<&'static str>> {
    let rest = Rest::new(&Endpoint::Discord, &"unused".to_owned().into(), Limits::new())?;
    let responder = Responder::new(rest, Renderer::default());
    let steps = responder.plan(&arrival(origin, kind), defer, reply);
    let words = steps.iter().map(|step| match step {
        Step::Edit(..) => "edit",
        Step::Erase => "erase",
        Step::FollowUp(body, _) if body["flags"].as_u64().unwrap_or_default() & u64::from(EPHEMERAL) != 0 => {
            "more, private"
        }
        Step::FollowUp(..) => "more",
    });
    Ok(words.collect())
}

#[test]
fn a_reply_is_shown_as_the_promise_allows() -> anyhow::Result<()> {
    use ChatKind::{Guild, Private as Own};
    use Defer::{Private, Public, Update};
    use Origin::{Card, Command};
    let view = || View::new("view", Text::plain("View"));
    let toast = Reply::Toast("Done".to_owned());
    for (origin, kind, defer, reply, expected) in [
        (Command, Guild, Private, Reply::new(view()), vec!["edit"]),
        (Command, Guild, Private, Reply::replace(view()), vec!["edit"]),
        (Command, Guild, Private, toast.clone(), vec!["edit"]),
        (Command, Guild, Private, Reply::Nothing, vec!["erase"]),
        (Command, Guild, Public, Reply::new(view()), vec!["edit"]),
        // Before the promised message is gone, a message more would take its place, for all to see.
        (Command, Guild, Public, Reply::private(view()), vec!["erase", "more, private"]),
        (Command, Own, Public, Reply::private(view()), vec!["edit"]),
        (Card, Guild, Update, Reply::replace(view()), vec!["edit"]),
        (Card, Guild, Update, Reply::new(view()), vec!["more, private"]),
        (Card, Own, Update, Reply::private(view()), vec!["more"]),
        (Card, Guild, Update, toast, vec!["more, private"]),
        (Card, Guild, Update, Reply::Nothing, vec![]),
    ] {
        assert_eq!(
            planned(origin, kind, defer, &reply)?,
            expected,
            "{origin:?} {kind:?} {defer:?} {reply:?}"
        );
    }
    Ok(())
}
