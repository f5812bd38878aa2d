CREATE TABLE public.orders (id serial PRIMARY KEY);
ALTER SEQUENCE public.orders_id_seq AS bigint;
CREATE TABLE public.visits (id bigint GENERATED ALWAYS AS IDENTITY);
CREATE SEQUENCE public.codes AS smallint;
CREATE SEQUENCE public.falling INCREMENT -1 MINVALUE -40000 MAXVALUE -1;
CREATE SEQUENCE public.round MAXVALUE 3 CYCLE;
CREATE SEQUENCE public.invoices;
CREATE TABLE public.lines (number int DEFAULT nextval('public.invoices'));
SELECT setval('public.round', 3);
