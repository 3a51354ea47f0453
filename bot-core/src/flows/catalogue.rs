//! Every command, once.
//!
//! The table behind Discord's commands, Telegram's menus, the help text and the docs.

use crate::domain::time::Timestamp;
use crate::i18n::Reader;

/// A command.
#[derive(Debug, Clone, Copy)]
pub struct CommandSpec {
    /// Its path: `request post`.
    pub path: &'static str,
    /// Its one-word name where commands have no parts: `newrequest`.
    pub telegram: Option<&'static str>,
    /// Whether it stands in a tree of commands with parts.
    pub in_tree: bool,
    /// Its arguments.
    pub args: &'static [ArgSpec],
    /// How it is answered.
    pub answer: AnswerKind,
}

/// An argument of a command.
#[derive(Debug, Clone, Copy)]
pub struct ArgSpec {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: ArgKind,
    /// Whether it must be given.
    pub required: bool,
    /// Whether [`crate::app::App::suggest`] completes it.
    pub suggests: bool,
}

/// What an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgKind {
    /// Text of at most `max` characters.
    Text {
        /// Characters.
        max: u16,
    },
    /// A whole number.
    Int {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// One of fixed choices, by key.
    Choice(&'static [&'static str]),
    /// A person of the platform.
    Person,
}

/// How a command is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// For the person's eyes only.
    Private,
    /// For everyone.
    Public,
    /// With a form.
    Form,
}

const fn command(
    path: &'static str,
    telegram: Option<&'static str>,
    args: &'static [ArgSpec],
    answer: AnswerKind,
) -> CommandSpec {
    CommandSpec { path, telegram, in_tree: true, args, answer }
}

const fn chat_only(path: &'static str) -> CommandSpec {
    CommandSpec { path, telegram: Some(path), in_tree: false, args: &[], answer: AnswerKind::Private }
}

const fn reference(name: &'static str, required: bool) -> ArgSpec {
    ArgSpec { name, kind: ArgKind::Text { max: 60 }, required, suggests: true }
}

const fn words(name: &'static str, suggests: bool) -> ArgSpec {
    ArgSpec { name, kind: ArgKind::Text { max: 200 }, required: false, suggests }
}

const fn needed(name: &'static str) -> ArgSpec {
    ArgSpec { name, kind: ArgKind::Text { max: 200 }, required: true, suggests: false }
}

const fn hours(name: &'static str) -> ArgSpec {
    let most = crate::domain::profile::MOST_HOURS as i64;
    ArgSpec { name, kind: ArgKind::Int { min: 0, max: most }, required: false, suggests: false }
}

const fn amount(name: &'static str) -> ArgSpec {
    ArgSpec { name, kind: ArgKind::Int { min: 1, max: 1_000_000_000 }, required: false, suggests: false }
}

