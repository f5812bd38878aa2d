-- Damage to single values: another value that is easily taken for the right one.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT pg_catalog.format(d.kind, c.relation, c.name, c.type, c.full_type) AS kind, c.object,
       pg_catalog.format('%1$sDO $selftest$ BEGIN SET LOCAL session_replication_role = replica; '
                         'UPDATE ONLY %3$s SET %4$s = %5$s WHERE ctid = (SELECT ctid FROM ONLY %3$s WHERE %6$s '
                         'ORDER BY %7$s LIMIT 1); IF NOT FOUND THEN RAISE SQLSTATE ''P0002'' USING MESSAGE = ''no row has such a value''; END IF; '
                         'END $selftest$%2$s',
                         CASE d.type WHEN 'invalid' THEN 'CREATE CAST (bytea AS text) WITHOUT FUNCTION; ' END,
                         CASE d.type WHEN 'invalid' THEN '; DROP CAST (bytea AS text)' END,
                         c.relation, c.name, pg_catalog.format(d.value, c.relation, c.name, c.type, c.full_type),
                         pg_catalog.format(d.condition, c.relation, c.name), c.key) AS plant,
       pg_catalog.format('SELECT pg_catalog.md5(pg_catalog.string_agg(COALESCE(%2$s::text, ''none''), '','' '
                         'ORDER BY %3$s)) FROM ONLY %1$s', c.relation, c.name, c.key) AS looks,
       'row_checksum' AS gate,
       pg_catalog.format('%1$s (*): have different values in %2$s, want %2$s as on the source', c.relation, c.name)
           AS finding,
       '' AS also, NULL AS undo
