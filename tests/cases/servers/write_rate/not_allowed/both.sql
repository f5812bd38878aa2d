CREATE ROLE write_rate_reader;
CREATE TABLE public.orders (id int);
GRANT SELECT ON public.orders TO write_rate_reader;
CREATE SEQUENCE public.codes;
ALTER DATABASE gate_case SET role = write_rate_reader;
