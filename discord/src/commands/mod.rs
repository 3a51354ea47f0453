//! The catalogue's commands on Discord.
//!
//! What poise dispatches by and what is registered are made from the one table.

mod body;
mod normal;
mod sync;
mod tree;

use bot_core::flows::catalogue::{self, CommandSpec};

pub use body::registration;
pub(crate) use sync::sync;
pub use tree::{Action, OnMessage, tree};

/// A top-level command: one of its own, or a group of commands with a common first word.
enum Top {
    Single(&'static CommandSpec),
    Group { name: &'static str, parts: Vec<&'static CommandSpec> },
}

/// The top-level commands, in the catalogue's order.
fn tops() -> Vec<Top> {
    let mut tops: Vec<Top> = Vec::new();
    for spec in catalogue::tree() {
        let Some((group, _)) = spec.path.split_once(' ') else {
            tops.push(Top::Single(spec));
            continue;
        };
        let open = tops.iter_mut().find_map(|top| match top {
            Top::Group { name, parts } if *name == group => Some(parts),
            _ => None,
        });
        match open {
            Some(parts) => parts.push(spec),
            None => tops.push(Top::Group { name: group, parts: vec![spec] }),
        }
    }
    tops
}

/// The last word of a command's path: its own name.
fn own_name(spec: &CommandSpec) -> &'static str {
    spec.path.rsplit(' ').next().unwrap_or(spec.path)
}
