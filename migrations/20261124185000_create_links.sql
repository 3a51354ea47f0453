-- Two accounts of one person on their way to becoming one: a code, a meeting, three days in which either can say no.
CREATE TABLE links (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    code_key TEXT UNIQUE,
    starter_id TEXT NOT NULL REFERENCES accounts (id),
    joiner_id TEXT REFERENCES accounts (id),
    starter_agreed BIGINT NOT NULL DEFAULT 0 CHECK (starter_agreed IN (0, 1)),
    joiner_agreed BIGINT NOT NULL DEFAULT 0 CHECK (joiner_agreed IN (0, 1)),
    created_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    reason TEXT,
    closed_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX links_by_starter ON links (starter_id, created_at);
CREATE INDEX links_by_joiner ON links (joiner_id, created_at);
CREATE UNIQUE INDEX links_one_a_starter ON links (starter_id) WHERE state IN ('met', 'waiting');
CREATE UNIQUE INDEX links_one_a_joiner ON links (joiner_id) WHERE state IN ('met', 'waiting');

-- Codes that were typed and weren't right: too many within a short time, and none is read.
CREATE TABLE link_tries (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL
);
CREATE INDEX link_tries_by_account ON link_tries (account_id, at);

-- With whom an account waits to become one and until when; and what it has become part of.
ALTER TABLE accounts ADD COLUMN link_with TEXT;
ALTER TABLE accounts ADD COLUMN link_opens_at BIGINT;
ALTER TABLE accounts ADD COLUMN merged_into TEXT;
