-- Writes the query for the statements that pg_stat_statements has of this database, those first that took
-- the most time. Statements within functions are left out: their names depend on the function's settings.
-- $1 text: JSON list of the roles whose statements count; empty: all but the role of this session.
-- Returns: statement, none without the extension. It returns: id, query (NULL or <insufficient privilege>:
-- this role may not see it), calls, milliseconds, rows.
SELECT pg_catalog.format(
    'SELECT pg_catalog.min(s.queryid)::text AS id, s.query, pg_catalog.sum(s.calls)::text AS calls, '
    'pg_catalog.sum(s.total_exec_time)::text AS milliseconds, pg_catalog.sum(s.rows)::text AS rows '
    'FROM %1$I.pg_stat_statements AS s '
    'WHERE s.dbid OPERATOR(pg_catalog.=) (SELECT d.oid FROM pg_catalog.pg_database AS d '
    'WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()) '
    'AND s.userid OPERATOR(pg_catalog.=) ANY (%2$L::oid[]) '
    'AND COALESCE(pg_catalog.to_jsonb(s) OPERATOR(pg_catalog.->>) ''toplevel'', ''true'') '
    'OPERATOR(pg_catalog.=) ''true'' '
    'GROUP BY s.query '
    'ORDER BY pg_catalog.sum(s.total_exec_time) DESC, pg_catalog.min(s.queryid)',
    n.nspname,
    ARRAY(SELECT r.oid FROM pg_catalog.pg_roles AS r
          WHERE CASE WHEN $1::jsonb = '[]'
                     THEN r.rolname NOT IN (CURRENT_USER, SESSION_USER)
                     ELSE $1::jsonb @> pg_catalog.to_jsonb(r.rolname::text) END)) AS statement
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
WHERE e.extname = 'pg_stat_statements';
