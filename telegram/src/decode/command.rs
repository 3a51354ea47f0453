//! Commands as they are typed: `/newrequest@guildhall_bot Landing page`.

use std::collections::BTreeMap;

use bot_core::flows::catalogue::{self, ArgKind, ArgSpec};
use bot_core::ui::interaction::{Arg, Input};

/// The name under which a command's free text reaches the core where the catalogue names no argument for it: the
/// payload of a deep link.
const PAYLOAD: &str = "payload";

/// A command.
pub(super) struct Command<'a> {
    name: &'a str,
    /// The bot it names, where it names one.
    pub(super) bot: Option<String>,
    rest: &'a str,
}

/// Reads a command; `None` for any other text.
pub(super) fn read(text: &str) -> Option<Command<'_>> {
    let line = text.strip_prefix('/')?;
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (name, bot) = match word.split_once('@') {
        Some((name, bot)) => (name, Some(bot.to_owned())),
        None => (word, None),
    };
    let known = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    (!name.is_empty() && name.chars().all(known)).then_some(Command { name, bot, rest: rest.trim() })
}

impl Command<'_> {
    /// What the core is told: the catalogue's path, or the bare name of a command there is none of.
    pub(super) fn input(&self) -> Input {
        let name = self.name.to_ascii_lowercase();
        let spec = catalogue::by_telegram(&name);
        let args = spec.map_or(&[][..], |spec| spec.args);
        let path = spec.map_or(name, |spec| spec.path.to_owned());
        let args =
            if self.rest.is_empty() { BTreeMap::new() } else { BTreeMap::from([argument(args, self.rest)]) };
        Input::Command { path, args }
    }
}

/// The words after a command as the argument they fit, or as the one they name: `reference:7F3K2Q9A`.
fn argument(args: &[ArgSpec], words: &str) -> (String, Arg) {
    let named = words.split_once(':').and_then(|(name, value)| {
        let arg = args.iter().find(|arg| arg.name == name)?;
        Some((std::slice::from_ref(arg), value.trim()))
    });
    let (args, words) = named.unwrap_or((args, words));
    let fitting = args.iter().find_map(|arg| {
        let value = match arg.kind {
            ArgKind::Choice(choices) => {
                let choice = choices.iter().find(|choice| choice.eq_ignore_ascii_case(words))?;
                Arg::Choice((*choice).to_owned())
            }
            ArgKind::Int { .. } => Arg::Int(words.parse().ok()?),
            ArgKind::Text { .. } => Arg::Text(words.to_owned()),
            // A typed name says nothing that can be relied on about who is meant.
            ArgKind::Person => return None,
        };
        Some((arg.name.to_owned(), value))
    });
    fitting.unwrap_or_else(|| (PAYLOAD.to_owned(), Arg::Text(words.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Option<(String, BTreeMap<String, Arg>)> {
        match read(text)?.input() {
            Input::Command { path, args } => Some((path, args)),
            _ => None,
        }
    }

    fn with(path: &str, name: &str, arg: Arg) -> (String, BTreeMap<String, Arg>) {
        (path.to_owned(), BTreeMap::from([(name.to_owned(), arg)]))
    }

    #[test]
    fn a_command_is_found_by_its_one_word_name_and_its_words_by_what_they_fit() {
        assert_eq!(input("/newrequest"), Some(("request post".to_owned(), BTreeMap::new())));
        assert_eq!(
            input("/requests Closed"),
            Some(with("request list", "state", Arg::Choice("closed".to_owned())))
        );
        assert_eq!(input("/start r_0198"), Some(with("start", "payload", Arg::Text("r_0198".to_owned()))));
        assert_eq!(input("/start client"), Some(with("start", "role", Arg::Choice("client".to_owned()))));
        assert_eq!(input("/help two words"), Some(with("help", "topic", Arg::Text("two words".to_owned()))));
        assert_eq!(
            input("/profile @ana"),
            Some(with("profile view", "payload", Arg::Text("@ana".to_owned())))
        );
        assert_eq!(
            input("/report reference:7F3K2Q9A"),
            Some(with("report", "reference", Arg::Text("7F3K2Q9A".to_owned())))
        );
        assert_eq!(
            input("/findwork figma lisbon"),
            Some(with("find work", "text", Arg::Text("figma lisbon".to_owned())))
        );
        assert_eq!(
            input("/findtalent place:Lisbon"),
            Some(with("find talent", "place", Arg::Text("Lisbon".to_owned())))
        );
        assert_eq!(input("/Frobnicate"), Some(("frobnicate".to_owned(), BTreeMap::new())));
    }

    #[test]
    fn a_command_may_name_its_bot() {
        let command = read("/help@guildhall_bot topic").expect("it is a command");
        assert_eq!((command.bot.as_deref(), command.rest), (Some("guildhall_bot"), "topic"));
    }

    #[test]
    fn text_with_a_slash_is_not_a_command() {
        for text in ["", "/", "a /start", "/path/to/file", "//", "/😀"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
