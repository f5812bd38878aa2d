-- Deletes rows whose foreign key refers to a row that wasn't copied.
-- Returns: statement, one a foreign key, each of which returns the number of rows that it deleted.
SELECT pg_catalog.format('WITH gone AS (DELETE FROM %s AS c WHERE %s AND NOT EXISTS (SELECT FROM %s AS p WHERE %s) '
                         'RETURNING 1) SELECT pg_catalog.count(*) AS rows FROM gone', k.conrelid::pg_catalog.regclass,
                         c.are_set, k.confrelid::pg_catalog.regclass, c.are_equal) AS statement
FROM pg_catalog.pg_constraint AS k
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.format('c.%I IS NOT NULL', a.attname), ' AND ' ORDER BY u.place) AS are_set,
           pg_catalog.string_agg(pg_catalog.format('p.%I OPERATOR(%I.%s) c.%I', b.attname, n.nspname, o.oprname,
                                                   a.attname), ' AND ' ORDER BY u.place) AS are_equal
    FROM ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey), pg_catalog.unnest(k.conpfeqop))
             WITH ORDINALITY AS u (own, other, operator, place)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.own
    JOIN pg_catalog.pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = u.other
    JOIN pg_catalog.pg_operator AS o ON o.oid = u.operator
    JOIN pg_catalog.pg_namespace AS n ON n.oid = o.oprnamespace
) AS c
WHERE k.contype = 'f' AND k.conparentid = 0
ORDER BY k.conrelid, k.conname COLLATE "C";
