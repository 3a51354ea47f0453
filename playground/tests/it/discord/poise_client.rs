//! The unmodified poise framework: registers, dispatches, suggests, answers.

use std::time::Duration;

use playground::discord::Call;
use serde_json::json;
use serenity::all::{AutocompleteChoice, ClientBuilder, CreateAutocompleteResponse, GatewayIntents};
use tokio_util::task::TaskTracker;

use super::{bot::plain, stage::Stage};

struct Data;
type Context<'a> = poise::Context<'a, Data, serenity::Error>;

/// Adds two numbers
#[poise::command(slash_command)]
async fn add(
    ctx: Context<'_>,
    #[description = "A number"] a: i64,
    #[description = "A word"]
    #[autocomplete = "words"]
    word: String,
) -> Result<(), serenity::Error> {
    ctx.defer_ephemeral().await?;
    ctx.say(format!("{word} {a}")).await?;
    Ok(())
}

#[expect(clippy::unused_async, reason = "poise awaits it")]
async fn words(_: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let fitting = ["apple", "apricot", "banana"].into_iter().filter(|word| word.starts_with(partial));
    CreateAutocompleteResponse::new()
        .set_choices(fitting.map(|word| AutocompleteChoice::new(word, word)).collect())
}

#[tokio::test]
async fn a_poise_bot_runs_unchanged() {
    let stage = Stage::new().await;
    let options =
        poise::FrameworkOptions { commands: vec![add()], initialize_owners: false, ..Default::default() };
    let framework = poise::Framework::builder()
        .options(options)
        .setup(|ctx, _, framework| {
            Box::pin(async move {
                poise::builtins::register_globally(ctx, &framework.options().commands).await?;
                Ok(Data)
            })
        })
        .build();
    let mut client = ClientBuilder::new_with_http(plain(&stage), GatewayIntents::non_privileged())
        .framework(framework)
        .await
        .expect("a client");
    let shards = client.shard_manager.clone();
    let tracker = TaskTracker::new();
    tracker.spawn(async move { client.start().await.expect("the client runs") });
    tracker.close();
    let mut changes = stage.discord.subscribe();
    let registered =
        async { while changes.recv().await.expect("the stand-in runs")["kind"] != "commands" {} };
    tokio::time::timeout(Duration::from_secs(10), registered).await.expect("the commands are registered");

    let call = Call::new("add").with("a", 2).with("word", "ap");
    let choices =
        stage.discord.autocomplete(stage.user, stage.channel, &call, "word").await.expect("an answer");
    let names: Vec<_> = choices.as_array().into_iter().flatten().map(|choice| &choice["name"]).collect();
    assert_eq!(names, [&json!("apple"), &json!("apricot")]);
    let ran = stage.discord.run(stage.user, stage.channel, &call).expect("the command is registered");
    assert_eq!(stage.settled(ran).await["state"], "answered");
    let shown = stage.seen();
    assert_eq!((&shown[0]["content"], &shown[0]["flags"]), (&json!("ap 2"), &json!(64)));
    let refused: Vec<_> =
        stage.discord.journal().list().into_iter().filter_map(|call| call.refused).collect();
    assert_eq!(refused, Vec::<String>::new());
    shards.shutdown_all().await;
    tracker.wait().await;
}
