CREATE TABLE t (id serial);
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE ROLE looker;
GRANT USAGE ON SCHEMA public TO looker;
GRANT SELECT ON t, t_id_seq TO looker;
ALTER DATABASE gate_case SET role = looker;
