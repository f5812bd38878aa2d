-- As DETACH PARTITION CONCURRENTLY leaves it, if it is interrupted: a partition that no query reads any more.
DO $$ BEGIN
  IF current_setting('server_version_num')::integer >= 140000 THEN
    INSERT INTO events_d VALUES (31, 'y');
    EXECUTE 'UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = ''events_d''::regclass';
  END IF;
END $$;
