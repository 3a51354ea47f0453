//! Every button there can be, generated from the verbs that the features read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bot_core::flows::action::Action;
use bot_core::ui::action::Token;
use uuid::Uuid;

/// Arguments that some verb understands, or that a forger would try.
const ARGS: [Option<&str>; 13] = [
    None,
    Some("account"),
    Some("request"),
    Some("proposal"),
    Some("contract"),
    Some("on"),
    Some("both"),
    Some("rate"),
    Some("budget"),
    Some("speech"),
    Some("0"),
    Some("work"),
    Some("talent"),
];

/// The verbs that features read: `"req-view" =>` in their `action.rs`.
pub(crate) fn verbs() -> anyhow::Result<BTreeSet<String>> {
    let mut verbs = BTreeSet::new();
    for entry in fs::read_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/flows")))? {
        let file = entry?.path().join("action.rs");
        let Ok(text) = fs::read_to_string(file) else { continue };
        let arms = text.lines().filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" =>"));
        verbs.extend(arms.map(|(verb, _)| verb.to_owned()).filter(|verb| verb.contains('-')));
        let only = text.lines().filter_map(|line| line.split_once("token.verb == \"")?.1.split('"').next());
        verbs.extend(only.map(str::to_owned));
    }
    Ok(verbs)
}

/// Every button about `id`, as of each of `versions`: what no feature reads, or what isn't about it, is left out.
pub(crate) fn about(id: Uuid, versions: &[i64]) -> anyhow::Result<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut known: Vec<Action> = Vec::new();
    for verb in verbs()? {
        for arg in ARGS {
            for version in versions.iter().copied().map(Some).chain([None]) {
                let token = Token { verb: verb.clone(), id: Some(id), version, arg: arg.map(str::to_owned) };
                let elsewhere = Token { id: Some(Uuid::from_u128(!id.as_u128())), ..token.clone() };
                let Some(action) = Action::read(&token) else { continue };
                if known.contains(&action) || Action::read(&elsewhere).as_ref() == Some(&action) {
                    continue;
                }
                known.push(action);
                tokens.push(token);
            }
        }
    }
    Ok(tokens)
}

#[test]
fn the_verbs_are_found_where_they_stand() -> anyhow::Result<()> {
    let verbs = verbs()?;
    assert!(verbs.len() > 45, "{verbs:?}");
    for verb in ["das-show", "pro-yes2", "saf-block", "req-musts", "mat-no", "frm-open", "con-view"] {
        assert!(verbs.contains(verb), "{verb} is missing in {verbs:?}");
    }
    let covered: BTreeSet<String> =
        about(Uuid::from_u128(7), &[1])?.into_iter().map(|token| token.verb).collect();
    assert!(covered.len() >= 20, "{covered:?}");
    Ok(())
}
