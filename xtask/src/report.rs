//! The table at the end of a run.

use std::fmt;
use std::time::Duration;

/// What came of a suite; the number of tests where it has any.
#[derive(Debug)]
pub(crate) enum Outcome {
    Passed(Option<usize>),
    Failed(Option<usize>),
    /// It had no need to run, and why.
    Unneeded(String),
    /// It could not run, and why: on a person's machine that may be so, in CI it fails.
    Skipped(String),
}

/// A suite, what came of it and how long it took.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) outcome: Outcome,
    pub(crate) taken: Duration,
}

/// All rows of a run.
#[derive(Debug, Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    pub(crate) fn push(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Whether the run is good, in CI or on a person's machine.
    pub(crate) fn passed(&self, ci: bool) -> bool {
        self.rows.iter().all(|row| match row.outcome {
            Outcome::Passed(_) | Outcome::Unneeded(_) => true,
            Outcome::Failed(_) => false,
            Outcome::Skipped(_) => !ci,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<10}{:>7}{:>9}  result", "suite", "tests", "seconds")?;
        for Row { name, outcome, taken } in &self.rows {
            let (tests, result) = match outcome {
                Outcome::Passed(tests) => (*tests, "passed".to_owned()),
                Outcome::Failed(tests) => (*tests, "FAILED".to_owned()),
                Outcome::Unneeded(why) => (None, format!("not needed: {why}")),
                Outcome::Skipped(why) => (None, format!("SKIPPED: {why}")),
            };
            let tests = tests.map_or_else(|| "-".to_owned(), |n| n.to_string());
            writeln!(f, "{name:<10}{tests:>7}{:>9.1}  {result}", taken.as_secs_f64())?;
        }
        let total: Duration = self.rows.iter().map(|row| row.taken).sum();
        write!(f, "{:<10}{:>7}{:>9.1}", "total", "", total.as_secs_f64())
    }
}

#[test]
fn a_suite_that_could_not_run_fails_only_in_ci() {
    let row = |outcome| Row { name: "storage", outcome, taken: Duration::ZERO };
    let skipped =
        Report { rows: vec![row(Outcome::Passed(Some(3))), row(Outcome::Skipped("no PostgreSQL".into()))] };
    assert!(skipped.passed(false));
    assert!(!skipped.passed(true));
    let failed =
        Report { rows: vec![row(Outcome::Failed(Some(3))), row(Outcome::Unneeded("unchanged".into()))] };
    assert!(!failed.passed(false));
}
