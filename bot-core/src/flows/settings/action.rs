//! What the buttons on the settings, and the ways out of a message, do.

use crate::domain::topic::{Pace, Topic};
use crate::ui::action::Token;

/// Settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Show them.
    Show,
    /// Choose quiet hours: the choice comes with the press.
    Quiet,
    /// Choose what one is here for: the choice comes with the press.
    Roles,
    /// Stop all match messages, from a message's own footer.
    Stop,
    /// Show what is told, how soon and where.
    Notices,
    /// Show what can be chosen for a topic.
    Topic(Topic),
    /// Choose how soon a topic is told: the choice comes with the press.
    Pace(Topic),
    /// Choose where a topic is told: the choice comes with the press.
    Where(Topic),
    /// Choose when digests come: the choice comes with the press.
    Time,
    /// Choose quiet hours where it is shown what is told: the choice comes with the press.
    Night,
    /// Fewer messages like this one.
    Fewer(Topic),
    /// A topic at this pace again.
    Again(Topic, Pace),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let topic = token.arg.as_deref().and_then(Topic::from_key);
        let number = usize::try_from(token.version.unwrap_or_default()).ok();
        Some(match token.verb.as_str() {
            "set-show" => Self::Show,
            "set-quiet" => Self::Quiet,
            "set-roles" => Self::Roles,
            "set-stop" => Self::Stop,
            "set-news" => Self::Notices,
            "set-topic" => Self::Topic(topic?),
            "set-pace" => Self::Pace(topic?),
            "set-where" => Self::Where(topic?),
            "set-time" => Self::Time,
            "set-night" => Self::Night,
            "set-fewer" => Self::Fewer(topic?),
            "set-again" => Self::Again(topic?, *Pace::ALL.get(number?)?),
            _ => return None,
        })
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        let about = |verb, topic: Topic| Self::verb(verb).with(topic.key());
        match action {
            Action::Show => Self::verb("set-show"),
            Action::Quiet => Self::verb("set-quiet"),
            Action::Roles => Self::verb("set-roles"),
            Action::Stop => Self::verb("set-stop"),
            Action::Notices => Self::verb("set-news"),
            Action::Topic(topic) => about("set-topic", topic),
            Action::Pace(topic) => about("set-pace", topic),
            Action::Where(topic) => about("set-where", topic),
            Action::Time => Self::verb("set-time"),
            Action::Night => Self::verb("set-night"),
            Action::Fewer(topic) => about("set-fewer", topic),
            Action::Again(topic, pace) => {
                let number = Pace::ALL.iter().position(|known| *known == pace).unwrap_or_default();
                about("set-again", topic).at(i64::try_from(number).unwrap_or_default())
            }
        }
    }
}
