-- What a dump needn't or can't create on this server, for this role.
-- Returns: is_superuser, schemas, event_triggers (JSON lists of names; event triggers of others).
SELECT COALESCE((SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname = CURRENT_USER),
                false) AS is_superuser,
       (SELECT COALESCE(pg_catalog.json_agg(n.nspname), '[]') FROM pg_catalog.pg_namespace AS n)
           AS schemas,
       (SELECT COALESCE(pg_catalog.json_agg(t.evtname), '[]') FROM pg_catalog.pg_event_trigger AS t
        WHERE pg_catalog.pg_get_userbyid(t.evtowner) <> CURRENT_USER)
           AS event_triggers
ORDER BY 1;
