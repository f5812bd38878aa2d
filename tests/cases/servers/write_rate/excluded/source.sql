SELECT setval('public.scratch_id_seq', 32767), setval('public.of_extension', 32767),
       setval('information_schema.of_the_server', 32767),
       setval('pg_catalog.of_the_server', 32767);
