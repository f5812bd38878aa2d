-- The archiver works on its own: wait until it has archived.
DO $$
BEGIN
  FOR attempt IN 1..200 LOOP
    PERFORM pg_logical_emit_message(false, 'case', 'something to archive');
    PERFORM pg_switch_wal();
    PERFORM pg_sleep(0.05);
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN (SELECT COALESCE(last_archived_time >= COALESCE(last_failed_time, '-infinity'), false) FROM pg_stat_archiver);
  END LOOP;
END $$;
