-- Codes in the catalogues that gonogo doesn't know, because another PostgreSQL gives them a meaning. gonogo's
-- statements ask for codes one by one: they would skip such an object, or take it for one of another kind.
-- What is PostgreSQL's own, below number 16384, isn't looked at.
-- Returns: place (catalogue and column), code, object.
SELECT u.place, u.code::text AS code, i.type || ' ' || i.identity AS object
FROM (
    SELECT 'pg_class.relkind' AS place, k.relkind AS code, 'riStvmcfpI' AS known,
           'pg_catalog.pg_class'::pg_catalog.regclass AS class, k.oid, 0 AS part
    FROM pg_catalog.pg_class AS k
    UNION ALL
    SELECT 'pg_class.relpersistence', k.relpersistence, 'put', 'pg_catalog.pg_class'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_class AS k
    UNION ALL
    SELECT 'pg_class.relreplident', k.relreplident, 'dnfi', 'pg_catalog.pg_class'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_class AS k
    UNION ALL
    SELECT 'pg_attribute.attidentity', k.attidentity, 'ad',
           'pg_catalog.pg_class'::pg_catalog.regclass, k.attrelid, k.attnum
    FROM pg_catalog.pg_attribute AS k
    UNION ALL
    SELECT 'pg_attribute.attgenerated', k.attgenerated, 'sv',
           'pg_catalog.pg_class'::pg_catalog.regclass, k.attrelid, k.attnum
    FROM pg_catalog.pg_attribute AS k
    UNION ALL
    SELECT 'pg_constraint.contype', k.contype, 'cfnpuxt', 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_constraint AS k
    UNION ALL
    SELECT 'pg_constraint.confmatchtype', k.confmatchtype, ' fps',
           'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_constraint AS k
    UNION ALL
    SELECT 'pg_proc.prokind', k.prokind, 'fpaw', 'pg_catalog.pg_proc'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_proc AS k
    UNION ALL
    SELECT 'pg_proc.provolatile', k.provolatile, 'isv', 'pg_catalog.pg_proc'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_proc AS k
    UNION ALL
    SELECT 'pg_proc.proparallel', k.proparallel, 'sru', 'pg_catalog.pg_proc'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_proc AS k
    UNION ALL
    SELECT 'pg_aggregate.aggkind', k.aggkind, 'noh', 'pg_catalog.pg_proc'::pg_catalog.regclass, k.aggfnoid::oid, 0
    FROM pg_catalog.pg_aggregate AS k
    UNION ALL
    SELECT 'pg_aggregate.aggfinalmodify', k.aggfinalmodify, 'rsw',
           'pg_catalog.pg_proc'::pg_catalog.regclass, k.aggfnoid::oid, 0
    FROM pg_catalog.pg_aggregate AS k
    UNION ALL
    SELECT 'pg_aggregate.aggmfinalmodify', k.aggmfinalmodify, 'rsw',
           'pg_catalog.pg_proc'::pg_catalog.regclass, k.aggfnoid::oid, 0
    FROM pg_catalog.pg_aggregate AS k
    UNION ALL
    SELECT 'pg_type.typtype', k.typtype, 'bcdempr', 'pg_catalog.pg_type'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_type AS k
    UNION ALL
    SELECT 'pg_trigger.tgenabled', k.tgenabled, 'OARD', 'pg_catalog.pg_trigger'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_trigger AS k
    UNION ALL
    SELECT 'pg_rewrite.ev_enabled', k.ev_enabled, 'OARD', 'pg_catalog.pg_rewrite'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_rewrite AS k
    UNION ALL
    SELECT 'pg_event_trigger.evtenabled', k.evtenabled, 'OARD',
           'pg_catalog.pg_event_trigger'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_event_trigger AS k
    UNION ALL
    SELECT 'pg_policy.polcmd', k.polcmd, '*rawd', 'pg_catalog.pg_policy'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_policy AS k
    UNION ALL
    SELECT 'pg_cast.castcontext', k.castcontext, 'iae', 'pg_catalog.pg_cast'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_cast AS k
    UNION ALL
    SELECT 'pg_cast.castmethod', k.castmethod, 'fib', 'pg_catalog.pg_cast'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_cast AS k
    UNION ALL
    SELECT 'pg_am.amtype', k.amtype, 'it', 'pg_catalog.pg_am'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_am AS k
    UNION ALL
    SELECT 'pg_collation.collprovider', k.collprovider, 'dcib',
           'pg_catalog.pg_collation'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_collation AS k
    UNION ALL
    SELECT 'pg_default_acl.defaclobjtype', k.defaclobjtype, 'rSfTnL',
           'pg_catalog.pg_default_acl'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_default_acl AS k
    UNION ALL
    SELECT 'pg_depend.deptype', k.deptype, 'naiePSxp', k.classid, k.objid, 0
    FROM pg_catalog.pg_depend AS k
    UNION ALL
    SELECT 'pg_shdepend.deptype', k.deptype, 'oairtp', k.classid, k.objid, 0
    FROM pg_catalog.pg_shdepend AS k
    JOIN pg_catalog.pg_database AS d ON d.oid = k.dbid AND d.datname = pg_catalog.current_database()
    UNION ALL
    -- 13 and 14 have only libc.
    SELECT 'pg_database.datlocprovider', COALESCE(pg_catalog.to_jsonb(k) ->> 'datlocprovider', 'c')::"char",
           'cib', 'pg_catalog.pg_database'::pg_catalog.regclass, k.oid, 0
    FROM pg_catalog.pg_database AS k
    WHERE k.datname = pg_catalog.current_database()
) AS u
CROSS JOIN LATERAL pg_catalog.pg_identify_object(u.class, u.oid, u.part) AS i
WHERE u.oid >= 16384 AND pg_catalog.strpos(u.known, u.code::text) = 0
ORDER BY u.place COLLATE "C", i.identity COLLATE "C";
