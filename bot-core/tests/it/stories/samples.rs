//! Every view has a sample, and every sample keeps to what all platforms can show.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bot_core::flows::sample;
use bot_core::ui::limits;
use bot_core::ui::reply::Reply;
use bot_core::ui::view::{Press, Row, View};

/// The names of every `View::new("…", ..)` below `folder`.
fn names(folder: &Path, found: &mut BTreeSet<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            names(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path)?;
            let calls = text.split("View::new(\"").skip(1);
            found.extend(calls.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    Ok(())
}

#[test]
fn every_view_has_a_sample() -> anyhow::Result<()> {
    let mut written = BTreeSet::new();
    names(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut written)?;
    let sampled: BTreeSet<String> = sample::all().into_iter().map(|sample| sample.name).collect();
    let missing: Vec<_> = written.difference(&sampled).collect();
    assert!(missing.is_empty(), "views without a sample in flows/sample: {missing:?}");
    Ok(())
}

#[test]
fn every_button_and_row_is_within_the_limits() {
    for sample in sample::all() {
        match &sample.reply {
            Reply::View { view, .. } => check(view),
            Reply::Ask(page) => {
                check(&page.prompt);
                check(&page.reopen);
                assert!(page.key.len() <= limits::ACTION, "{}", page.key);
            }
            _ => {}
        }
    }
}

fn check(view: &View) {
    let name = &view.name;
    assert!(view.rows.len() <= limits::ROWS, "{name} has {} rows", view.rows.len());
    let primaries = view.all_buttons().filter(|b| b.kind == bot_core::ui::view::ButtonKind::Primary).count();
    assert!(primaries <= 1, "{name} has {primaries} primary buttons");
    for button in view.all_buttons() {
        let length = button.label.chars().count();
        assert!((1..=limits::BUTTON_LABEL).contains(&length), "{name}: {:?} has {length}", button.label);
        if let Press::Act(token) = &button.press {
            assert!(token.encode().len() <= limits::ACTION, "{name}: {}", token.encode());
        }
    }
    for row in &view.rows {
        match row {
            Row::Buttons(buttons) => assert!((1..=limits::BUTTONS_IN_ROW).contains(&buttons.len()), "{name}"),
            Row::Select(select) => assert!((1..=limits::OPTIONS).contains(&select.options.len()), "{name}"),
        }
    }
}
