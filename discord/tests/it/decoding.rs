//! Recorded interactions, read as the core sees them.

use std::collections::BTreeMap;

use anyhow::Context as _;
use bot_core::domain::identity::{Identity, Platform};
use bot_core::domain::time::Timestamp;
use bot_core::ui::interaction::{Arg, ChatKind, Input, Origin};
use discord::Arrival;
use discord::decode::Decoder;
use serenity::model::application::Interaction;

const AT: Timestamp = Timestamp::from_millis(1_795_348_800_000);

fn recorded(text: &str) -> anyhow::Result<Interaction> {
    serde_json::from_str(text).context("serenity reads the recorded interaction")
}

fn arrival(decoder: &Decoder, text: &str) -> anyhow::Result<Arrival> {
    Ok(match recorded(text)? {
        Interaction::Command(command) => decoder.command(&command, AT),
        Interaction::Component(press) => decoder.press(&press, AT),
        Interaction::Modal(submit) => decoder.submit(&submit, AT),
        other => anyhow::bail!("{other:?} is not decoded"),
    })
}

fn kite() -> Identity {
    Identity {
        platform: Platform::Discord,
        user: "80351110224678912".to_owned(),
        name: "Kite Studio".to_owned(),
        handle: Some("kite_studio".to_owned()),
    }
}

#[test]
fn a_command_in_a_server() -> anyhow::Result<()> {
    let arrival = arrival(&Decoder::default(), include_str!("fixtures/command_with_choice.json"))?;
    let said = &arrival.interaction;
    assert_eq!(said.id.0, "discord:1182700000000000001");
    assert_eq!((said.at, said.locale.as_deref()), (AT, Some("de")));
    assert_eq!(said.actor, kite());
    assert_eq!((said.chat.kind, said.chat.address.as_str()), (ChatKind::Guild, "41771983423143940"));
    let args = [
        ("reason".to_owned(), Arg::Choice("found-here".to_owned())),
        ("request".to_owned(), Arg::Text("R-7GQ2".to_owned())),
    ];
    assert_eq!(said.input, Input::Command { path: "request close".to_owned(), args: BTreeMap::from(args) });
    assert_eq!(arrival.door.origin, Origin::Command);
    Ok(())
}

#[test]
fn a_command_about_a_person_where_others_read_along() -> anyhow::Result<()> {
    let arrival = arrival(&Decoder::default(), include_str!("fixtures/command_about_a_person.json"))?;
    let Input::Command { path, args } = &arrival.interaction.input else { anyhow::bail!("no command") };
    let Some(Arg::Person(person)) = args.get("user") else { anyhow::bail!("no person in {args:?}") };
    assert_eq!((path.as_str(), person.name.as_str()), ("profile view", "ana_p"));
    assert_eq!(arrival.interaction.chat.kind, ChatKind::Group);
    assert!(!arrival.is_direct());
    Ok(())
}

#[test]
fn a_button_in_the_bots_own_channel() -> anyhow::Result<()> {
    let arrival = arrival(&Decoder::default(), include_str!("fixtures/press_in_direct_channel.json"))?;
    let Input::Action { action, picked } = &arrival.interaction.input else { anyhow::bail!("no action") };
    assert_eq!(action.encode(), "1.request-view.AZKqqru7fMyN3u7u__8AAQ.a.x");
    assert!(picked.is_empty() && arrival.is_direct() && arrival.has_card());
    assert!(!arrival.door.from_private_card);
    Ok(())
}

#[test]
fn a_select_on_a_card_that_only_one_person_sees() -> anyhow::Result<()> {
    let arrival = arrival(&Decoder::default(), include_str!("fixtures/select_on_private_card.json"))?;
    let Input::Action { picked, .. } = &arrival.interaction.input else { anyhow::bail!("no action") };
    assert_eq!(picked, &["europe-berlin", "utc"]);
    assert!(arrival.door.from_private_card);
    Ok(())
}

