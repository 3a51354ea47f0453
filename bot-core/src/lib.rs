//! Everything of Guildhall that is not a platform: rules, flows, matching, delivery and storage.
