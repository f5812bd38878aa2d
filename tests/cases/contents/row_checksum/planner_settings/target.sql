SET TRANSACTION READ WRITE;
UPDATE public.users SET email = 'x' WHERE id = 2;
DELETE FROM public.notes WHERE note = 'b';
