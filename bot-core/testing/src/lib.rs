//! Guildhall in a test: an app on its own database, and chats read as transcripts.
