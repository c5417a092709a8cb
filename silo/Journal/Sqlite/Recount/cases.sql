-- Cases (办件). Kinds: 20 accepted, 21 suspended, 22 resumed, 23 extended, 24 withdrawn, 25 completed.
-- A case is accepted once, by its first acceptance, and ends once, by the last of its completions and withdrawals. The newest word on
-- trips, promise, legal days and due instant holds; it was done at once (即办件) if any event says so; extensions add up.
DELETE FROM temp.case_events;
INSERT INTO temp.case_events
SELECT
    subject, place, kind, at_ms, day,
    CASE WHEN kind = 20 THEN json_extract(facts, '$.item') END,
    json_extract(facts, '$.trips'),
    json_extract(facts, '$.instant'),
    json_extract(facts, '$.promisedDays'),
    json_extract(facts, '$.legalDays'),
    json_extract(facts, '$.dueAtMs'),
    CASE WHEN kind = 23 THEN json_extract(facts, '$.days') END
FROM temp.said WHERE subject_kind = 2;

DELETE FROM temp.cases;
INSERT INTO temp.cases
WITH deciding AS (
    SELECT
        subject,
        MIN(place) FILTER (WHERE kind = 20) AS accepted,
        MAX(place) FILTER (WHERE kind IN (24, 25)) AS ended,
        MAX(place) FILTER (WHERE kind IN (21, 22)) AS halted,
        MAX(place) FILTER (WHERE trips IS NOT NULL) AS trips,
        MAX(place) FILTER (WHERE promised_days IS NOT NULL) AS promised,
        MAX(place) FILTER (WHERE legal_days IS NOT NULL) AS legal,
        MAX(place) FILTER (WHERE due_at_ms IS NOT NULL) AS due,
        MAX(COALESCE(instant, 0)) AS is_instant,
        COALESCE(SUM(days), 0) AS extension,
        MAX(kind IN (21, 23)) AS has_moved
    FROM temp.case_events GROUP BY subject
)
SELECT
    d.subject, a.at_ms, a.day, a.item, e.kind, e.at_ms, e.day, t.trips, d.is_instant, p.promised_days, l.legal_days, i.due_at_ms,
    d.extension, d.has_moved, COALESCE(h.kind = 21, 0)
FROM deciding d
LEFT JOIN temp.case_events a ON a.subject = d.subject AND a.place = d.accepted
LEFT JOIN temp.case_events e ON e.subject = d.subject AND e.place = d.ended
LEFT JOIN temp.case_events h ON h.subject = d.subject AND h.place = d.halted
LEFT JOIN temp.case_events t ON t.subject = d.subject AND t.place = d.trips
LEFT JOIN temp.case_events p ON p.subject = d.subject AND p.place = d.promised
LEFT JOIN temp.case_events l ON l.subject = d.subject AND l.place = d.legal
LEFT JOIN temp.case_events i ON i.subject = d.subject AND i.place = d.due;

-- The working-day clock (decision 0007): the day of acceptance does not count (民法典 Art. 201). A working day counts unless the case is
-- suspended at its end: the clock stands still from the day of a suspension to the day before its resumption, and a suspension that was
-- never lifted ends with its case, on the day before the end. What is left are stretches on which the clock runs; the last has no end.
-- Of each: the number of the working day after which it begins, how many working days ran before it, and how many run on it.
DELETE FROM temp.stretches;
INSERT INTO temp.stretches (subject, number, ordinal, before, running)
WITH
    halts AS (
        SELECT subject, place, kind, day, LAG(kind) OVER (PARTITION BY subject ORDER BY place) AS former
        FROM temp.case_events WHERE kind IN (21, 22)
    ),
    turns AS MATERIALIZED (
        SELECT subject, kind, day, ROW_NUMBER() OVER (PARTITION BY subject, kind ORDER BY place) AS number
        FROM halts WHERE (kind = 21 AND former IS NOT 21) OR (kind = 22 AND former = 21)
    ),
    still AS (
        SELECT stop.subject, stop.day AS since, COALESCE(run.day - 1, end_day - 1, 1000000) AS until, stop.number
        FROM turns stop JOIN temp.cases ON cases.subject = stop.subject
        LEFT JOIN turns run ON run.subject = stop.subject AND run.kind = 22 AND run.number = stop.number
        WHERE stop.kind = 21
    ),
    begins AS (
        SELECT subject, 0 AS number, accepted_day AS after, NULL AS since FROM temp.cases
        UNION ALL SELECT subject, still.number, MAX(until, accepted_day), since FROM still JOIN temp.cases USING (subject) WHERE until >= since
    ),
    spans AS (SELECT subject, number, after, LEAD(since) OVER (PARTITION BY subject ORDER BY number) AS since FROM begins),
    measured AS (
        SELECT spans.subject, spans.number, first.ordinal, MAX(0, last.ordinal - first.ordinal) AS running
        FROM spans
        JOIN temp.calendar first ON first.day = spans.after
        LEFT JOIN temp.calendar last ON last.day = spans.since - 1
        WHERE spans.after < 1000000
    )
