CREATE TABLE public.t (id integer CONSTRAINT t_check CHECK (id > 0) CONSTRAINT t_small CHECK (id < 10));
