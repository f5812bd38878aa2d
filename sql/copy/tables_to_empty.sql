-- The tables that one TRUNCATE has to name to empty the relations: they themselves, all that reference
-- them, directly or through others, and the partitions of each.
-- $1 text: JSON list of {"schema", "name"} of the relations to empty; $2 text: of all that are copied.
-- Returns: name (quoted), on_table (the name, after ONLY unless it is partitioned), is_given (whether it is to be emptied
-- or is a partition of one that is), may_truncate (it is copied, no foreign table and has no enabled
-- TRUNCATE trigger of users, and this role has the privilege), unindexed (NULL: none; the foreign keys
-- to relations to be emptied for which it has no index, so that each deleted row costs a scan).
WITH RECURSIVE tree AS (
    SELECT c.oid, true AS is_given
    FROM pg_catalog.json_array_elements($1::json) AS w (relation)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.relation ->> 'schema'
    JOIN pg_catalog.pg_class AS c
         ON c.relnamespace = n.oid AND c.relname = w.relation ->> 'name'
    UNION
    SELECT next.oid, next.is_given
    FROM tree
    CROSS JOIN LATERAL (
        SELECT i.inhrelid AS oid, tree.is_given
        FROM pg_catalog.pg_inherits AS i
        JOIN pg_catalog.pg_class AS c ON c.oid = i.inhparent AND c.relkind = 'p'
        WHERE i.inhparent = tree.oid
        UNION ALL
        SELECT k.conrelid, false
        FROM pg_catalog.pg_constraint AS k
        WHERE k.contype = 'f' AND k.confrelid = tree.oid
    ) AS next
),
tables AS (
    SELECT t.oid, pg_catalog.bool_or(t.is_given) AS is_given FROM tree AS t GROUP BY t.oid
),
copied AS (
    SELECT c.oid
    FROM pg_catalog.json_array_elements($2::json) AS w (relation)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.relation ->> 'schema'
    JOIN pg_catalog.pg_class AS c
         ON c.relnamespace = n.oid AND c.relname = w.relation ->> 'name'
)
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
       pg_catalog.format('%s%I.%I', CASE WHEN c.relkind <> 'p' THEN 'ONLY ' END, n.nspname,
                         c.relname) AS on_table,
       t.is_given,
       c.relkind IN ('r', 'p')
           AND (t.oid IN (SELECT o.oid FROM copied AS o)
                OR EXISTS (SELECT FROM pg_catalog.pg_partition_ancestors(t.oid) AS a
                           JOIN copied AS o ON o.oid = a.relid))
           AND pg_catalog.has_table_privilege(t.oid, 'TRUNCATE')
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger AS g
                           WHERE g.tgrelid = t.oid AND NOT g.tgisinternal AND g.tgenabled <> 'D'
                             AND g.tgtype::int & 32 <> 0) AS may_truncate,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(k.conname), ', '
                                     ORDER BY k.conname COLLATE "C")
        FROM pg_catalog.pg_constraint AS k
        JOIN tables AS parent ON parent.oid = k.confrelid AND parent.is_given
        WHERE k.contype = 'f' AND k.conrelid = t.oid AND k.conparentid = 0
          AND NOT EXISTS (
              SELECT FROM pg_catalog.pg_index AS i
              WHERE i.indrelid = t.oid AND i.indisvalid AND i.indpred IS NULL
                AND (i.indkey::smallint[])[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey)
       ) AS unindexed
FROM tables AS t
JOIN pg_catalog.pg_class AS c ON c.oid = t.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
