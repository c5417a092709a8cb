-- Changes of sealed days that wait for approval (2) or were refused (4) are in no cell (decision 0009), so they are taken out here; so are those
-- that were approved (3) or superseded (5) at a later version than the one asked for. They are written as text: accepted+1 waits12-1.
INSERT INTO temp.counted (window_id, day, figure, key, times)
WITH
    change AS (
        SELECT revisions.window_id, revisions.business_day, value, INSTR(REPLACE(value, '-', '+'), '+') AS sign
        FROM temp.asked CROSS JOIN main.revisions ON revisions.window_id = asked.window_id
        JOIN json_each('["' || REPLACE(changes, ' ', '","') || '"]')
        WHERE changes <> '' AND out_from <= asked.version AND (state IN (2, 4) OR (state IN (3, 5) AND asked.version < out_until))
    ),
    split AS (
        SELECT window_id, business_day, SUBSTR(value, 1, sign - 1) AS name, RTRIM(SUBSTR(value, 1, sign - 1), '0123456789') AS family, CAST(SUBSTR(value, sign) AS INTEGER) AS times
        FROM change
    )
SELECT
    window_id, business_day,
    CASE WHEN family IN ('waits', 'handling', 'trend') THEN family ELSE name END,
    CASE WHEN family IN ('waits', 'handling', 'trend') THEN CAST(SUBSTR(name, LENGTH(family) + 1) AS INTEGER) ELSE 0 END,
    -times
FROM split;
