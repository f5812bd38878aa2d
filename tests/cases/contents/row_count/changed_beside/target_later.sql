ALTER INDEX by_name RENAME TO name_index;
CREATE INDEX made_later ON users (name);
CREATE TABLE grown_2 PARTITION OF grown FOR VALUES FROM (100) TO (200);
INSERT INTO grown VALUES (100);
ALTER TABLE elsewhere DETACH PARTITION elsewhere_1;
SET LOCAL allow_system_table_mods = on;
-- As DETACH PARTITION ... FINALIZE, which would wait for gonogo.
DELETE FROM pg_inherits WHERE inhdetachpending;
UPDATE pg_class SET relispartition = false, relpartbound = NULL WHERE relname IN ('events_2', 'events_3');
ALTER TABLE archive ATTACH PARTITION events_3 FOR VALUES FROM (200) TO (300);
UPDATE pg_class SET relname = 'renamed' WHERE relname = 'read_by_another';
