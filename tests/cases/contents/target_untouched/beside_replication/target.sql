SELECT pg_replication_origin_create('mover');
SELECT pg_replication_origin_session_setup('mover');
INSERT INTO public.orders VALUES (11, 'replicated');
