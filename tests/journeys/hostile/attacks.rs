//! What intruders do, one after the other, and what must come of it.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};

use super::intruder::Intruder;
use super::keys::{VALUES, forged};
use super::table::{Words, prices, words};

/// A good answer to each question of a new request.
const GOOD: [(&str, &str); 5] = [
    ("Title", "An honest title"),
    ("What do you need?", "Five sections, responsive."),
    ("Skills", "figma, webflow"),
    ("Budget", "800-1200 EUR fixed"),
    ("When and where?", "remote"),
];
/// What only the people of the story may read: the price they agreed on.
const SECRET: &str = "1,000 EUR";
/// Commands that take something written.
const COMMANDS: [(&str, &str, &str); 6] = [
    ("request view", "/requests", "request"),
    ("proposal view", "/proposals", "proposal"),
    ("contract view", "/contracts", "contract"),
    ("help", "/help", "topic"),
    ("start", "/start", "payload"),
    ("matches why", "/matches", "request"),
];

/// The part of the work that one of several people does: each does what the others don't.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    /// Which one of them.
    pub(super) number: usize,
    /// How many they are.
    pub(super) of: usize,
}

impl Share {
    /// What is theirs, each with its place in the whole.
    fn of<T>(self, all: &[T]) -> impl Iterator<Item = (usize, &T)> {
        all.iter().enumerate().skip(self.number).step_by(self.of)
    }
}

/// How it went so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Inputs that were answered.
    pub(super) answered: usize,
    /// Titles that were taken.
    pub(super) titles: BTreeSet<String>,
}

impl Tally {
    fn saw(&mut self, words: &str) -> anyhow::Result<()> {
        ensure!(!words.contains("The fault is on our side"), "a fault of ours: {words}");
        ensure!(!words.contains(SECRET), "somebody else's: {words}");
        self.answered += 1;
        Ok(())
    }

    /// Adds what another has seen.
    pub(super) fn add(&mut self, other: Self) {
        self.answered += other.answered;
        self.titles.extend(other.titles);
    }
}

/// Comes in and says that they are hiring.
pub(super) async fn arrive(who: &Intruder, tally: &mut Tally) -> anyhow::Result<()> {
    tally.saw(&who.run("start", None).await?)?;
    tally.saw(&who.press("1.acc-hire", None).await?)
}

/// Their share of the keys, on a card of their own; some with values nobody offered.
pub(super) async fn press_all(
    who: &Intruder,
    share: Share,
    keys: &[String],
    tally: &mut Tally,
) -> anyhow::Result<()> {
    for (turn, key) in share.of(keys) {
        let values = [VALUES[turn % VALUES.len()]];
        let seen = who.press(key, (turn % 3 == 2).then_some(&values[..])).await;
        tally.saw(&seen.with_context(|| format!("the key {key:?}"))?)?;
    }
    Ok(())
}

/// The keys that are forged from those of real buttons.
pub(super) fn keys(real: &BTreeSet<String>) -> Vec<String> {
    forged(real)
}

/// Commands with every kind of words behind them.
pub(super) async fn run_all(who: &Intruder, share: Share, tally: &mut Tally) -> anyhow::Result<()> {
    let words: Vec<Words> = words()?.into_iter().filter(Words::is_a_message).collect();
    for (turn, row) in share.of(&words) {
        let (path, typed, argument) = COMMANDS[turn % COMMANDS.len()];
        let path = if matches!(who, Intruder::Telegram { .. }) { &typed[1..] } else { path };
        let text: String = row.typed().chars().take(3_000).collect();
        tally.saw(
            &who.run(path, Some((argument, &text))).await.with_context(|| format!("/{path} {text:?}"))?,
        )?;
    }
    Ok(())
}

