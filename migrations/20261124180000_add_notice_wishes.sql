-- What members want to be told, how soon and where.
CREATE TABLE notice_wishes (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    topic TEXT NOT NULL,
    pace TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (account_id, topic)
);

-- When a member's digest comes, in minutes after local midnight, where it isn't the usual time.
CREATE TABLE digest_times (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    minute BIGINT NOT NULL CHECK (minute BETWEEN 0 AND 1439)
);

-- `burst`: what makes notices one burst. `together_at`: when a notice is told with others; `digest`: in which notice.
ALTER TABLE outbox ADD COLUMN burst TEXT;
ALTER TABLE outbox ADD COLUMN together_at BIGINT;
ALTER TABLE outbox ADD COLUMN digest TEXT;
CREATE INDEX outbox_by_burst ON outbox (recipient_id, burst, done_at) WHERE burst IS NOT NULL;
CREATE INDEX outbox_together ON outbox (together_at) WHERE together_at IS NOT NULL;
CREATE INDEX outbox_by_digest ON outbox (digest) WHERE digest IS NOT NULL;

-- When direct channels were opened on a platform that counts them.
CREATE TABLE channel_openings (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);
CREATE INDEX channel_openings_by_time ON channel_openings (platform, opened_at);
