//! What public vocabularies call our skills: ESCO and GitHub Linguist.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::sources::{rows, several};

/// A concept of ESCO.
#[derive(Deserialize)]
struct Concept {
    label: String,
    #[serde(rename = "altLabel")]
    alternatives: Vec<String>,
}

/// Slug to the names taken over, which each source really has.
pub(super) fn names(ours: &Path, shared: &Path) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let path = shared.join("esco-ict-skills.json");
    let text = fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))?;
    let concepts: Vec<Concept> = serde_json::from_str(&text)?;
    let concepts: BTreeMap<&str, &[String]> =
        concepts.iter().map(|concept| (concept.label.as_str(), concept.alternatives.as_slice())).collect();
    let mut taken: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for [slug, concept, names] in rows::<3>(&ours.join("esco.tsv"))? {
        let known =
            concepts.get(concept.as_str()).with_context(|| format!("ESCO has no concept {concept}"))?;
        for name in several(&names) {
            let has = known.iter().any(|known| known.eq_ignore_ascii_case(&name));
            ensure!(has, "ESCO doesn't call {concept} {name}");
            taken.entry(slug.clone()).or_default().push(name);
        }
    }
    for [slug, _, names] in rows::<3>(&ours.join("linguist.tsv"))? {
        taken.entry(slug).or_default().extend(several(&names));
    }
    Ok(taken)
}
