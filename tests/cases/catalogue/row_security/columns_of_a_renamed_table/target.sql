CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY buyers ON people USING (EXISTS (SELECT FROM orders WHERE orders.user_id = people.id));
CREATE POLICY named ON people WITH CHECK (name IN (SELECT x.name FROM people AS x WHERE x.id < people.id));
