-- Whether a publication includes every change of every relation.
-- $1 text: its name; $2 text: JSON list of the relations, each {schema, name}.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, o.have, o.want
FROM (
    SELECT pg_catalog.format('publication %s', wanted.name) AS object,
           COALESCE(p.operations, 'no such publication') AS have,
           CASE WHEN p.operations IS DISTINCT FROM 'insert, update, delete, truncate'
                THEN 'insert, update, delete, truncate' END AS want
    FROM (SELECT $1::text AS name) AS wanted
    LEFT JOIN (
        SELECT p.pubname, pg_catalog.concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
                                               CASE WHEN p.pubupdate THEN 'update' END,
                                               CASE WHEN p.pubdelete THEN 'delete' END,
                                               CASE WHEN p.pubtruncate THEN 'truncate' END) AS operations
        FROM pg_catalog.pg_publication AS p
    ) AS p ON p.pubname = wanted.name
    UNION ALL
    SELECT pg_catalog.format('%I.%I', w.name ->> 'schema', w.name ->> 'name'),
           CASE WHEN published.oid IS NULL THEN 'not published'
                WHEN published.filtered THEN 'published without some rows or columns'
                ELSE 'published' END,
           CASE WHEN published.oid IS NULL OR published.filtered
                THEN 'published with all rows and columns' END
    FROM pg_catalog.jsonb_array_elements($2::jsonb) AS w (name)
    LEFT JOIN LATERAL (
        SELECT c.oid,
               pg_catalog.to_jsonb(r) ->> 'prqual' IS NOT NULL
               OR pg_catalog.to_jsonb(r) ->> 'prattrs' IS NOT NULL AS filtered
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_publication AS p ON p.pubname = $1::text
        -- From 19 on a publication of all tables names those that it leaves out (prexcept).
        LEFT JOIN pg_catalog.pg_publication_rel AS r
               ON r.prpubid = p.oid AND r.prrelid = c.oid
              AND COALESCE(pg_catalog.to_jsonb(r) ->> 'prexcept', 'false') = 'false'
        WHERE n.nspname = w.name ->> 'schema' AND c.relname = w.name ->> 'name'
          AND (r.oid IS NOT NULL
               OR EXISTS (SELECT FROM pg_catalog.pg_publication_tables AS t
                          JOIN pg_catalog.pg_class AS leaf ON leaf.relname = t.tablename
                          JOIN pg_catalog.pg_namespace AS ln
                               ON ln.oid = leaf.relnamespace AND ln.nspname = t.schemaname
                          WHERE t.pubname = p.pubname
                            AND leaf.oid IN (SELECT c.oid
                                             UNION
                                             SELECT tree.relid
                                             FROM pg_catalog.pg_partition_tree(c.oid) AS tree)))
    ) AS published ON true
) AS o
ORDER BY o.object COLLATE "C";
