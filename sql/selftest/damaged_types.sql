-- Damage to enums, domains, composite types and ranges.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, t.name AS object,
       pg_catalog.format(d.plant, t.name, t.own_name, t.first_label, t.last_label, t.other_labels, t.check_name,
                         t.check_definition, t.base, t.first_attribute, t.schema) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_build_array((SELECT '
       'pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array('
                         't.typname, t.typtype, t.typnotnull, t.typdefault, t.typbasetype, t.typtypmod, r.rngsubtype, '
                         'r.rngcanonical, '
                         '(SELECT pg_catalog.jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) '
                         'FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid), '
                         '(SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(c.conname, c.convalidated, '
                         'pg_catalog.pg_get_constraintdef(c.oid)) ORDER BY c.conname) '
                         'FROM pg_catalog.pg_constraint AS c WHERE c.contypid = t.oid), '
                         '(SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(a.attname, a.atttypid, '
                         'a.atttypmod) '
                         'ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a '
                         'WHERE a.attrelid = t.typrelid)) ORDER BY t.typname) FROM pg_catalog.pg_type AS t '
                         'LEFT JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid '
                         'WHERE t.typnamespace = %L::pg_catalog.regnamespace AND t.typtype IN (''d'', ''e'', ''r'', '
                         '''c'')))',
                         t.schema) AS looks,
       'types' AS gate,
       pg_catalog.format(CASE d.finding WHEN 'added' THEN 'enum %5$s.added_by_selftest: have one on the target, want '
       'none, '
                                                          'as on the source'
                                        ELSE '%1$s %2$s: have ' || d.finding END,
                         t.sort, t.name, t.check_name, t.base, t.schema) AS finding,
       d.also, NULL AS undo
FROM (
    SELECT CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' WHEN 'e' THEN 'enum' ELSE 'type' END AS sort,
           pg_catalog.format('%I.%I', n.nspname, t.typname) AS name, pg_catalog.quote_ident(t.typname) AS own_name,
           pg_catalog.quote_ident(n.nspname) AS schema, t.typnotnull, t.typdefault,
           pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base, e.first_label, e.last_label, e.other_labels,
           pg_catalog.quote_ident(k.conname) AS check_name, k.definition AS check_definition, k.convalidated,
           pg_catalog.quote_ident(a.attname) AS first_attribute,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                   WHERE d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid = t.oid
                     AND d.deptype = 'n'
                     AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i  -- a range's own constructors
                                     WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')) AS is_used
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.typrelid AND a.attnum = 1
    LEFT JOIN LATERAL (
        SELECT k.conname, k.convalidated, pg_catalog.pg_get_constraintdef(k.oid) AS definition
        FROM pg_catalog.pg_constraint AS k WHERE k.contypid = t.oid AND k.contype = 'c'
        ORDER BY k.conname COLLATE "C" LIMIT 1
    ) AS k ON true
    CROSS JOIN LATERAL (
        SELECT (pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder))[1] AS first_label,
               (pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder DESC))[1]
                   AS last_label,
               pg_catalog.array_to_string((pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel)
                                                                ORDER BY e.enumsortorder))[2:], ', ') AS other_labels
        FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid
    ) AS e
    WHERE t.typtype IN ('d', 'e', 'r', 'c') AND (c.oid IS NULL OR c.relkind = 'c')
      AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (t.tableoid, t.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS t
JOIN (VALUES
    ('enum', 'label added to an enum', 'ALTER TYPE %1$s ADD VALUE ''added by selftest''',
     'labels: *, want labels: *', ''),
    ('enum', 'label added at the beginning of an enum', 'ALTER TYPE %1$s ADD VALUE ''added by selftest'' BEFORE %3$s',
     'labels: *, want labels: *', ''),
    ('unused enum', 'label of an enum renamed', 'ALTER TYPE %1$s RENAME VALUE %3$s TO ''renamed by selftest''',
     'labels: *, want labels: *', ''),
    ('unused enum', 'label of an enum lost', 'DROP TYPE %1$s; CREATE TYPE %1$s AS ENUM (%5$s)',
     'labels: *, want labels: *', ''),
    ('unused enum', 'labels of an enum in another order', 'DROP TYPE %1$s; CREATE TYPE %1$s AS ENUM (%5$s, %3$s)',
     'labels: *, want labels: *', ''),
    ('used enum', 'labels of an enum exchanged', 'ALTER TYPE %1$s RENAME VALUE %3$s TO ''renamed by selftest''; '
     'ALTER TYPE %1$s RENAME VALUE %4$s TO %3$s; ALTER TYPE %1$s RENAME VALUE ''renamed by selftest'' TO %4$s',
     'labels: *, want labels: *',
     'row_checksum,columns,indexes,constraints,views,row_security,functions,triggers,materialized_views'),
    ('unused', 'type dropped', 'DROP TYPE %1$s', 'none on the target, want one, as on the source*', 'owners,grants'),
    ('unused', 'type renamed', 'ALTER TYPE %1$s RENAME TO renamed_by_selftest',
     'none on the target, want one, as on the source*', 'owners,grants'),
    ('unused', 'type in another schema', 'ALTER TYPE %1$s SET SCHEMA public',
     'none on the target, want one, as on the source*', 'owners,grants'),
    ('unused domain', 'domain that became an enum', 'DROP DOMAIN %1$s; CREATE TYPE %1$s AS ENUM ()',
     'none on the target, want one, as on the source*', ''),
    ('unused domain', 'domain of another type', 'DROP DOMAIN %1$s; CREATE DOMAIN %1$s AS name',
     'base: name, want base: %4$s', ''),
    ('checked', 'check of a domain dropped', 'ALTER DOMAIN %1$s DROP CONSTRAINT %6$s',
     'check %3$s: none, want check %3$s: *', ''),
    ('checked', 'check of a domain that allows everything', 'ALTER DOMAIN %1$s DROP CONSTRAINT %6$s; '
     'ALTER DOMAIN %1$s ADD CONSTRAINT %6$s CHECK (true)', 'check %3$s: CHECK (true), want check %3$s: *', ''),
    ('checked', 'check of a domain not validated', 'ALTER DOMAIN %1$s DROP CONSTRAINT %6$s; '
     'ALTER DOMAIN %1$s ADD CONSTRAINT %6$s %7$s NOT VALID', 'check %3$s: * NOT VALID, want check %3$s: *', ''),
    ('checked', 'check of a domain renamed', 'ALTER DOMAIN %1$s RENAME CONSTRAINT %6$s TO renamed_by_selftest',
     'check %3$s: none, want check %3$s: *', ''),
    ('domain', 'check of a domain added', 'ALTER DOMAIN %1$s ADD CONSTRAINT added_by_selftest CHECK (true)',
     'check added_by_selftest: CHECK (true), want check added_by_selftest: none', ''),
    ('unused domain', 'domain that refuses NULL', 'ALTER DOMAIN %1$s SET NOT NULL',
     'not null: true, want not null: false', ''),
    ('domain', 'domain with a default', 'ALTER DOMAIN %1$s SET DEFAULT 7', 'default: *7*, want default: *', ''),
    ('default', 'domain without its default', 'ALTER DOMAIN %1$s DROP DEFAULT', 'default: none, want default: *', ''),
    ('composite', 'attribute of a composite type added', 'ALTER TYPE %1$s ADD ATTRIBUTE added_by_selftest integer',
     'attributes: *, added_by_selftest integer, want attributes: *', ''),
    ('composite', 'attribute of a composite type dropped', 'ALTER TYPE %1$s DROP ATTRIBUTE %9$s',
     'attributes: *, want attributes: *', ''),
    ('composite', 'attribute of a composite type renamed',
     'ALTER TYPE %1$s RENAME ATTRIBUTE %9$s TO renamed_by_selftest', 'attributes: *, want attributes: *', ''),
    ('composite', 'attribute of a composite type of another type', 'ALTER TYPE %1$s ALTER ATTRIBUTE %9$s TYPE name',
     'attributes: *, want attributes: *', ''),
    ('range', 'range of another type', 'DROP TYPE %1$s; CREATE TYPE %1$s AS RANGE (SUBTYPE = name)',
     'subtype: name, want subtype: *', ''),
    ('range', 'range with a canonical form', 'UPDATE pg_catalog.pg_range SET rngcanonical = '
     '''pg_catalog.int4range_canonical'' WHERE rngtypid = ''%1$s''::pg_catalog.regtype',
     'canonical: *, want canonical: none', ''),
    ('any', 'type added', 'CREATE TYPE %10$s.added_by_selftest AS ENUM (''a'')',
     'added', 'owners,grants')
) AS d (applies, kind, plant, finding, also)
  ON CASE d.applies
         WHEN 'any' THEN true
         WHEN 'unused' THEN NOT t.is_used
         WHEN 'enum' THEN t.sort = 'enum'
         WHEN 'unused enum' THEN t.sort = 'enum' AND NOT t.is_used AND t.other_labels <> ''
         WHEN 'used enum' THEN t.sort = 'enum' AND t.is_used AND t.other_labels <> ''
         WHEN 'domain' THEN t.sort = 'domain'
         WHEN 'unused domain' THEN t.sort = 'domain' AND NOT t.is_used
         WHEN 'checked' THEN t.sort = 'domain' AND t.convalidated
         WHEN 'default' THEN t.sort = 'domain' AND t.typdefault IS NOT NULL
         WHEN 'composite' THEN t.sort = 'type' AND NOT t.is_used
         WHEN 'range' THEN t.sort = 'range' AND NOT t.is_used
     END
ORDER BY t.name COLLATE "C", d.kind;
