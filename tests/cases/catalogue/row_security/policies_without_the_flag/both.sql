CREATE TABLE t (id int, owner name);
CREATE POLICY own ON t USING (true);
