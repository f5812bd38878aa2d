INSERT INTO public.orders VALUES (11, 'of a worker');
UPDATE public.orders SET note = 'taken' WHERE id <= 2;
INSERT INTO public.visits VALUES ('2028-01-01', '/pay');
