-- What was taken in from elsewhere, by a keyed hash of its own key there: a second run takes nothing twice.
CREATE TABLE imports (
    import_key TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    taken_at BIGINT NOT NULL
);
