-- Lists each column of each table with an expression that changes its value.
-- Returns: relation, column, expression.
SELECT format('%I.%I', n.nspname, c.relname), quote_ident(a.attname),
       CASE WHEN t.typtype = 'e' THEN format('(SELECT e FROM unnest(enum_range(NULL::%1$s)) AS e '
                                             'WHERE e IS DISTINCT FROM %2$I LIMIT 1)',
                                             format_type(t.oid, NULL), a.attname)
            WHEN t.typname = 'bool' THEN format('%I IS NOT TRUE', a.attname)
            WHEN t.typname = 'bytea' THEN format('COALESCE(%I, '''') || ''\x00''', a.attname)
            WHEN t.typname = 'tsvector' THEN format('%I || ''another''::tsvector', a.attname)
            WHEN t.typname IN ('timestamp', 'timestamptz')
                 THEN format('COALESCE(%I + interval ''1 microsecond'', now())', a.attname)
            WHEN t.typname = 'date' THEN format('COALESCE(%I + 1, current_date)', a.attname)
            WHEN t.typcategory = 'N'
                 THEN format('(SELECT COALESCE(max(%1$I) + 1, 1) FROM %2$I.%3$I)', a.attname,
                             n.nspname, c.relname)
            WHEN t.typcategory = 'A' THEN format('%1$I || %1$I[1:1]', a.attname)
            ELSE format('CASE WHEN %1$I = ''x'' THEN ''y'' ELSE ''x'' END', a.attname) END
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type AS d ON d.oid = a.atttypid
JOIN pg_catalog.pg_type AS t ON t.oid = CASE WHEN d.typtype = 'd' THEN d.typbasetype ELSE d.oid END
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND n.nspname = 'public'
ORDER BY 1, a.attnum;
