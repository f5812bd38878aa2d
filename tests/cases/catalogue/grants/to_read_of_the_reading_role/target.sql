SELECT pg_catalog.lo_create(4711);
