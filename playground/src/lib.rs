//! Loopback stand-ins for the Discord and Telegram servers, and a page that shows both chats.
