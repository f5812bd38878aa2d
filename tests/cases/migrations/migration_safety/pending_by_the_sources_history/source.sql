CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('1', '60e183cb4721801914f0434ea8b230da7245c8e2f800e461a85eb06cedee29d3', now(), '20260101000000_first', 1);
CREATE TABLE b (at timestamp);
CREATE TABLE c (at timestamptz);
