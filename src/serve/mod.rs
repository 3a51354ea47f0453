//! Composes the faces: opens, makes the parts, keeps the loops, ends in order.

mod checkpoints;
mod faces;
mod health;
mod holder;
mod listening;
mod loops;
mod program;
mod recorder;
mod roles;
mod rules;
mod signals;
mod table;

pub(crate) use program::{Program, Setup};
pub(crate) use roles::{Role, Roles};
pub(crate) use rules::rules;
pub(crate) use signals::Signals;
