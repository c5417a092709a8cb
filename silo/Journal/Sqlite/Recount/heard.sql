-- How many events the window has, and when the newest of them happened; a catalogue (7) says nothing of a window's life.
SELECT COUNT(*), COALESCE(MAX(occurred_ms) FILTER (WHERE subject_kind <> 7), 0)
FROM temp.asked CROSS JOIN main.events WHERE events.window_id = asked.window_id AND window_version <= asked.version;
