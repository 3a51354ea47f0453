//! The secret in a stored event: the token by which it is answered.

use serde_json::Value;

/// The body without the values of its `token` fields; `None` where it has none.
pub fn without_tokens(body: &str) -> Option<String> {
    // A body that isn't JSON holds no field.
    let mut value: Value = serde_json::from_str(body).ok()?;
    clear(&mut value).then(|| value.to_string())
}

/// Clears every token below `value`. Whether there was one.
fn clear(value: &mut Value) -> bool {
    match value {
        Value::Object(fields) => {
            let mut found = false;
            for (name, field) in fields {
                found |= match field {
                    Value::String(token) if name == "token" => !std::mem::take(token).is_empty(),
                    other => clear(other),
                };
            }
            found
        }
        Value::Array(items) => items.iter_mut().map(clear).filter(|found| *found).count() > 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_go_wherever_they_stand_and_the_rest_stays() {
        let body = r#"{"t":"INTERACTION_CREATE","d":{"id":"1","token":"aW50","data":{"name":"token"}}}"#;
        let clean = without_tokens(body).expect("there was one");
        assert_eq!(
            serde_json::from_str::<Value>(&clean).expect("JSON"),
            serde_json::json!({"t": "INTERACTION_CREATE", "d": {"id": "1", "token": "", "data": {"name": "token"}}})
        );
        assert_eq!(without_tokens(&clean), None);
        assert_eq!(without_tokens("not json"), None);
    }
}
