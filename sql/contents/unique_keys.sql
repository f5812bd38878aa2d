-- The unique indexes of every table, each with the statement that counts duplicate keys in the
-- table itself. The statement must not use an index, because one with a wrong order doesn't find
-- them; CASE and functions hide from the planner what would let it use one.
-- Returns: schema, relation, object and count_statement (NULL: the relation has no unique index; the
-- statement returns count), noun and violation (what is counted).
SELECT n.nspname AS schema, c.relname AS relation,
       'index ' || pg_catalog.quote_ident(ic.relname) AS object,
       'key' AS noun, 'with duplicates' AS violation,
       CASE WHEN i.indexrelid IS NOT NULL THEN pg_catalog.format(
           'SELECT pg_catalog.count(*) AS count FROM (SELECT FROM (SELECT t.ctid, %s FROM %s%I.%I '
           'AS t WHERE CASE WHEN %s THEN true ELSE false END OFFSET 0) AS keys %s GROUP BY %s '
           'HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1) AS doubled',
           e.columns, CASE c.relkind WHEN 'r' THEN 'ONLY ' END, n.nspname, c.relname,
           COALESCE(pg_catalog.pg_get_expr(i.indpred, i.indrelid), 'true'),
           CASE WHEN COALESCE(pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct', 'false') = 'false'
                THEN 'WHERE pg_catalog.num_nulls(' || e.names || ') OPERATOR(pg_catalog.=) 0' ELSE '' END,
           e.names) END AS count_statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid AND i.indisunique
LEFT JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(
               pg_catalog.format('(%s)%s AS k%s', pg_catalog.pg_get_indexdef(i.indexrelid, p.place, true),
                                 CASE WHEN l.oid IS NOT NULL
                                      THEN pg_catalog.format(' COLLATE %I.%I', ln.nspname, l.collname)
                                 END, p.place), ', ' ORDER BY p.place) AS columns,
           pg_catalog.string_agg(pg_catalog.format('keys.k%s', p.place), ', ' ORDER BY p.place) AS names
    FROM pg_catalog.generate_series(1, i.indnkeyatts::integer) AS p (place)
    LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = i.indcollation[p.place - 1]
    LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
) AS e
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", ic.relname COLLATE "C";
