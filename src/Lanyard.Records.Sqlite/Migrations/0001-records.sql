-- The chain of each organisation. Nothing here is ever changed or removed.
CREATE TABLE entry (
    organisation TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    by TEXT,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    policy_hash TEXT,
    clause TEXT,
    body TEXT NOT NULL,
    sealed BLOB,
    key_name TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (organisation, sequence)
);
CREATE INDEX entry_subject ON entry (organisation, subject, sequence);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;

-- The registers, and what is kept beside them.
CREATE TABLE row (
    organisation TEXT NOT NULL,
    register TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    sort TEXT NOT NULL,
    PRIMARY KEY (organisation, register, key)
);
CREATE INDEX row_sort ON row (organisation, register, sort, key);

-- What rows are found by.
CREATE TABLE term (
    organisation TEXT NOT NULL,
    register TEXT NOT NULL,
    term TEXT NOT NULL,
    sort TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (organisation, register, term, sort, key)
) WITHOUT ROWID;
CREATE INDEX term_key ON term (organisation, register, key);