FROM (
    SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) AS relation,
           pg_catalog.format('%I.%I.%I', n.nspname, r.relname, a.attname) AS object,
           pg_catalog.quote_ident(a.attname) AS name, pg_catalog.format_type(a.atttypid, NULL) AS type,
           pg_catalog.format_type(a.atttypid, a.atttypmod) AS full_type, t.typname, t.typtype, a.atttypmod,
           a.attnotnull,
           k.key
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_class AS r ON r.oid = a.attrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(ka.attname), ', ' ORDER BY x.place) AS key
        FROM pg_catalog.pg_index AS i
        CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS x (number, place)
        JOIN pg_catalog.pg_attribute AS ka ON ka.attrelid = i.indrelid AND ka.attnum = x.number
        WHERE i.indrelid = r.oid AND i.indisprimary
    ) AS k
    WHERE r.relkind = 'r' AND NOT r.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND n.nspname !~ '^(pg_.*|information_schema)$' AND k.key IS NOT NULL
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      -- Views, indexes and constraints would show more than the value.
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS p
                      WHERE p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.refobjid = r.oid
                        AND p.refobjsubid = a.attnum)
) AS c
JOIN (VALUES
    ('any', '%3$s that became NULL', '%2$s IS NOT NULL', 'NULL'),
    ('text', 'NULL that became empty text', '%2$s IS NULL', ''''''),
    ('int4', 'NULL that became zero', '%2$s IS NULL', '0'),
    ('bool', 'NULL that became false', '%2$s IS NULL', 'false'),
    ('_int4', 'NULL that became an empty array', '%2$s IS NULL', '''{}'''),
    ('composite', 'NULL that became a row of NULL', '%2$s::text IS NULL', 'ROW(NULL, NULL)'),
    ('composite', 'row of NULL that became NULL', '%2$s IS NULL AND %2$s::text = ''(,)''', 'NULL'),
    ('composite', 'attribute of a composite value lost',
     'NOT %2$s IS NULL', 'pg_catalog.regexp_replace(%2$s::text, ''^\([^,]*,'', ''(,'')::%4$s'),
    ('int2', 'smallint that is one more', '%2$s IS NOT NULL', '%2$s + 1::smallint'),
    ('int4', 'integer with the other sign', '%2$s > 0', '-%2$s'),
    ('int8', 'bigint cut to 53 bits', '%2$s <> %2$s::double precision::numeric', '%2$s - 1'),
    ('int8', 'bigint cut to 32 bits', '%2$s > 100', '%2$s + 4294967296'),
    ('numeric', 'numeric with another scale', '%2$s = 1.5', '1.50'),
    ('numeric', 'numeric with another last digit', '%2$s > 1000000000000', '%2$s + 0.000000001'),
    ('numeric', 'numeric rounded as double precision', '%2$s > 1000000000000', '%2$s::double precision::numeric'),
    ('numeric', 'numeric that became NaN', '%2$s IS NOT NULL', '''NaN'''),
    ('scaled', 'numeric with a scale, one unit more', '%2$s IS NOT NULL', '%2$s + 0.0001'),
    ('float4', 'real zero that became negative zero', '%2$s = 0', '''-0'''),
    ('float4', 'real with another last bit', '%2$s BETWEEN 1 AND 1000', '%2$s * 1.0000001::real'),
    ('float4', 'real that became infinite', '%2$s = 1', '''Infinity'''),
    ('float4', 'NaN that became zero', '%2$s = ''NaN''', '0'),
    ('float8', 'double precision zero that became negative zero', '%2$s = 0', '''-0'''),
    ('float8', 'double precision with another last bit',
     '%2$s BETWEEN 1 AND 1000', '%2$s * 1.0000000000000002::double precision'),
    ('float8', 'double precision rounded to 15 digits', '%2$s > 1e300', '1.79769313486231e308'),
    ('float8', 'infinity that became the largest number', '%2$s = ''Infinity''', '''1.7976931348623157e308'''),
    ('float8', 'infinity that became negative', '%2$s = ''Infinity''', '''-Infinity'''),
    ('float8', 'double precision that became NaN', '%2$s = 1', '''NaN'''),
    ('money', 'money with another cent', '%2$s IS NOT NULL', '%2$s + ''0.01''::money'),
    ('bool', 'boolean the other way round', '%2$s IS NOT NULL', 'NOT %2$s'),
    ('bpchar', 'char with another letter', '%2$s IS NOT NULL', '''!'' || %2$s'),
    ('text', 'text with a trailing blank', '%2$s <> ''''', '%2$s || '' '''),
    ('text', 'text with a leading blank', '%2$s <> ''''', ''' '' || %2$s'),
    ('varchar', 'varchar with a trailing blank', '%2$s <> ''''', '%2$s || '' '''),
    ('varchar', 'varchar cut by a letter', 'pg_catalog.length(%2$s) = 40', 'pg_catalog.left(%2$s, 39)'),
    ('text', 'text in capitals', '%2$s <> pg_catalog.upper(%2$s)', 'pg_catalog.upper(%2$s)'),
    ('text', 'empty text that became NULL', '%2$s = ''''', 'NULL'),
    ('text', 'text that became empty', '%2$s <> ''''', ''''''),
    ('text', 'empty text that became a blank', '%2$s = ''''', ''' '''),
    ('text', 'text in another Unicode form',
     '%2$s LIKE ''%%'' || U&''\00e9'' || ''%%''', 'pg_catalog.replace(%2$s, U&''\00e9'', U&''e\0301'')'),
    ('text', 'text encoded twice',
     '%2$s LIKE ''%%'' || U&''\00e9'' || ''%%''', 'pg_catalog.replace(%2$s, U&''\00e9'', U&''\00c3\00a9'')'),
    ('text', 'text with a question mark for a letter',
     '%2$s LIKE ''%%'' || U&''\00e9'' || ''%%''', 'pg_catalog.replace(%2$s, U&''\00e9'', ''?'')'),
    ('text', 'text with a letter of another script',
     '%2$s LIKE ''%%a%%''', 'pg_catalog.replace(%2$s, ''a'', U&''\0430'')'),
    ('text', 'text with a letter that isn''t seen', '%2$s <> ''''', '%2$s || U&''\200b'''),
    ('text', 'text with other ends of lines', '%2$s LIKE ''%%'' || pg_catalog.chr(10) || ''%%''',
     'pg_catalog.replace(%2$s, pg_catalog.chr(10), pg_catalog.chr(13) || pg_catalog.chr(10))'),
    ('text', 'text with a blank that doesn''t break',
     '%2$s LIKE ''%% %%''', 'pg_catalog.replace(%2$s, '' '', U&''\00a0'')'),
    ('text', 'text escaped for HTML', '%2$s LIKE ''%%&%%''', 'pg_catalog.replace(%2$s, ''&'', ''&amp;'')'),
    ('text', 'long text with another letter',
     'pg_catalog.length(%2$s) > 50000', 'pg_catalog.overlay(%2$s, ''x'', 50000)'),
    ('text', 'long text cut', 'pg_catalog.length(%2$s) > 50000', 'pg_catalog.left(%2$s, 50000)'),
    ('invalid', 'text with bytes that aren''t text', '%2$s <> ''''', '%2$s || ''\xff''::bytea::text'),
    ('bytea', 'bytea with a byte more', '%2$s = ''\x00''', '''\x0000'''),
    ('bytea', 'zero byte that became nothing', '%2$s = ''\x00''', ''''''),
    ('bytea', 'empty bytea that became NULL', '%2$s = ''''', 'NULL'),
    ('bytea', 'long bytea with another byte',
     'pg_catalog.octet_length(%2$s) > 10000', 'pg_catalog.set_byte(%2$s, 9999, 7)'),
    ('date', 'date a day later', '%2$s BETWEEN ''1900-01-01'' AND ''2100-01-01''', '%2$s + 1'),
    ('date', 'date that became infinite', '%2$s BETWEEN ''1900-01-01'' AND ''2100-01-01''', '''infinity'''),
    ('date', 'infinite date that became a far one', '%2$s = ''infinity''', '''9999-12-31'''),
    ('date', 'date of the other era', '%2$s < ''0001-01-01'' AND %2$s > ''-infinity''', '''4713-01-01'''),
    ('time', 'time with another microsecond', '%2$s < ''23:00''', '%2$s + interval ''1 microsecond'''),
    ('time', 'end of a day that became its beginning', '%2$s = ''24:00''', '''00:00'''),
    ('time', 'time rounded', '%2$s = ''23:59:59.999999''', '''24:00'''),
    ('timetz', 'timetz of the same instant in another zone',
     '%2$s IS NOT NULL', '%2$s AT TIME ZONE interval ''2 hours'''),
    ('timestamp', 'timestamp with another microsecond',
     '%2$s BETWEEN ''1900-01-01'' AND ''2100-01-01''', '%2$s + interval ''1 microsecond'''),
    ('timestamp', 'timestamp an hour later',
     '%2$s BETWEEN ''1900-01-01'' AND ''2100-01-01''', '%2$s + interval ''1 hour'''),
    ('timestamp', 'infinite timestamp that became NULL', '%2$s = ''infinity''', 'NULL'),
    ('timestamp', 'infinite timestamp that became negative', '%2$s = ''infinity''', '''-infinity'''),
    ('timestamptz', 'timestamptz with another microsecond',
     '%2$s BETWEEN ''1900-01-01'' AND ''2100-01-01''', '%2$s + interval ''1 microsecond'''),
    ('timestamptz', 'timestamptz an hour later',
     '%2$s BETWEEN ''1900-01-01'' AND ''2100-01-01''', '%2$s + interval ''1 hour'''),
    ('interval', '24 hours that became a day',
     'EXTRACT(day FROM %2$s) = 0 AND EXTRACT(hour FROM %2$s) = 24', '''1 day'''),
    ('interval', '30 days that became a month',
     'EXTRACT(day FROM %2$s) = 30 AND EXTRACT(hour FROM %2$s) = 0', '''1 month'''),
    ('interval', 'interval with another microsecond', '%2$s < ''1 day''', '%2$s + ''1 microsecond'''),
    ('uuid', 'uuid with another digit', '%2$s IS NOT NULL', 'pg_catalog.overlay(%2$s::text, ''f'', 36)::uuid'),
    ('json', 'json with its keys in another order', '%2$s::text = ''{"a": 1, "b": 2}''', '''{"b": 2, "a": 1}'''),
    ('json', 'json with other blanks', '%2$s::text = ''{"a": 1, "b": 2}''', '''{"a":1,"b":2}'''),
    ('json', 'json with a key twice', '%2$s::text = ''{"a": 1, "b": 2}''', '''{"a": 1, "a": 1, "b": 2}'''),
    ('jsonb', 'jsonb number with another scale',
     '%2$s::text = ''{"a": 1.0, "b": null}''', '''{"a": 1.00, "b": null}'''),
    ('jsonb', 'jsonb without a key that is null', '%2$s::text = ''{"a": 1.0, "b": null}''', '''{"a": 1.0}'''),
    ('jsonb', 'jsonb text that became a number', '%2$s::text = ''["1"]''', '''[1]'''),
    ('jsonb', 'jsonb that became null', '%2$s IS NOT NULL', '''null'''),
    ('xml', 'xml with a blank more', '%2$s IS NOT NULL', '(%2$s::text || '' '')::xml'),
    ('inet', 'inet with another mask', '%2$s IS NOT NULL', 'pg_catalog.set_masklen(%2$s, 24)'),
    ('cidr', 'cidr of another network', '%2$s IS NOT NULL', '''10.0.1.0/24'''),
    ('macaddr', 'macaddr with another byte', '%2$s IS NOT NULL', '''08:00:2b:01:02:04'''),
    ('bit', 'bit with another bit', '%2$s IS NOT NULL', '~%2$s'),
    ('varbit', 'varbit with a bit more', '%2$s IS NOT NULL', '%2$s || B''0'''),
    ('point', 'point moved a little', '%2$s IS NOT NULL', '%2$s + ''(0.000001,0)''::point'),
    ('tsvector', 'tsvector with weights', '%2$s IS NOT NULL', 'pg_catalog.setweight(%2$s, ''A'')'),
    ('range', 'range with its upper bound included',
     '%2$s IS NOT NULL', 'pg_catalog.replace(%2$s::text, '')'', '']'')::%4$s'),
    ('range', 'range that became empty', '%2$s IS NOT NULL', '''empty'''),
    ('_int4', 'array with other numbers of its elements', 'pg_catalog.array_lower(%2$s, 1) = 0', '''{1,2}'''),
    ('_int4', 'array in another order',
     'pg_catalog.cardinality(%2$s) = 2 AND %2$s[1] <> %2$s[2]', 'ARRAY[%2$s[2], %2$s[1]]'),
    ('_int4', 'array without an element', 'pg_catalog.cardinality(%2$s) = 2', '%2$s[1:1]'),
    ('_int4', 'element that became NULL',
     'pg_catalog.cardinality(%2$s) = 2 AND %2$s[2] IS NOT NULL', 'ARRAY[%2$s[1], NULL]'),
    ('_text', 'element NULL that became the word',
     '%2$s = ARRAY[NULL]::text[] OR %2$s[1] IS NULL AND pg_catalog.cardinality(%2$s) = 1', 'ARRAY[''NULL'']'),
    ('_int4', 'array with one dimension more', 'pg_catalog.cardinality(%2$s) = 2', 'ARRAY[%2$s]'),
    ('_text', 'empty array that became NULL', '%2$s = ''{}''', 'NULL'),
    ('enum', 'enum with another label', '%2$s IS NOT NULL',
     '(pg_catalog.enum_range(NULL::%4$s))[pg_catalog.cardinality(pg_catalog.enum_range(NULL::%4$s))]')
) AS d (type, kind, condition, value)
  ON CASE d.type
         WHEN 'any' THEN NOT c.attnotnull
         WHEN 'scaled' THEN c.typname = 'numeric' AND c.atttypmod > 0
         WHEN 'numeric' THEN c.typname = 'numeric' AND c.atttypmod < 0
         WHEN 'invalid' THEN c.typname = 'text' AND pg_catalog.current_setting('server_encoding') = 'UTF8'
         WHEN 'composite' THEN c.typtype = 'c'
         WHEN 'range' THEN c.typtype = 'r'
         WHEN 'enum' THEN c.typtype = 'e'
         ELSE c.typname = d.type
     END
ORDER BY c.object COLLATE "C", kind;
