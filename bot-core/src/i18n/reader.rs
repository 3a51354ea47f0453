//! Whoever will read: how text, times and money look to them.
//!
//! Their language, zone and currency decide.

use chrono::Datelike as _;
use chrono_tz::Tz;
use fluent_bundle::{FluentArgs, FluentValue};

use super::bundle::bundles;
use crate::domain::money::Money;
use crate::domain::time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp, clock_time};
use crate::ui::text::{Span, Text, TimeStyle};

/// Where the private-use characters that stand for span arguments begin: Fluent carries them through unchanged.
const PLACEHOLDER: u32 = 0xE000;

/// Whoever will read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// The reader's time zone.
    pub zone: Tz,
    /// The instant the text is made: relative times count from it.
    pub now: Timestamp,
}

/// An argument of a message.
#[derive(Debug, Clone)]
pub enum Arg {
    /// A number: plural rules see it.
    Number(i64),
    /// Our own word, or a key that a Fluent selector chooses by.
    Word(String),
    /// Text with spans in it.
    Text(Text),
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Span> for Arg {
    fn from(span: Span) -> Self {
        Self::Text(span.into())
    }
}

impl Reader {
    /// The message under `key` as text. `**` in the file sets our own words apart.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> Text {
        let mut spans: Vec<Text> = Vec::new();
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Number(number) => fluent.set(*name, *number),
                Arg::Word(word) => fluent.set(*name, FluentValue::from(word.clone())),
                Arg::Text(text) => {
                    let mark = u32::try_from(spans.len()).ok().and_then(|n| char::from_u32(PLACEHOLDER + n));
                    fluent.set(*name, FluentValue::from(mark.unwrap_or_default().to_string()));
                    spans.push(text.clone());
                }
            }
        }
        filled(&bundles().format(key, &fluent), &spans)
    }

    /// The message under `key` as bare words: labels, placeholders, toasts.
    pub fn line(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.text(key, args).words()
    }

    /// An instant, in this reader's zone.
    pub fn time(&self, at: Timestamp, style: TimeStyle) -> Span {
        let shown = match style {
            TimeStyle::Date => self.date_words(at),
            TimeStyle::DateTime => format!("{}, {}", self.date_words(at), clock_time(self.zone, at)),
            TimeStyle::Relative => self.relative_words(at),
        };
        Span::Time { at, style, shown }
    }

    /// An amount.
    pub fn money(&self, amount: Money) -> Span {
        Span::Money { amount, shown: amount.shown() }
    }

    /// `15 December`, with the year when it isn't this one.
    fn date_words(&self, at: Timestamp) -> String {
        let (wall, today) = (at.in_zone(self.zone), self.now.in_zone(self.zone));
        let month = self.line(&format!("month-{}", wall.month()), &[]);
        if wall.year() == today.year() {
            return self.line("date", &[("day", i64::from(wall.day()).into()), ("month", month.into())]);
        }
        let year = wall.year().to_string();
        self.line(
            "date-with-year",
            &[("day", i64::from(wall.day()).into()), ("month", month.into()), ("year", year.into())],
        )
    }

    fn relative_words(&self, at: Timestamp) -> String {
        let distance = at.millis() - self.now.millis();
        let size = distance.abs();
        let (unit, count) = match size {
            _ if size < MINUTE_MS => return self.line("time-now", &[]),
            _ if size < HOUR_MS => ("minutes", size / MINUTE_MS),
            _ if size < 2 * DAY_MS => ("hours", size / HOUR_MS),
            _ => ("days", size / DAY_MS),
        };
        let side = if distance < 0 { "ago" } else { "in" };
        self.line(&format!("time-{side}-{unit}"), &[("count", count.into())])
    }
}

/// Puts the span arguments back where their placeholders stand and reads `**` as emphasis.
fn filled(words: &str, args: &[Text]) -> Text {
    let mut spans = Vec::new();
    let mut strong = false;
    for (position, piece) in words.split("**").enumerate() {
        if position > 0 {
            strong = !strong;
        }
        let mut run = String::new();
        for character in piece.chars() {
            let arg = u32::from(character)
                .checked_sub(PLACEHOLDER)
                .and_then(|index| usize::try_from(index).ok())
                .and_then(|index| args.get(index));
            let Some(arg) = arg else {
                run.push(character);
                continue;
            };
            push_run(&mut spans, &mut run, strong);
            spans.extend(arg.0.iter().cloned());
        }
        push_run(&mut spans, &mut run, strong);
    }
    Text(spans)
}

fn push_run(spans: &mut Vec<Span>, run: &mut String, strong: bool) {
    if run.is_empty() {
        return;
    }
    let words = std::mem::take(run);
    spans.push(if strong { Span::Strong(words) } else { Span::Plain(words) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_members_words_stay_apart_from_ours() {
        let name = Text::untrusted("**Eve** { $x }");
        let text = filled("Hello \u{E000}, **well** done", &[name]);
        assert_eq!(
            text.0,
            vec![
                Span::Plain("Hello ".to_owned()),
                Span::Untrusted("**Eve** { $x }".to_owned()),
                Span::Plain(", ".to_owned()),
                Span::Strong("well".to_owned()),
                Span::Plain(" done".to_owned()),
            ]
        );
    }
}
