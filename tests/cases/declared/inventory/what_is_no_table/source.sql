CREATE VIEW a_view AS SELECT id FROM users;
CREATE MATERIALIZED VIEW a_materialized_view AS SELECT id FROM users;
CREATE SEQUENCE a_sequence;
CREATE TYPE a_row AS (id integer);
