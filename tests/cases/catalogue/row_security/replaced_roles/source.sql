CREATE ROLE owner_a;
CREATE ROLE owner_b;
CREATE ROLE app;
CREATE TABLE t (id int);
CREATE POLICY kept ON t TO owner_a, owner_b, app USING (true);
CREATE TABLE u (id int);
CREATE POLICY lost ON u TO owner_a, app USING (true);
