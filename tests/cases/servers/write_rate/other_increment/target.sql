CREATE SEQUENCE public.tickets;
SELECT setval('public.tickets', 5000);
