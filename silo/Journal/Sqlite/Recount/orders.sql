-- Hotline orders (12345 工单). Kinds: 50 received, 51 answered, 52 closed. Each once: received and answered first, closed last. Rated by
-- the last word of the caller, whichever event brought it; three stars and more are satisfied. Open from receipt to closing.
INSERT INTO temp.counted (window_id, day, figure, key, times)
WITH
    order_event AS MATERIALIZED (SELECT subject, place, kind, day, json_extract(facts, '$.stars') AS stars FROM temp.said WHERE subject_kind = 6),
    rated AS (SELECT subject, MAX(place) AS place FROM order_event WHERE stars IS NOT NULL GROUP BY subject),
    mark (day, figure) AS (
        SELECT MIN(day), 'hotlineReceived' FROM order_event WHERE kind = 50 GROUP BY subject
        UNION ALL SELECT MIN(day), 'hotlineAnswered' FROM order_event WHERE kind = 51 GROUP BY subject
        UNION ALL SELECT MAX(day), 'hotlineClosed' FROM order_event WHERE kind = 52 GROUP BY subject
        UNION ALL SELECT day, 'hotlineRated' FROM rated JOIN order_event USING (subject, place)
        UNION ALL SELECT day, 'hotlineSatisfied' FROM rated JOIN order_event USING (subject, place) WHERE stars >= 3
    )
SELECT window_id, day, figure, 0, 1 FROM temp.asked CROSS JOIN mark;

INSERT INTO temp.open (subject_kind, subject, since_ms, state)
SELECT 6, subject, MIN(at_ms) FILTER (WHERE kind = 50), 0 FROM temp.said WHERE subject_kind = 6 GROUP BY subject HAVING MIN(kind) = 50 AND MAX(kind) < 52;
