CREATE SEQUENCE public.behind MAXVALUE 1000 CYCLE;
SELECT setval('public.behind', 500);
CREATE SEQUENCE public.behind_the_limit MAXVALUE 1000 CYCLE;
SELECT setval('public.behind_the_limit', 10);
CREATE SEQUENCE public.no_longer MAXVALUE 1000 CYCLE;
CREATE SEQUENCE public.shorter MAXVALUE 1000 CYCLE;
