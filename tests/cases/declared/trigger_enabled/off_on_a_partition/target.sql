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
CREATE TABLE public.nested (id int, day int) PARTITION BY RANGE (day);
CREATE TABLE public.nested_1 PARTITION OF public.nested FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
CREATE TABLE public.nested_1_rest PARTITION OF public.nested_1 DEFAULT PARTITION BY LIST (day);
CREATE TABLE public.nested_1_all PARTITION OF public.nested_1_rest DEFAULT;
CREATE TRIGGER refuse BEFORE INSERT ON public.nested FOR EACH ROW EXECUTE FUNCTION public.refuse();
ALTER TABLE public.nested_1_all DISABLE TRIGGER refuse;
ALTER TABLE public.events_1 ENABLE ALWAYS TRIGGER refuse;
CREATE TABLE public.always (id int, day int) PARTITION BY RANGE (day);
CREATE TABLE public.always_1 PARTITION OF public.always DEFAULT;
CREATE TRIGGER refuse BEFORE INSERT ON public.always FOR EACH ROW EXECUTE FUNCTION public.refuse();
ALTER TABLE public.always_1 ENABLE ALWAYS TRIGGER refuse;
