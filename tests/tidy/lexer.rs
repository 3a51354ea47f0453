//! Rust text cut into words, signs and string literals; comments kept apart.
//!
//! Only as much of the language as the rules need: a rule that looks for `sqlx` must not trip over the word in a
//! comment, and one that reads sentences must see nothing else.

/// A piece of Rust text and the line (from 1) it starts on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word(String),
    /// `::`
    PathSep,
    /// Any other single sign.
    Sign(char),
    /// The inside of a string literal, escapes as written.
    Text(String),
    /// A comment, with its slashes.
    Comment(String),
}

impl Token {
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(w) if w == word)
    }

    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Everything but the comments.
pub(crate) fn code(text: &str) -> Vec<Token> {
    tokens(text).into_iter().filter(|t| !matches!(t.kind, Kind::Comment(_))).collect()
}

/// All pieces in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { chars: text.chars().collect(), at: 0, line: 1, tokens: Vec::new() };
    while lexer.at < lexer.chars.len() {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Lexer {
    fn step(&mut self) {
        let line = self.line;
        let c = self.chars[self.at];
        match c {
            '/' if self.ahead(1) == Some('/') => {
                let comment = self.take_while(|c| c != '\n');
                self.push(line, Kind::Comment(comment));
            }
            '/' if self.ahead(1) == Some('*') => self.block_comment(line),
            '"' => self.text(line),
            '\'' => self.quote(),
            ':' if self.ahead(1) == Some(':') => {
                self.skip(2);
                self.push(line, Kind::PathSep);
            }
            c if c.is_alphanumeric() || c == '_' => self.word(line),
            c => {
                self.skip(1);
                if !c.is_whitespace() {
                    self.push(line, Kind::Sign(c));
                }
            }
        }
    }

    fn word(&mut self, line: usize) {
        let word = self.take_while(|c| c.is_alphanumeric() || c == '_');
        let hashes = self.chars[self.at..].iter().take_while(|c| **c == '#').count();
        let opens_text = self.ahead(hashes) == Some('"');
        match word.as_str() {
            "r" | "br" | "cr" if opens_text => self.raw_text(line, hashes),
            "b" | "c" if opens_text && hashes == 0 => self.text(line),
            "b" if self.ahead(0) == Some('\'') => self.quote(),
            // r#type: the name is what follows
            "r" if hashes == 1 => self.skip(1),
            _ => self.push(line, Kind::Word(word)),
        }
    }

    fn text(&mut self, line: usize) {
        self.skip(1);
        let mut inside = String::new();
        while let Some(c) = self.ahead(0) {
            self.skip(1);
            match c {
                '"' => break,
                '\\' => {
                    inside.push(c);
                    if let Some(escaped) = self.ahead(0) {
                        inside.push(escaped);
                        self.skip(1);
                    }
                }
                c => inside.push(c),
            }
        }
        self.push(line, Kind::Text(inside));
    }

    fn raw_text(&mut self, line: usize, hashes: usize) {
        self.skip(hashes + 1);
        let mut inside = String::new();
        while let Some(c) = self.ahead(0) {
            if c == '"' && (1..=hashes).all(|n| self.ahead(n) == Some('#')) {
                self.skip(hashes + 1);
                break;
            }
            inside.push(c);
            self.skip(1);
        }
        self.push(line, Kind::Text(inside));
    }

    /// A character literal, or the tick of a lifetime; neither matters to a rule.
    fn quote(&mut self) {
        match (self.ahead(1), self.ahead(2)) {
            (Some('\\'), _) => {
                self.skip(3);
                self.take_while(|c| c != '\'');
                self.skip(1);
            }
            (Some(_), Some('\'')) => self.skip(3),
            _ => {
                self.skip(1);
                self.take_while(|c| c.is_alphanumeric() || c == '_');
            }
        }
    }

    fn block_comment(&mut self, line: usize) {
        let mut depth = 0_usize;
        let mut comment = String::new();
        while let Some(c) = self.ahead(0) {
            let pair = (c, self.ahead(1));
            let width = if matches!(pair, ('/', Some('*')) | ('*', Some('/'))) { 2 } else { 1 };
            comment.extend(&self.chars[self.at..self.at + width]);
            self.skip(width);
            match pair {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        self.push(line, Kind::Comment(comment));
    }

    fn ahead(&self, by: usize) -> Option<char> {
        self.chars.get(self.at + by).copied()
    }

    fn skip(&mut self, count: usize) {
        let end = (self.at + count).min(self.chars.len());
        self.line += self.chars[self.at..end].iter().filter(|c| **c == '\n').count();
        self.at = end;
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let taken: String = self.chars[self.at..].iter().copied().take_while(|c| wanted(*c)).collect();
        self.skip(taken.chars().count());
        taken
    }

    fn push(&mut self, line: usize, kind: Kind) {
        self.tokens.push(Token { line, kind });
    }
}

#[test]
fn text_and_comments_are_told_apart_from_code() {
    let words: Vec<_> =
        tokens("let a = \"x \\\" // y\"; // z\nlet b: &'static str = r#\"q\"w\"#; let c = '\"';")
            .into_iter()
            .filter(|t| !matches!(t.kind, Kind::Sign(_) | Kind::Word(_)))
            .map(|t| (t.line, t.kind))
            .collect();
    let expected = [
        (1, Kind::Text("x \\\" // y".into())),
        (1, Kind::Comment("// z".into())),
        (2, Kind::Text("q\"w".into())),
    ];
    assert_eq!(words, expected);
}
