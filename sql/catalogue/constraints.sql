-- The constraints of each table: keys, foreign keys, checks and exclusion constraints. NOT NULL is
-- a constraint from PostgreSQL 18 on; here it is a property of the column. Constraint triggers are
-- triggers. The server enforces a foreign key only if the key's own triggers are enabled.
-- Returns: schema, relation, object (NULL: the relation has none), properties (JSON object of
-- texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT pg_catalog.format('constraint %I', k.conname) AS object,
           pg_catalog.json_build_object(
               'definition', pg_catalog.pg_get_constraintdef(k.oid),
               'validated', k.convalidated::text,
               'enforced', COALESCE(pg_catalog.to_jsonb(k) ->> 'conenforced', 'true'),
               'triggers', fires.enabled
           ) AS properties,
           CASE WHEN pg_catalog.to_jsonb(k) ->> 'conenforced' = 'false' THEN 'not enforced'
                WHEN NOT k.convalidated THEN 'not validated for existing rows'
                WHEN fires.enabled <> 'O' THEN 'with disabled triggers' END AS doubt
    FROM pg_catalog.pg_constraint AS k
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(DISTINCT g.tgenabled::text, ' ') AS enabled
        FROM pg_catalog.pg_trigger AS g
        WHERE k.contype = 'f' AND g.tgconstraint = k.oid
    ) AS fires
    WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'p', 'u', 'x')
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
