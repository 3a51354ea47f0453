//! The dashboard of `deploy/` asks for metrics that the program records.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOMS: [&str; 5] = ["src", "bot-core/src", "discord/src", "telegram/src", "web-auth/src"];

#[test]
fn every_metric_of_the_dashboard_is_recorded_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("deploy/grafana.json")).expect("the dashboard");
    serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    let asked: BTreeSet<&str> = text
        .split(|letter: char| !(letter.is_ascii_lowercase() || letter == '_'))
        .filter(|word| word.starts_with("guildhall_") || word.starts_with("discord_"))
        .map(|word| word.trim_end_matches("_bucket"))
        .collect();
    assert!(asked.len() > 8, "only {asked:?}");
    let mut sources = String::new();
    for room in ROOMS {
        read(&root.join(room), &mut sources);
    }
    let recorded = |metric: &str| {
        let queue = metric.strip_prefix("guildhall_").and_then(|rest| rest.strip_suffix("_backlog"));
        match queue {
            Some(queue) => {
                sources.contains("guildhall_{}_backlog") && sources.contains(&format!("= \"{queue}\""))
            }
            None => sources.contains(&format!("\"{metric}\"")),
        }
    };
    let lost: Vec<_> = asked.into_iter().filter(|metric| !recorded(metric)).collect();
    assert!(lost.is_empty(), "nothing records {lost:?}");
}

fn read(folder: &Path, sources: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            sources.push_str(&fs::read_to_string(&path).expect("a source"));
        }
    }
}
