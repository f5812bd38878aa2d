INSERT INTO events_archive SELECT * FROM ONLY events WHERE id = 2;
DELETE FROM ONLY events WHERE id = 2;
