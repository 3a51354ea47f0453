//! Running suites one after the other, and what came of each.

use std::process::Command;
use std::time::Instant;
use std::{env, io};

use crate::counts;
use crate::deny;
use crate::postgres::Server;
use crate::process::{self, Finished};
use crate::report::{Outcome, Report, Row};
use crate::suite::{Selection, Suite};
use crate::tools::{self, Found, Tool};
use crate::workspace::{self, cargo};

const POSTGRES: &str = "GUILDHALL_TEST_POSTGRES";

/// What to run and how.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) suites: Vec<Suite>,
    /// Install missing tools where we may.
    pub(crate) install: bool,
    /// Run the heavy claims at full size.
    pub(crate) full_scale: bool,
}

/// Runs the suites and prints the table; whether all that had to pass passed.
pub(crate) fn run(options: &Options) -> anyhow::Result<bool> {
    let mut runner = Runner::prepare(options)?;
    let mut report = Report::default();
    if options.suites.iter().any(|suite| suite.selection().is_some()) {
        report.push(timed("build", || runner.build())?);
    }
    for suite in &options.suites {
        println!("\n== {} ==", suite.name());
        report.push(timed(suite.name(), || runner.suite(*suite))?);
    }
    drop(runner);
    println!("\n{report}");
    Ok(report.passed(workspace::is_ci()))
}

fn timed(name: &'static str, work: impl FnOnce() -> anyhow::Result<Outcome>) -> anyhow::Result<Row> {
    let start = Instant::now();
    let outcome = work()?;
    Ok(Row { name, outcome, taken: start.elapsed() })
}

struct Runner<'a> {
    options: &'a Options,
    found: Found,
    nextest: bool,
    server: Option<Server>,
}

impl<'a> Runner<'a> {
    fn prepare(options: &'a Options) -> anyhow::Result<Self> {
        let mut needed: Vec<Tool> = options.suites.iter().flat_map(|suite| suite.needs()).copied().collect();
        if options.suites.iter().any(|suite| suite.uses_postgres()) && !needed.contains(&Tool::Postgres) {
            needed.push(Tool::Postgres);
        }
        let found = Found::prepare(&needed, options.install)?;
        let nextest = process::capture(cargo().args(["nextest", "--version"])).is_ok();
        Ok(Self { options, found, nextest, server: None })
    }

    /// Compiles all tests in one go and in one set of features, so that no suite waits for the compiler.
    fn build(&self) -> anyhow::Result<Outcome> {
        let arguments: &[&str] =
            if self.nextest { &["nextest", "run", "--no-run"] } else { &["test", "--no-run"] };
        Ok(verdict(&process::stream(coloured(cargo().args(arguments).arg("--workspace")))?, None))
    }

    fn suite(&mut self, suite: Suite) -> anyhow::Result<Outcome> {
        match suite {
            Suite::Fmt => Ok(verdict(&process::stream(cargo().args(["fmt", "--all", "--check"]))?, None)),
            Suite::Clippy => {
                let mut clippy = cargo();
                clippy.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
                Ok(verdict(&process::stream(coloured(&mut clippy))?, None))
            }
            Suite::Deny => deny::check(self.options.full_scale, self.options.install),
            Suite::Tidy | Suite::Unit | Suite::Storage | Suite::Journeys | Suite::Browser => {
                self.tests(suite)
            }
        }
    }

    fn tests(&mut self, suite: Suite) -> anyhow::Result<Outcome> {
        let given = env::var_os(POSTGRES).is_some();
        let mut missing = self.found.missing(suite.needs());
        missing.retain(|tool| !(given && *tool == Tool::Postgres));
        if !missing.is_empty() {
            return Ok(Outcome::Skipped(tools::how_to_get(&missing)));
        }
        let Some(selection) = suite.selection() else {
            return Ok(Outcome::Skipped("it holds no tests".into()));
        };
        if suite.uses_postgres() && !given {
            self.start_server()?;
        }
        let mut command = self.test_command(&selection);
        self.environment(&mut command);
        let finished = process::stream(coloured(&mut command))?;
        let tests = counts::tests(&finished.output);
        Ok(verdict(&finished, Some(tests)))
    }

    fn start_server(&mut self) -> anyhow::Result<()> {
        if let (None, Some(programs)) = (&self.server, self.found.path(Tool::Postgres)) {
            let server = Server::start(programs)?;
            println!("PostgreSQL of {} at {}", programs.display(), server.url());
            self.server = Some(server);
        }
        Ok(())
    }

    fn test_command(&self, selection: &Selection) -> Command {
        let mut command = cargo();
        if self.nextest {
            let profile = if self.options.full_scale { "soak" } else { "default" };
            command.args(["nextest", "run", "--workspace", "--no-tests", "pass", "--profile", profile]);
            command.args(["-E", selection.nextest]);
        } else {
            command.args(["test", "--workspace", "--no-fail-fast"]).args(selection.cargo_test);
        }
        command
    }

    fn environment(&self, command: &mut Command) {
        command.env("GUILDHALL_SCALE", if self.options.full_scale { "full" } else { "small" });
        if let Some(server) = &self.server {
            command.env(POSTGRES, server.url());
        }
        for (tool, variable) in
            [(Tool::Chromium, "GUILDHALL_TEST_CHROMIUM"), (Tool::Chromedriver, "GUILDHALL_TEST_CHROMEDRIVER")]
        {
            if let Some(path) = self.found.path(tool) {
                command.env(variable, path);
            }
        }
    }
}

/// A suite whose tests all vanished has not passed: a renamed binary would go unnoticed.
fn verdict(finished: &Finished, tests: Option<usize>) -> Outcome {
    match (finished.success, tests) {
        (false, tests) => Outcome::Failed(tests),
        (true, Some(0)) => Outcome::Skipped("no test belongs to it".into()),
        (true, tests) => Outcome::Passed(tests),
    }
}

/// Keeps the colours that a pipe would take away, where a person is looking.
fn coloured(command: &mut Command) -> &mut Command {
    if io::IsTerminal::is_terminal(&io::stdout()) && env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}
