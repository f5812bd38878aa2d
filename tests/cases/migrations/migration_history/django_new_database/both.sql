CREATE TABLE django_migrations (id bigserial PRIMARY KEY, app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied timestamptz NOT NULL DEFAULT now());
INSERT INTO django_migrations (app, name) VALUES ('humans', '0001_initial'), ('orders', '0003_sku'), ('orders', '0001_squashed_0002_note');
