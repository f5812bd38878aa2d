CREATE TABLE t (id int);
CREATE TABLE secured (id int);
ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
CREATE TABLE events (id int) PARTITION BY RANGE (id);
CREATE SCHEMA far;
CREATE TABLE far.t (id int);
CREATE ROLE reaches_all BYPASSRLS;
CREATE ROLE reaches_as_owner;
CREATE ROLE no_usage BYPASSRLS;
CREATE ROLE no_select BYPASSRLS;
CREATE ROLE no_insert BYPASSRLS;
CREATE ROLE no_update BYPASSRLS;
CREATE ROLE no_delete BYPASSRLS;
CREATE ROLE no_events BYPASSRLS;
CREATE ROLE no_hidden_rows;
ALTER TABLE secured OWNER TO reaches_as_owner;
GRANT USAGE ON SCHEMA far TO reaches_all, reaches_as_owner, no_select, no_insert, no_update, no_delete, no_events,
                             no_hidden_rows;
GRANT SELECT, INSERT, UPDATE, DELETE ON t, secured, far.t
   TO reaches_all, reaches_as_owner, no_usage, no_select, no_insert, no_update, no_delete, no_events, no_hidden_rows;
GRANT SELECT, INSERT, UPDATE, DELETE ON events
   TO reaches_all, reaches_as_owner, no_usage, no_select, no_insert, no_update, no_delete, no_hidden_rows;
REVOKE SELECT ON t FROM no_select;
REVOKE INSERT ON t FROM no_insert;
REVOKE UPDATE ON t FROM no_update;
REVOKE DELETE ON t FROM no_delete;
-- What nobody needs to reach: partitions, views, and what others have made.
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
CREATE VIEW v AS SELECT 1 AS n;
CREATE EXTENSION dict_int;
CREATE TABLE made (id int);
ALTER EXTENSION dict_int ADD TABLE made;
