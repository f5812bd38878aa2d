DROP INDEX public.both_idx;
