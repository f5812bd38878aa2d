CREATE SEQUENCE public.tickets INCREMENT BY 10;
SELECT setval('public.tickets', 10001);
