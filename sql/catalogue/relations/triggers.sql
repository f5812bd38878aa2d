-- The triggers and rules of each table and view, without the triggers of keys. A partition lists also
-- the triggers that it has from its partitioned table, each of which can be disabled on its own. Some
-- versions call these internal.
-- Returns: schema, relation, object (NULL: the relation has none), properties (JSON object of
-- texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT fires.object,
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object('statement', fires.definition),
               'enabled', fires.enabled,
               'depends on extensions',
               (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(x.extname), ', '
                                            ORDER BY x.extname COLLATE "C")
                FROM pg_catalog.pg_depend AS d
                JOIN pg_catalog.pg_extension AS x ON x.oid = d.refobjid
                WHERE d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND d.objid = fires.trigger
                  AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass)) AS properties,
           CASE fires.enabled WHEN 'no' THEN 'disabled'
                              WHEN 'on replicas' THEN 'fires on replicas only' END AS doubt
    FROM (SELECT g.oid AS trigger, pg_catalog.format('trigger %I', g.tgname) AS object,
                 pg_catalog.pg_get_triggerdef(g.oid) AS definition,
                 CASE g.tgenabled WHEN 'O' THEN 'yes' WHEN 'A' THEN 'always'
                                  WHEN 'R' THEN 'on replicas' ELSE 'no' END AS enabled
          FROM pg_catalog.pg_trigger AS g
          LEFT JOIN pg_catalog.pg_constraint AS k ON k.oid = g.tgconstraint
          WHERE g.tgrelid = c.oid AND (k.oid IS NULL OR k.contype = 't')
          UNION ALL
          SELECT NULL, pg_catalog.format('rule %I', r.rulename),
                 pg_catalog.pg_get_ruledef(r.oid),
                 CASE r.ev_enabled WHEN 'O' THEN 'yes' WHEN 'A' THEN 'always'
                                   WHEN 'R' THEN 'on replicas' ELSE 'no' END
          FROM pg_catalog.pg_rewrite AS r
          WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN') AS fires
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
