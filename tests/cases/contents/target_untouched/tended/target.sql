DO $$
BEGIN
  INSERT INTO public.orders VALUES (11, 'of a worker');
  UPDATE public.visits_2026 SET url = '/';
  RAISE 'rolled back';
EXCEPTION WHEN raise_exception THEN NULL;
END $$;
CREATE INDEX ON public.orders (note);
CLUSTER public.orders USING orders_pkey;
ANALYZE public.orders;
SELECT * FROM public.orders FOR UPDATE;
INSERT INTO public.orders_of_tests VALUES (1, 'of a child, which is a relation of its own');
INSERT INTO scratch.orders VALUES (1);
