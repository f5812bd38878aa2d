-- What tells, compared with an earlier answer, whether the server was written to in between: see
-- core/record/frozen_mark.h. Counts of rows are the server's own, as in fence_counters. xmin of
-- pg_class tells of changes to a relation; vacuum and analyze leave it as it is.
-- Returns: snapshot, rows, sends_when_idle (since PostgreSQL 15 an idle backend sends its counters within 10 s).
SELECT pg_catalog.pg_current_snapshot()::text AS snapshot,
       pg_catalog.md5(pg_catalog.concat(
           (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', c.oid, c.xmin, c.relfilenode), ',' ORDER BY c.oid)
            FROM pg_catalog.pg_class AS c
            WHERE c.oid >= 16384 AND c.relpersistence <> 't'), '/',
           (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', s.relid, s.n_tup_ins, s.n_tup_upd, s.n_tup_del), ','
                                         ORDER BY s.relid)
            FROM pg_catalog.pg_stat_all_tables AS s
            JOIN pg_catalog.pg_class AS c ON c.oid = s.relid AND c.relpersistence <> 't'
            WHERE s.relid >= 16384 OR s.relid = 'pg_catalog.pg_largeobject'::pg_catalog.regclass), '/',
           (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', q.schemaname, q.sequencename, q.last_value), ','
                                         ORDER BY q.schemaname, q.sequencename)
            FROM pg_catalog.pg_sequences AS q))) AS rows,
       pg_catalog.current_setting('server_version_num')::integer >= 150000 AS sends_when_idle;
