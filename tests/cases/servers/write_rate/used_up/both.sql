CREATE TABLE public.orders (id smallserial PRIMARY KEY);
CREATE SEQUENCE public.rising_int2;
CREATE SEQUENCE public.falling_int2 INCREMENT -1 MINVALUE -9000000000 MAXVALUE -1;
CREATE SEQUENCE public.falling_int4 INCREMENT -1 MINVALUE -9000000000 MAXVALUE -1;
CREATE TABLE public.numbers (a smallint DEFAULT nextval('public.rising_int2'), b smallint DEFAULT nextval('public.falling_int2'),
  c int DEFAULT nextval('public.falling_int4'));
