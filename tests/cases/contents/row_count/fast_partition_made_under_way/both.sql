CREATE TABLE events (id integer) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (0) TO (10);
INSERT INTO events VALUES (1);
ANALYZE events_a;
DO $$ BEGIN
  IF current_setting('server_version_num')::integer >= 150000 THEN
    PERFORM pg_stat_force_next_flush();
  END IF;
END $$;
