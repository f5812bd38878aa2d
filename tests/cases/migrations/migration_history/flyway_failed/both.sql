CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text, description text, type text, script text, checksum int, success boolean);
INSERT INTO flyway_schema_history VALUES (1, NULL, 's', 'SCHEMA', 'public', NULL, true), (2, '1', 'a', 'SQL', 'V1__a.sql', 7, true), (3, '2', 'b', 'SQL', 'V2__b.sql', 8, false);
