//! Which of a text's skills are only welcome: "React is a plus".

use std::ops::Range;

use super::{
    passage::Passage,
    plain::listed,
    skills::Found,
    stance::{Stance, Stances},
};

/// For each skill whether it is one that is only welcome.
pub(super) fn welcome(passage: &Passage<'_>, stances: &Stances, found: &[Found]) -> Vec<bool> {
    let mut nice = vec![false; found.len()];
    for (_, cue) in stances.all().iter().filter(|(stance, _)| *stance == Stance::Nice) {
        let sentence = passage.sentence(cue.start);
        let heads = passage.tokens.get(cue.end).is_some_and(|next| next.is_mark(":") || next.is_mark("："));
        let clause = clause_with_brackets(passage, cue.start);
        let inside = |range: Range<usize>| {
            let first = found.partition_point(|(_, tokens)| tokens.start < range.start);
            let end = found.partition_point(|(_, tokens)| tokens.start < range.end);
            first..end.max(first)
        };
        let before = inside(clause.start..cue.start);
        let stops = |stance: &Stance| matches!(stance, Stance::Must | Stance::But | Stance::Not);
        if !heads && !before.is_empty() {
            // "React and Figma are a plus"
            let from =
                stances.within(&(clause.start..cue.start)).iter().rev().find(|(stance, _)| stops(stance));
            let from = from.map_or(clause.start, |(_, range)| range.end);
            before.filter(|at| found[*at].1.start >= from).for_each(|at| nice[at] = true);
            continue;
        }
        let after = inside(cue.end..sentence.end);
        let mut last_end = passage.clause(cue.end.min(passage.tokens.len().saturating_sub(1))).end;
        for at in after {
            let tokens = &found[at].1;
            let follows = at
                .checked_sub(1)
                .is_some_and(|before| nice[before] && listed(passage, found[before].1.end..tokens.start));
            if heads || tokens.start < last_end || follows {
                nice[at] = true;
                last_end = last_end.max(tokens.end);
            } else {
                break;
            }
        }
    }
    nice
}

/// The clause of a token; in brackets, with what stands before them: "Figma (optional)".
fn clause_with_brackets(passage: &Passage<'_>, at: usize) -> Range<usize> {
    let clause = passage.clause(at);
    let opened = clause
        .start
        .checked_sub(1)
        .filter(|before| passage.tokens[*before].is_mark("(") || passage.tokens[*before].is_mark("（"));
    match opened.and_then(|bracket| bracket.checked_sub(1)) {
        Some(before) => passage.clause(before).start..clause.end,
        None => clause,
    }
}
