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
CREATE INDEX inbox_due ON inbox (state, next_at);
CREATE INDEX inbox_by_lane ON inbox (lane, state, seq);

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
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    fence BIGINT NOT NULL DEFAULT 0,
    message TEXT,
    last_error TEXT,
    done_at BIGINT
);
CREATE INDEX outbox_due ON outbox (state, next_at);
CREATE INDEX outbox_by_lane ON outbox (lane, state, class, seq);
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
CREATE INDEX tasks_due ON tasks (state, next_at);
CREATE INDEX tasks_by_lane ON tasks (lane, state, seq);

-- One counter row a lane, bumped in the transaction that adds to it: order within a lane is commit order.
CREATE TABLE lanes (
    lane TEXT PRIMARY KEY,
    seq BIGINT NOT NULL
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
