//! skill_relations.tsv: how much one skill counts where another is asked for.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, ensure};

use super::evidence::{Evidence, Pair};
use super::skills::Table;
use super::sources::Sources;

const HEAD: &str = "\
# How much a skill counts where another one is asked for. Columns: asked, has, weight, why.
# asked, has  slugs of skills.tsv
# weight      0 to 1; having the skill itself would be 1
# why         narrower: it is a part or a tool of what is asked for; narrower-still: a part of a part;
#             broader: what is asked for is a part of it; alike: one can stand in for the other;
#             together: public requests ask for both more often than chance would have it; several joined by +
# Made by `cargo xtask gen vocabulary` from sources/ and the counts of pairs in public freelance requests; see docs/data.md.
";

const NARROWER: f64 = 0.7;
const NARROWER_STILL: f64 = 0.45;
const BROADER: f64 = 0.35;
/// What being asked for together is worth at most.
const TOGETHER: f64 = 0.2;
/// Added where tables and requests agree.
const AGREEMENT: f64 = 0.05;
/// Fewer requests are no evidence.
const ENOUGH_REQUESTS: u32 = 8;
/// Less is hardly more than chance.
const ENOUGH_LIFT: f64 = 2.0;

/// Asked and had, to weight and reasons.
type Relations<'s> = BTreeMap<(&'s str, &'s str), (f64, Vec<&'static str>)>;

pub(super) fn text(sources: &Sources, table: &Table<'_>, evidence: &Evidence) -> anyhow::Result<String> {
    let order: BTreeMap<&str, usize> = table.slugs().zip(0..).collect();
    let mut relations = Relations::new();
    hierarchy(&mut relations, sources, &order)?;
    for group in &sources.groups {
        for one in &group.slugs {
            ensure!(order.contains_key(one.as_str()), "{one} in a group is no skill");
            for other in group.slugs.iter().filter(|other| *other != one) {
                relate(&mut relations, one, other, group.weight, "alike");
            }
        }
    }
    for pair in &evidence.pairs {
        together(&mut relations, table, pair);
    }
    let mut rows: Vec<_> = relations.into_iter().collect();
    rows.sort_by(|(one, (heavier, _)), (other, (lighter, _))| {
        order[one.0]
            .cmp(&order[other.0])
            .then(lighter.total_cmp(heavier))
            .then(order[one.1].cmp(&order[other.1]))
    });
    let mut text = HEAD.to_owned();
    for ((asked, has), (weight, why)) in rows {
        writeln!(text, "{asked}\t{has}\t{weight:.2}\t{}", why.join("+"))?;
    }
    Ok(text)
}

fn hierarchy<'s>(
    relations: &mut Relations<'s>,
    sources: &'s Sources,
    order: &BTreeMap<&str, usize>,
) -> anyhow::Result<()> {
    let broader: BTreeMap<&str, &[String]> =
        sources.skills.iter().map(|skill| (skill.slug.as_str(), skill.broader.as_slice())).collect();
    for skill in &sources.skills {
        for parent in &skill.broader {
            ensure!(
                order.contains_key(parent.as_str()),
                "{parent}, broader than {}, is no skill",
                skill.slug
            );
            relate(relations, parent, &skill.slug, NARROWER, "narrower");
            relate(relations, &skill.slug, parent, BROADER, "broader");
        }
    }
    for skill in &sources.skills {
        for parent in &skill.broader {
            let grandparents = broader.get(parent.as_str()).context("parents were looked up above")?;
            for grandparent in grandparents.iter().filter(|slug| **slug != skill.slug) {
                relate(relations, grandparent, &skill.slug, NARROWER_STILL, "narrower-still");
            }
        }
    }
    Ok(())
}

/// Keeps the heavier weight, and its reason.
fn relate<'s>(relations: &mut Relations<'s>, asked: &'s str, has: &'s str, weight: f64, why: &'static str) {
    let (known, reasons) = relations.entry((asked, has)).or_default();
    if weight > *known {
        *known = weight;
        *reasons = vec![why];
    }
}

fn together<'s>(relations: &mut Relations<'s>, table: &'s Table<'_>, pair: &Pair) {
    let (Some(one), Some(other)) = (table.slug(&pair.one), table.slug(&pair.other)) else { return };
    if one == other || pair.together < ENOUGH_REQUESTS || pair.lift < ENOUGH_LIFT {
        return;
    }
    let weight = (pair.lift.log2() / 12.0).min(TOGETHER);
    for key in [(one, other), (other, one)] {
        let (known, reasons) = relations.entry(key).or_default();
        match reasons.as_slice() {
            [] => reasons.push("together"),
            // another pair of names of the same two skills
            [.., "together"] => {}
            _ => {
                *known += AGREEMENT;
                reasons.push("together");
            }
        }
        *known = known.max(weight);
    }
}
