-- What a profile says besides skills, rate and place, and who sees it.
ALTER TABLE profiles ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE profiles ADD COLUMN visibility TEXT NOT NULL DEFAULT 'everyone';
ALTER TABLE profiles ADD COLUMN away_from BIGINT;
ALTER TABLE profiles ADD COLUMN away_until BIGINT;
ALTER TABLE profiles ADD COLUMN away_reply TEXT NOT NULL DEFAULT '';

-- When they last said how available they are, and since when they have been asked whether it still holds.
ALTER TABLE profiles ADD COLUMN available_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE profiles ADD COLUMN asked_at BIGINT;
UPDATE profiles SET available_at = updated_at;
CREATE INDEX profiles_by_freshness ON profiles (available_at);

CREATE TABLE experiences (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    place TEXT NOT NULL,
    from_month BIGINT,
    until_month BIGINT,
    text TEXT NOT NULL
);
CREATE INDEX experiences_by_account ON experiences (account_id);

CREATE TABLE portfolio_items (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    text TEXT NOT NULL,
    skills TEXT NOT NULL,
    alt TEXT NOT NULL
);
CREATE INDEX portfolio_items_by_account ON portfolio_items (account_id);