SELECT subject, number, ordinal, COALESCE(SUM(running) OVER (PARTITION BY subject ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0), running
FROM measured;

-- Limits. n working days hold to the end of the n-th day that counts, 0 days to the end of the day of acceptance; none while the clock
-- stands still before that day comes. A due instant moves by whole working days, never earlier, and keeps its time of the day. Due soon:
-- from the day on which nine tenths of the days are reached; before a due instant from nine tenths of the time, or from the same hour of
-- the working day before, whichever is first, the latter only where it lies after the acceptance.
DELETE FROM temp.limits;
INSERT INTO temp.limits (subject, promise_ms, legal_ms, soon_ms)
WITH
    -- The last day that calendar.sql knows, and the number of its last working day.
    known AS MATERIALIZED (SELECT day, ordinal FROM temp.calendar ORDER BY day DESC LIMIT 1),
    limited AS MATERIALIZED (
        SELECT cases.*, (due_at_ms + 28800000) / 86400000 AS due_day, COALESCE(promised_days, legal_days) + extension AS all_days
        FROM temp.cases WHERE accepted_ms IS NOT NULL AND (promised_days IS NOT NULL OR legal_days IS NOT NULL OR due_at_ms IS NOT NULL)
    ),
    -- Working days between acceptance and due instant; weeks beyond the calendar have five.
    apart AS (
        SELECT subject, MAX(0, last.ordinal + (5 * weeks) - first.ordinal) AS days
        FROM (SELECT limited.*, MAX(0, (due_day - known.day + 6) / 7) AS weeks FROM known CROSS JOIN limited WHERE due_at_ms IS NOT NULL AND has_moved)
        JOIN temp.calendar first ON first.day = accepted_day
        JOIN temp.calendar last ON last.day = due_day - (7 * weeks)
    ),
    wanted (subject, accepted_day, what, n) AS (
        SELECT subject, accepted_day, 'promise', promised_days + extension FROM limited WHERE promised_days IS NOT NULL AND due_at_ms IS NULL
        UNION ALL SELECT subject, accepted_day, 'legal', legal_days + extension FROM limited WHERE legal_days IS NOT NULL
        UNION ALL SELECT subject, accepted_day, 'moved', days + extension FROM apart JOIN limited USING (subject)
        UNION ALL SELECT subject, accepted_day, 'soon', (9 * all_days / 10) + 1 FROM limited WHERE due_at_ms IS NULL AND all_days > 0 AND end_ms IS NULL
    ),
    numbered AS (
        SELECT wanted.*, stretches.ordinal + n - before AS ordinal, MAX(0, (stretches.ordinal + n - before - known.ordinal + 4) / 5) AS weeks
        FROM known CROSS JOIN wanted LEFT JOIN temp.stretches ON stretches.subject = wanted.subject AND n > before AND (running IS NULL OR n <= before + running)
    ),
    reached AS (
        SELECT subject, what, CASE WHEN n = 0 THEN accepted_day ELSE working_days.day + (7 * weeks) END AS day
        FROM numbered LEFT JOIN temp.working_days ON working_days.ordinal = numbered.ordinal - (5 * weeks)
    ),
    reached_by_case AS MATERIALIZED (
        SELECT
            subject,
            MAX(day) FILTER (WHERE what = 'promise') AS promise_day,
            MAX(day) FILTER (WHERE what = 'legal') AS legal_day,
            MAX(day) FILTER (WHERE what = 'moved') AS moved_day,
            MAX(day) FILTER (WHERE what = 'soon') AS soon_day
        FROM reached GROUP BY subject
    ),
    days AS (SELECT limited.*, promise_day, legal_day, moved_day, soon_day FROM limited LEFT JOIN reached_by_case ON reached_by_case.subject = limited.subject),
    due AS (
        SELECT
            days.*,
            CASE
                WHEN due_at_ms IS NULL THEN ((promise_day + 1) * 86400000) - 28800001
                WHEN has_moved THEN MAX(due_at_ms, due_at_ms + ((moved_day - due_day) * 86400000))
                ELSE due_at_ms
            END AS promise_ms,
            ((legal_day + 1) * 86400000) - 28800001 AS legal_ms
        FROM days
    ),
    instants AS (
        SELECT due.*, accepted_ms + ((promise_ms - accepted_ms) / 10 * 9) AS nine_tenths, promise_ms - ((near_day - worked.day) * 86400000) AS day_before
        FROM (
            SELECT due.*, due.day - (7 * MAX(0, (due.day - known.day + 6) / 7)) AS near_day
            FROM known CROSS JOIN (SELECT *, (promise_ms + 28800000) / 86400000 AS day FROM due) AS due
        ) AS due
        LEFT JOIN temp.calendar former ON former.day = near_day - 1
        LEFT JOIN temp.working_days worked ON worked.ordinal = former.ordinal
    )
SELECT subject, promise_ms, legal_ms, CASE
    WHEN end_ms IS NOT NULL THEN NULL
    WHEN due_at_ms IS NOT NULL THEN CASE WHEN day_before > accepted_ms THEN MIN(nine_tenths, day_before) ELSE nine_tenths END
    WHEN promised_days IS NOT NULL AND promise_ms IS NULL OR promised_days IS NULL AND legal_ms IS NULL THEN NULL
    WHEN all_days = 0 THEN accepted_ms
    ELSE (soon_day * 86400000) - 28800000
END
FROM instants;

-- Marks. Slices of the day have 15 minutes; the keys of the trend are 2 * slice for accepted, 2 * slice + 1 for completed.
INSERT INTO temp.counted (window_id, day, figure, key, times)
WITH
    whole AS MATERIALIZED (
        SELECT
            cases.*, promise_ms, legal_ms,
            promised_days IS NOT NULL OR due_at_ms IS NOT NULL AS has_promise,
            (accepted_ms + 28800000) % 86400000 AS accepted_in_day,
            (end_ms + 28800000) % 86400000 AS ended_in_day,
            is_working, office_from_ms, office_to_ms
        FROM temp.terms CROSS JOIN temp.cases
        LEFT JOIN temp.limits ON limits.subject = cases.subject
        LEFT JOIN temp.calendar ON calendar.day = accepted_day
    ),
    mark (day, figure, key) AS (
        SELECT accepted_day, 'accepted', 0 FROM whole WHERE accepted_day IS NOT NULL
        UNION ALL SELECT accepted_day, 'trend', 2 * (accepted_in_day / 900000) FROM whole WHERE accepted_day IS NOT NULL
        UNION ALL SELECT accepted_day, 'zeroTrip', 0 FROM whole WHERE accepted_day IS NOT NULL AND trips = 0
        UNION ALL SELECT accepted_day, 'promised', 0 FROM whole WHERE accepted_day IS NOT NULL AND has_promise
        UNION ALL SELECT accepted_day, 'restDay', 0 FROM whole WHERE accepted_day IS NOT NULL AND NOT is_working
        UNION ALL SELECT accepted_day, 'afterHours', 0 FROM whole
            WHERE accepted_day IS NOT NULL AND is_working AND (accepted_in_day < office_from_ms OR accepted_in_day >= office_to_ms)
        UNION ALL SELECT end_day, 'endedUnaccepted', 0 FROM whole WHERE end_day IS NOT NULL AND accepted_day IS NULL
        UNION ALL SELECT end_day, 'withdrawn', 0 FROM whole WHERE end_kind = 24
        UNION ALL SELECT end_day, 'completed', 0 FROM whole WHERE end_kind = 25
        UNION ALL SELECT end_day, 'trend', (2 * (ended_in_day / 900000)) + 1 FROM whole WHERE end_kind = 25
        UNION ALL SELECT accepted_day, 'completedOfAccepted', 0 FROM whole WHERE end_kind = 25 AND accepted_day IS NOT NULL
        UNION ALL SELECT end_day, 'instant', 0 FROM whole WHERE end_kind = 25 AND is_instant
        UNION ALL SELECT end_day, CASE WHEN end_ms <= promise_ms THEN 'onTime' ELSE 'late' END, 0 FROM whole WHERE end_kind = 25 AND promise_ms IS NOT NULL
        UNION ALL SELECT end_day, 'early', 0 FROM whole WHERE end_kind = 25 AND end_day < (promise_ms + 28800000) / 86400000
        UNION ALL SELECT end_day, CASE WHEN end_ms <= legal_ms THEN 'legalOnTime' ELSE 'legalLate' END, 0 FROM whole WHERE end_kind = 25 AND legal_ms IS NOT NULL
    )
SELECT window_id, day, figure, key, 1 FROM temp.asked CROSS JOIN mark;

-- In progress: accepted and not ended. The promise is the limit where there is one, else the legal days. State 1: suspended (中止).
INSERT INTO temp.open (subject_kind, subject, since_ms, due_ms, state, soon_ms, legal_due_ms)
SELECT 2, subject, accepted_ms, CASE WHEN promised_days IS NOT NULL OR due_at_ms IS NOT NULL THEN promise_ms ELSE legal_ms END, is_suspended, soon_ms, legal_ms
FROM temp.cases LEFT JOIN temp.limits USING (subject) WHERE accepted_ms IS NOT NULL AND end_ms IS NULL;

-- The item of the first acceptance is used on that day.
DELETE FROM temp.uses WHERE window_id = (SELECT window_id FROM temp.asked);
INSERT INTO temp.uses (window_id, item, day)
SELECT window_id, item, accepted_day FROM temp.asked CROSS JOIN temp.cases WHERE item IS NOT NULL;
