-- Codes in the catalogues that gonogo doesn't know, because another PostgreSQL gives them a meaning. gonogo's
-- statements ask for codes one by one: they would skip such an object, or take it for one of another kind.
-- What is PostgreSQL's own, below number 16384, isn't looked at.
-- Returns: place (catalogue and column), code, object.
SELECT u.place, u.code::text AS code, i.type || ' ' || i.identity AS object
FROM (
    SELECT k.tableoid AS class, k.oid, 0 AS part, c.place, c.code, c.known
    FROM pg_catalog.pg_class AS k
    CROSS JOIN LATERAL (VALUES ('pg_class.relkind', k.relkind, 'riStvmcfpI'),
                               ('pg_class.relpersistence', k.relpersistence, 'put'),
                               ('pg_class.relreplident', k.relreplident, 'dnfi')) AS c (place, code, known)
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, k.attrelid, k.attnum, c.place, c.code, c.known
    FROM pg_catalog.pg_attribute AS k
    CROSS JOIN LATERAL (VALUES ('pg_attribute.attidentity', k.attidentity, 'ad'),
                               ('pg_attribute.attgenerated', k.attgenerated, 'sv')) AS c (place, code, known)
    UNION ALL
    SELECT k.tableoid, k.oid, 0, c.place, c.code, c.known
    FROM pg_catalog.pg_constraint AS k
    CROSS JOIN LATERAL (VALUES ('pg_constraint.contype', k.contype, 'cfnpuxt'),
                               ('pg_constraint.confmatchtype', k.confmatchtype, ' fps')) AS c (place, code, known)
    UNION ALL
    SELECT k.tableoid, k.oid, 0, c.place, c.code, c.known
    FROM pg_catalog.pg_proc AS k
    CROSS JOIN LATERAL (VALUES ('pg_proc.prokind', k.prokind, 'fpaw'),
                               ('pg_proc.provolatile', k.provolatile, 'isv'),
                               ('pg_proc.proparallel', k.proparallel, 'sru')) AS c (place, code, known)
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, k.aggfnoid::oid, 0, c.place, c.code, c.known
    FROM pg_catalog.pg_aggregate AS k
    CROSS JOIN LATERAL (VALUES ('pg_aggregate.aggkind', k.aggkind, 'noh'),
                               ('pg_aggregate.aggfinalmodify', k.aggfinalmodify, 'rsw'),
                               ('pg_aggregate.aggmfinalmodify', k.aggmfinalmodify, 'rsw')) AS c (place, code, known)
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_type.typtype', k.typtype, 'bcdempr'
    FROM pg_catalog.pg_type AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_trigger.tgenabled', k.tgenabled, 'OARD'
    FROM pg_catalog.pg_trigger AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_rewrite.ev_enabled', k.ev_enabled, 'OARD'
    FROM pg_catalog.pg_rewrite AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_event_trigger.evtenabled', k.evtenabled, 'OARD'
    FROM pg_catalog.pg_event_trigger AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_policy.polcmd', k.polcmd, '*rawd'
    FROM pg_catalog.pg_policy AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, c.place, c.code, c.known
    FROM pg_catalog.pg_cast AS k
    CROSS JOIN LATERAL (VALUES ('pg_cast.castcontext', k.castcontext, 'iae'),
                               ('pg_cast.castmethod', k.castmethod, 'fib')) AS c (place, code, known)
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_am.amtype', k.amtype, 'it'
    FROM pg_catalog.pg_am AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_collation.collprovider', k.collprovider, 'dcib'
    FROM pg_catalog.pg_collation AS k
    UNION ALL
    SELECT k.tableoid, k.oid, 0, 'pg_default_acl.defaclobjtype', k.defaclobjtype, 'rSfTnL'
    FROM pg_catalog.pg_default_acl AS k
    UNION ALL
    SELECT k.classid, k.objid, k.objsubid, 'pg_depend.deptype', k.deptype, 'naiePSxp'
    FROM pg_catalog.pg_depend AS k
    UNION ALL
    SELECT k.classid, k.objid, k.objsubid, 'pg_shdepend.deptype', k.deptype, 'oairtp'
    FROM pg_catalog.pg_shdepend AS k
    JOIN pg_catalog.pg_database AS d ON d.oid = k.dbid AND d.datname = pg_catalog.current_database()
    UNION ALL
    -- 13 and 14 have only libc.
    SELECT k.tableoid, k.oid, 0, 'pg_database.datlocprovider',
           COALESCE(pg_catalog.to_jsonb(k) ->> 'datlocprovider', 'c')::"char", 'cib'
    FROM pg_catalog.pg_database AS k
    WHERE k.datname = pg_catalog.current_database()
) AS u
CROSS JOIN LATERAL pg_catalog.pg_identify_object(u.class, u.oid, u.part) AS i
WHERE u.oid >= 16384 AND pg_catalog.strpos(u.known, u.code::text) = 0
ORDER BY u.place COLLATE "C", i.identity COLLATE "C";
