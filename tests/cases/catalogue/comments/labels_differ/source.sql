SET LOCAL allow_system_table_mods = on;
INSERT INTO pg_catalog.pg_seclabel (objoid, classoid, objsubid, provider, label)
VALUES ('t'::regclass, 'pg_class'::regclass, 0, 'mac', 'table secret'),
       ('t'::regclass, 'pg_class'::regclass, 2, 'mac', 'column secret'),
       ('citext'::regtype, 'pg_type'::regclass, 0, 'mac', 'type secret');
INSERT INTO pg_catalog.pg_shseclabel (objoid, classoid, provider, label)
SELECT d.oid, 'pg_database'::regclass, 'mac', 'database secret' FROM pg_database AS d
WHERE d.datname IN (current_database(), 'template1')
  AND NOT EXISTS (SELECT FROM pg_shseclabel AS l WHERE l.objoid = d.oid);  -- that of template1 stays
COMMENT ON TYPE citext IS 'secret';
