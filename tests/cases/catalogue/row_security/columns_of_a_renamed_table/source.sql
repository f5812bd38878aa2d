CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY buyers ON users USING (EXISTS (SELECT FROM orders WHERE orders.user_id = users.id));
CREATE POLICY named ON users WITH CHECK (name IN (SELECT x.name FROM users AS x WHERE x.id < users.id));
