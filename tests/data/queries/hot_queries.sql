-- What the application asks for each visit.
SELECT o.id FROM public.orders AS o WHERE o.customer = $1 AND o.state = $2;
UPDATE public.orders SET note = $1 WHERE id = $2 AND note IS DISTINCT FROM $1;
