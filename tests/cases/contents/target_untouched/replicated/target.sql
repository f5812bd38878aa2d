SELECT pg_replication_origin_create('mover');
SELECT pg_replication_origin_session_setup('mover');
INSERT INTO public.orders VALUES (11, 'replicated');
UPDATE public.orders SET note = 'replicated' WHERE id = 1;
INSERT INTO public.visits VALUES ('2028-01-01', '/pay');
