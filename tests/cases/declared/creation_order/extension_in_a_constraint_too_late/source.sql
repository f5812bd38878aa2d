CREATE EXTENSION unaccent;
CREATE TABLE users (login text CHECK (login = public.unaccent(login)));
