-- Accounts, the identities they are known by, and the chats in which the bot may write to them.
CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    wants_work BIGINT NOT NULL DEFAULT 0 CHECK (wants_work IN (0, 1)),
    hires BIGINT NOT NULL DEFAULT 0 CHECK (hires IN (0, 1)),
    zone TEXT NOT NULL DEFAULT 'UTC',
    zone_known BIGINT NOT NULL DEFAULT 0 CHECK (zone_known IN (0, 1)),
    match_notices BIGINT NOT NULL DEFAULT 0 CHECK (match_notices IN (0, 1)),
    quiet_from BIGINT NOT NULL,
    quiet_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    terms_at BIGINT,
    delete_after BIGINT,
    version BIGINT NOT NULL
);

CREATE TABLE identities (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    platform TEXT NOT NULL,
    user_key TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (platform, user_key)
);
CREATE INDEX identities_by_account ON identities (account_id);

CREATE TABLE chats (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    platform TEXT NOT NULL,
    address_key TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    reachable BIGINT NOT NULL CHECK (reachable IN (0, 1)),
    screen TEXT,
    opened_at BIGINT NOT NULL,
    UNIQUE (account_id, platform, address_key)
);

CREATE TABLE drafts (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    chat_key TEXT NOT NULL,
    form TEXT NOT NULL,
    page BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    open BIGINT NOT NULL CHECK (open IN (0, 1)),
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, chat_key, form)
);
CREATE INDEX drafts_by_age ON drafts (updated_at);

CREATE TABLE blocks (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    blocked_id TEXT NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, blocked_id)
);
CREATE INDEX blocks_by_blocked ON blocks (blocked_id);

CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    reporter_id TEXT NOT NULL REFERENCES accounts (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
