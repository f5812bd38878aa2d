CREATE TABLE public.parent (id integer PRIMARY KEY);
CREATE TABLE public.child (parent integer);
INSERT INTO public.child VALUES (2);
ALTER TABLE public.child
  ADD CONSTRAINT child_fkey FOREIGN KEY (parent) REFERENCES public.parent NOT VALID;
