//! Reads the HTML we make as Telegram would: for tests.

/// The words of `html`, or what Telegram would refuse in it.
pub(crate) fn read_back(html: &str) -> Result<String, String> {
    let mut words = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(character) = rest.chars().next() {
        match character {
            '<' => {
                let end = rest.find('>').ok_or("a tag is not closed")?;
                tag(&rest[1..end], &mut open)?;
                rest = &rest[end + 1..];
            }
            '&' => {
                let end = rest.find(';').ok_or("an entity is not closed")?;
                words.push(match &rest[1..end] {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    other => return Err(format!("unknown entity {other}")),
                });
                rest = &rest[end + 1..];
            }
            _ => {
                words.push(character);
                rest = &rest[character.len_utf8()..];
            }
        }
    }
    if open.is_empty() { Ok(words) } else { Err(format!("left open: {open:?}")) }
}

fn tag<'a>(name: &'a str, open: &mut Vec<&'a str>) -> Result<(), String> {
    if let Some(closing) = name.strip_prefix('/') {
        return match open.pop() {
            Some(last) if last == closing => Ok(()),
            last => Err(format!("</{closing}> closes {last:?}")),
        };
    }
    match name {
        "b" | "i" | "blockquote" => open.push(name),
        "blockquote expandable" => open.push("blockquote"),
        other => return Err(format!("unsupported start tag {other}")),
    }
    Ok(())
}
