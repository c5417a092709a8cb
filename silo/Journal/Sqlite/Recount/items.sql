-- The item catalogue (事项) of a county (decision 0008). Kinds: 60 listed, 61 delisted. All events of an item in the county are taken
-- together; an item is listed, with the flags of its last listing, until it is delisted, and counts at the window of its last event. Each
-- stock changes on the day of the event that changes it. A zero-trip item is used in a year from the first day on which a case was
-- accepted for it anywhere in the county (temp.uses); what comes and goes before that day meets on it and leaves nothing.
INSERT INTO temp.counted (window_id, day, figure, key, times)
WITH
    corrections AS (
        SELECT events.window_id, source_id, subject AS target, CAST(body AS TEXT) AS body, ROW_NUMBER() OVER (
            PARTITION BY events.window_id, source_id, subject
            ORDER BY COALESCE(json_extract(CAST(body AS TEXT), '$.revision'), 0) DESC, event_id DESC) AS place
        FROM temp.county CROSS JOIN main.events
        WHERE events.window_id = county.window_id AND subject_kind = 8 AND window_version <= county.version
    ),
    winners AS MATERIALIZED (SELECT window_id, source_id, target, json_extract(body, '$.data') AS facts FROM corrections WHERE place = 1),
    listing AS MATERIALIZED (
        SELECT
            events.window_id, events.subject AS item, kind = 60 AS is_listing, (occurred_ms + 28800000) / 86400000 AS day,
            CASE WHEN winners.target IS NULL THEN CAST(events.body AS TEXT) ELSE winners.facts END AS facts,
            ROW_NUMBER() OVER (PARTITION BY events.subject ORDER BY occurred_ms, sources.name, events.event_id) AS place
        FROM temp.county
        CROSS JOIN main.events ON events.window_id = county.window_id AND events.subject_kind = 7 AND window_version <= county.version
        JOIN main.sources ON sources.source_id = events.source_id
        LEFT JOIN winners ON winners.window_id = events.window_id AND winners.source_id = events.source_id AND winners.target = events.event_id
        WHERE winners.target IS NULL OR winners.facts IS NOT NULL
    ),
    home AS (SELECT item, window_id FROM listing WHERE (item, place) IN (SELECT item, MAX(place) FROM listing GROUP BY item)),
    stock (figure, member) AS (
        VALUES ('itemsListed', NULL), ('itemsZeroTrip', '$.zeroTrip'), ('itemsComprehensive', '$.comprehensive'), ('itemsCrossProvince', '$.crossProvince'),
            ('itemsOneThing', '$.oneThing')
    ),
    holds AS (
        SELECT item, place, day, figure, is_listing AND (member IS NULL OR COALESCE(json_extract(facts, member), 0)) AS is_in FROM listing CROSS JOIN stock
    ),
    changes AS (SELECT item, day, figure, is_in - LAG(is_in, 1, 0) OVER (PARTITION BY item, figure ORDER BY place) AS times FROM holds),
    -- By year, the first day of it with a case for the item, and the last day of the year.
    first_use AS (
        SELECT item, MIN(day) AS day, CAST(STRFTIME('%s', STRFTIME('%Y', day * 86400, 'unixepoch') || '-12-31') AS INTEGER) / 86400 AS end_of_year
        FROM temp.uses JOIN temp.county USING (window_id) GROUP BY item, STRFTIME('%Y', day * 86400, 'unixepoch')
    ),
    used AS (
        SELECT listing.item, first_use.day AS first_day, MAX(listing.day, first_use.day) AS day, place, is_listing AND COALESCE(json_extract(facts, '$.zeroTrip'), 0) AS is_in
        FROM listing JOIN first_use ON first_use.item = listing.item AND listing.day <= end_of_year
    ),
    use_changes AS (SELECT item, day, is_in - LAG(is_in, 1, 0) OVER (PARTITION BY item, first_day ORDER BY place) AS times FROM used),
    mark AS (
        SELECT item, day, figure, times FROM changes WHERE times <> 0
        UNION ALL SELECT item, day, 'itemsZeroTripUsed', times FROM use_changes WHERE times <> 0
    )
SELECT window_id, day, figure, 0, times FROM mark JOIN home USING (item);
