CREATE SCHEMA other;
CREATE DOMAIN other.timestamp AS text;
CREATE TABLE events (day date, clock time, clock_there timetz, at timestamp, at_there timestamptz, code int,
                     seconds int, own other.timestamp);
CREATE TABLE parts (at timestamp) PARTITION BY RANGE (at);
-- A namesake.
CREATE TABLE other.events (code timestamptz);
CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0);
