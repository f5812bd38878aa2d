-- The share of its values that each sequence has used. If it fills an integer column whose type has
-- fewer values, these count.
-- $1 bigint: the share in per cent that is too much; $2 text: the object that the page before ended
-- with ('': this is the first page); $3 bigint: the most sequences of a page, because reading one
-- takes a lock that lasts as long as the transaction.
-- Returns: object, have (NULL: the role can't read the sequence), want (NULL: have is as it should
-- be).
WITH page AS MATERIALIZED (
    SELECT o.oid, o.object
    FROM (SELECT s.seqrelid AS oid, pg_catalog.format('sequence %I.%I', n.nspname, c.relname) AS object
          FROM pg_catalog.pg_sequence AS s
          JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
          JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
          WHERE NOT s.seqcycle AND NOT pg_catalog.pg_is_other_temp_schema(n.oid)) AS o
    WHERE o.object COLLATE "C" > $2::text
    ORDER BY o.object COLLATE "C"
    LIMIT $3::bigint
)
SELECT o.object,
       CASE WHEN o.used IS NULL THEN 'none, or all cycle'
            WHEN o.readable THEN pg_catalog.format('%s %% used', o.used) END AS have,
       CASE WHEN o.used >= $1::bigint THEN pg_catalog.format('less than %s %%', $1::bigint) END AS want
FROM (
    SELECT p.object,
           pg_catalog.has_schema_privilege(n.oid, 'USAGE')
           AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT') AS readable,
           COALESCE(pg_catalog.floor(
               100 * (CASE WHEN s.seqincrement > 0 THEN q.last_value::numeric - s.seqmin
                           ELSE s.seqmax::numeric - q.last_value END + 1)
               / (CASE WHEN s.seqincrement > 0 THEN LEAST(s.seqmax, held.most)
                       ELSE s.seqmax END::numeric
                  - CASE WHEN s.seqincrement > 0 THEN s.seqmin
                         ELSE GREATEST(s.seqmin, held.least) END + 1)), 0) AS used
    FROM page AS p
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = p.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (
        SELECT CASE WHEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                         AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
                    THEN pg_catalog.pg_sequence_last_value(c.oid) END AS last_value
    ) AS q
    CROSS JOIN LATERAL (
        SELECT CASE k.type WHEN 'int2' THEN 32767 WHEN 'int4' THEN 2147483647 END AS most,
               CASE k.type WHEN 'int2' THEN -32768 WHEN 'int4' THEN -2147483648 END AS least
        FROM (SELECT 'narrowest_column' AS type) AS k
    ) AS held
    UNION ALL
    SELECT 'all sequences', NULL, NULL
    WHERE $2::text = '' AND NOT EXISTS (SELECT FROM page)
) AS o
ORDER BY o.object COLLATE "C";
