DO $$ BEGIN EXECUTE pg_catalog.format('GRANT pg_read_all_stats TO %I', session_user); END $$;
