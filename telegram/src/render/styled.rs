//! Styled text: runs of words that are cut to size first and become HTML last.

use teloxide::utils::html::escape;

/// How a run's letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
    Italic,
}

/// What a run stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// The message itself.
    Page,
    /// A quotation.
    Quote,
    /// A quotation that Telegram shows folded until it is tapped.
    Folded,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    words: String,
    weight: Weight,
    frame: Frame,
}

/// Text whose words are raw: nothing is escaped before [`Styled::html`], so no words can be taken for markup and no
/// cut can leave a tag open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Styled(Vec<Run>);

impl Styled {
    pub(super) fn push(&mut self, words: impl Into<String>, weight: Weight, frame: Frame) {
        let words = words.into();
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if last.weight == weight && last.frame == frame => last.words.push_str(&words),
            _ => self.0.push(Run { words, weight, frame }),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone.
    pub(super) fn words(&self) -> String {
        self.0.iter().map(|run| run.words.as_str()).collect()
    }

    /// This text in parts of at most `max` UTF-16 units each, cut between paragraphs, lines or words where that is
    /// possible. Blank space around a cut is dropped, as Telegram does at a message's ends.
    pub(super) fn parts(self, max: usize) -> Vec<Self> {
        let mut rest = self;
        let mut parts = Vec::new();
        loop {
            let words = rest.words();
            let Some(cut) = cut(&words, max) else {
                parts.push(rest);
                return parts;
            };
            let blank = words[cut..].len() - words[cut..].trim_start().len();
            let (mut part, tail) = rest.split(cut);
            part.trim_end();
            parts.push(part);
            rest = tail.split(blank).1;
        }
    }

    fn split(self, at: usize) -> (Self, Self) {
        let (mut head, mut tail) = (Self::default(), Self::default());
        let mut left = at;
        for run in self.0 {
            let (before, after) = run.words.split_at(left.min(run.words.len()));
            left -= before.len();
            head.push(before, run.weight, run.frame);
            tail.push(after, run.weight, run.frame);
        }
        (head, tail)
    }

    fn trim_end(&mut self) {
        while let Some(last) = self.0.last_mut() {
            last.words.truncate(last.words.trim_end().len());
            if !last.words.is_empty() {
                return;
            }
            self.0.pop();
        }
    }

    /// The text as Telegram's HTML.
    pub(super) fn html(&self) -> String {
        let mut html = String::new();
        for group in self.0.chunk_by(|one, other| one.frame == other.frame) {
            let (open, close) = match group.first().map_or(Frame::Page, |run| run.frame) {
                Frame::Page => ("", ""),
                Frame::Quote => ("<blockquote>", "</blockquote>"),
                Frame::Folded => ("<blockquote expandable>", "</blockquote>"),
            };
            html.push_str(open);
            for run in group {
                let (open, close) = match run.weight {
                    Weight::Regular => ("", ""),
                    Weight::Bold => ("<b>", "</b>"),
                    Weight::Italic => ("<i>", "</i>"),
                };
                html.push_str(open);
                html.push_str(&escape(&run.words));
                html.push_str(close);
            }
            html.push_str(close);
        }
        html
    }
}

/// Where to cut `words` so that the first piece has at most `max` UTF-16 units; `None` when all of it fits.
fn cut(words: &str, max: usize) -> Option<usize> {
    let mut units = 0;
    let (mut paragraph, mut line, mut word) = (0, 0, 0);
    for (at, character) in words.char_indices() {
        units += character.len_utf16();
        if units > max {
            // A boundary near the beginning would leave an almost empty message.
            let near_end = |boundary: usize| boundary * 2 > at;
            let boundaries = [paragraph, line, word];
            return Some(boundaries.into_iter().find(|boundary| near_end(*boundary)).unwrap_or(at));
        }
        let end = at + character.len_utf8();
        if character == '\n' {
            if words[..at].ends_with('\n') {
                paragraph = end;
            }
            line = end;
        } else if character.is_whitespace() {
            word = end;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::parsed::read_back;

    fn plain(words: &str) -> Styled {
        let mut text = Styled::default();
        text.push(words, Weight::Regular, Frame::Page);
        text
    }

    #[test]
    fn a_long_text_is_cut_between_paragraphs() {
        let parts = plain(&format!("{}\n\n{}", "a".repeat(60), "b".repeat(60))).parts(100);
        let words: Vec<String> = parts.iter().map(Styled::words).collect();
        assert_eq!(words, ["a".repeat(60), "b".repeat(60)]);
    }

    #[test]
    fn a_cut_inside_a_quotation_leaves_a_quotation_on_both_sides() {
        let mut text = plain("Before\n");
        text.push("word ".repeat(40), Weight::Bold, Frame::Folded);
        for part in text.parts(100) {
            let html = part.html();
            assert!(html.contains("<blockquote expandable><b>word"), "{html}");
            assert!(html.ends_with("</b></blockquote>"), "{html}");
        }
    }

    proptest! {
        #[test]
        fn any_words_read_back_as_themselves(words in any::<String>(), bold in any::<bool>()) {
            let mut text = Styled::default();
            text.push(words.clone(), if bold { Weight::Bold } else { Weight::Regular }, Frame::Quote);
            prop_assert_eq!(read_back(&text.html()), Ok(words));
        }

        #[test]
        fn no_part_is_too_long_and_no_word_is_lost(words in "[a-z😀<& \n]{0,400}", max in 2_usize..60) {
            let parts = plain(&words).parts(max);
            let mut kept = String::new();
            for part in &parts {
                prop_assert!(part.words().encode_utf16().count() <= max);
                prop_assert!(read_back(&part.html()).is_ok());
                kept.push_str(&part.words());
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&kept), bare(&words));
        }
    }
}
