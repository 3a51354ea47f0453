//! The page's files, built into the program.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One file of `playground/page/`.
struct Asset {
    path: &'static str,
    bytes: &'static [u8],
}

macro_rules! assets {
    ($($path:literal),+ $(,)?) => {
        &[$(Asset { path: $path, bytes: include_bytes!(concat!("../../page/", $path)) }),+]
    };
}

const ASSETS: &[Asset] = assets![
    "index.html",
    "icon.svg",
    "font/LICENSE-inter.txt",
    "font/inter-latin.woff2",
    "script/avatar.js",
    "script/discord/button.js",
    "script/discord/command-line.js",
    "script/discord/components.js",
    "script/discord/composer.js",
    "script/discord/context.js",
    "script/discord/message.js",
    "script/discord/modal.js",
    "script/discord/pane.js",
    "script/discord/picture.js",
    "script/discord/select.js",
    "script/discord/suggest.js",
    "script/element.js",
    "script/frame/clock-menu.js",
    "script/frame/dialog.js",
    "script/frame/fault-menu.js",
    "script/frame/header.js",
    "script/frame/json.js",
    "script/frame/menu.js",
    "script/frame/new-person.js",
    "script/frame/notices.js",
    "script/frame/persona-switch.js",
    "script/frame/preferences.js",
    "script/frame/tabs.js",
    "script/frame/tour-steps.js",
    "script/frame/tour.js",
    "script/icons.js",
    "script/log.js",
    "script/main.js",
    "script/personas.js",
    "script/picker.js",
    "script/telegram/composer.js",
    "script/telegram/keyboard.js",
    "script/telegram/message.js",
    "script/telegram/pane.js",
    "script/text/entities.js",
    "script/text/inline.js",
    "script/text/markdown.js",
    "script/text/time.js",
    "script/wire/clock.js",
    "script/wire/discord.js",
    "script/wire/events.js",
    "script/wire/http.js",
    "script/wire/telegram.js",
    "script/world.js",
    "style/base.css",
    "style/cards.css",
    "style/composer.css",
    "style/dialog.css",
    "style/discord.css",
    "style/frame.css",
    "style/pane.css",
    "style/telegram.css",
    "style/tokens.css",
    "style/tour.css",
];

/// The file at `path` (without its leading slash), or 404.
pub(super) fn file(path: &str) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.path == path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = HeaderValue::from_static(kind_of(asset.path));
    // the next build may hold other bytes under the same name
    let fresh = HeaderValue::from_static("no-cache");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, fresh)], asset.bytes).into_response()
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, io, path::Path};

    use super::ASSETS;

    fn walk(folder: &Path, root: &Path, found: &mut BTreeSet<String>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                walk(&path, root, found)?;
            } else if let Ok(inside) = path.strip_prefix(root) {
                found.insert(inside.to_string_lossy().replace('\\', "/"));
            }
        }
        Ok(())
    }

    #[test]
    fn every_file_of_the_page_is_built_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("page");
        let mut found = BTreeSet::new();
        walk(&root, &root, &mut found).expect("the page's folder");
        let built_in = ASSETS.iter().map(|asset| asset.path.to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(built_in, found);
    }

    #[test]
    fn nothing_on_the_page_points_away_from_it() {
        // the names of XML's own dialects are written as addresses, but nobody fetches them
        let names = ["http://www.w3.org/2000/svg"];
        for asset in ASSETS.iter().filter(|asset| !asset.path.starts_with("font/")) {
            let text = std::str::from_utf8(asset.bytes).expect("text");
            for (at, _) in text.match_indices("://") {
                let from = text[..at].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |end| end + 1);
                let address = &text[from..];
                let host = address[at - from + 3..].chars().next();
                let is_address = host.is_some_and(|first| first.is_ascii_alphanumeric());
                let is_name = names.iter().any(|name| address.starts_with(name));
                assert!(!is_address || is_name, "{}: {:.60}", asset.path, address);
            }
        }
    }
}
