CREATE TABLE profiles (id uuid PRIMARY KEY);
CREATE FUNCTION new_user() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.profiles VALUES (new.id); RETURN new; END';
