//! The `guildhall` program: its faces put together.

fn main() {}
