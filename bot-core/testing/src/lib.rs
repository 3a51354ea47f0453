//! Guildhall in a test: an app on a database of its own, and chats that read like a transcript.
