//! The tables written by hand, in config/data/sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, anyhow, ensure};

/// One row of skills.tsv.
pub(super) struct Skill {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) category: String,
    /// Slugs of what whoever has this skill has in part.
    pub(super) broader: Vec<String>,
    pub(super) aliases: Vec<String>,
}

/// Skills that can stand in for each other in part.
pub(super) struct Group {
    pub(super) weight: f64,
    pub(super) slugs: Vec<String>,
}

/// What we know of skills ourselves.
pub(super) struct Sources {
    pub(super) skills: Vec<Skill>,
    /// Slug to names in other languages.
    pub(super) names: BTreeMap<String, Vec<String>>,
    pub(super) groups: Vec<Group>,
}

impl Sources {
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let skills = rows::<5>(&folder.join("skills.tsv"))?.into_iter().map(
            |[slug, name, category, broader, aliases]| Skill {
                slug,
                name,
                category,
                broader: several(&broader),
                aliases: several(&aliases),
            },
        );
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for [slug, languages @ ..] in rows::<10>(&folder.join("skill_names.tsv"))? {
            names.entry(slug).or_default().extend(languages.iter().flat_map(|cell| several(cell)));
        }
        let groups = rows::<2>(&folder.join("skill_groups.tsv"))?.into_iter().map(|[weight, slugs]| {
            let weight: f64 = weight.parse().with_context(|| format!("no weight: {weight}"))?;
            ensure!(weight > 0.0 && weight < 1.0, "a weight lies between 0 and 1, not {weight}");
            Ok(Group { weight, slugs: several(&slugs) })
        });
        Ok(Self { skills: skills.collect(), names, groups: groups.collect::<anyhow::Result<_>>()? })
    }
}

/// The rows of a table, all with the same number of cells; `#` lines are comments.
pub(super) fn rows<const N: usize>(path: &Path) -> anyhow::Result<Vec<[String; N]>> {
    let text = fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(number, line)| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let found = cells.len();
            cells
                .try_into()
                .map_err(|_| anyhow!("{}:{number}: {found} columns instead of {N}", path.display()))
        })
        .collect()
}

/// The parts of a cell that holds several values.
pub(super) fn several(cell: &str) -> Vec<String> {
    cell.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
