-- Other cases don't have them; gonogo's snapshot does.
DO $$ BEGIN
  EXECUTE format('REVOKE pg_monitor, pg_read_all_settings, pg_read_all_stats FROM %I', session_user);
END $$;
