-- The foreign keys of every table, each with the statement that counts the rows which violate it.
-- Leaves out the copies that PostgreSQL makes of a foreign key to a partitioned table, one for each
-- partition.
-- Returns: schema, relation, object (NULL: the relation has no foreign key), count_statement, which
-- returns count, noun and violation (what is counted).
SELECT n.nspname AS schema, c.relname AS relation,
       'foreign key ' || pg_catalog.quote_ident(k.conname) AS object,
       'row' AS noun,
       CASE WHEN k.oid IS NOT NULL
            THEN pg_catalog.format('without a referenced row in %I.%I', pn.nspname, p.relname)
       END AS violation,
       CASE WHEN k.oid IS NOT NULL THEN pg_catalog.format(
           'SELECT pg_catalog.count(*) AS count FROM %s%I.%I AS child '
           'WHERE (%s) AND NOT EXISTS (SELECT FROM %s%I.%I AS parent WHERE %s)%s',
           CASE c.relkind WHEN 'r' THEN 'ONLY ' END, n.nspname, c.relname, e.all_set,
           CASE p.relkind WHEN 'r' THEN 'ONLY ' END, pn.nspname, p.relname, e.matches,
           CASE WHEN k.confmatchtype = 'f' THEN pg_catalog.format(' OR NOT (%s) AND (%s)', e.all_set,
                                                                  e.some_set) END) END AS count_statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_constraint AS k
       ON k.conrelid = c.oid AND k.contype = 'f'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS whole
                      WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid)
LEFT JOIN pg_catalog.pg_class AS p ON p.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.format('child.%I IS NOT NULL', a.attname), ' AND '
                                 ORDER BY x.place) AS all_set,
           pg_catalog.string_agg(pg_catalog.format('child.%I IS NOT NULL', a.attname), ' OR '
                                 ORDER BY x.place) AS some_set,
           pg_catalog.string_agg(
               pg_catalog.format('parent.%I OPERATOR(%I.%s) child.%I', b.attname, opn.nspname,
                                 op.oprname, a.attname),
               ' AND ' ORDER BY x.place) AS matches
    FROM ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey),
                    pg_catalog.unnest(k.conpfeqop)) WITH ORDINALITY AS x (of_child, of_parent, op, place)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = x.of_child
    JOIN pg_catalog.pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = x.of_parent
    JOIN pg_catalog.pg_operator AS op ON op.oid = x.op
    JOIN pg_catalog.pg_namespace AS opn ON opn.oid = op.oprnamespace
) AS e
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", k.conname COLLATE "C";
