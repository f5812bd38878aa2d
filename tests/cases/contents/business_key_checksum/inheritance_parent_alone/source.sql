INSERT INTO events_archive VALUES (2), (3);
