//! What public freelance requests asked for, and what they asked for together.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

/// Counts by the name a request used.
pub(super) struct Evidence {
    /// Compact name to requests.
    requests: BTreeMap<String, u32>,
    pub(super) pairs: Vec<Pair>,
}

/// Two names asked for by the same requests.
pub(super) struct Pair {
    pub(super) one: String,
    pub(super) other: String,
    /// Requests that asked for both.
    pub(super) together: u32,
    /// How many times as often as by chance.
    pub(super) lift: f64,
}

impl Evidence {
    pub(super) fn read(shared: &Path) -> anyhow::Result<Self> {
        let requests = rows::<2>(&shared.join("observed-skills.tsv"))?;
        let requests =
            requests.into_iter().map(|[name, count]| Ok((bot_reading::text::compact(&name), count.parse()?)));
        let pairs = rows::<4>(&shared.join("observed-skill-pairs.tsv"))?.into_iter();
        let pairs = pairs.map(|[one, other, together, lift]| {
            Ok(Pair { one, other, together: together.parse()?, lift: lift.parse()? })
        });
        Ok(Self {
            requests: requests.collect::<anyhow::Result<_>>()?,
            pairs: pairs.collect::<anyhow::Result<_>>()?,
        })
    }

    /// Requests that used one of these compact names, each counted once a name.
    pub(super) fn seen<'s>(&self, compact: impl Iterator<Item = &'s str>) -> u32 {
        compact.filter_map(|name| self.requests.get(name)).sum()
    }
}

/// The rows after the head; lines of another form (there are none with a name in them) are left out.
fn rows<const N: usize>(path: &Path) -> anyhow::Result<Vec<[String; N]>> {
    let text = fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    let cells = text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    Ok(cells.filter_map(|row| row.try_into().ok()).collect())
}
