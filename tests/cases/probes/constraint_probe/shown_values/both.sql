CREATE TABLE public.orders (id text PRIMARY KEY);
CREATE FUNCTION public.no_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'no order %', NEW.id;
END $$;
CREATE TRIGGER no_order BEFORE INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION public.no_order();
