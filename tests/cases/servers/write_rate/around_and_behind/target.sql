CREATE SEQUENCE public.behind MAXVALUE 1000 CYCLE;
SELECT setval('public.behind', 400);
CREATE SEQUENCE public.behind_the_limit MAXVALUE 1000 CYCLE;
SELECT setval('public.behind_the_limit', 990);
CREATE SEQUENCE public.no_longer MAXVALUE 1000;
CREATE SEQUENCE public.shorter MAXVALUE 500 CYCLE;
