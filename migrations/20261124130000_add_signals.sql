-- What matching weighs besides skills, place and time, and what each member wants of it.
ALTER TABLE profiles ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE profiles ADD COLUMN slots BIGINT;

ALTER TABLE requests ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE requests ADD COLUMN starts_at BIGINT;
ALTER TABLE requests ADD COLUMN hours_per_week BIGINT;

-- How much a member lets each thing count: 0 off, 1 less, 2 normal, 3 more.
CREATE TABLE tunings (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    skills BIGINT NOT NULL CHECK (skills BETWEEN 0 AND 3),
    price BIGINT NOT NULL CHECK (price BETWEEN 0 AND 3),
    timing BIGINT NOT NULL CHECK (timing BETWEEN 0 AND 3),
    place BIGINT NOT NULL CHECK (place BETWEEN 0 AND 3),
    reputation BIGINT NOT NULL CHECK (reputation BETWEEN 0 AND 3),
    updated_at BIGINT NOT NULL
);

-- Why a request wasn't for somebody, with what it teaches. Deleting the row takes its effect back.
CREATE TABLE objections (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    client_id TEXT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    pay_minor BIGINT,
    pay_currency TEXT,
    pay_kind TEXT,
    skill TEXT,
    too_far_km BIGINT,
    quiet_until BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (account_id, request_id)
);
CREATE INDEX objections_by_client ON objections (client_id, reason);
