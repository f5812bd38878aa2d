CREATE TABLE public.t (id integer CONSTRAINT below_ten CHECK (id < 10));
