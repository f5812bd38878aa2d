-- Forgets what was archived, once the archiver has nothing left to do.
DO $$
DECLARE segment text;
BEGIN
  PERFORM pg_logical_emit_message(false, 'case', 'something to archive');
  segment := pg_walfile_name(pg_switch_wal());
  FOR attempt IN 1..200 LOOP
    EXIT WHEN (SELECT last_archived_wal >= segment FROM pg_stat_archiver);
    PERFORM pg_sleep(0.05);
    PERFORM pg_stat_clear_snapshot();
  END LOOP;
  PERFORM pg_stat_reset_shared('archiver');
END $$;
