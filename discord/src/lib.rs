//! Guildhall on Discord: slash commands, cards, buttons and forms.
