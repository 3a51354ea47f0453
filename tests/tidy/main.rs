//! The house rules, read off the sources: what lives where, and who knows whom.
//!
//! Every rule is a test of its own whose failure says what to do. The reasons stand in ARCHITECTURE.md and CONTRIBUTING.md.

mod directions;
mod files;
mod lexer;
mod manifests;
mod migrations;
mod packages;
mod paths;
mod shape;
mod sizes;
mod statements;
mod texts;
mod words;
