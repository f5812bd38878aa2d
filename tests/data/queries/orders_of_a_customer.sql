-- What the application asks for each visit.
SELECT o.id, o.note FROM public.orders AS o WHERE o.customer = $1