/// A form sent off whole, with hostile words in one field after the other.
pub(super) async fn fill_modals(who: &Intruder, share: Share, tally: &mut Tally) -> anyhow::Result<()> {
    let (key, fields) = who.form("request post").await?;
    let filled = |changed: &str, with: &str| -> Vec<(String, String)> {
        let value =
            |label: &str| GOOD.iter().find(|(known, _)| label.starts_with(known)).map(|(_, good)| *good);
        let typed = |(label, name): &(String, String)| {
            let value = if label.starts_with(changed) { with } else { value(label).unwrap_or("x") };
            (name.clone(), value.to_owned())
        };
        fields.iter().map(typed).collect()
    };
    for (turn, row) in share.of(&words()?) {
        let seen =
            who.submit(&key, &filled("Title", &row.typed())).await.with_context(|| format!("{row:?}"))?;
        tally.saw(&seen)?;
        took(row, seen.contains("Publish"), tally)?;
        let label = ["What do you need?", "Skills", "When and where?"][turn % 3];
        tally.saw(
            &who.submit(&key, &filled(label, &row.typed())).await.with_context(|| format!("{row:?}"))?,
        )?;
    }
    for (_, price) in share.of(&prices()?) {
        let seen = who.submit(&key, &filled("Budget", price)).await?;
        ensure!(!seen.contains("Publish"), "{price:?} was taken as a budget: {seen}");
        tally.saw(&seen)?;
    }
    tally.titles.insert(GOOD[0].1.to_owned());
    mangle_modals(who, &key, &filled("", ""), tally).await
}

/// Forms with fields missing, doubled and made up, under keys of other forms.
async fn mangle_modals(
    who: &Intruder,
    key: &str,
    whole: &[(String, String)],
    tally: &mut Tally,
) -> anyhow::Result<()> {
    for missing in 0..whole.len() {
        let mut fields = whole.to_vec();
        fields.remove(missing);
        tally.saw(&who.submit(key, &fields).await?)?;
    }
    let made_up: Vec<_> = (0..30).map(|number| (format!("made-up-{number}"), "x".repeat(3_000))).collect();
    tally.saw(&who.submit(key, &[whole, &made_up].concat()).await?)?;
    tally.saw(&who.submit(key, &[whole, whole].concat()).await?)?;
    tally.saw(&who.submit(key, &[]).await?)?;
    for key in
        ["", "x", "1.req-new..zzzzz", "1.pro-edit.AAAAAAAAAAAAAAAAAAAAAA.0", "1.req-edit.AAAA.0", "1.no-such"]
    {
        tally.saw(&who.submit(key, whole).await.with_context(|| format!("the form {key:?}"))?)?;
    }
    Ok(())
}

/// A form asked question by question, each answered with hostile words first.
pub(super) async fn answer_prompts(who: &Intruder, share: Share, tally: &mut Tally) -> anyhow::Result<()> {
    let prices = prices()?;
    let said: Vec<Words> = words()?.into_iter().filter(Words::is_a_message).collect();
    for (turn, _) in share.of(&said) {
        let mut seen = who.run("newrequest", None).await?;
        tally.saw(&seen)?;
        for (place, (label, good)) in GOOD.iter().enumerate() {
            ensure!(seen.contains(label), "{label:?} is not asked: {seen}");
            let row = &said[(turn + place * 7) % said.len()];
            let typed = match *label {
                "Budget" => prices[turn % prices.len()].clone(),
                // several lines, or a long one, are a whole brief of its own
                "Title" if !row.is_a_line() => String::new(),
                _ => row.typed(),
            };
            if typed.trim().is_empty() {
                tally.titles.extend((*label == "Title").then(|| (*good).to_owned()));
                seen = who.say(good).await?;
                continue;
            }
            seen = who.say(&typed).await?;
            tally.saw(&seen)?;
            let asked_again = seen.contains(label);
            ensure!(asked_again || *label != "Budget", "{typed:?} was taken as a budget: {seen}");
            if *label == "Title" {
                took(row, !asked_again, tally)?;
            }
            if asked_again {
                tally.titles.extend((*label == "Title").then(|| (*good).to_owned()));
                seen = who.say(good).await?;
                tally.saw(&seen)?;
            }
        }
        ensure!(seen.contains("Budget"), "the draft is not shown: {seen}");
    }
    Ok(())
}

/// Whether a title was taken or refused as its row says.
fn took(row: &Words, taken: bool, tally: &mut Tally) -> anyhow::Result<()> {
    let expected = row.title().filter(|title| title.chars().count() <= 80);
    ensure!(taken == expected.is_some(), "{row:?} was {}taken as a title", if taken { "" } else { "not " });
    tally.titles.extend(expected.map(str::to_owned));
    Ok(())
}
