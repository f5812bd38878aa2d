-- The constraints of every table: keys, foreign keys, checks and exclusions. NOT NULL, a constraint
-- since 18, is a property of the column; constraint triggers are triggers. A foreign key bites as
-- long as its own triggers are enabled.
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
           CASE WHEN pg_catalog.to_jsonb(k) ->> 'conenforced' = 'false' THEN 'it is not enforced'
                WHEN NOT k.convalidated THEN 'rows from before it were never checked'
                WHEN fires.enabled <> 'O' THEN 'its triggers are not enabled' END AS doubt
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
