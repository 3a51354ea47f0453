//! The words of places and ranges, from `config/data/reading/workplace.tsv`.

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Remote,
    OnSite,
    Hybrid,
    /// "in", "near"
    At,
    Km,
    Mile,
    Hour,
    /// "±"
    GiveOrTake,
    Of,
    Range,
}

pub(super) static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/workplace.tsv"));
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

fn meaning(name: &str) -> Option<Word> {
    Some(match name {
        "remote" => Word::Remote,
        "on-site" => Word::OnSite,
        "hybrid" => Word::Hybrid,
        "at" => Word::At,
        "km" => Word::Km,
        "mile" => Word::Mile,
        "hour" => Word::Hour,
        "give-or-take" => Word::GiveOrTake,
        "of" => Word::Of,
        "range" => Word::Range,
        _ => return None,
    })
}
