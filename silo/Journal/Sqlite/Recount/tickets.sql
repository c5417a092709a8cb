-- Tickets (取号、叫号). A ticket is issued once, on the day of its first issue, and called once, on the day of its last call: a repeated call
-- replaces the former. The wait is from the issue to that call, on the day of the call; the handling from the last start to the last
-- end, on the day of the end. It waits until anything else than an issue is heard of it.
-- Kinds: 1 issued, 2 called, 3 abandoned, 4 transferred, 10 service started, 11 service ended.
INSERT INTO temp.counted (window_id, day, figure, key, times)
WITH
    ticket AS MATERIALIZED (
        SELECT
            MIN(at_ms) FILTER (WHERE kind = 1) AS issued_ms,
            MAX(at_ms) FILTER (WHERE kind = 2) AS called_ms,
            MAX(at_ms) FILTER (WHERE kind = 3) AS abandoned_ms,
            MAX(at_ms) FILTER (WHERE kind = 4) AS transferred_ms,
            MAX(at_ms) FILTER (WHERE kind = 10) AS started_ms,
            MAX(at_ms) FILTER (WHERE kind = 11) AS ended_ms
        FROM temp.said WHERE subject_kind = 1 GROUP BY subject
    ),
    mark (at_ms, figure, key) AS (
        SELECT issued_ms, 'issued', 0 FROM ticket
        UNION ALL SELECT called_ms, 'called', 0 FROM ticket
        UNION ALL SELECT abandoned_ms, 'abandoned', 0 FROM ticket
        UNION ALL SELECT transferred_ms, 'transferred', 0 FROM ticket
        UNION ALL SELECT called_ms, 'waits', (SELECT key FROM temp.buckets WHERE from_ms <= MAX(0, called_ms - issued_ms) ORDER BY from_ms DESC LIMIT 1) FROM ticket WHERE issued_ms IS NOT NULL
        UNION ALL SELECT ended_ms, 'handling', (SELECT key FROM temp.buckets WHERE from_ms <= MAX(0, ended_ms - started_ms) ORDER BY from_ms DESC LIMIT 1) FROM ticket WHERE started_ms IS NOT NULL
    )
SELECT window_id, (at_ms + 28800000) / 86400000, figure, key, 1 FROM temp.asked CROSS JOIN mark WHERE at_ms IS NOT NULL;

INSERT INTO temp.open (subject_kind, subject, since_ms, state)
SELECT 1, subject, MIN(at_ms), 0 FROM temp.said WHERE subject_kind = 1 GROUP BY subject HAVING MAX(kind) = 1;
