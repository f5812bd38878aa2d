UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass;
