-- The constraints of each table: keys, foreign keys, checks and exclusion constraints. NOT NULL is
-- a constraint from PostgreSQL 18 on; here it is a property of the column. Constraint triggers are
-- triggers. The server enforces a foreign key only if the key's own triggers are enabled.
--
-- For a foreign key of or to a partitioned table the server makes one more for each partition, under
-- a name that a dump doesn't contain. On the table that has the key, they are one with it. On a
-- partition, they are the inherited constraint of the key's name. Only some versions have triggers for
-- it on a partition that is partitioned itself, where they never fire.
-- Returns: schema, relation, object (NULL: the relation has none), properties (JSON object of
-- texts), doubt (NULL: none).
WITH RECURSIVE keys AS (
    SELECT k.oid, k.conrelid AS relation, k.oid AS created
    FROM pg_catalog.pg_constraint AS k
    WHERE k.contype = 'f' AND k.conparentid = 0
    UNION ALL
    SELECT k.oid, k.conrelid, keys.created
    FROM keys
    JOIN pg_catalog.pg_constraint AS k ON k.conparentid = keys.oid
),
listed AS (
    SELECT k.conrelid AS relation, k.oid, k.convalidated AS validated, true AS enforced,
           NULL AS triggers
    FROM pg_catalog.pg_constraint AS k
    WHERE k.contype IN ('c', 'p', 'u', 'x')
    UNION ALL
    SELECT keys.relation, keys.created, pg_catalog.bool_and(k.convalidated),
           pg_catalog.bool_and(COALESCE(pg_catalog.to_jsonb(k) ->> 'conenforced', 'true')::boolean),
           pg_catalog.string_agg(DISTINCT g.tgenabled::text, ' ')
    FROM keys
    JOIN pg_catalog.pg_constraint AS k ON k.oid = keys.oid
    LEFT JOIN pg_catalog.pg_trigger AS g ON g.tgconstraint = k.oid
    GROUP BY keys.relation, keys.created
)
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN (
    SELECT l.relation,
           pg_catalog.format('%sconstraint %I', CASE WHEN k.conrelid <> r.oid THEN 'inherited ' END,
                             k.conname) AS object,
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object(
                   'constraint', CASE WHEN k.conrelid = r.oid
                                      THEN pg_catalog.pg_get_constraintdef(k.oid) END),
               -- A check that the child declared too stays when its parent drops it.
               'inherited', CASE WHEN k.contype = 'c' AND k.coninhcount > 0 AND NOT r.relispartition
                                 THEN CASE WHEN k.conislocal THEN 'and declared' ELSE 'yes' END END,
               'validated', l.validated::text,
               'enforced', l.enforced::text,
               'triggers', CASE WHEN k.conrelid = r.oid OR r.relkind <> 'p' THEN l.triggers END
           ) AS properties,
           CASE WHEN NOT l.enforced THEN 'not enforced'
                WHEN NOT l.validated THEN 'not validated for existing rows'
                WHEN l.triggers <> 'O' THEN 'with disabled triggers' END AS doubt
    FROM listed AS l
    JOIN pg_catalog.pg_constraint AS k ON k.oid = l.oid
    JOIN pg_catalog.pg_class AS r ON r.oid = l.relation
) AS o ON o.relation = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
