UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'public.orders_customer_idx'::regclass;
