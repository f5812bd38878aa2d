ALTER TYPE public.state ADD VALUE 'lost';
CREATE OR REPLACE FUNCTION public.one() RETURNS int LANGUAGE sql AS 'SELECT 2';
DROP VIEW public.noted;
CREATE EXTENSION pgcrypto;
ALTER TABLE public.orders ALTER note SET DEFAULT 'some', ADD paid boolean;
DROP INDEX public.orders_note;
DROP TABLE public.visits;
CREATE TABLE public.late (id int);
