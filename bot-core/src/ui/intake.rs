//! Words become as they are kept, at the one door in.
//!
//! Before anything reads, compares or stores them.

use super::interaction::{Arg, Input, Interaction};
use super::limits::shortened;
use crate::domain::identity::Identity;
use crate::domain::words;

/// The longest name of a person, in characters: what a card has room for.
const NAME: usize = 64;

impl Interaction {
    /// The same interaction with every word in it as [`words::kept`] keeps it, so that no feature has to think of it.
    #[must_use]
    pub fn with_kept_words(mut self) -> Self {
        keep_identity(&mut self.actor);
        match &mut self.input {
            Input::Command { args, .. } => {
                for arg in args.values_mut() {
                    match arg {
                        Arg::Text(text) | Arg::Choice(text) => keep(text),
                        Arg::Person(person) => keep_identity(person),
                        Arg::Int(_) | Arg::Flag(_) => (),
                    }
                }
            }
            Input::Submit { values, .. } => values.values_mut().for_each(keep),
            Input::Message { text, .. } => keep(text),
            Input::Action { picked, .. } => picked.iter_mut().for_each(keep),
            Input::Reach(_) => (),
        }
        self
    }
}

fn keep(words: &mut String) {
    *words = words::kept(words);
}

/// Somebody whose name shows nothing goes by their handle, and failing that by their number.
fn keep_identity(identity: &mut Identity) {
    identity.handle =
        identity.handle.take().map(|handle| words::kept(&handle)).filter(|it| !words::is_blank(it));
    let name = words::on_one_line(&words::kept(&identity.name));
    identity.name = if words::is_blank(&name) {
        identity.handle.clone().unwrap_or_else(|| identity.user.clone())
    } else {
        shortened(&name, NAME)
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::identity::Platform;

    fn named(name: &str, handle: Option<&str>) -> Identity {
        let mut identity = Identity {
            platform: Platform::Telegram,
            user: "77".to_owned(),
            name: name.to_owned(),
            handle: handle.map(str::to_owned),
        };
        keep_identity(&mut identity);
        identity
    }

    #[test]
    fn a_name_is_a_line_that_can_be_seen() {
        assert_eq!(named("Ana\u{202E}\nP.\0", Some("ana")).name, "Ana P.");
        assert_eq!(named("\u{3164}\u{200B}", Some("ana")).name, "ana");
        assert_eq!(named("\u{3164}", Some("\u{200B}")).name, "77");
        assert_eq!(named(&"ab".repeat(500), None).name.chars().count(), NAME);
    }
}
