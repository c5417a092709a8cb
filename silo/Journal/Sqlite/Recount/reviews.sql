-- Reviews (好差评, 国办发〔2019〕51号). Kinds: 30 submitted, 31 contacted, 32 rectified, 33 published, 34 appealed.
-- A review counts once, by its last submission; a default one (默认评价) apart. An upheld appeal takes it out of the rate and of the loop.
-- One or two stars that a citizen gave are a bad review (差评), and no later submission closes its loop: contact (回访) and
-- rectification (整改) are due within working days of the first bad one, and are counted on the day of their deadline.
INSERT INTO temp.counted (window_id, day, figure, key, times)
WITH
    review_event AS MATERIALIZED (
        SELECT subject, place, kind, at_ms, day, json_extract(facts, '$.stars') AS stars, COALESCE(json_extract(facts, '$.byDefault'), 0) AS by_default,
            json_extract(facts, '$.outcome') AS outcome
        FROM temp.said WHERE subject_kind = 3
    ),
    deciding AS (
        SELECT
            subject,
            MAX(place) FILTER (WHERE kind = 30) AS submitted,
            MIN(place) FILTER (WHERE kind = 30 AND stars <= 2 AND NOT by_default) AS bad,
            MAX(place) FILTER (WHERE kind = 34) AS appealed,
            MIN(at_ms) FILTER (WHERE kind = 34) AS appealed_ms,
            MIN(at_ms) FILTER (WHERE kind = 31) AS contacted_ms,
            MIN(at_ms) FILTER (WHERE kind = 32) AS rectified_ms,
            MIN(at_ms) FILTER (WHERE kind = 33) AS published_ms
        FROM review_event GROUP BY subject
    ),
    review AS MATERIALIZED (
        SELECT deciding.*, s.day, s.stars, s.by_default, b.day AS bad_day, COALESCE(a.outcome = 'upheld', 0) AS is_upheld
        FROM deciding
        LEFT JOIN review_event s ON s.subject = deciding.subject AND s.place = submitted
        LEFT JOIN review_event b ON b.subject = deciding.subject AND b.place = bad
        LEFT JOIN review_event a ON a.subject = deciding.subject AND a.place = appealed
    ),
    counting AS MATERIALIZED (SELECT * FROM review WHERE stars IS NOT NULL AND NOT is_upheld),
    loop AS MATERIALIZED (
        SELECT counting.*,
            CASE WHEN contact_days = 0 THEN bad_day ELSE (SELECT day FROM temp.working_days w WHERE w.ordinal = bad.ordinal + contact_days) END AS contact_day,
            CASE WHEN rectify_days = 0 THEN bad_day ELSE (SELECT day FROM temp.working_days w WHERE w.ordinal = bad.ordinal + rectify_days) END AS rectify_day
        FROM temp.terms CROSS JOIN counting JOIN temp.calendar bad ON bad.day = bad_day
    ),
    mark (day, figure) AS (
        SELECT (appealed_ms + 28800000) / 86400000, 'reviewsAppealed' FROM review WHERE appealed_ms IS NOT NULL
        UNION ALL SELECT day, 'reviewsUpheld' FROM review WHERE stars IS NOT NULL AND is_upheld
        UNION ALL SELECT day, 'stars' || stars FROM counting WHERE NOT by_default
        UNION ALL SELECT day, 'reviewsByDefault' FROM counting WHERE by_default
        UNION ALL SELECT day, 'defaultGood' FROM counting WHERE by_default AND stars >= 3
        UNION ALL SELECT contact_day, 'contactDue' FROM loop
        UNION ALL SELECT contact_day, 'contactDone' FROM loop WHERE contacted_ms IS NOT NULL
        UNION ALL SELECT contact_day, 'contactOnTime' FROM loop WHERE contacted_ms < ((contact_day + 1) * 86400000) - 28800000
        UNION ALL SELECT rectify_day, 'rectifyDue' FROM loop
        UNION ALL SELECT rectify_day, 'rectifyDone' FROM loop WHERE rectified_ms IS NOT NULL
        UNION ALL SELECT rectify_day, 'rectifyOnTime' FROM loop WHERE rectified_ms < ((rectify_day + 1) * 86400000) - 28800000
        UNION ALL SELECT (published_ms + 28800000) / 86400000, 'reviewsPublished' FROM loop WHERE published_ms IS NOT NULL
    )
SELECT window_id, day, figure, 0, 1 FROM temp.asked CROSS JOIN mark;

-- Open until rectified. What is due first: the contact while there was none and it is due sooner, else the rectification. Due soon from
-- the day on which nine tenths of the working days are reached. State 2: contacted.
INSERT INTO temp.open (subject_kind, subject, since_ms, due_ms, state, soon_ms)
WITH
    review_event AS MATERIALIZED (
        SELECT subject, place, kind, at_ms, day, json_extract(facts, '$.stars') AS stars, COALESCE(json_extract(facts, '$.byDefault'), 0) AS by_default,
            json_extract(facts, '$.outcome') AS outcome
        FROM temp.said WHERE subject_kind = 3
    ),
    deciding AS (
        SELECT
            subject,
            MAX(place) FILTER (WHERE kind = 30) AS submitted,
            MIN(place) FILTER (WHERE kind = 30 AND stars <= 2 AND NOT by_default) AS bad,
            MAX(place) FILTER (WHERE kind = 34) AS appealed,
            MAX(kind = 31) AS is_contacted,
            MAX(kind = 32) AS is_rectified
        FROM review_event GROUP BY subject
    ),
    bad AS (
        SELECT deciding.subject, b.at_ms, b.day, is_contacted FROM deciding
        JOIN review_event b ON b.subject = deciding.subject AND b.place = bad
        JOIN review_event s ON s.subject = deciding.subject AND s.place = submitted
        LEFT JOIN review_event a ON a.subject = deciding.subject AND a.place = appealed
        WHERE NOT is_rectified AND s.stars IS NOT NULL AND a.outcome IS NOT 'upheld'
    ),
    -- How many working days are waited for, and from which of them on it is due soon.
    next AS (
        SELECT bad.*, CASE WHEN NOT is_contacted AND contact_days < rectify_days THEN contact_days ELSE rectify_days END AS days
        FROM temp.terms CROSS JOIN bad
    )
SELECT
    3, subject, at_ms,
    ((CASE WHEN days = 0 THEN next.day ELSE due.day END + 1) * 86400000) - 28800001,
    CASE WHEN is_contacted THEN 2 ELSE 0 END,
    (soon.day * 86400000) - 28800000
FROM next
JOIN temp.calendar first ON first.day = next.day
LEFT JOIN temp.working_days due ON due.ordinal = first.ordinal + days
LEFT JOIN temp.working_days soon ON soon.ordinal = first.ordinal + (9 * days / 10) + 1;
