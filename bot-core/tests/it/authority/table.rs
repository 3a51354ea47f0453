//! What is expected of authority, written by hand and read like a table.

/// One line: a verb, what it is done to, in which states, and by which roles. What no line allows is forbidden.
/// `*` stands for every state or every role that is in use; `leaving` must be named.
pub(crate) const ALLOWED: &str = "
ViewProfile    profile own           *                              *
ViewProfile    profile foreign       everyone-none everyone-match everyone-proposal matched-match matched-proposal hidden-proposal   *
EditProfile    account own           -                              *
ManageAccount  account own           -                              * leaving
Leave          account own           -                              * leaving
Link           account own           -                              *
Unlink         account own           -                              *
ViewLink       link own              *                              *
StopLink       link own              *                              *
Block          account foreign       -                              *
Report         account foreign       -                              *
Bookmark       account foreign       -                              *
ManageAlert    account own           -                              *

Search         nothing               -                              *
DraftRequest   nothing               -                              client both
RankRequests   nothing               -                              freelancer both

ViewRequest    request own           *                              *
EditRequest    request own           *                              *
CloseRequest   request own           *                              *
RankPeople     request own           *                              *
Bookmark       request own           *                              *
Report         request own           *                              *
ViewRequest    request foreign       open filled closed expired     *
Bookmark       request foreign       open filled closed expired     *
Report         request foreign       open filled closed expired     *
AnswerRequest  request foreign       open filled closed expired     freelancer both

ViewProposal   proposal sent-by-me   *                              *
EditProposal   proposal sent-by-me   *                              *
Report         proposal sent-by-me   *                              *
ViewProposal   proposal sent-to-me   sent accepted declined withdrawn lapsed   *
DecideProposal proposal sent-to-me   sent accepted declined withdrawn lapsed   *
Report         proposal sent-to-me   sent accepted declined withdrawn lapsed   *

ViewContract   contract as-client    active                         *
Report         contract as-client    active                         *
ViewContract   contract as-worker    active                         *
Report         contract as-worker    active                         *
";

/// The roles in use, as the table names them.
pub(crate) const ROLES: [&str; 4] = ["freelancer", "client", "both", "none"];

/// Whether the table allows `verb` on `thing` in `state` for `role`.
pub(crate) fn allows(verb: &str, thing: &str, state: &str, role: &str) -> bool {
    lines().any(|line| {
        let by_role = line.roles.contains(&role) || (line.roles.contains(&"*") && ROLES.contains(&role));
        let by_state = line.states.contains(&"*") || line.states.contains(&state);
        line.verb == verb && line.thing == thing && by_state && by_role
    })
}

struct Line {
    verb: &'static str,
    thing: String,
    states: Vec<&'static str>,
    roles: Vec<&'static str>,
}

fn lines() -> impl Iterator<Item = Line> {
    ALLOWED.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (thing, rest) = match words[1] {
            "nothing" => ("nothing".to_owned(), &words[2..]),
            _ => (format!("{} {}", words[1], words[2]), &words[3..]),
        };
        let is_role = |word: &&str| ROLES.contains(word) || *word == "leaving";
        // The first `*` stands for states where there are two, and the last for roles.
        let cut = rest
            .iter()
            .skip(1)
            .position(|word| *word == "*" || is_role(word))
            .map_or(rest.len(), |at| at + 1);
        Line { verb: words[0], thing, states: rest[..cut].to_vec(), roles: rest[cut..].to_vec() }
    })
}

#[test]
fn the_table_is_read_as_it_is_meant() {
    assert!(allows("ViewRequest", "request own", "draft", "none"));
    assert!(!allows("ViewRequest", "request foreign", "draft", "client"));
    assert!(allows("AnswerRequest", "request foreign", "open", "both"));
    assert!(!allows("AnswerRequest", "request foreign", "open", "client"));
    assert!(allows("ManageAccount", "account own", "-", "leaving"));
    assert!(!allows("EditProfile", "account own", "-", "leaving"));
    assert!(allows("DraftRequest", "nothing", "-", "client"));
}
