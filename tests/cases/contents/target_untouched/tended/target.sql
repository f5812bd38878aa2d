DO $$
BEGIN
  INSERT INTO public.orders VALUES (11, 'of a worker');
  UPDATE public.visits SET url = '/';
  RAISE 'rolled back';
EXCEPTION WHEN raise_exception THEN NULL;
END $$;
CREATE INDEX ON public.orders (note);
CLUSTER public.orders USING orders_pkey;
ANALYZE;
SELECT * FROM public.orders FOR UPDATE;
