-- Profiles, requests, proposals and contracts.
CREATE TABLE profiles (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    headline TEXT NOT NULL,
    rate_minor BIGINT,
    rate_currency TEXT,
    rate_kind TEXT,
    place TEXT,
    country TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    remote BIGINT NOT NULL CHECK (remote IN (0, 1)),
    reach_km BIGINT NOT NULL,
    availability TEXT NOT NULL,
    hours_per_week BIGINT NOT NULL,
    available_from BIGINT,
    rating_sum BIGINT NOT NULL DEFAULT 0,
    rating_count BIGINT NOT NULL DEFAULT 0,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE profile_skills (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    skill TEXT NOT NULL,
    level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 4),
    years BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (account_id, skill)
);

CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL REFERENCES accounts (id),
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    budget_min BIGINT,
    budget_max BIGINT,
    budget_currency TEXT,
    budget_kind TEXT,
    place_kind TEXT NOT NULL,
    place TEXT,
    country TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    offset_min BIGINT,
    offset_max BIGINT,
    due_at BIGINT,
    created_at BIGINT NOT NULL,
    posted_at BIGINT,
    expires_at BIGINT,
    closed_at BIGINT,
    close_reason TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX requests_by_client ON requests (client_id, created_at);
CREATE INDEX requests_by_state ON requests (state, expires_at);

CREATE TABLE request_skills (
    request_id TEXT NOT NULL REFERENCES requests (id),
    skill TEXT NOT NULL,
    must BIGINT NOT NULL CHECK (must IN (0, 1)),
    position BIGINT NOT NULL,
    PRIMARY KEY (request_id, skill)
);

CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES requests (id),
    freelancer_id TEXT NOT NULL REFERENCES accounts (id),
    client_id TEXT NOT NULL REFERENCES accounts (id),
    started_by TEXT NOT NULL,
    state TEXT NOT NULL,
    price_minor BIGINT,
    price_currency TEXT,
    price_kind TEXT,
    days BIGINT,
    message TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    decided_at BIGINT,
    version BIGINT NOT NULL,
    UNIQUE (request_id, freelancer_id)
);
CREATE INDEX proposals_by_freelancer ON proposals (freelancer_id, created_at);
CREATE INDEX proposals_by_client ON proposals (client_id, created_at);

CREATE TABLE contracts (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    proposal_id TEXT NOT NULL UNIQUE REFERENCES proposals (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    client_id TEXT NOT NULL REFERENCES accounts (id),
    freelancer_id TEXT NOT NULL REFERENCES accounts (id),
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    price_minor BIGINT NOT NULL,
    price_currency TEXT NOT NULL,
    price_kind TEXT NOT NULL,
    days BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX contracts_one_per_request ON contracts (request_id);
CREATE INDEX contracts_by_client ON contracts (client_id, created_at);
CREATE INDEX contracts_by_freelancer ON contracts (freelancer_id, created_at);

-- What was ranked for whom, so that a list can be replayed and explained.
CREATE TABLE matches (
    request_id TEXT NOT NULL REFERENCES requests (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    ranker TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    reasons TEXT NOT NULL,
    ranked_at BIGINT NOT NULL,
    told BIGINT NOT NULL CHECK (told IN (0, 1)),
    dismissed BIGINT NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
    PRIMARY KEY (request_id, account_id)
);
CREATE INDEX matches_by_account ON matches (account_id, ranked_at);

-- Append-only: who did what to which entity, and when.
CREATE TABLE activities (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    actor_id TEXT,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX activities_by_subject ON activities (subject_kind, subject_id, at);
CREATE INDEX activities_by_actor ON activities (actor_id, at);
