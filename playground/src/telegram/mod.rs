//! The stand-in for Telegram.
