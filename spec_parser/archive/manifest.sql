-- manifest.sqlite: every source exactly once, what became of it, and where its records stand. Only this file knows clocks.

CREATE TABLE IF NOT EXISTS source (
    path        TEXT PRIMARY KEY,  -- what names it
    root        TEXT NOT NULL,     -- the argument of the command that it was found under
    size        INTEGER,           -- in bytes
    modified    TEXT,              -- when it was changed, as its store says
    observed_on TEXT,              -- as a list file says
    url         TEXT,              -- as a list file says
    run         INTEGER NOT NULL,  -- the last run that found it
    versions    TEXT,              -- of what converted it last; null until then
    sha256      TEXT,              -- of its bytes; null where it could not be read
    outcome     TEXT,              -- converted, refused, unreadable
    reason      TEXT,              -- one line, where it was not converted
    media_type  TEXT,
    printed_on  TEXT,              -- the day that a print shows on its pages
    seconds     REAL,              -- that its conversion took
    converted_at TEXT              -- when, UTC
) WITHOUT ROWID;

-- The records of a file's bytes, by what converted them. Several sources may have the same bytes.
CREATE TABLE IF NOT EXISTS record (
    sha256             TEXT NOT NULL,
    versions           TEXT NOT NULL,
    number             INTEGER NOT NULL,  -- of the record in its source, from 0
    shard              TEXT NOT NULL,     -- the file in shards/ that holds it
    start              INTEGER NOT NULL,  -- first byte of its line
    length             INTEGER NOT NULL,
    jurisdiction       TEXT NOT NULL,
    code               TEXT NOT NULL,
    is_undated         INTEGER NOT NULL,
    value              TEXT NOT NULL,     -- tells the revision among those of its class
    basis              TEXT NOT NULL,     -- what that value is
    rank               TEXT NOT NULL,     -- JSON; sorts the records of one revision, best evidence first
    title              TEXT,
    replaces           INTEGER NOT NULL,
    replaced_title     TEXT,
    approved_effective TEXT,
    PRIMARY KEY (sha256, versions, number)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS record_by_revision ON record (versions, jurisdiction, code, is_undated, value, basis);
CREATE INDEX IF NOT EXISTS source_by_content ON source (sha256);

CREATE TABLE IF NOT EXISTS run (
    number     INTEGER PRIMARY KEY,
    versions   TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at   TEXT
);

-- What the records that are written were assembled from; empty while they are being written.
CREATE TABLE IF NOT EXISTS assembly (
    state     TEXT NOT NULL,
    revisions INTEGER NOT NULL
);
