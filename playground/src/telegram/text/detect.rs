//! Entities that the platform finds in plain text by itself.

use super::{Entity, is_web_address, units};

/// Commands, mentions, addresses and hashtags in `text`, except inside code, links and whatever is one already.
pub(in super::super) fn detected(text: &str, known: &[Entity]) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut offset = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if let Some((kind, skip, length)) = kind(bare) {
            let entity = Entity::new(kind, offset + skip, length);
            if !known.iter().any(|other| shuts_out(other, &entity)) {
                found.push(entity);
            }
        }
        offset += units(word);
    }
    found
}

fn shuts_out(known: &Entity, found: &Entity) -> bool {
    let whole =
        ["code", "pre", "text_link", "text_mention", "url", "mention", "bot_command", "email", "hashtag"];
    let apart = found.end() <= known.offset || known.end() <= found.offset;
    !apart && whole.contains(&known.kind.as_str())
}

/// What a word is, where in it that begins and how long it is.
fn kind(word: &str) -> Option<(&'static str, usize, usize)> {
    let opened = word.trim_start_matches(['(', '[', '"', '\'']);
    let bare = opened.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'']);
    let skip = units(word) - units(opened);
    let (kind, length) = if let Some(rest) = bare.strip_prefix('/') {
        ("bot_command", 1 + command_length(rest)?)
    } else if let Some(rest) = bare.strip_prefix('@') {
        ("mention", 1 + run(rest, &['_']).filter(|length| *length >= 4)?)
    } else if let Some(rest) = bare.strip_prefix('#') {
        ("hashtag", 1 + run(rest, &['_']).filter(|_| rest.contains(char::is_alphabetic))?)
    } else if (bare.starts_with("http://") || bare.starts_with("https://")) && is_web_address(bare) {
        ("url", units(bare))
    } else if is_email(bare) {
        ("email", units(bare))
    } else if is_host(bare) {
        ("url", units(bare))
    } else {
        return None;
    };
    Some((kind, skip, length))
}

/// `start`, or `start@guildhall_bot`.
fn command_length(rest: &str) -> Option<usize> {
    let name = run(rest, &['_']).filter(|length| *length <= 64)?;
    match rest[name..].strip_prefix('@') {
        Some(bot) => Some(name + 1 + run(bot, &['_'])?),
        None if rest.len() == name => Some(name),
        None => None,
    }
}

/// How many ASCII letters, digits and `more` a text begins with; `None` if none.
fn run(text: &str, more: &[char]) -> Option<usize> {
    let ends = |letter: char| !(letter.is_ascii_alphanumeric() || more.contains(&letter));
    Some(text.find(ends).unwrap_or(text.len())).filter(|length| *length > 0)
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && is_web_address(&format!("mailto://{host}"))
            && !host.contains('@')
    })
}

/// A bare host under one of the few endings that are never words.
fn is_host(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let endings = [".com", ".org", ".net", ".me", ".io", ".dev"];
    let plain = host.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '.' || letter == '-');
    plain && !host.starts_with('.') && endings.iter().any(|ending| host.to_lowercase().ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::{Entity, detected};

    fn found(text: &str) -> Vec<(String, usize, usize)> {
        detected(text, &[]).into_iter().map(|entity| (entity.kind, entity.offset, entity.length)).collect()
    }

    #[test]
    fn a_start_with_a_payload_is_a_command_and_a_word() {
        assert_eq!(found("/start r_9f"), [("bot_command".to_owned(), 0, 6)]);
        assert_eq!(found("see /help@guildhall_bot!"), [("bot_command".to_owned(), 4, 19)]);
        assert_eq!(found("and/or 1/2 /"), []);
    }

    #[test]
    fn addresses_and_names_are_found() {
        let kinds: Vec<String> = found("👋 @kite_studio (https://a.example/x) me@b.example t.me/x #rust")
            .into_iter()
            .map(|one| one.0)
            .collect();
        assert_eq!(kinds, ["mention", "url", "email", "url", "hashtag"]);
        assert_eq!(found("👋 @kite_studio")[0].1, 3);
    }

    #[test]
    fn nothing_is_found_inside_code() {
        assert_eq!(detected("/start", &[Entity::new("code", 0, 6)]), []);
    }
}
