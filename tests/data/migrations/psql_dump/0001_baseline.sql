\restrict AbCd123
--
-- PostgreSQL database dump
--
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);

CREATE TABLE public.owners (
    id bigint NOT NULL,
    name text NOT NULL
);

CREATE FUNCTION public.one() RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT CASE WHEN true THEN 1 END AS one;
END;

COPY public.owners (id, name) FROM stdin;
1	O'Hara; DROP TABLE owners;
2	\\. and (
\.

ALTER TABLE ONLY public.owners
    ADD CONSTRAINT owners_pkey PRIMARY KEY (id);
\unrestrict AbCd123
