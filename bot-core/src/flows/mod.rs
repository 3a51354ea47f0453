//! What a member goes through: a flow decodes, calls one service and picks a view.

pub mod catalogue;
