//! How soon autocomplete answers.
//!
//! Asked with every prefix of every seventh skill's and city's name, and with a slip behind each.
//!
//! `cargo bench -p bot-reading` prints the 50th, 95th and 99th percentile and the slowest, one row a vocabulary.

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

use bot_reading::{places::Gazetteer, skills::Vocabulary};

/// Suggestions that Discord shows.
const SHOWN: usize = 25;
/// Letters of the longest prefix that is tried.
const LONGEST: usize = 8;
/// Every so many names, so that a run takes seconds.
const STEP: usize = 7;

fn main() -> io::Result<()> {
    let (vocabulary, gazetteer) = (Vocabulary::embedded(), Gazetteer::embedded());
    let skills = vocabulary.skills().iter().map(|skill| &*skill.name);
    row("skills", &timed(skills, |partial| vocabulary.suggest(partial, SHOWN).len()))?;
    let cities = gazetteer.cities().iter().map(|city| city.name);
    row("cities", &timed(cities, |partial| gazetteer.suggest(partial, SHOWN).len()))
}

/// The times of all prefixes, and of each with a slip in it, shortest first.
fn timed<'n>(names: impl Iterator<Item = &'n str>, suggest: impl Fn(&str) -> usize) -> Vec<Duration> {
    let mut times = Vec::new();
    for name in names.step_by(STEP) {
        for letters in 1..=LONGEST.min(name.chars().count()) {
            let prefix: String = name.chars().take(letters).collect();
            for partial in [prefix.clone(), format!("{prefix}q")] {
                let start = Instant::now();
                std::hint::black_box(suggest(&partial));
                times.push(start.elapsed());
            }
        }
    }
    times.sort_unstable();
    times
}

fn row(name: &str, times: &[Duration]) -> io::Result<()> {
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)));
    let (half, most, nearly, all) = (at(50), at(95), at(99), times.last());
    writeln!(
        io::stdout(),
        "{name}: {} requests, p50 {half:.1?}, p95 {most:.1?}, p99 {nearly:.1?}, slowest {all:.1?}",
        times.len()
    )
}
