-- How far the counters of transactions and of multixacts are from where a server stops to write.
-- $1 bigint: the age at which it is too near.
-- Returns: object, have, want (NULL: as it should be).
SELECT o.object, o.age::text AS have,
       CASE WHEN o.age > $1::bigint THEN 'at most ' || $1::bigint END AS want
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
