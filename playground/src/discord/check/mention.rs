//! Who a message may notify.

use serde_json::Value;

use crate::discord::refusal::FieldErrors;

/// `parse` and a list of the same kind exclude each other.
pub(crate) fn check(allowed: &Value, base: &[&str], errors: &mut FieldErrors) {
    for kind in ["users", "roles"] {
        let listed = allowed[kind].as_array().is_some_and(|list| !list.is_empty());
        if listed && parses(allowed, kind) {
            errors.add(
                base.iter().copied().chain(["allowed_mentions"]),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."),
            );
        }
    }
}

/// What to write into the journal about a body that may notify people by accident.
pub(crate) fn warning(allowed: &Value) -> Option<String> {
    let silent = allowed["parse"].as_array().is_some_and(Vec::is_empty);
    (!silent)
        .then(|| "allowed_mentions has no empty parse list: people's text could notify anybody".to_owned())
}

/// Whether a mention of `user` in a text notifies them.
pub(crate) fn notifies(allowed: &Value, user: u64) -> bool {
    if allowed.is_null() || parses(allowed, "users") {
        return true;
    }
    let listed = allowed["users"].as_array().into_iter().flatten();
    listed.filter_map(super::shape::snowflake).any(|listed| listed == user)
}

/// Whether `@everyone` in a text notifies everyone.
pub(crate) fn notifies_everyone(allowed: &Value) -> bool {
    allowed.is_null() || parses(allowed, "everyone")
}

fn parses(allowed: &Value, kind: &str) -> bool {
    allowed["parse"].as_array().into_iter().flatten().any(|parsed| parsed == kind)
}
