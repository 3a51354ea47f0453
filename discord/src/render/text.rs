//! Text as Discord's markdown, a member's words escaped last.

use bot_core::domain::words::readable;
use bot_core::ui::text::{Span, Text, TimeStyle, person};

use super::commands::CommandIds;
use super::escape::{Author, Line, escape_into};

/// `text` on one line: a line break in it becomes a blank.
pub(super) fn one_line(text: &Text, ids: &CommandIds) -> String {
    let mut writer = Writer { out: String::new(), line: Line::Start, ids, breaks: false };
    writer.text(text);
    writer.out
}

/// `text` with the line breaks it has.
pub(super) fn lines(text: &Text, ids: &CommandIds) -> String {
    let mut writer = Writer { out: String::new(), line: Line::Start, ids, breaks: true };
    writer.text(text);
    writer.out
}

struct Writer<'a> {
    out: String,
    line: Line,
    ids: &'a CommandIds,
    breaks: bool,
}

impl Writer<'_> {
    fn text(&mut self, text: &Text) {
        for span in &text.0 {
            self.span(span);
        }
    }

    fn span(&mut self, span: &Span) {
        match span {
            Span::Plain(words) => self.words(words, Author::Us),
            Span::Strong(words) => self.strong(words),
            Span::Untrusted(words) => self.words(words, Author::Member),
            Span::Time { at, style, .. } => {
                let style = match style {
                    TimeStyle::Date => 'D',
                    TimeStyle::DateTime => 'f',
                    TimeStyle::Relative => 'R',
                };
                self.markup(&format!("<t:{}:{style}>", at.seconds()));
            }
            Span::Money { shown, .. } => self.words(shown, Author::Us),
            Span::Person { name, handle, platform } => {
                self.words(&person(name, handle.as_deref(), *platform), Author::Member);
            }
            Span::Command { path } => match self.ids.of(path) {
                Some(id) => self.markup(&format!("</{path}:{id}>")),
                None => self.words(&format!("/{path}"), Author::Us),
            },
        }
    }

    fn strong(&mut self, words: &str) {
        if words.trim().is_empty() {
            return self.words(words, Author::Us);
        }
        self.out.push_str("**");
        self.words(words, Author::Us);
        self.out.push_str("**");
        self.line = Line::Inside;
    }

    fn words(&mut self, words: &str, author: Author) {
        if self.breaks {
            self.line = escape_into(&mut self.out, words, author, self.line);
        } else {
            let words = readable(words);
            let joined = words.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
            self.line = escape_into(&mut self.out, &joined, author, self.line);
        }
    }

    fn markup(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.line = Line::Inside;
    }
}

#[cfg(test)]
mod tests {
    use bot_core::domain::identity::Platform;
    use bot_core::domain::time::Timestamp;

    use super::*;

    #[test]
    fn spans_become_markdown_and_a_members_words_do_not() {
        let ids = CommandIds::default();
        ids.learn([("request".to_owned(), 77)]);
        let text = Text(vec![
            Span::Strong("Title".to_owned()),
            Span::Plain(": ".to_owned()),
            Span::Untrusted("**free** money".to_owned()),
            Span::Plain(" until ".to_owned()),
            Span::Time {
                at: Timestamp::from_millis(1_765_807_500_000),
                style: TimeStyle::Relative,
                shown: "in 3 days".to_owned(),
            },
            Span::Plain(" by ".to_owned()),
            Span::Person {
                name: "Ana".to_owned(),
                handle: Some("ana_p".to_owned()),
                platform: Platform::Telegram,
            },
            Span::Plain(" with ".to_owned()),
            Span::Command { path: "request post".to_owned() },
            Span::Plain(" or ".to_owned()),
            Span::Command { path: "find work".to_owned() },
        ]);
        assert_eq!(
            one_line(&text, &ids),
            "**Title**: \\*\\*free\\*\\* money until <t:1765807500:R> by Ana (@ana\\_p, Telegram) \
             with </request post:77> or /find work"
        );
    }

    #[test]
    fn a_heading_stays_on_its_line() {
        let text = Text::untrusted("one\n# two");
        assert_eq!(one_line(&text, &CommandIds::default()), "one # two");
        assert_eq!(lines(&text, &CommandIds::default()), "one\n\\# two");
    }
}
