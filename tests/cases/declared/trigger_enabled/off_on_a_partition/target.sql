CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refused';
END
$$;
CREATE TABLE public.events (id int, day int) PARTITION BY RANGE (day);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (0) TO (10);
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (10) TO (20);
CREATE TRIGGER refuse BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.refuse();
ALTER TABLE public.events_2 DISABLE TRIGGER refuse;
