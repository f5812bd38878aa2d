ALTER INDEX public.orders_customer_idx RENAME TO by_customer;
CREATE INDEX ON public.orders (customer, state);
ANALYZE public.orders;
