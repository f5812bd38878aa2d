CREATE TABLE knex_migrations (id serial PRIMARY KEY, name varchar(255), batch int, migration_time timestamptz);
INSERT INTO knex_migrations (name, batch) VALUES ('20250101_old.js', 1), ('20260101_init.js', 1), ('20260103_sku.mjs', 1);
