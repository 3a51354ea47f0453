//! `multipart/form-data`, as far as clients of the Bot API use it.

use serde_json::Value;

use super::call::{Raw, Upload};

/// The texts and files of a body; `None` if it is malformed.
pub(super) fn read(content_type: &str, body: &[u8]) -> Option<Raw> {
    let delimiter = format!("--{}", boundary(content_type)?).into_bytes();
    let mut raw = Raw::default();
    let mut rest = &body[find(body, &delimiter)? + delimiter.len()..];
    loop {
        if rest.starts_with(b"--") {
            return Some(raw);
        }
        rest = rest.strip_prefix(b"\r\n")?;
        let heads_end = find(rest, b"\r\n\r\n")?;
        let heads = std::str::from_utf8(&rest[..heads_end]).ok()?;
        rest = &rest[heads_end + 4..];
        let content_end = find(rest, &[b"\r\n", delimiter.as_slice()].concat())?;
        keep(&mut raw, heads, &rest[..content_end])?;
        rest = &rest[content_end + 2 + delimiter.len()..];
    }
}

fn keep(raw: &mut Raw, heads: &str, content: &[u8]) -> Option<()> {
    let disposition = head(heads, "content-disposition")?;
    let name = parameter(disposition, "name")?;
    if let Some(file_name) = parameter(disposition, "filename") {
        let mime_type = head(heads, "content-type").map(str::to_owned);
        raw.files.insert(name, Upload { file_name, mime_type, bytes: content.to_vec() });
    } else {
        raw.params.insert(name, Value::from(String::from_utf8_lossy(content).into_owned()));
    }
    Some(())
}

fn boundary(content_type: &str) -> Option<&str> {
    let after = content_type.split("boundary=").nth(1)?;
    Some(after.split(';').next()?.trim().trim_matches('"'))
}

fn head<'a>(heads: &'a str, name: &str) -> Option<&'a str> {
    let lines = heads.split("\r\n").filter_map(|line| line.split_once(':'));
    lines.into_iter().find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// `name="value"` of a header; `filename` is also found as `filename*=utf-8''value`.
fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').map(str::trim).find_map(|part| {
        let rest = part.strip_prefix(name)?;
        if let Some(value) = rest.strip_prefix('=') {
            return Some(value.trim_matches('"').replace("%22", "\""));
        }
        let encoded = rest.strip_prefix("*=")?.rsplit('\'').next()?;
        Some(super::body::decoded(encoded))
    })
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::read;

    const TYPE: &str = "multipart/form-data; boundary=xyz";

    #[test]
    fn texts_and_files_are_told_apart() {
        let body = b"--xyz\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n7\r\n--xyz\r\n\
            Content-Disposition: form-data; name=\"f0\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n\
            1,2\r\n3\r\n--xyz--\r\n";
        let raw = read(TYPE, body).expect("a whole body");
        assert_eq!(raw.params["chat_id"], "7");
        let file = &raw.files["f0"];
        assert_eq!((file.file_name.as_str(), file.mime_type.as_deref()), ("a.csv", Some("text/csv")));
        assert_eq!(file.bytes, b"1,2\r\n3");
    }

    #[test]
    fn a_body_that_breaks_off_is_refused() {
        assert!(read(TYPE, b"--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n7").is_none());
        assert!(read("multipart/form-data", b"").is_none());
    }
}
