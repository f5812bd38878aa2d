CREATE TABLE t (id int, owner name);
CREATE TABLE other (id int);
CREATE POLICY of_another ON other USING (true);
