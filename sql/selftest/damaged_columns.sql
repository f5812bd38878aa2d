-- Damage to columns of tables.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, c.object, pg_catalog.format(d.plant, c.relation, c.name, c.type, c.def) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_agg((pg_catalog.to_jsonb(a) - ''attoptions'' || '
                         'pg_catalog.jsonb_build_object(''default'', pg_catalog.pg_get_expr(d.adbin, d.adrelid))) '
                         'ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a LEFT JOIN pg_catalog.pg_attrdef AS d '
                         'ON d.adrelid = a.attrelid AND d.adnum = a.attnum '
                         'WHERE a.attrelid = %L::pg_catalog.regclass AND a.attnum > 0', c.relation) AS looks,
       'columns' AS gate,
       pg_catalog.format(CASE WHEN d.finding LIKE 'type: %' THEN '%1$s column %2$s: have ' || d.finding
                                                               || ', want type: %3$s'
                              WHEN d.finding = 'added'
                              THEN '%1$s column added_by_selftest: have one on the target, want none, as on the source'
                              ELSE '%1$s column %2$s: have ' || d.finding END,
                         c.relation, c.name, c.type, c.def) AS finding,
       d.also, NULL AS undo
FROM (
    SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) AS relation,
           pg_catalog.format('%I.%I.%I', n.nspname, r.relname, a.attname) AS object,
           pg_catalog.quote_ident(a.attname) AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
           t.typname, t.typtype, t.typcategory, a.attnum, a.attnotnull, a.attidentity, a.attgenerated,
           a.attcollation = t.typcollation AS has_usual_collation, r.relhastriggers,
           pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS def, used.is_used, used.is_noted, used.is_key
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_class AS r ON r.oid = a.attrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM pg_catalog.pg_depend AS p
                       WHERE p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.refobjid = r.oid
                         AND p.refobjsubid = a.attnum AND p.deptype <> 'i'
                         AND p.objid IS DISTINCT FROM d.oid) AS is_used,
               a.attacl IS NOT NULL OR COALESCE(a.attstattarget, -1) <> -1
               OR pg_catalog.col_description(r.oid, a.attnum) IS NOT NULL AS is_noted,
               EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = r.oid AND i.indisprimary
                                                              AND a.attnum = ANY (i.indkey)) AS is_key
    ) AS used
    WHERE r.relkind = 'r' AND NOT r.relispartition AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE r.oid IN (i.inhrelid, i.inhparent))
) AS c
JOIN (VALUES
    ('column dropped', 'ALTER TABLE %1$s DROP COLUMN %2$s',
     'unused', 'none on the target, want one, as on the source*', 'row_checksum'),
    ('column added', 'ALTER TABLE %1$s ADD COLUMN added_by_selftest integer', 'any', 'added', 'row_checksum'),
    ('column renamed', 'ALTER TABLE %1$s RENAME COLUMN %2$s TO renamed_by_selftest',
     'unused', 'none on the target, want one, as on the source*', 'row_checksum'),
    ('columns in another order',
     'ALTER TABLE %1$s ADD COLUMN moved_by_selftest %3$s; UPDATE %1$s SET moved_by_selftest = %2$s; ALTER '
     'TABLE %1$s DROP COLUMN %2$s; ALTER TABLE %1$s RENAME COLUMN moved_by_selftest TO %2$s',
     'movable', 'position: *, want position: *', ''),
    ('column that allows NULL', 'ALTER TABLE %1$s ALTER COLUMN %2$s DROP NOT NULL',
     'NOT NULL', 'not null: false, want not null: true', ''),
    ('column that refuses NULL', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET NOT NULL',
     'full', 'not null: true, want not null: false', ''),
    ('default lost', 'ALTER TABLE %1$s ALTER COLUMN %2$s DROP DEFAULT',
     'default', 'default: none, want default: %4$s', ''),
    ('default that draws from a sequence lost', 'ALTER TABLE %1$s ALTER COLUMN %2$s DROP DEFAULT',
     'serial', 'default: none, want default: %4$s', ''),
    ('another default', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT CASE WHEN true THEN %4$s END',
     'default', 'default: *CASE*END, want default: %4$s', ''),
    ('default added', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT 0',
     'number', 'default: 0*, want default: none', ''),
    ('varchar without its length', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varchar',
     'varchar', 'type: character varying', ''),
    ('varchar with another length', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varchar(4000)',
     'varchar', 'type: character varying(4000)', ''),
    ('varchar that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'varchar', 'type: text', ''),
    ('text that became varchar', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varchar',
     'text', 'type: character varying', ''),
    ('char that became varchar', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varchar(8)',
     'bpchar', 'type: character varying(8)', 'row_checksum'),
    ('char with another length', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE char(400)',
     'bpchar', 'type: character(400)', 'row_checksum'),
    ('numeric without its scale', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE numeric', 'scale', 'type: numeric', ''),
    ('numeric with another precision', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE numeric(40, 12)',
     'scale', 'type: numeric(40,12)', 'row_checksum'),
    ('numeric that became double precision', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE double precision',
     'numeric', 'type: double precision', 'row_checksum'),
    ('smallint that became integer', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE integer', 'int2', 'type: integer', ''),
    ('integer that became bigint', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE bigint', 'int4', 'type: bigint', ''),
    ('integer that became numeric', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE numeric', 'int4', 'type: numeric', ''),
    ('bigint that became integer',
     'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE integer USING pg_catalog.mod(%2$s, 1000)::integer',
     'int8', 'type: integer', 'row_checksum'),
    ('real that became double precision', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE double precision',
     'float4', 'type: double precision', 'row_checksum'),
    ('double precision that became real',
     'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE real USING pg_catalog.sign(%2$s)::real',
     'float8', 'type: real', 'row_checksum'),
    ('money that became numeric', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE numeric',
     'money', 'type: numeric', 'row_checksum'),
    ('boolean that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'bool', 'type: text', ''),
    ('boolean that became smallint', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE smallint USING %2$s::integer::smallint',
     'bool', 'type: smallint', 'row_checksum'),
    ('bytea that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text USING %2$s::text',
     'bytea', 'type: text', ''),
    ('date that became timestamp', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE timestamp',
     'date', 'type: timestamp without time zone', 'row_checksum'),
    ('time that became interval', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE interval',
     'time', 'type: interval', 'row_checksum'),
    ('timetz that became time', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE time',
     'timetz', 'type: time without time zone', 'row_checksum'),
    ('timestamptz that became timestamp', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE timestamp',
     'timestamptz', 'type: timestamp without time zone', 'row_checksum'),
    ('timestamptz with fewer digits', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE timestamptz(0)',
     'timestamptz', 'type: timestamp(0) with time zone', 'row_checksum'),
    ('timestamp that became timestamptz', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE timestamptz',
     'timestamp', 'type: timestamp with time zone', 'row_checksum'),
    ('timestamp with fewer digits', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE timestamp(0)',
     'timestamp', 'type: timestamp(0) without time zone', 'row_checksum'),
    ('interval with fewer digits', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE interval(0)',
     'interval', 'type: interval(0)', 'row_checksum'),
    ('interval with fewer fields', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE interval day to second',
     'interval', 'type: interval day to second', 'row_checksum'),
    ('uuid that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'uuid', 'type: text', ''),
    ('jsonb that became json', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE json', 'jsonb', 'type: json', ''),
    ('json that became jsonb', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE jsonb', 'json', 'type: jsonb', 'row_checksum'),
    ('json that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'json', 'type: text', 'row_checksum'),
    ('xml that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'xml', 'type: text', ''),
    ('inet that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'inet', 'type: text', ''),
    ('cidr that became inet', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE inet', 'cidr', 'type: inet', ''),
    ('macaddr that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'macaddr', 'type: text', ''),
    ('bit that became varbit', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varbit(8)', 'bit', 'type: bit varying(8)', ''),
    ('varbit with another length', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varbit(64)',
     'varbit', 'type: bit varying(64)', 'row_checksum'),
    ('point that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'point', 'type: text', ''),
    ('tsvector that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'tsvector', 'type: text', ''),
    ('range that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'range', 'type: text', ''),
    ('enum that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'enum', 'type: text', ''),
    ('composite type that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'composite', 'type: text', ''),
    ('domain that became its base type', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'domain', 'type: text', ''),
    ('array that became text', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text', 'array', 'type: text', ''),
    ('column with another collation', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text COLLATE "POSIX"',
     'text', 'collation: pg_catalog."POSIX", want collation: *', ''),
    ('column with another storage', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET STORAGE EXTERNAL',
     'text', 'storage: e, want storage: none', ''),
    ('column with another compression', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET COMPRESSION pglz',
     'text of 14', 'compression: p, want compression: none', ''),
    ('identity lost', 'ALTER TABLE %1$s ALTER COLUMN %2$s DROP IDENTITY',
     'identity', 'identity: none, want identity: always', 'grants,owners,sequence_values,sequences'),
    ('identity by default', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET GENERATED BY DEFAULT',
     'identity', 'identity: by default, want identity: always', ''),
    ('column no longer generated', 'ALTER TABLE %1$s ALTER COLUMN %2$s DROP EXPRESSION',
     'generated', 'stored expression: none, want stored expression: %4$s', ''),
    ('column generated in another way',
     'ALTER TABLE %1$s DROP COLUMN %2$s, ADD COLUMN %2$s %3$s GENERATED ALWAYS AS (CASE WHEN true THEN '
     '%4$s END) STORED',
     'generated', 'stored expression: *CASE*END, want stored expression: %4$s', '')
) AS d (kind, plant, applies, finding, also)
  ON CASE d.applies
         WHEN 'any' THEN true
         WHEN 'unused' THEN NOT c.is_used AND NOT c.is_noted AND c.attgenerated = ''
         WHEN 'movable' THEN NOT c.is_used AND NOT c.is_noted AND NOT c.attnotnull AND c.def IS NULL
                             AND NOT c.relhastriggers AND c.type = 'text' AND c.has_usual_collation
         WHEN 'NOT NULL' THEN c.attnotnull AND NOT c.is_key AND c.attidentity = ''
         WHEN 'full' THEN NOT c.attnotnull AND c.attgenerated = ''
         WHEN 'default' THEN c.def IS NOT NULL AND c.attgenerated = '' AND c.def NOT LIKE 'nextval(%'
         WHEN 'serial' THEN c.def LIKE 'nextval(%'
         WHEN 'number' THEN c.def IS NULL AND c.attidentity = '' AND c.typcategory = 'N'
         WHEN 'identity' THEN c.attidentity = 'a'
         WHEN 'generated' THEN c.attgenerated = 's'
         WHEN 'text of 14' THEN c.type = 'text' AND NOT c.is_used
                                AND pg_catalog.current_setting('server_version_num')::integer >= 140000
         ELSE NOT c.is_used AND c.attgenerated = '' AND c.attidentity = '' AND c.def IS NULL AND CASE d.applies
                  WHEN 'scale' THEN c.type LIKE 'numeric(%'
                  WHEN 'enum' THEN c.typtype = 'e'
                  WHEN 'range' THEN c.typtype = 'r'
                  WHEN 'composite' THEN c.typtype = 'c'
                  WHEN 'domain' THEN c.typtype = 'd' AND c.typcategory = 'S'
                  WHEN 'array' THEN c.typcategory = 'A'
                  WHEN 'varchar' THEN c.type LIKE 'character varying(%'
                  ELSE c.typname = d.applies END
     END
ORDER BY c.object COLLATE "C", d.kind;
