-- Work that is due: what came in, what goes out, and what a change or a clock caused. All three share one lease.
CREATE TABLE inbox (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    lane TEXT NOT NULL,
    seq BIGINT NOT NULL,
    sealed BYTEA,
    state TEXT NOT NULL,
    subject TEXT,
    received_at BIGINT NOT NULL,
    attempt BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    fence BIGINT NOT NULL DEFAULT 0,
    last_error TEXT,
    done_at BIGINT
);
CREATE INDEX inbox_due ON inbox (next_at) WHERE done_at IS NULL;
CREATE INDEX inbox_by_lane ON inbox (lane, seq) WHERE done_at IS NULL;
CREATE INDEX inbox_by_end ON inbox (done_at);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    op_key TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    lane TEXT NOT NULL,
    seq BIGINT NOT NULL,
    recipient_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    class BIGINT NOT NULL,
    subject TEXT NOT NULL,
    facts TEXT NOT NULL,
    chat_id TEXT,
    sealed BYTEA,
    state TEXT NOT NULL,
    attempt BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    first_attempt_at BIGINT,
    unknowns BIGINT NOT NULL DEFAULT 0,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    fence BIGINT NOT NULL DEFAULT 0,
    message TEXT,
    last_error TEXT,
    done_at BIGINT
);
CREATE INDEX outbox_due ON outbox (platform, next_at) WHERE done_at IS NULL;
CREATE INDEX outbox_by_lane ON outbox (lane, class, seq) WHERE done_at IS NULL;
CREATE INDEX outbox_by_end ON outbox (done_at);
CREATE INDEX outbox_by_recipient ON outbox (recipient_id, created_at);

CREATE TABLE tasks (
    id TEXT PRIMARY KEY,
    op_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempt BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    fence BIGINT NOT NULL DEFAULT 0,
    last_error TEXT,
    done_at BIGINT
);
CREATE INDEX tasks_due ON tasks (next_at) WHERE done_at IS NULL;
CREATE INDEX tasks_by_lane ON tasks (lane, seq) WHERE done_at IS NULL;
CREATE INDEX tasks_by_end ON tasks (done_at);

-- One counter row a lane, bumped in the transaction that adds to it: order within a lane is commit order.
-- A lane that was told to wait (HTTP 429) sends nothing before `paused_until`.
CREATE TABLE lanes (
    lane TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    paused_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE cursors (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    fence BIGINT NOT NULL,
    until BIGINT NOT NULL
);

-- Under which key the sealed columns of this database were written.
CREATE TABLE seals (
    key_id TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);
