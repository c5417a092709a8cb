-- The tables of a recount, all temporary: the journal itself is only read.
-- Days are numbered from 1970-01-01 by the province's clock: day = (unix ms + 28800000) / 86400000 (RELIABILITY R9).

-- What is asked for: one window, and the version up to which its events count (decision 0003).
CREATE TEMP TABLE asked (window_id INTEGER NOT NULL, version INTEGER NOT NULL);

-- The windows of one county with their versions: what the item catalogue is recounted from (decision 0008).
CREATE TEMP TABLE county (window_id INTEGER PRIMARY KEY, version INTEGER NOT NULL);

-- counting.json and calendar.json as data: the terms of the window, in one row, and the days that differ from Monday to Friday.
CREATE TEMP TABLE terms (
    contact_days   INTEGER NOT NULL,
    rectify_days   INTEGER NOT NULL,
    office_from_ms INTEGER NOT NULL,
    office_to_ms   INTEGER NOT NULL
);
CREATE TEMP TABLE exceptions (day INTEGER PRIMARY KEY, is_working INTEGER NOT NULL);

-- Filled by calendar.sql: every day since 1990, and how many working days there are up to and with it.
CREATE TEMP TABLE calendar (day INTEGER PRIMARY KEY, is_working INTEGER NOT NULL, ordinal INTEGER NOT NULL);

-- The same by number: the n-th working day.
CREATE TEMP TABLE working_days (ordinal INTEGER PRIMARY KEY, day INTEGER NOT NULL);

-- Filled by said.sql: the events of the window as their corrections leave them, each with its place within its subject.
CREATE TEMP TABLE said (
    subject_kind INTEGER NOT NULL,
    subject      TEXT NOT NULL,
    place        INTEGER NOT NULL,
    kind         INTEGER NOT NULL,
    at_ms        INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    facts        TEXT NOT NULL,
    PRIMARY KEY (subject_kind, subject, place)
) WITHOUT ROWID;

-- The parts of cases.sql.
CREATE TEMP TABLE case_events (
    subject       TEXT NOT NULL,
    place         INTEGER NOT NULL,
    kind          INTEGER NOT NULL,
    at_ms         INTEGER NOT NULL,
    day           INTEGER NOT NULL,
    item          TEXT,
    trips         INTEGER,
    instant       INTEGER,
    promised_days INTEGER,
    legal_days    INTEGER,
    due_at_ms     INTEGER,
    days          INTEGER,
    PRIMARY KEY (subject, place)
) WITHOUT ROWID;
CREATE TEMP TABLE cases (
    subject       TEXT PRIMARY KEY,
    accepted_ms   INTEGER,
    accepted_day  INTEGER,
    item          TEXT,
    end_kind      INTEGER,
    end_ms        INTEGER,
    end_day       INTEGER,
    trips         INTEGER,
    is_instant    INTEGER NOT NULL,
    promised_days INTEGER,
    legal_days    INTEGER,
    due_at_ms     INTEGER,
    extension     INTEGER NOT NULL,
    has_moved     INTEGER NOT NULL,
    is_suspended  INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE stretches (
    subject TEXT NOT NULL,
    number  INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    before  INTEGER NOT NULL,
    running INTEGER,
    PRIMARY KEY (subject, number)
) WITHOUT ROWID;
CREATE TEMP TABLE limits (subject TEXT PRIMARY KEY, promise_ms INTEGER, legal_ms INTEGER, soon_ms INTEGER) WITHOUT ROWID;

-- Durations fall into slices [from_ms, next from_ms): 1.1 to the power of the key, in seconds, rounded up to whole milliseconds.
CREATE TEMP TABLE buckets (from_ms INTEGER PRIMARY KEY, key INTEGER NOT NULL) WITHOUT ROWID;

-- The answers: what lies on each day, what is open, and which items cases were accepted for.
CREATE TEMP TABLE counted (window_id INTEGER NOT NULL, day INTEGER NOT NULL, figure TEXT NOT NULL, key INTEGER NOT NULL, times INTEGER NOT NULL);
CREATE TEMP TABLE open (
    subject_kind INTEGER NOT NULL,
    subject      TEXT NOT NULL,
    since_ms     INTEGER NOT NULL,
    due_ms       INTEGER,
    state        INTEGER NOT NULL,
    soon_ms      INTEGER,
    legal_due_ms INTEGER
);
CREATE TEMP TABLE uses (window_id INTEGER NOT NULL, item TEXT NOT NULL, day INTEGER NOT NULL);
CREATE INDEX temp.uses_by_window ON uses (window_id);
