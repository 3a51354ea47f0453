-- Requests out of free text: what a draft was read from, what is held, what changes, what is posted again.
ALTER TABLE requests ADD COLUMN pace TEXT;

-- The client's words behind each value of a draft, and what is to be asked. Gone once it is posted.
CREATE TABLE request_grounds (
    request_id TEXT PRIMARY KEY REFERENCES requests (id),
    grounds TEXT NOT NULL
);

-- Changes to requests that are out: prepared (made = 0), then made.
CREATE TABLE request_revisions (
    request_id TEXT NOT NULL REFERENCES requests (id),
    base_version BIGINT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    made BIGINT NOT NULL CHECK (made IN (0, 1)),
    at BIGINT NOT NULL,
    PRIMARY KEY (request_id, base_version)
);

-- What a moderator looks at before anybody else does.
CREATE TABLE request_holds (
    request_id TEXT PRIMARY KEY REFERENCES requests (id),
    rule TEXT NOT NULL,
    quote TEXT NOT NULL,
    held_at BIGINT NOT NULL,
    decided_at BIGINT,
    decision TEXT,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX request_holds_by_age ON request_holds (decided_at, held_at);

CREATE TABLE request_templates (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    brief TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX request_templates_by_account ON request_templates (account_id, created_at);
