CREATE SCHEMA audit;
CREATE TABLE audit."Log" (id integer);
CREATE UNLOGGED TABLE cache (id integer);
