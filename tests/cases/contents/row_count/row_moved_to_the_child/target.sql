INSERT INTO events VALUES (1);
INSERT INTO events_archive VALUES (2);
