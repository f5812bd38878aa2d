CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, born date);
INSERT INTO users VALUES (1, 'a@example.org', '1990-01-01'), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL);
CREATE TABLE notes (note text, at timestamptz);
INSERT INTO notes VALUES ('a'), ('a'), ('b');
CREATE TABLE events (id integer, v text, at timestamptz, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_b (gone text, v text, id integer NOT NULL, at timestamptz);
ALTER TABLE events_b DROP COLUMN gone;
ALTER TABLE events ATTACH PARTITION events_b FOR VALUES FROM (10) TO (20);
INSERT INTO events VALUES (1, 'a', NULL), (2, 'b', '2021-06-01 12:00Z'), (11, 'c', NULL), (12, 'd', NULL);

-- It has another name from 16 on.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE gate_case SET %I = on', (
    SELECT name FROM pg_settings WHERE name IN ('force_parallel_mode', 'debug_parallel_query')));
END $$;
ALTER DATABASE gate_case SET enable_tidscan = off;
ALTER DATABASE gate_case SET enable_seqscan = off;
ALTER DATABASE gate_case SET enable_hashagg = off;
ALTER DATABASE gate_case SET transform_null_equals = on;
ALTER DATABASE gate_case SET array_nulls = off;
ALTER DATABASE gate_case SET default_transaction_isolation = 'serializable';
ALTER DATABASE gate_case SET default_transaction_read_only = on;
ALTER DATABASE gate_case SET search_path = 'nowhere';
