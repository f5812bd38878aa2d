DO $$ BEGIN
  EXECUTE format('GRANT pg_monitor, pg_read_all_settings, pg_read_all_stats TO %I', session_user);
END $$;
