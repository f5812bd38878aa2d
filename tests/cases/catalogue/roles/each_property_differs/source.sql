ALTER DATABASE gate_case SET app.secret = 'hunter2';
GRANT pg_monitor TO app;
INSERT INTO pg_shseclabel VALUES ('app'::regrole, 'pg_authid'::regclass, 'dummy', 'ours');
DO $$ BEGIN EXECUTE format('GRANT reader TO %I', session_user); END $$;
