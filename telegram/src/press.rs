//! What a key carries in its 64 bytes: an action, or an option chosen.
//!
//! A key that does something carries the encoded token alone. An option of a select carries `<token>~<value>`, or
//! `<token>+<value>` where several may be chosen, and the keys that leaf through a long select carry
//! `<token>^<page>`; none of the marks occurs in a token. A token is at most 55 bytes with a version below 36⁸, so a
//! value of 8 bytes always fits.

use bot_core::ui::action::Token;
use bot_core::ui::interaction::Input;
use bot_core::ui::limits;

const ONE: char = '~';
const MANY: char = '+';
const LEAF: char = '^';

/// A key of the keyboard the pressed key stood on: its data, and whether it was marked as chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Neighbour {
    pub(crate) data: String,
    pub(crate) chosen: bool,
}

/// The data of an option of a select; `None` when it is longer than a key can carry.
pub(crate) fn option(action: &Token, value: &str, many: bool) -> Option<String> {
    let data = format!("{}{}{value}", action.encode(), if many { MANY } else { ONE });
    (data.len() <= limits::ACTION).then_some(data)
}

/// The data of a key that shows another page of a select's options. Pages are few: it always fits.
pub(crate) fn leaf(action: &Token, page: usize) -> String {
    format!("{}{LEAF}{page}", action.encode())
}

/// A key's data at its mark. The first mark counts: a value may hold any letter.
fn split(data: &str) -> Option<(&str, char, &str)> {
    let (at, mark) = data.char_indices().find(|(_, letter)| [ONE, MANY, LEAF].contains(letter))?;
    Some((&data[..at], mark, &data[at + mark.len_utf8()..]))
}

/// The page that a key with `data` leafs to, if it is such a key.
pub(crate) fn page(data: &str) -> Option<usize> {
    split(data).filter(|(_, mark, _)| *mark == LEAF)?.2.parse().ok()
}

/// What pressing a key with `data` says. Where several options may be chosen, the pressed one changes its state and
/// the others keep theirs. A page that nobody remembers any more is an action without a choice.
pub(crate) fn input(data: &str, neighbours: &[Neighbour]) -> Input {
    let (token, picked) = match split(data) {
        Some((token, ONE, value)) => (token, vec![value.to_owned()]),
        Some((token, MANY, value)) => (token, toggled(&data[..=token.len()], value, neighbours)),
        Some((token, _, _)) => (token, Vec::new()),
        None => (data, Vec::new()),
    };
    Input::Action { action: Token::parse(token), picked }
}

fn toggled(prefix: &str, value: &str, neighbours: &[Neighbour]) -> Vec<String> {
    let mut picked: Vec<String> = neighbours
        .iter()
        .filter(|key| key.chosen)
        .filter_map(|key| key.data.strip_prefix(prefix))
        .map(str::to_owned)
        .collect();
    match picked.iter().position(|chosen| chosen == value) {
        Some(position) => drop(picked.remove(position)),
        None => picked.push(value.to_owned()),
    }
    picked
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn token() -> Token {
        Token::verb("settings-tz").on(Uuid::from_u128(7)).at(3)
    }

    fn picked(data: &str, neighbours: &[Neighbour]) -> Vec<String> {
        match input(data, neighbours) {
            Input::Action { action, picked } if action == token() => picked,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_option_is_what_was_pressed() {
        let data = option(&token(), "daily", false).expect("it fits");
        assert_eq!(picked(&data, &[]), ["daily"]);
    }

    #[test]
    fn one_of_several_options_changes_and_the_others_stay() {
        let key =
            |value: &str, chosen| Neighbour { data: option(&token(), value, true).expect("it fits"), chosen };
        let keys = [key("mon", true), key("tue", false), key("wed", true)];
        assert_eq!(picked(&keys[1].data, &keys), ["mon", "wed", "tue"]);
        assert_eq!(picked(&keys[2].data, &keys), ["mon"]);
    }

    #[test]
    fn leafing_says_the_page_and_without_it_chooses_nothing() {
        let data = leaf(&token(), 2);
        assert_eq!(page(&data), Some(2));
        assert_eq!(picked(&data, &[]), Vec::<String>::new());
        assert_eq!(page("1.set-zone~a"), None);
    }

    proptest! {
        #[test]
        fn a_value_of_eight_bytes_always_fits(
            verb in "[a-z]{12}", id in any::<u128>(), version in 0_i64..36_i64.pow(8), arg in "[A-Za-z0-9_-]{8}",
            value in "[ -~]{1,8}", many in any::<bool>(),
        ) {
            let token = Token { verb, id: Some(Uuid::from_u128(id)), version: Some(version), arg: Some(arg) };
            let data = option(&token, &value, many);
            prop_assert!(data.is_some());
            let input = input(&data.unwrap_or_default(), &[]);
            prop_assert_eq!(input, Input::Action { action: token, picked: vec![value] });
        }
    }
}
