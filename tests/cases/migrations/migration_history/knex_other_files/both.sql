CREATE TABLE knex_migrations (id serial PRIMARY KEY, name varchar(255), batch int, migration_time timestamptz);
INSERT INTO knex_migrations (name, batch) VALUES ('20260101_init.js', 1), ('20260102_mail.cjs', 1), ('20260104_size.js', 1);
