-- Writes the statement that counts, on the server, the values of a column that aren't encrypted as
-- the plan says. No value leaves the server. concat() calls the type's output function, because a
-- cast to text may be a user's.
-- $1 text: schema; $2 text: table; $3 text: column; $4 text: prefix; $5 text: pattern of the text
-- after the prefix (the body); $6 integer, $7 integer: minimum and maximum length of the body;
-- $8 double precision: minimum entropy of the body in bits per character, 0: not computed.
-- Returns: statement (NULL: the column doesn't exist), which returns values, without_prefix,
-- otherwise_encoded, of_other_length, too_plain.
SELECT CASE WHEN a.attnum IS NOT NULL THEN pg_catalog.format(
           'SELECT pg_catalog.count(*) AS values, '
           'pg_catalog.count(*) FILTER (WHERE v.body IS NULL) AS without_prefix, '
           'pg_catalog.count(*) FILTER (WHERE v.body OPERATOR(pg_catalog.!~) %5$L) AS otherwise_encoded, '
           'pg_catalog.count(*) FILTER (WHERE pg_catalog.length(v.body) OPERATOR(pg_catalog.<) %6$s '
           'OR pg_catalog.length(v.body) OPERATOR(pg_catalog.>) %7$s) '
           'AS of_other_length, '
           'pg_catalog.count(*) FILTER (WHERE %8$s) AS too_plain '
           'FROM (SELECT CASE WHEN pg_catalog.starts_with(held.text, %4$L) '
           'THEN pg_catalog.substr(held.text, pg_catalog.length(%4$L) OPERATOR(pg_catalog.+) 1) END AS body '
           'FROM (SELECT %10$s AS text '
           'FROM %9$s AS t WHERE t.%3$I IS DISTINCT FROM NULL) AS held) AS v',
           n.nspname, c.relname, a.attname, $4::text, $5::text, $6::integer, $7::integer,
           CASE WHEN $8::double precision = 0 THEN 'false' ELSE pg_catalog.format(
               '(SELECT pg_catalog.sum(o.share OPERATOR(pg_catalog.*) pg_catalog.ln(o.share)) '
               'OPERATOR(pg_catalog./) pg_catalog.ln(''0.5''::double precision) '
               'FROM (SELECT pg_catalog.count(*)::double precision OPERATOR(pg_catalog./) pg_catalog.length(v.body) '
               'AS share FROM pg_catalog.regexp_split_to_table(v.body, '''') AS s (letter) '
               'GROUP BY s.letter) AS o) OPERATOR(pg_catalog.<) %s', $8::double precision) END,
           'rows_of_relation',
           pg_catalog.format(CASE WHEN a.atttypid = 'pg_catalog.bpchar'::pg_catalog.regtype
                                  THEN 't.%I::text' ELSE 'pg_catalog.concat(t.%I)' END,
                             a.attname)) END AS statement
FROM (SELECT $1::text AS schema, $2::text AS name, $3::text AS attribute) AS wanted
LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.schema
LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = wanted.name
LEFT JOIN pg_catalog.pg_attribute AS a
       ON a.attrelid = c.oid AND a.attname = wanted.attribute AND a.attnum > 0
ORDER BY 1;