const fn choice(name: &'static str, choices: &'static [&'static str], required: bool) -> ArgSpec {
    ArgSpec { name, kind: ArgKind::Choice(choices), required, suggests: false }
}

const fn person(name: &'static str) -> ArgSpec {
    ArgSpec { name, kind: ArgKind::Person, required: false, suggests: false }
}

/// The roles a member may choose.
pub const ROLES: &[&str] = &["freelancer", "client", "both"];
/// The sections of a profile.
pub const SECTIONS: &[&str] = &[
    "skills",
    "headline",
    "about",
    "rate",
    "languages",
    "place",
    "availability",
    "experience",
    "portfolio",
    "visibility",
];
/// The sections of the settings that a command can open.
pub const SETTINGS_SECTIONS: &[&str] = &["notifications"];
/// How available somebody is.
pub const STATUSES: &[&str] = &["now", "soon", "limited", "away"];
/// Why a request may be closed.
pub const CLOSE_REASONS: &[&str] = &["found-here", "found-elsewhere", "no-longer-needed", "other"];

/// Every command, in the order members meet them.
pub const COMMANDS: &[CommandSpec] = &[
    command("start", Some("start"), &[choice("role", ROLES, false)], AnswerKind::Private),
    command("help", Some("help"), &[reference("topic", false)], AnswerKind::Private),
    command("dashboard", Some("dashboard"), &[], AnswerKind::Private),
    command("profile view", Some("profile"), &[person("user")], AnswerKind::Private),
    command("profile edit", None, &[choice("section", SECTIONS, false)], AnswerKind::Private),
    command("profile share", None, &[], AnswerKind::Public),
    command(
        "availability set",
        Some("availability"),
        &[choice("status", STATUSES, true), hours("hours"), words("from", false)],
        AnswerKind::Private,
    ),
    command(
        "availability away",
        None,
        &[needed("until"), words("from", false), words("message", false)],
        AnswerKind::Private,
    ),
    command("request post", Some("newrequest"), &[reference("template", false)], AnswerKind::Form),
    command(
        "request list",
        Some("requests"),
        &[choice("state", &["open", "draft", "held", "closed", "filled", "expired"], false)],
        AnswerKind::Private,
    ),
    command("request view", None, &[reference("request", true)], AnswerKind::Private),
    command("request edit", None, &[reference("request", true)], AnswerKind::Private),
    command(
        "request close",
        None,
        &[reference("request", true), choice("reason", CLOSE_REASONS, true)],
        AnswerKind::Private,
    ),
    command("matches show", Some("matches"), &[reference("request", false)], AnswerKind::Private),
    command("matches why", Some("why"), &[reference("request", false)], AnswerKind::Private),
    command("matches tune", Some("tune"), &[], AnswerKind::Private),
    command(
        "find work",
        Some("findwork"),
        &[
            words("text", false),
            words("skills", true),
            words("place", true),
            amount("budget-min"),
            words("currency", true),
            choice("posted", &["day", "week", "month"], false),
        ],
        AnswerKind::Private,
    ),
    command(
        "find talent",
        Some("findtalent"),
        &[
            words("text", false),
            words("skills", true),
            words("place", true),
            amount("rate-max"),
            words("currency", true),
            choice("available", &["now", "soon"], false),
        ],
        AnswerKind::Private,
    ),
    command(
        "proposal list",
        Some("proposals"),
        &[choice("state", &["draft", "sent", "accepted", "declined", "withdrawn"], false)],
        AnswerKind::Private,
    ),
    command("proposal view", None, &[reference("proposal", true)], AnswerKind::Private),
    command("proposal send", None, &[reference("request", true)], AnswerKind::Private),
    command("contract list", Some("contracts"), &[], AnswerKind::Private),
    command("contract view", None, &[reference("contract", true)], AnswerKind::Private),
    command(
        "settings",
        Some("settings"),
        &[choice("section", SETTINGS_SECTIONS, false)],
        AnswerKind::Private,
    ),
    command("privacy", Some("privacy"), &[], AnswerKind::Private),
    command("terms", Some("terms"), &[], AnswerKind::Private),
    command("report", Some("report"), &[person("user"), reference("reference", false)], AnswerKind::Private),
    command(
        "link",
        Some("link"),
        &[ArgSpec { name: "code", kind: ArgKind::Text { max: 20 }, required: false, suggests: false }],
        AnswerKind::Private,
    ),
    command("unlink", Some("unlink"), &[], AnswerKind::Private),
    chat_only("stop"),
    chat_only("cancel"),
];

/// Commands on a message, by their paths: what they are given is the message's words, if they are the person's own.
pub const ON_MESSAGES: &[&str] = &["request turn"];

/// The argument under which the words of the message come.
pub const WORDS: &str = "words";

/// What a command on a message is called, in at most 32 characters.
pub fn message_label(path: &str) -> String {
    reader().line(&format!("message-{}", key_of(path)), &[])
}

/// The command at `path`.
pub fn by_path(path: &str) -> Option<&'static CommandSpec> {
    COMMANDS.iter().find(|spec| spec.path == path)
}

/// The command with this one-word name.
pub fn by_telegram(name: &str) -> Option<&'static CommandSpec> {
    COMMANDS.iter().find(|spec| spec.telegram == Some(name))
}

/// The commands of a tree with parts, as on Discord.
pub fn tree() -> impl Iterator<Item = &'static CommandSpec> {
    COMMANDS.iter().filter(|spec| spec.in_tree)
}

/// The language descriptions are made for; they hold no times.
fn reader() -> Reader {
    Reader { zone: chrono_tz::UTC, now: Timestamp::from_millis(0) }
}

