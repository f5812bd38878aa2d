INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('aa', 1), ('xx', 2), ('dd', 4);
