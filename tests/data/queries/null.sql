SELECT pg_catalog.lower(NULL) AS secret
