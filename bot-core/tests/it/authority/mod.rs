//! Who may do what to whom: the table, and every button in a stranger's hands.

mod links;
mod matrix;
mod strangers;
mod table;
mod verbs;
mod world;
