//! A request's query string and body, in each of the forms the Bot API reads.

use axum::http::{HeaderMap, header::CONTENT_TYPE};
use serde_json::{Map, Value};

use super::{call::Raw, multipart, refusal::Refusal};

/// The largest body a bot may send, in bytes.
pub(super) const LIMIT: usize = 50 * 1024 * 1024;

/// What a request carries: parameters of its query string, then those of its body.
pub(super) fn read(query: &str, headers: &HeaderMap, body: &[u8]) -> Result<Raw, Refusal> {
    let mut raw = Raw { params: form(query), ..Raw::default() };
    if body.is_empty() {
        return Ok(raw);
    }
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match content_type.split(';').next().unwrap_or_default().trim() {
        "application/json" => raw.params.extend(json(body)?),
        "application/x-www-form-urlencoded" => raw.params.extend(form(&String::from_utf8_lossy(body))),
        "multipart/form-data" => {
            let sent = multipart::read(content_type, body)
                .ok_or_else(|| Refusal::bad("Can't parse multipart form data"))?;
            raw.params.extend(sent.params);
            raw.files = sent.files;
        }
        // the real server ignores a body whose type it does not know
        _ => {}
    }
    Ok(raw)
}

fn json(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(params)) => Ok(params),
        Ok(_) => Err(Refusal::bad("Can't parse request JSON object: expected an object")),
        Err(error) => Err(Refusal::bad(format!("Can't parse request JSON object: {error}"))),
    }
}

fn form(text: &str) -> Map<String, Value> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let named = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    named.map(|(name, value)| (decoded(name), Value::from(decoded(value)))).collect()
}

/// Percent-decoding with `+` for a blank.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::{decoded, read};

    #[test]
    fn a_query_string_is_decoded() {
        let raw = read("chat_id=5&text=a%26b+%C3%BC%2", &HeaderMap::new(), b"").expect("no body");
        assert_eq!(raw.params["chat_id"], "5");
        assert_eq!(raw.params["text"], "a&b ü%2");
        assert_eq!(decoded("%zz"), "%zz");
    }
}