#[test]
fn forms_come_back_with_every_value_and_with_their_origin() -> anyhow::Result<()> {
    let decoder = Decoder::default();
    let from_card = arrival(&decoder, include_str!("fixtures/form_from_card.json"))?;
    let values = BTreeMap::from([
        ("budget".to_owned(), String::new()),
        ("title".to_owned(), "Landing page".to_owned()),
    ]);
    assert_eq!(from_card.interaction.input, Input::Submit { key: "request-edit.7".to_owned(), values });
    assert_eq!((from_card.door.origin, from_card.door.from_private_card), (Origin::FormFromCard, true));

    // A form doesn't say what kind of channel it comes from: until a press there has said so, others may read along.
    let unknown = arrival(&decoder, include_str!("fixtures/form_from_command.json"))?;
    assert_eq!(
        (unknown.door.origin, unknown.interaction.chat.kind),
        (Origin::FormFromCommand, ChatKind::Group)
    );
    arrival(&decoder, include_str!("fixtures/press_in_direct_channel.json"))?;
    let known = arrival(&decoder, include_str!("fixtures/form_from_command.json"))?;
    assert!(known.is_direct());
    Ok(())
}

#[test]
fn a_half_typed_argument() -> anyhow::Result<()> {
    let Interaction::Autocomplete(command) = recorded(include_str!("fixtures/completion.json"))? else {
        anyhow::bail!("no completion")
    };
    let partial = Decoder::default().partial(&command).context("an argument is being typed")?;
    assert_eq!(Decoder::default().command(&command, AT).interaction.actor, kite());
    assert_eq!((partial.path.as_str(), partial.argument.as_str()), ("request view", "request"));
    assert_eq!(partial.typed, "land");
    Ok(())
}

#[test]
fn an_arrival_reads_back_from_the_inbox_and_shows_no_token_in_a_log() -> anyhow::Result<()> {
    let arrival = arrival(&Decoder::default(), include_str!("fixtures/press_in_direct_channel.json"))?;
    assert_eq!(serde_json::from_str::<Arrival>(&serde_json::to_string(&arrival)?)?, arrival);
    assert!(!format!("{arrival:?}").contains(&arrival.door.token));
    Ok(())
}

/// The command on a message that `author` wrote, used by Kite Studio.
fn on_a_message_of(author: &str) -> anyhow::Result<Input> {
    let mut event: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/command_with_choice.json"))?;
    let message = serde_json::json!({
        "id": "1182700000000000100", "channel_id": "41771983423143940", "type": 0, "tts": false, "pinned": false,
        "content": "need a landing page in Webflow, 400-600 €, by mid January", "flags": 0,
        "timestamp": "2026-11-24T09:00:00.000000+00:00", "edited_timestamp": null, "mention_everyone": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": [],
        "author": {"id": author, "username": "somebody", "discriminator": "0", "avatar": null},
    });
    event["data"] = serde_json::json!({
        "id": "771825006014889985", "name": "Turn into a request", "type": 3,
        "target_id": "1182700000000000100", "resolved": {"messages": {"1182700000000000100": message}},
    });
    Ok(arrival(&Decoder::default(), &event.to_string())?.interaction.input)
}

#[test]
fn a_command_on_ones_own_message_brings_its_words() -> anyhow::Result<()> {
    let words = Arg::Text("need a landing page in Webflow, 400-600 €, by mid January".to_owned());
    let args = BTreeMap::from([("words".to_owned(), words)]);
    let path = "request turn".to_owned();
    assert_eq!(on_a_message_of("80351110224678912")?, Input::Command { path, args });
    Ok(())
}

#[test]
fn of_somebody_elses_message_no_word_comes_along() -> anyhow::Result<()> {
    let (path, args) = ("request turn".to_owned(), BTreeMap::new());
    assert_eq!(on_a_message_of("53908232506183680")?, Input::Command { path, args });
    Ok(())
}
