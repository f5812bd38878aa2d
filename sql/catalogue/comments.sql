-- Comments and security labels on objects that users created. The comment on an extension comes
-- from the extension itself and isn't listed.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT i.schema, CASE WHEN c.class = 'pg_catalog.pg_class'::pg_catalog.regclass
                      THEN (SELECT r.relname FROM pg_catalog.pg_class AS r WHERE r.oid = c.oid)
                 END AS relation,
       pg_catalog.format('%s %s', i.type, i.identity) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = c.class AND e.objid = c.oid AND e.deptype = 'e') AS of_extension,
       pg_catalog.json_object_agg(c.name, c.text ORDER BY c.name) AS properties, NULL AS doubt
FROM (
    SELECT d.classoid AS class, d.objoid AS oid, d.objsubid AS sub, 'comment' AS name,
           d.description AS text
    FROM pg_catalog.pg_description AS d
    UNION ALL
    SELECT l.classoid, l.objoid, l.objsubid, 'label of ' || l.provider, l.label
    FROM pg_catalog.pg_seclabel AS l
) AS c
CROSS JOIN LATERAL (
    SELECT n.type, n.identity,
           COALESCE(n.schema,
                    (SELECT s.nspname FROM pg_catalog.pg_namespace AS s
                     WHERE c.class = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                       AND s.oid = c.oid),
                    (SELECT g.schema
                               FROM pg_catalog.pg_depend AS k
                               CROSS JOIN LATERAL pg_catalog.pg_identify_object(
                                   k.refclassid, k.refobjid, 0) AS g
                               WHERE k.classid = c.class AND k.objid = c.oid
                                 AND k.deptype IN ('a', 'n') AND g.schema IS NOT NULL
                               LIMIT 1)) AS schema
    FROM pg_catalog.pg_identify_object(c.class, c.oid, c.sub) AS n
) AS i
WHERE c.oid >= 16384 AND c.class <> 'pg_catalog.pg_extension'::pg_catalog.regclass
  AND i.schema IS DISTINCT FROM 'information_schema'
GROUP BY i.schema, i.type, i.identity, c.class, c.oid
ORDER BY i.schema COLLATE "C", i.type COLLATE "C", i.identity COLLATE "C";
