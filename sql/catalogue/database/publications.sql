-- The publications, and the tables and schemas of each, without the migration's own. A publication
-- whose tables are all in one schema is excluded with that schema.
-- $1 text: JSON list of names to leave out; $2 text: regular expression of names to leave out.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
WITH publications AS (
    SELECT p.*, pg_catalog.format('publication %I', p.pubname) AS object
    FROM pg_catalog.pg_publication AS p
    WHERE NOT $1::jsonb ? p.pubname::text AND p.pubname !~ $2::text
),
tables AS (
    SELECT p.oid, p.pubname, p.object, n.nspname, c.relname, r.prrelid,
           pg_catalog.to_jsonb(r) AS entry
    FROM publications AS p
    JOIN pg_catalog.pg_publication_rel AS r ON r.prpubid = p.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = r.prrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
)
SELECT CASE WHEN places.first = places.last THEN places.first END::name AS schema,
       NULL::name AS relation, p.object, false AS of_extension,
       pg_catalog.json_build_object(
           'operations', pg_catalog.concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
                                              CASE WHEN p.pubupdate THEN 'update' END,
                                              CASE WHEN p.pubdelete THEN 'delete' END,
                                              CASE WHEN p.pubtruncate THEN 'truncate' END),
           'all tables', p.puballtables::text,
           'all sequences', COALESCE(pg_catalog.to_jsonb(p) ->> 'puballsequences', 'false'),
           'as the partitioned table', p.pubviaroot::text,
           'generated columns', COALESCE(pg_catalog.to_jsonb(p) ->> 'pubgencols', 'n')) AS properties,
       NULL AS doubt
FROM publications AS p
CROSS JOIN LATERAL (
    SELECT pg_catalog.min(t.nspname::text) AS first, pg_catalog.max(t.nspname::text) AS last
    FROM tables AS t WHERE t.oid = p.oid
) AS places
UNION ALL
SELECT t.nspname, t.relname, pg_catalog.format('%s table %I.%I', t.object, t.nspname, t.relname),
       false,
       pg_catalog.json_build_object(
           'columns', pg_catalog.json_build_object('name', (
                       SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', '
                                                    ORDER BY a.attname COLLATE "C")
                       FROM pg_catalog.jsonb_array_elements_text(
                                CASE pg_catalog.jsonb_typeof(t.entry -> 'prattrs')
                                    WHEN 'array' THEN t.entry -> 'prattrs' END) AS listed (number)
                       JOIN pg_catalog.pg_attribute AS a
                            ON a.attrelid = t.prrelid AND a.attnum = listed.number::smallint)),
           'where', pg_catalog.json_build_object(
               'expression', pg_catalog.to_jsonb(v) ->> 'rowfilter')),
       NULL
FROM tables AS t
LEFT JOIN pg_catalog.pg_publication_tables AS v
     ON v.pubname = t.pubname AND v.schemaname = t.nspname AND v.tablename = t.relname
UNION ALL
SELECT n.nspname, NULL, pg_catalog.format('%s schema %I', p.object, n.nspname), false, '{}'::json, NULL
FROM publications AS p
JOIN pg_catalog.pg_depend AS d
     ON d.refclassid = 'pg_catalog.pg_publication'::pg_catalog.regclass AND d.refobjid = p.oid
    AND d.classid = pg_catalog.to_regclass('pg_catalog.pg_publication_namespace')
JOIN pg_catalog.pg_depend AS e
     ON e.classid = d.classid AND e.objid = d.objid
    AND e.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.refobjid
ORDER BY 3;
