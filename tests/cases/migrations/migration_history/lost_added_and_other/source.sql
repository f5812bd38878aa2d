INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('aa', 1), ('bb', 2), ('cc', 3);
