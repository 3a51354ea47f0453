//! What is wrong with a configuration, all of it at once, each with its fix.

use std::fmt;

/// Something that is wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The key, or the file.
    pub(crate) subject: String,
    /// What is wrong with it. Never the value of a secret.
    pub(crate) what: String,
    /// What to do.
    pub(crate) fix: String,
}

impl Problem {
    /// A problem with a key.
    fn new(subject: &str, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { subject: subject.to_owned(), what: what.into(), fix: fix.into() }
    }
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    /// With these the program doesn't start.
    pub(crate) faults: Vec<Problem>,
    /// With these it does, but maybe not as meant.
    pub(crate) notes: Vec<Problem>,
}

impl Problems {
    /// Adds a fault.
    pub(crate) fn fault(&mut self, subject: &str, what: impl Into<String>, fix: impl Into<String>) {
        self.faults.push(Problem::new(subject, what, fix));
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, subject: &str, what: impl Into<String>, fix: impl Into<String>) {
        self.notes.push(Problem::new(subject, what, fix));
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(f, "to fix before it can start", &self.faults)?;
        list(f, "to know", &self.notes)
    }
}

fn list(f: &mut fmt::Formatter<'_>, heading: &str, problems: &[Problem]) -> fmt::Result {
    if problems.is_empty() {
        return Ok(());
    }
    writeln!(f, "{} {heading}:", problems.len())?;
    for (number, problem) in (1..).zip(problems) {
        writeln!(f, "  {number}. {} {}", problem.subject, problem.what)?;
        writeln!(f, "     Fix: {}", problem.fix)?;
    }
    Ok(())
}
