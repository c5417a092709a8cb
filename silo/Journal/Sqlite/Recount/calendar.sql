-- Working days (工作日): Monday to Friday, less public holidays, plus the days worked in exchange (calendar.json). 1990-01-01, day 7305, is a
-- Monday and lies before all events (RELIABILITY R10). The table ends with a Sunday, in 2035 or at least two weeks after the newest event
-- and the last day that calendar.json names: beyond it all weeks are alike, five working days in seven, and cases.sql reckons so.
DELETE FROM temp.calendar;
INSERT INTO temp.calendar (day, is_working, ordinal)
WITH RECURSIVE
    newest (day) AS (
        SELECT MAX(24100, COALESCE((SELECT MAX(last_event_ms + 28800000) / 86400000 FROM main.windows), 0), COALESCE((SELECT MAX(day) FROM temp.exceptions), 0))
    ),
    days (day) AS (SELECT 7305 UNION ALL SELECT days.day + 1 FROM days CROSS JOIN newest WHERE days.day < 7304 + (7 * ((newest.day - 7305) / 7 + 3))),
    known AS (SELECT days.day, COALESCE(exceptions.is_working, (days.day + 3) % 7 < 5) AS is_working FROM days LEFT JOIN temp.exceptions USING (day))
SELECT day, is_working, SUM(is_working) OVER (ORDER BY day ROWS UNBOUNDED PRECEDING) FROM known;

DELETE FROM temp.working_days;
INSERT INTO temp.working_days (ordinal, day) SELECT ordinal, day FROM temp.calendar WHERE is_working;
