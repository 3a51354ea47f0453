//! Guildhall on Telegram: chat, inline keyboards and prompts.
