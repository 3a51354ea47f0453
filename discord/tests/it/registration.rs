//! What is registered equals what poise dispatches by, and Discord can take it.

use std::collections::BTreeSet;

use anyhow::Context as _;
use bot_core::flows::catalogue;
use discord::commands::{registration, tree};
use serde_json::Value;

fn fields<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// One line for each command and option: place, kind and whether it must be given.
fn outline(options: &[Value], above: &str, lines: &mut BTreeSet<String>) {
    for option in options {
        let name = format!("{above} {}", option["name"].as_str().unwrap_or_default());
        lines.insert(format!("{name}: {} {}", option["type"], option["required"] == true));
        outline(fields(option, "options"), &name, lines);
    }
}

#[test]
fn the_registered_commands_are_those_poise_knows() -> anyhow::Result<()> {
    let dispatched: Vec<poise::Command<(), anyhow::Error>> =
        tree(|_| Box::pin(async { Ok(()) }), |_, _| Box::pin(async { Ok(()) }));
    let (mut ours, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    for command in &dispatched {
        let built = command.create_as_slash_command().or_else(|| command.create_as_context_menu_command());
        let built = built.context("poise builds every command")?;
        let built = serde_json::to_value(&built)?;
        theirs.insert(built["name"].to_string());
        outline(fields(&built, "options"), &built["name"].to_string(), &mut theirs);
    }
    for command in registration() {
        ours.insert(command["name"].to_string());
        outline(fields(&command, "options"), &command["name"].to_string(), &mut ours);
    }
    assert_eq!(ours, theirs);
    Ok(())
}

#[test]
fn every_command_of_the_catalogue_is_registered_once() {
    let mut paths = BTreeSet::new();
    for command in registration().into_iter().filter(|command| command["type"] == 1) {
        let name = command["name"].as_str().unwrap_or_default().to_owned();
        let parts: Vec<&Value> =
            fields(&command, "options").iter().filter(|option| option["type"] == 1).collect();
        for part in &parts {
            paths.insert(format!("{name} {}", part["name"].as_str().unwrap_or_default()));
        }
        if parts.is_empty() {
            paths.insert(name);
        }
    }
    assert_eq!(paths, catalogue::tree().map(|spec| spec.path.to_owned()).collect());
}

#[test]
fn the_body_keeps_to_discords_limits() {
    let commands = registration();
    assert!(commands.len() <= 100, "{} commands", commands.len());
    for command in &commands {
        assert_eq!(command["integration_types"], serde_json::json!([0, 1]));
        assert_eq!(command["contexts"], serde_json::json!([0, 1, 2]));
        assert!(command.get("default_member_permissions").is_none());
        if command["type"] == 3 {
            let name = command["name"].as_str().unwrap_or_default();
            assert!((1..=32).contains(&name.chars().count()), "{name:?}");
            assert!(
                command.get("description").is_none(),
                "{name:?} is in a menu, which has no room for more"
            );
            continue;
        }
        let size = check(command);
        assert!(size <= 8_000, "{}: {size} characters", command["name"]);
    }
}

/// Checks a command or option with all below it, and counts its characters as Discord does.
fn check(item: &Value) -> usize {
    let text = |key: &str| item[key].as_str().unwrap_or_default();
    let name = text("name");
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    assert!((1..=32).contains(&name.len()) && name.chars().all(is_name), "name {name:?}");
    let described = text("description").chars().count();
    assert!((1..=100).contains(&described), "{name}: a description of {described} characters");

    let options = fields(item, "options");
    assert!(options.len() <= 25, "{name}: {} options", options.len());
    let names: BTreeSet<&str> = options.iter().filter_map(|option| option["name"].as_str()).collect();
    assert_eq!(names.len(), options.len(), "{name}: an option stands twice");
    let required: Vec<bool> = options.iter().map(|option| option["required"] == true).collect();
    assert!(required.is_sorted_by(|before, after| before >= after), "{name}: required options stand first");

    let choices = fields(item, "choices");
    assert!(choices.len() <= 25, "{name}: {} choices", choices.len());
    assert!(choices.is_empty() || item["autocomplete"] != true, "{name}: choices and completion");
    let chosen: usize = choices
        .iter()
        .map(|choice| {
            let (label, value) = (choice["name"].as_str(), choice["value"].as_str());
            let count = |text: Option<&str>| text.map_or(0, |text| text.chars().count());
            assert!(
                (1..=100).contains(&count(label)) && (1..=100).contains(&count(value)),
                "{name}: {choice}"
            );
            count(label) + count(value)
        })
        .sum();
    name.len() + described + chosen + options.iter().map(check).sum::<usize>()
}
