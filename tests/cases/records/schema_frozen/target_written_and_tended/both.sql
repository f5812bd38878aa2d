CREATE TABLE public.orders (id int PRIMARY KEY, note text);
CREATE FUNCTION public.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
