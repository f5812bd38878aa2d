CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER other FOREIGN DATA WRAPPER wrapper;
CREATE ROLE app;
CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'a');
CREATE USER MAPPING FOR PUBLIC SERVER other;
ALTER DATABASE gate_case SET role = pg_monitor;
-- Neither the owner of a server nor a role that can't use it sees all.
CREATE SERVER unused FOREIGN DATA WRAPPER wrapper;
CREATE USER MAPPING FOR pg_monitor SERVER unused;
CREATE SERVER mine FOREIGN DATA WRAPPER wrapper;
ALTER SERVER mine OWNER TO pg_monitor;
CREATE USER MAPPING FOR app SERVER mine;
