CREATE ROLE login;
CREATE ROLE app;
CREATE TABLE t (id int);
CREATE POLICY kept ON t TO login, app USING (true);
CREATE TABLE u (id int);
CREATE POLICY lost ON u TO login USING (true);
