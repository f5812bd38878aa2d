SELECT setval('theirs.numbers', 70);
SELECT setval('rebuilt_id_seq', 70), setval('rebuilt_too_id_seq', 70), setval('member', 70);
-- Not the database's own.
SET allow_system_table_mods = on;
CREATE SEQUENCE pg_catalog.own;
CREATE SEQUENCE information_schema.own;
CREATE SCHEMA of_a_session;
CREATE SEQUENCE of_a_session.own;
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
