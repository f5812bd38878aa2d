DROP INDEX public.orders_customer_idx;
