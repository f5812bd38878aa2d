SELECT pg_catalog.lower('MANY') AS words