fn key_of(path: &str) -> String {
    path.replace(' ', "-")
}

/// What a command does, in at most 100 characters.
pub fn description(spec: &CommandSpec) -> String {
    reader().line(&format!("command-{}", key_of(spec.path)), &[])
}

/// What a group of commands is about: the first word of their paths.
pub fn group_description(group: &str) -> String {
    reader().line(&format!("command-group-{group}"), &[])
}

/// What an argument means.
pub fn arg_description(spec: &CommandSpec, arg: &ArgSpec) -> String {
    reader().line(&format!("argument-{}-{}", key_of(spec.path), arg.name), &[])
}

/// A fixed choice in words.
pub fn choice_label(arg: &ArgSpec, choice: &str) -> String {
    reader().line(&format!("choice-{}-{choice}", arg.name), &[])
}

/// What people read before they first speak to the bot, in at most 512 characters.
pub fn bot_description() -> String {
    reader().line("bot-description", &[])
}

/// What the bot's profile says, in at most 120 characters.
pub fn bot_about() -> String {
    reader().line("bot-about", &[])
}

/// Which menu of commands a person gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Somebody who hasn't chosen a role.
    NewPerson,
    /// Looking for work.
    Freelancer,
    /// Hiring.
    Client,
    /// Both.
    Both,
    /// Everyone in a group.
    Group,
}

impl Menu {
    /// Every menu.
    pub const ALL: [Self; 5] = [Self::NewPerson, Self::Freelancer, Self::Client, Self::Both, Self::Group];

    /// The one-word names in it, in order.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::NewPerson => &["start", "findwork", "findtalent", "help", "settings", "privacy", "terms"],
            Self::Freelancer => &[
                "dashboard",
                "matches",
                "findwork",
                "proposals",
                "contracts",
                "availability",
                "profile",
                "settings",
                "help",
            ],
            Self::Client => &[
                "dashboard",
                "newrequest",
                "requests",
                "proposals",
                "findtalent",
                "contracts",
                "settings",
                "help",
            ],
            Self::Both => &[
                "dashboard",
                "matches",
                "newrequest",
                "requests",
                "findwork",
                "findtalent",
                "proposals",
                "contracts",
                "profile",
                "settings",
                "help",
            ],
            Self::Group => &["findwork", "newrequest", "profile", "help"],
        }
    }

    /// The commands in it with what they do.
    pub fn commands(self) -> Vec<(&'static str, String)> {
        self.names()
            .iter()
            .filter_map(|name| by_telegram(name).map(|spec| (*name, description(spec))))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::bundles;

    #[test]
    fn every_menu_names_commands_that_exist() {
        for menu in Menu::ALL {
            assert_eq!(menu.commands().len(), menu.names().len(), "{menu:?} names an unknown command");
        }
    }

    #[test]
    fn paths_and_names_stand_once() {
        let paths: BTreeSet<_> = COMMANDS.iter().map(|spec| spec.path).collect();
        let names: BTreeSet<_> = COMMANDS.iter().filter_map(|spec| spec.telegram).collect();
        assert_eq!(paths.len(), COMMANDS.len());
        assert_eq!(names.len(), COMMANDS.iter().filter(|spec| spec.telegram.is_some()).count());
    }

    #[test]
    fn the_bots_own_words_fit_its_profile() {
        assert!((1..=512).contains(&bot_description().chars().count()));
        assert!((1..=120).contains(&bot_about().chars().count()));
    }

    #[test]
    fn every_command_argument_and_choice_is_described_in_at_most_100_characters() {
        for spec in COMMANDS {
            assert!(bundles().has(&format!("command-{}", key_of(spec.path))), "{}", spec.path);
            assert!(description(spec).chars().count() <= 100, "{}", spec.path);
            for arg in spec.args {
                let text = arg_description(spec, arg);
                assert!(
                    text.contains(' ') && text.chars().count() <= 100,
                    "{} {}: {text}",
                    spec.path,
                    arg.name
                );
                let ArgKind::Choice(choices) = arg.kind else { continue };
                for choice in choices {
                    assert!(bundles().has(&format!("choice-{}-{choice}", arg.name)), "{} {choice}", arg.name);
                }
            }
        }
    }
}
