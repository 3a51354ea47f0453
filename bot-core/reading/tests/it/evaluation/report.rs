//! Figures and failures of the two halves.

use std::{collections::BTreeMap, fmt::Write as _};

/// One field of one text that was read wrongly.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) id: u32,
    pub(super) field: &'static str,
    pub(super) text: String,
    pub(super) what: String,
}

#[derive(Debug, Default)]
pub(super) struct Tally {
    right: usize,
    all: usize,
}

impl Tally {
    pub(super) fn count(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }
}

/// The texts with odd or those with even ids.
#[derive(Debug, Default)]
pub(super) struct Half {
    /// Skills in skill lines.
    pub(super) right: usize,
    pub(super) missed: usize,
    pub(super) invented: usize,
    pub(super) fields: usize,
    pub(super) fields_right: usize,
    pub(super) by_field: BTreeMap<&'static str, Tally>,
    pub(super) failures: Vec<Failure>,
}

#[derive(Debug, Default)]
pub(super) struct Scores {
    pub(super) tuned: Half,
    pub(super) scored: Half,
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

impl Half {
    pub(super) fn skills_f1_percent(&self) -> f64 {
        percent(2 * self.right, 2 * self.right + self.missed + self.invented)
    }

    pub(super) fn fields_percent(&self) -> f64 {
        percent(self.fields_right, self.fields)
    }

    pub(super) fn listed(&self) -> String {
        let mut list = String::new();
        for Failure { id, field, text, what } in &self.failures {
            writeln!(list, "- {id} {field}: {what}\n  > {}", text.replace('\n', " "))
                .expect("a string takes it all");
        }
        list
    }
}

impl Scores {
    pub(super) fn half(&mut self, id: u32) -> &mut Half {
        if id % 2 == 1 { &mut self.tuned } else { &mut self.scored }
    }

    /// A table of both halves.
    pub(super) fn figures(&self) -> String {
        let mut table =
            String::from("| measure | odd ids, tuned on | even ids, only scored |\n|---|---|---|\n");
        let mut row = |name: &str, odd: f64, even: f64| {
            writeln!(table, "| {name} | {odd:.1} % | {even:.1} % |").expect("a string takes it all");
        };
        row("skills in skill lines, F1", self.tuned.skills_f1_percent(), self.scored.skills_f1_percent());
        row("fields of briefs", self.tuned.fields_percent(), self.scored.fields_percent());
        for (field, odd) in &self.tuned.by_field {
            let even = self.scored.by_field.get(field).map_or(0.0, |even| percent(even.right, even.all));
            row(&format!("… {field}"), percent(odd.right, odd.all), even);
        }
        table
    }

    pub(super) fn document(&self) -> String {
        format!(
            "{}\n{}\n## Failures among the odd ids\n\n{}\n## Failures among the even ids\n\n{}",
            include_str!("head.md"),
            self.figures(),
            self.tuned.listed(),
            self.scored.listed(),
        )
    }
}
