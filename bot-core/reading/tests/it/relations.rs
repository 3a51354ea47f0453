//! How skills relate.

use bot_reading::skills::{Relations, Vocabulary};

#[test]
fn a_part_counts_for_more_than_the_whole_and_both_for_less_than_the_skill_itself() {
    let relations = Relations::embedded();
    let exact = relations.weight("javascript", "javascript");
    let part = relations.weight("javascript", "react");
    let whole = relations.weight("react", "javascript");
    assert!(exact > part && part > whole && whole > 0.0, "{exact} {part} {whole}");
}

#[test]
fn what_can_stand_in_counts_both_ways() {
    let relations = Relations::embedded();
    for (one, other) in [("figma", "sketch"), ("react", "vue-js"), ("premiere-pro", "davinci-resolve")] {
        assert!(relations.weight(one, other) >= 0.4, "{one} {other}");
        assert!(relations.weight(other, one) >= 0.4, "{other} {one}");
    }
}

#[test]
fn what_is_unrelated_or_unknown_counts_nothing() {
    let relations = Relations::embedded();
    assert!(relations.weight("react", "plumbing") <= 0.0);
    assert!(relations.weight("react", "no-such-skill") <= 0.0);
    assert_eq!(relations.related("no-such-skill").count(), 0);
}

#[test]
fn the_heaviest_come_first_and_none_is_the_skill_itself() {
    let relations = Relations::embedded();
    for skill in Vocabulary::embedded().skills() {
        let related: Vec<(&str, f32)> = relations.related(&skill.slug).collect();
        assert!(related.is_sorted_by(|(_, one), (_, next)| one >= next), "{}", skill.slug);
        assert!(related.iter().all(|(slug, weight)| *slug != &*skill.slug && *weight > 0.0 && *weight < 1.0));
    }
}

#[test]
fn a_table_with_a_mistake_says_where() {
    let mistake =
        |table| Relations::parse(table, Vocabulary::embedded()).err().map(|error| error.to_string());
    assert_eq!(mistake("react\tjavascript\t0.5\tbroader"), None);
    assert_eq!(mistake("# head\nreact\tnothing\t0.5\talike").as_deref(), Some("line 2: no skill: nothing"));
    assert_eq!(
        mistake("react\tjavascript\t1.5\talike").as_deref(),
        Some("line 1: a weight lies between 0 and 1, not 1.5")
    );
}
