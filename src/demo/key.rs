//! The key of a demo's data: made once, kept beside it, worth nothing elsewhere.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bot_core::ids::{Ids as _, RandomIds};

use crate::private_file;

const FILE: &str = "demo.key";

/// The folder's key, in base64. A new one only where there is no data yet.
pub(super) fn of(folder: &Path) -> anyhow::Result<String> {
    let file = folder.join(FILE);
    if file.exists() {
        return fs::read_to_string(&file).with_context(|| format!("{} can't be read", file.display()));
    }
    let mut key = [0; 32];
    RandomIds.fill(&mut key);
    let key = STANDARD.encode(key);
    private_file::create(&file)
        .and_then(|()| fs::write(&file, &key))
        .with_context(|| format!("{} can't be written", file.display()))?;
    Ok(key)
}
