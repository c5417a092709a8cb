-- A window's opening on one business day: as the last of its events says. Kinds: 40 opened, 41 paused, 42 resumed, 43 closed. It counts
-- nothing; it stands open (state 0) or paused (1) until it is closed.
INSERT INTO temp.open (subject_kind, subject, since_ms, state)
SELECT 4, subject, at_ms, kind = 41 FROM temp.said AS opening
WHERE subject_kind = 4 AND kind <> 43 AND place = (SELECT MAX(place) FROM temp.said WHERE subject_kind = 4 AND subject = opening.subject);
