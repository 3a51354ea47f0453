//! What people put around a skill's name: "I know Python (5 years)".
//!
//! "WordPress developer".

use std::sync::LazyLock;

use crate::{Span, lexicon::Lexicon, token::tokens};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

static WORDS: LazyLock<Lexicon<Side>> = LazyLock::new(|| {
    let table =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/skill-list.tsv"));
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

fn meaning(name: &str) -> Option<Side> {
    match name {
        "before" => Some(Side::Before),
        "after" => Some(Side::After),
        _ => None,
    }
}

/// The stretch without such words and without what stands in brackets; `None` if there are none, or nothing is left.
pub(super) fn stripped(text: &str, span: Span) -> Option<Span> {
    let tokens: Vec<_> = tokens(span.of(text)).into_iter().take_while(|token| !token.is_mark("(")).collect();
    let (mut first, mut end) = (0, tokens.len());
    while let Some((Side::Before, length)) = WORDS.at(&tokens[first..end]) {
        first += length;
    }
    while end > first && matches!(WORDS.at(&tokens[end - 1..end]), Some((Side::After, 1))) {
        end -= 1;
    }
    let kept = tokens.get(first..end).filter(|kept| !kept.is_empty())?;
    let inner = kept.iter().map(|token| token.span).reduce(Span::to)?;
    let bare = Span::new(span.start + inner.start, span.start + inner.end);
    (bare != span).then_some(bare)
}
