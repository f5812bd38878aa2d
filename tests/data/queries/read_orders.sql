SELECT public.read_orders()
