//! The test suites: their names, what they need and which tests belong to them.

use clap::ValueEnum;

use crate::tools::Tool;

/// A part of the tests that can be run by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Suite {
    /// rustfmt has nothing to change
    Fmt,
    /// Licences, bans and sources of dependencies, whenever Cargo.lock changed
    Deny,
    /// Clippy has nothing to say
    Clippy,
    /// The house rules: who knows whom, sizes, words
    Tidy,
    /// Every package's own tests but those of PostgreSQL alone
    Unit,
    /// The tests that run on PostgreSQL (`postgres` in their name)
    Storage,
    /// The built program, driven from outside
    Journeys,
    /// The journeys in a real browser (`browser` in their name)
    Browser,
}

/// Which tests of the workspace a suite is.
#[derive(Debug)]
pub(crate) struct Selection {
    /// As a nextest filter expression.
    pub(crate) nextest: &'static str,
    /// As arguments of `cargo test`.
    pub(crate) cargo_test: &'static [&'static str],
}

impl Suite {
    /// All of them, the quick ones first.
    pub(crate) const ALL: [Self; 8] = [
        Self::Fmt,
        Self::Deny,
        Self::Clippy,
        Self::Tidy,
        Self::Unit,
        Self::Storage,
        Self::Journeys,
        Self::Browser,
    ];

    /// The name on the command line and in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Deny => "deny",
            Self::Clippy => "clippy",
            Self::Tidy => "tidy",
            Self::Unit => "unit",
            Self::Storage => "storage",
            Self::Journeys => "journeys",
            Self::Browser => "browser",
        }
    }

    /// What it can't run without.
    pub(crate) fn needs(self) -> &'static [Tool] {
        match self {
            Self::Storage => &[Tool::Postgres],
            Self::Browser => &[Tool::Chromium, Tool::Chromedriver],
            _ => &[],
        }
    }

    /// Whether its tests look for a PostgreSQL server.
    pub(crate) fn uses_postgres(self) -> bool {
        matches!(self, Self::Unit | Self::Storage | Self::Journeys | Self::Browser)
    }

    /// The tests it consists of; none for the suites that only read the sources.
    pub(crate) fn selection(self) -> Option<Selection> {
        let (nextest, cargo_test): (_, &'static [_]) = match self {
            Self::Fmt | Self::Deny | Self::Clippy => return None,
            Self::Tidy => ("binary(tidy)", &["--test", "tidy"]),
            Self::Unit => (
                "not (kind(test) & package(guildhall)) - test(postgres)",
                &["--lib", "--bins", "--test", "it", "--", "--skip", "postgres"],
            ),
            Self::Storage => {
                ("test(postgres) - package(guildhall)", &["--lib", "--test", "it", "--", "postgres"])
            }
            Self::Journeys => (
                "kind(test) & package(guildhall) - binary(tidy) - test(browser)",
                &["--test", "journeys", "--test", "program", "--", "--skip", "browser"],
            ),
            Self::Browser => (
                "kind(test) & package(guildhall) - binary(tidy) & test(browser)",
                &["--test", "journeys", "--", "browser"],
            ),
        };
        Some(Selection { nextest, cargo_test })
    }
}
