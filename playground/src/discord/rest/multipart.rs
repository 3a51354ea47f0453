//! `multipart/form-data` as Discord takes it: `payload_json` and `files[n]`.

use crate::discord::world::File;

/// A form taken apart.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) payload: Option<Vec<u8>>,
    pub(super) files: Vec<File>,
}

/// Reads a form; nothing if it isn't one.
pub(super) fn read(content_type: &str, bytes: &[u8]) -> Option<Form> {
    let boundary = content_type.split("boundary=").nth(1)?.trim_matches('"');
    let delimiter = format!("--{boundary}").into_bytes();
    let mut form = Form::default();
    let mut rest = &bytes[find(bytes, &delimiter)? + delimiter.len()..];
    while !rest.starts_with(b"--") {
        let end = find(rest, &delimiter)?;
        let part = rest[..end].strip_prefix(b"\r\n")?.strip_suffix(b"\r\n")?;
        add(&mut form, part)?;
        rest = &rest[end + delimiter.len()..];
    }
    Some(form)
}

fn add(form: &mut Form, part: &[u8]) -> Option<()> {
    let split = find(part, b"\r\n\r\n")?;
    let head = std::str::from_utf8(&part[..split]).ok()?;
    let bytes = part[split + 4..].to_vec();
    let header = |name: &str| {
        head.lines().find_map(|line| {
            let (given, value) = line.split_once(':')?;
            given.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    };
    let disposition = header("content-disposition")?;
    let field = parameter(&disposition, "name")?;
    if field == "payload_json" {
        form.payload = Some(bytes);
    } else if field.starts_with("file") {
        let content_type = header("content-type").unwrap_or_else(|| "application/octet-stream".to_owned());
        form.files.push(File { name: parameter(&disposition, "filename")?, content_type, bytes });
    }
    Some(())
}

fn parameter(disposition: &str, name: &str) -> Option<String> {
    let wanted = format!("{name}=");
    disposition.split(';').map(str::trim).find_map(|part| {
        let value = part.strip_prefix(&wanted)?;
        Some(value.trim_matches('"').to_owned())
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_form_is_taken_apart() {
        let text = "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{}\r\n--b\r\n\
            Content-Disposition: form-data; name=\"files[0]\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n\
            x,y\r\n1,2\r\n--b--\r\n";
        let form = read("multipart/form-data; boundary=b", text.as_bytes()).expect("a form");
        assert_eq!(form.payload.as_deref(), Some(b"{}".as_slice()));
        assert_eq!(form.files[0].name, "a.csv");
        assert_eq!(form.files[0].content_type, "text/csv");
        assert_eq!(form.files[0].bytes, b"x,y\r\n1,2");
    }
}
