-- Comments and security labels on the database, on objects that users created and on large objects.
-- Comments that a server or an extension made by itself are marked, because versions differ in them.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT i.schema, (SELECT r.relname FROM pg_catalog.pg_class AS r WHERE r.oid = of.relation) AS relation,
       -- Up to 15 a server says "transform for t on language l".
       CASE i.type WHEN 'database' THEN 'the database'
                   WHEN 'transform' THEN pg_catalog.format(
                       'transform %s', pg_catalog.replace(i.identity, ' on language ', ' language '))
                   ELSE pg_catalog.format('%s %s', i.type, i.identity) END AS object,
       -- A dump contains the labels of an extension's objects, but not the comments.
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = c.class AND e.objid = c.oid AND e.deptype = 'e'
                 AND c.name = 'comment') AS of_extension,
       pg_catalog.json_object_agg(
           c.name, CASE WHEN c.own IS NULL THEN pg_catalog.to_json(c.text)
                        ELSE pg_catalog.json_build_object('own', c.text) END) AS properties, NULL AS doubt
FROM (
    SELECT d.classoid AS class, d.objoid AS oid, d.objsubid AS sub, 'comment' AS name,
           d.description AS text,
           CASE d.classoid
               WHEN 'pg_catalog.pg_extension'::pg_catalog.regclass
               THEN (SELECT a.comment FROM pg_catalog.pg_extension AS x
                     JOIN pg_catalog.pg_available_extensions AS a ON a.name = x.extname
                     WHERE x.oid = d.objoid AND a.comment = d.description)
               WHEN 'pg_catalog.pg_namespace'::pg_catalog.regclass
               THEN NULLIF(d.description, NULLIF(d.description, 'standard public schema'))
           END AS own
    FROM pg_catalog.pg_description AS d
    -- DROP SUBSCRIPTION forgets the comment. Everybody may read the view's subid.
    WHERE d.classoid <> 'pg_catalog.pg_subscription'::pg_catalog.regclass
       OR EXISTS (SELECT FROM pg_catalog.pg_stat_subscription AS s WHERE s.subid = d.objoid)
    UNION ALL
    SELECT d.classoid, d.objoid, 0, 'comment', d.description,
           NULLIF(d.description, NULLIF(d.description, 'default administrative connection database'))
    FROM pg_catalog.pg_shdescription AS d
    WHERE d.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass
      AND d.objoid = (SELECT b.oid FROM pg_catalog.pg_database AS b
                      WHERE b.datname = pg_catalog.current_database())
    UNION ALL
    SELECT l.classoid, l.objoid, l.objsubid, 'label of ' || l.provider, l.label, NULL
    FROM pg_catalog.pg_seclabel AS l
    UNION ALL
    SELECT l.classoid, l.objoid, 0, 'label of ' || l.provider, l.label, NULL
    FROM pg_catalog.pg_shseclabel AS l
    WHERE l.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass
      AND l.objoid = (SELECT b.oid FROM pg_catalog.pg_database AS b
                      WHERE b.datname = pg_catalog.current_database())
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
CROSS JOIN LATERAL (
    -- What belongs to a relation goes with it.
    SELECT CASE c.class
        WHEN 'pg_catalog.pg_class'::pg_catalog.regclass THEN COALESCE(
            (SELECT x.indrelid FROM pg_catalog.pg_index AS x WHERE x.indexrelid = c.oid),
            (SELECT d.refobjid
             FROM pg_catalog.pg_depend AS d
             JOIN pg_catalog.pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
             WHERE d.classid = c.class AND d.objid = c.oid AND d.refclassid = c.class),
            c.oid)
        WHEN 'pg_catalog.pg_constraint'::pg_catalog.regclass
            THEN (SELECT o.conrelid FROM pg_catalog.pg_constraint AS o WHERE o.oid = c.oid)
        WHEN 'pg_catalog.pg_trigger'::pg_catalog.regclass
            THEN (SELECT o.tgrelid FROM pg_catalog.pg_trigger AS o WHERE o.oid = c.oid)
        WHEN 'pg_catalog.pg_policy'::pg_catalog.regclass
            THEN (SELECT o.polrelid FROM pg_catalog.pg_policy AS o WHERE o.oid = c.oid)
        WHEN 'pg_catalog.pg_rewrite'::pg_catalog.regclass
            THEN (SELECT o.ev_class FROM pg_catalog.pg_rewrite AS o WHERE o.oid = c.oid)
        END AS relation
) AS of
-- A number of a large object or of the database postgres may be small, and initdb makes public. It
-- also makes plpgsql, whose comment dumps leave out.
WHERE (c.oid >= 16384
       OR c.class IN ('pg_catalog.pg_largeobject'::pg_catalog.regclass,
                      'pg_catalog.pg_database'::pg_catalog.regclass)
       OR c.class = 'pg_catalog.pg_namespace'::pg_catalog.regclass
          AND c.oid = pg_catalog.to_regnamespace('public'))
  AND i.schema IS DISTINCT FROM 'information_schema'
GROUP BY i.schema, i.type, i.identity, c.class, c.oid, of.relation, of_extension
ORDER BY i.schema COLLATE "C", i.type COLLATE "C", i.identity COLLATE "C";
