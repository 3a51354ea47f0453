//! The built program from outside: what it prints, and how it ends.

mod backups;
mod checking;
mod dashboard;
mod importing;
mod parsing;
mod place;
mod serving;
