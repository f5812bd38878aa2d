CREATE OR REPLACE FUNCTION public.one() RETURNS int LANGUAGE sql AS 'SELECT 2';
ALTER TABLE public.orders DROP note;
CREATE TABLE public.late (id int);
