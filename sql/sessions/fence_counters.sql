-- How many rows of each table have ever been inserted, updated and deleted. Partitions count as
-- their root. Vacuum doesn't change these counters. Leaves out temporary tables, which a read-only
-- transaction may write.
-- Returns: schema, relation, of_extension, inserted, updated, deleted.
SELECT n.nspname AS schema, r.relname AS relation,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS d
               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                 AND d.objid = r.oid AND d.deptype = 'e') AS of_extension,
       pg_catalog.sum(s.n_tup_ins)::bigint AS inserted,
       pg_catalog.sum(s.n_tup_upd)::bigint AS updated,
       pg_catalog.sum(s.n_tup_del)::bigint AS deleted
FROM pg_catalog.pg_stat_user_tables AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.relid AND c.relpersistence <> 't'
JOIN pg_catalog.pg_class AS r ON r.oid = COALESCE(pg_catalog.pg_partition_root(s.relid), s.relid)
JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
GROUP BY n.nspname, r.relname, r.oid
ORDER BY n.nspname COLLATE "C", r.relname COLLATE "C";
