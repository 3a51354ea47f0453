-- What members kept from the market: entries, the last search of each chat, and searches that are watched.
CREATE TABLE bookmarks (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind, subject_id)
);

-- One a chat: buttons carry its id and version, so that a list can be paged without anything kept in memory.
CREATE TABLE searches (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    chat_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (account_id, chat_key)
);
CREATE INDEX searches_by_age ON searches (updated_at);

CREATE TABLE search_alerts (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    query_key TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (account_id, query_key)
);
