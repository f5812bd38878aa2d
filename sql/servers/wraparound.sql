-- The age of every database in transactions and in multixacts. At about two billion the server
-- stops accepting writes.
-- $1 bigint: the maximum age.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, o.age::text AS have,
       CASE WHEN o.age > $1::bigint THEN pg_catalog.format('at most %s', $1::bigint) END AS want
FROM (
    SELECT pg_catalog.format('database %I, age in transactions', d.datname) AS object,
           pg_catalog.age(d.datfrozenxid)::bigint AS age
    FROM pg_catalog.pg_database AS d
    UNION ALL
    SELECT pg_catalog.format('database %I, age in multixacts', d.datname),
           pg_catalog.mxid_age(d.datminmxid)
    FROM pg_catalog.pg_database AS d
) AS o
ORDER BY o.object COLLATE "C";
