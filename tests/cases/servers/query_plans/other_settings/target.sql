DROP INDEX public.orders_customer_idx;
ALTER DATABASE gate_case SET seq_page_cost = 100;
