//! Every SQL text stands in a list, so that the test of both engines sees it.

use crate::files::{self, Source, expect_none};
use crate::lexer::{self, Kind, Token};

const STORAGE: &str = "bot-core/src/storage";

#[test]
fn every_file_of_statements_is_in_the_list() {
    let sources = storage();
    let list = sources
        .iter()
        .find(|s| s.text.contains("pub fn all_statements("))
        .expect("storage has all_statements");
    let listed: Vec<_> = lexer::code(&list.text).into_iter().map(|t| t.kind).collect();
    let declaring = sources.iter().filter(|s| declares(&lexer::code(&s.text)));
    let missing = declaring.filter(|s| !listed.contains(&Kind::Text(name_of(s).to_owned())));
    let faults: Vec<_> =
        missing.map(|s| format!("{}: not in all_statements of {}", s.path, list.path)).collect();
    expect_none(
        "Add the file's STATEMENTS there: an SQL text that no test prepares breaks on one engine only.",
        &faults,
    );
}

#[test]
fn no_statement_is_written_in_passing() {
    let mut faults = Vec::new();
    for source in storage().iter().filter(|s| s.name() != "open.rs") {
        let tokens = lexer::code(&source.text);
        let sql = tokens.iter().enumerate().filter(|(n, t)| is_sql(t) && is_given_to_sqlx(&tokens[..*n]));
        faults.extend(sql.map(|(_, t)| source.at(t.line)));
    }
    expect_none(
        "Name the text in the file's `statements!` and pass the name, so that it is run on both engines.",
        &faults,
    );
}

fn storage() -> Vec<Source> {
    let mut sources = files::rust();
    sources.retain(|s| s.is_in(STORAGE));
    sources
}

/// `profiles/skills` for profiles/skills.rs, `profiles` for profiles/mod.rs.
fn name_of(source: &Source) -> &str {
    let inside = source.path.strip_prefix(STORAGE).unwrap_or_default().trim_start_matches('/');
    inside.trim_end_matches(".rs").trim_end_matches("/mod")
}

fn declares(tokens: &[Token]) -> bool {
    let lists = |token: &Token| token.is_word("statements") || token.is_word("queue");
    tokens.windows(3).any(|w| lists(&w[0]) && w[1].is_sign('!') && w[2].is_sign('{'))
}

fn is_sql(token: &Token) -> bool {
    let Kind::Text(text) = &token.kind else { return false };
    let first = text.split_whitespace().next().unwrap_or_default();
    matches!(first, "SELECT" | "INSERT" | "UPDATE" | "DELETE" | "WITH")
}

/// Whether the tokens end in `query(`, `query_as(` and the like.
fn is_given_to_sqlx(before: &[Token]) -> bool {
    match before {
        [.., name, open] if open.is_sign('(') => {
            matches!(&name.kind, Kind::Word(word) if word.starts_with("query") || word == "raw_sql")
        }
        _ => false,
    }
}
