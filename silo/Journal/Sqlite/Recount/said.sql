-- What the window said. Of the corrections of an event (same source, same window) the highest revision wins, ties by identity bytes, and
-- never the order of arrival (RELIABILITY R12); without data the winner takes the event out of all counts. A correction replaces what was
-- said, never of which subject it was said. Events stand in their order: by time, ties by identity bytes (decision 0001).
-- (CROSS JOIN: SQLite then goes from left to right, and reads this window's events by their index.)
-- Heartbeats (5) count nothing, items (7) belong to the county, corrections (8) speak through what they correct.
DELETE FROM temp.said;
INSERT INTO temp.said (subject_kind, subject, place, kind, at_ms, day, facts)
WITH
    corrections AS (
        SELECT source_id, subject AS target, CAST(body AS TEXT) AS body, ROW_NUMBER() OVER (
            PARTITION BY source_id, subject
            ORDER BY COALESCE(json_extract(CAST(body AS TEXT), '$.revision'), 0) DESC, event_id DESC) AS place
        FROM temp.asked CROSS JOIN main.events
        WHERE events.window_id = asked.window_id AND subject_kind = 8 AND window_version <= asked.version
    ),
    winners AS MATERIALIZED (SELECT source_id, target, json_extract(body, '$.data') AS facts FROM corrections WHERE place = 1)
SELECT
    subject_kind,
    subject,
    ROW_NUMBER() OVER (PARTITION BY subject_kind, subject ORDER BY occurred_ms, sources.name, event_id),
    kind,
    occurred_ms,
    (occurred_ms + 28800000) / 86400000,
    CASE WHEN winners.target IS NULL THEN CAST(body AS TEXT) ELSE winners.facts END
FROM temp.asked
CROSS JOIN main.events ON events.window_id = asked.window_id AND subject_kind IN (1, 2, 3, 4, 6) AND window_version <= asked.version
JOIN main.sources ON sources.source_id = events.source_id
LEFT JOIN winners ON winners.source_id = events.source_id AND winners.target = event_id
WHERE winners.target IS NULL OR winners.facts IS NOT NULL;
