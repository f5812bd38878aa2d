-- Each table, with the statement that counts its rows which transactions after a snapshot have written,
-- partitions included. The number of a row's transaction stays when the row is frozen, and the rows of
-- transactions that were rolled back aren't seen. Who wrote is known for as long as
-- track_commit_timestamp is on: 0 is a session of this server, any other number replication.
-- $1 text: what pg_current_snapshot() was (NULL: all rows count).
-- Returns: schema, relation, kind (NULL: a table; otherwise what holds no rows here), is_of_server (NULL:
-- no snapshot is given; false: one that this server can't have had, or that is too old), tracks (whether
-- track_commit_timestamp is on), count_statement (NULL: not a table), which returns rows and
-- transactions (of everybody), local_rows, local_transactions, unknown_rows (nobody knows by whom),
-- local_at and last_at (UTC; NULL: unknown).
WITH given AS (
    SELECT m.mark, m.mark::text AS text,
           pg_catalog.mod(pg_catalog.pg_snapshot_xmin(m.mark)::text::numeric, 4294967296) AS oldest,
           pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::numeric
           - pg_catalog.pg_snapshot_xmin(m.mark)::text::numeric AS age,
           pg_catalog.pg_snapshot_xmax(m.mark)
           <= pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()) AS is_past,
           pg_catalog.current_setting('track_commit_timestamp')::boolean AS tracks,
           CASE WHEN NOT pg_catalog.current_setting('track_commit_timestamp')::boolean
                THEN 'SELECT NULL::timestamptz AS at, NULL::oid AS origin'
                WHEN pg_catalog.current_setting('server_version_num')::integer < 140000
                THEN 'SELECT pg_catalog.pg_xact_commit_timestamp(w.xid) AS at, NULL::oid AS origin'
                ELSE 'SELECT o.at, o.origin '
                     'FROM pg_catalog.pg_xact_commit_timestamp_origin(w.xid) AS o (at, origin)'
           END AS commit
    FROM (SELECT $1::pg_snapshot AS mark) AS m
)
SELECT n.nspname AS schema, c.relname AS relation,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                      WHEN 'f' THEN 'foreign table' END AS kind,
       g.is_past AND g.age < 2147483648 AS is_of_server, g.tracks,
       CASE WHEN c.relkind IN ('r', 'p') THEN pg_catalog.format(
           'WITH written AS (SELECT r.xid, pg_catalog.count(*) AS rows FROM (%s) AS r GROUP BY r.xid), '
           'now AS (SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint '
           'AS next), '
           'told AS (SELECT w.rows, c.at, c.origin FROM written AS w, now, LATERAL (%s) AS c WHERE %s) '
           'SELECT COALESCE(pg_catalog.sum(t.rows), 0) AS rows, pg_catalog.count(*) AS transactions, '
           'COALESCE(pg_catalog.sum(t.rows) FILTER (WHERE t.is_local), 0) AS local_rows, '
           'pg_catalog.count(*) FILTER (WHERE t.is_local) AS local_transactions, '
           'COALESCE(pg_catalog.sum(t.rows) FILTER (WHERE t.is_local IS NULL), 0) AS unknown_rows, '
           'pg_catalog.to_char(pg_catalog.max(t.at) FILTER (WHERE t.is_local) AT TIME ZONE ''UTC'', %L) '
           'AS local_at, '
           'pg_catalog.to_char(pg_catalog.max(t.at) AT TIME ZONE ''UTC'', %L) AS last_at '
           'FROM (SELECT told.rows, told.at, told.origin OPERATOR(pg_catalog.=) 0::oid AS is_local '
           'FROM told) AS t',
           COALESCE(t.rows, 'SELECT NULL::xid AS xid WHERE false'), g.commit,
           CASE WHEN g.mark IS NULL THEN 'true' ELSE pg_catalog.format(
               'NOT pg_catalog.pg_visible_in_snapshot((now.next OPERATOR(pg_catalog.-) pg_catalog.mod('
               'now.next OPERATOR(pg_catalog.-) w.xid::text::bigint, 4294967296))::text::xid8, '
               '%L::pg_snapshot)', g.text) END,
           'YYYY-MM-DD"T"HH24:MI:SS"Z"', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS count_statement
FROM given AS g
CROSS JOIN pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    WITH RECURSIVE tree AS (
        SELECT c.oid, c.relkind, n.nspname, c.relname
        UNION ALL
        SELECT l.oid, l.relkind, ln.nspname, l.relname
        FROM tree
        JOIN pg_catalog.pg_inherits AS i ON i.inhparent = tree.oid
        JOIN pg_catalog.pg_class AS l ON l.oid = i.inhrelid
        JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.relnamespace
        WHERE tree.relkind = 'p'
          AND COALESCE(pg_catalog.to_jsonb(i) ->> 'inhdetachpending', 'false') = 'false'
    )
    SELECT pg_catalog.string_agg(
               pg_catalog.format('SELECT t.xmin AS xid FROM ONLY %I.%I AS t WHERE %s',
                                 tree.nspname, tree.relname,
                                 -- Ages are negative for transactions of the last round of numbers.
                                 CASE WHEN g.mark IS NULL THEN 'true' ELSE pg_catalog.format(
                                     'pg_catalog.age(t.xmin) OPERATOR(pg_catalog.>=) 0 '
                                     'AND pg_catalog.age(t.xmin) OPERATOR(pg_catalog.<=) '
                                     'pg_catalog.age(%L::xid)', g.oldest) END),
               ' UNION ALL ' ORDER BY tree.nspname COLLATE "C", tree.relname COLLATE "C") AS rows
    FROM tree
    WHERE tree.relkind = 'r'
) AS t ON c.relkind IN ('r', 'p')
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
