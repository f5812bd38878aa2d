-- Which relations that this transaction has locked aren't what its snapshot knows: rewritten,
-- truncated, replaced, attached or detached since. A snapshot sees rows that were rewritten after
-- it as no rows at all. Tables show the catalogue of the snapshot, functions the current one. A
-- locked relation doesn't change, so the answer holds for all that was read of it. A partition that
-- was created after the snapshot has no row that the snapshot sees: what was read through its
-- partitioned table is complete. OFFSET 0 makes the server look up each relation by its oid.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: relation, change (a predicate of it).
WITH RECURSIVE tree AS (
    SELECT l.relation AS oid, true AS is_locked
    FROM pg_catalog.pg_locks AS l
    WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
      AND l.locktype OPERATOR(pg_catalog.=) 'relation'::pg_catalog.text
      AND l.relation OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
    UNION
    SELECT i.inhrelid, false
    FROM tree
    CROSS JOIN LATERAL (
        SELECT p.oid FROM pg_catalog.pg_class AS p
        WHERE p.oid OPERATOR(pg_catalog.=) tree.oid
          AND p.relkind OPERATOR(pg_catalog.=) 'p'::pg_catalog."char" OFFSET 0) AS p
    CROSS JOIN LATERAL (
        SELECT i.inhrelid FROM pg_catalog.pg_inherits AS i
        WHERE i.inhparent OPERATOR(pg_catalog.=) p.oid
          AND COALESCE(pg_catalog.to_jsonb(i) OPERATOR(pg_catalog.->>) 'inhdetachpending'::pg_catalog.text,
                       'false'::pg_catalog.text) OPERATOR(pg_catalog.=) 'false'::pg_catalog.text
        OFFSET 0) AS i
)
SELECT DISTINCT COALESCE(now.identity, known.name) AS relation, told.change
FROM tree
LEFT JOIN LATERAL (
    SELECT c.oid, c.relfilenode, i.inhparent AS parent,
           pg_catalog.format('%I.%I'::pg_catalog.text, n.nspname, c.relname) AS name
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
    LEFT JOIN pg_catalog.pg_inherits AS i
           ON i.inhrelid OPERATOR(pg_catalog.=) c.oid AND c.relispartition
          AND COALESCE(pg_catalog.to_jsonb(i) OPERATOR(pg_catalog.->>) 'inhdetachpending'::pg_catalog.text,
                       'false'::pg_catalog.text) OPERATOR(pg_catalog.=) 'false'::pg_catalog.text
    WHERE c.oid OPERATOR(pg_catalog.=) tree.oid OFFSET 0
) AS known ON true
LEFT JOIN LATERAL (
    SELECT o.type, o.identity
    FROM pg_catalog.pg_identify_object('pg_catalog.pg_class'::pg_catalog.regclass, tree.oid, 0) AS o
    WHERE tree.is_locked OFFSET 0
) AS now ON true
LEFT JOIN LATERAL (
    SELECT a.relid::pg_catalog.oid AS oid
    FROM pg_catalog.pg_partition_ancestors(tree.oid) WITH ORDINALITY AS a (relid, place)
    WHERE a.place OPERATOR(pg_catalog.=) '2'::pg_catalog.int8
) AS parent ON true
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN now.type OPERATOR(pg_catalog.<>)
             ALL ('{table,view,materialized view,foreign table}'::pg_catalog.text[]) THEN NULL
        WHEN known.oid IS NULL THEN CASE
            WHEN EXISTS (
                SELECT FROM pg_catalog.pg_partition_ancestors(tree.oid) AS a
                JOIN tree AS read ON read.oid OPERATOR(pg_catalog.=) a.relid
                WHERE read.oid OPERATOR(pg_catalog.<>) tree.oid) THEN NULL
            ELSE 'was created, perhaps in the place of another one' END
        WHEN known.name OPERATOR(pg_catalog.<>) now.identity
            THEN pg_catalog.concat('got its name, which was ', known.name)
        WHEN known.relfilenode OPERATOR(pg_catalog.<>) pg_catalog.pg_relation_filenode(tree.oid)
             AND tree.is_locked THEN 'was rewritten or truncated'
        WHEN known.parent IS NULL AND parent.oid IS NOT NULL
            THEN 'was attached to a partitioned table'
        WHEN parent.oid IS NULL AND known.parent IS NOT NULL
             OR parent.oid OPERATOR(pg_catalog.<>) known.parent
            THEN 'was detached from its partitioned table, or dropped' END AS change
) AS told
WHERE told.change IS NOT NULL
ORDER BY 1, 2;
