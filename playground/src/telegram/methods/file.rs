//! Files that bots upload and fetch again.

use serde_json::{Value, json};

use super::super::{
    call::{Call, Upload},
    refusal::Refusal,
    world::World,
};

/// The largest file a bot can fetch, in bytes.
const FETCHABLE: usize = 20 * 1024 * 1024;

/// A file under its `file_id`.
#[derive(Clone, Debug)]
pub(in super::super) struct Kept {
    pub(in super::super) upload: Upload,
    /// `documents/file_3.csv`
    pub(in super::super) path: String,
    /// The `Document` or `PhotoSize` object.
    object: Value,
}

/// The `Document` that a call sends.
pub(super) fn document(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let upload = match source(world, call, "document")? {
        Source::Known(object) => return Ok(object),
        Source::New(upload) => upload,
    };
    let mime_type = upload.mime_type.clone().unwrap_or_else(|| "application/octet-stream".to_owned());
    let object = json!({ "file_name": upload.file_name, "mime_type": mime_type });
    Ok(keep(world, "documents", upload, object))
}

/// The `PhotoSize` that a call sends.
pub(super) fn photo(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let upload = match source(world, call, "photo")? {
        Source::Known(object) => return Ok(object),
        Source::New(upload) => upload,
    };
    let Some((width, height)) = dimensions(&upload.bytes) else {
        return Err(Refusal::bad("IMAGE_PROCESS_FAILED"));
    };
    if width + height > 10_000 || width.max(height) > 20 * width.min(height) {
        return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(keep(world, "photos", upload, json!({ "width": width, "height": height })))
}

/// `getFile`.
pub(super) fn get(world: &World, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("file_id");
    let kept = world.files.get(id).ok_or_else(|| Refusal::bad("invalid file_id"))?;
    if kept.upload.bytes.len() > FETCHABLE {
        return Err(Refusal::bad("file is too big"));
    }
    Ok(json!({
        "file_id": id, "file_unique_id": kept.object["file_unique_id"], "file_size": kept.upload.bytes.len(),
        "file_path": kept.path,
    }))
}

enum Source {
    Known(Value),
    New(Upload),
}

/// A part of that name, `attach://` another part, or the id of a file the bot sent before.
fn source(world: &World, call: &Call, name: &str) -> Result<Source, Refusal> {
    let named = call.text(name);
    let part = named.strip_prefix("attach://").unwrap_or(name);
    if let Some(upload) = call.files.get(part) {
        if upload.bytes.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        return Ok(Source::New(upload.clone()));
    }
    if named.starts_with("attach://") {
        return Err(Refusal::bad(format!("there is no {name} in the request")));
    }
    if named.starts_with("http://") || named.starts_with("https://") {
        // the stand-in fetches nothing from anywhere
        return Err(Refusal::bad("Failed to get HTTP URL content"));
    }
    let kept = world.files.get(named);
    let kept = kept.ok_or_else(|| Refusal::bad("Wrong file identifier/HTTP URL specified"))?;
    Ok(Source::Known(kept.object.clone()))
}

fn keep(world: &mut World, folder: &str, upload: Upload, mut object: Value) -> Value {
    let number = world.next_number();
    let id = format!("BQACAgIAAx{number:08}");
    object["file_id"] = json!(id);
    object["file_unique_id"] = json!(format!("AgAD{number:08}"));
    object["file_size"] = json!(upload.bytes.len());
    let ending = upload.file_name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
    let path = format!("{folder}/file_{number}.{ending}");
    world.files.insert(id, Kept { upload, path, object: object.clone() });
    object
}

/// Width and height of a PNG or JPEG; `None` if it is neither.
fn dimensions(image: &[u8]) -> Option<(u32, u32)> {
    let number = |bytes: &[u8]| bytes.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    if image.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((number(image.get(16..20)?), number(image.get(20..24)?)));
    }
    let mut rest = image.strip_prefix(b"\xff\xd8")?;
    loop {
        let marker = *rest.get(1).filter(|_| rest[0] == 0xff)?;
        // a frame header, which is C0 to CF without the three tables in between
        if (0xc0..=0xcf).contains(&marker) && ![0xc4, 0xc8, 0xcc].contains(&marker) {
            return Some((number(rest.get(7..9)?), number(rest.get(5..7)?)));
        }
        let length = usize::try_from(number(rest.get(2..4)?)).ok()?;
        rest = rest.get(2 + length..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::dimensions;

    #[test]
    fn both_picture_formats_say_how_large_they_are() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0";
        assert_eq!(dimensions(png), Some((640, 480)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x01\xe0\x02\x80";
        assert_eq!(dimensions(jpeg), Some((640, 480)));
        assert_eq!(dimensions(b"GIF89a"), None);
    }
}
