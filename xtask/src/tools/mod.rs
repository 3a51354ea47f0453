//! The programs that the suites need: found, installed, or asked for.

mod apt;
mod search;

use std::path::PathBuf;

pub(crate) use search::find;

/// A program (or, for PostgreSQL, the folder of its server programs).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Postgres,
    Chromium,
    Chromedriver,
}

impl Tool {
    /// How people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Postgres => "PostgreSQL's server programs (initdb, pg_ctl)",
            Self::Chromium => "Chromium",
            Self::Chromedriver => "chromedriver",
        }
    }

    fn debian_package(self) -> &'static str {
        match self {
            Self::Postgres => "postgresql",
            Self::Chromium => "chromium",
            Self::Chromedriver => "chromium-driver",
        }
    }
}

/// What was found of what is needed.
#[derive(Debug, Default)]
pub(crate) struct Found {
    tools: Vec<(Tool, PathBuf)>,
}

impl Found {
    /// Where `tool` is.
    pub(crate) fn path(&self, tool: Tool) -> Option<&PathBuf> {
        self.tools.iter().find(|(t, _)| *t == tool).map(|(_, path)| path)
    }

    /// Looks for `needed`, and with `install` installs what is missing and can be installed.
    pub(crate) fn prepare(needed: &[Tool], install: bool) -> anyhow::Result<Self> {
        let found = Self::look(needed);
        let missing = found.missing(needed);
        if missing.is_empty() || !install {
            return Ok(found);
        }
        apt::install(&missing.iter().map(|tool| tool.debian_package()).collect::<Vec<_>>())?;
        Ok(Self::look(needed))
    }

    /// Which of `needed` aren't there.
    pub(crate) fn missing(&self, needed: &[Tool]) -> Vec<Tool> {
        needed.iter().copied().filter(|tool| self.path(*tool).is_none()).collect()
    }

    fn look(needed: &[Tool]) -> Self {
        Self { tools: needed.iter().filter_map(|tool| Some((*tool, find(*tool)?))).collect() }
    }
}

/// What to type to get them, for someone whose machine lacks them.
pub(crate) fn how_to_get(missing: &[Tool]) -> String {
    let names: Vec<_> = missing.iter().map(|tool| tool.name()).collect();
    let packages: Vec<_> = missing.iter().map(|tool| tool.debian_package()).collect();
    format!("not found: {}; on Debian: apt-get install {}", names.join(", "), packages.join(" "))
}
