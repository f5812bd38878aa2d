CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int, name text);
CREATE VIEW one AS SELECT users.id, users.name FROM users;
CREATE VIEW joined AS
  SELECT users.id, orders.name, users.name AS of_user FROM users JOIN orders ON orders.user_id = users.id;
CREATE VIEW rows AS SELECT users.*::users AS whole, orders.id FROM users, orders;
CREATE VIEW either AS
  SELECT users.id FROM users, orders UNION SELECT orders.id FROM orders LEFT JOIN users USING (id);
CREATE VIEW correlated AS
  SELECT users.name, (SELECT max(orders.id) FROM orders WHERE orders.user_id = users.id) AS last
  FROM users WHERE EXISTS (SELECT FROM orders AS x WHERE x.user_id = users.id);
CREATE VIEW aliased AS SELECT users.name, o.id FROM users AS users JOIN orders AS o ON o.user_id = users.id;
CREATE VIEW named AS
  WITH x AS (SELECT users.id FROM users, orders WHERE users.name = orders.name)
  SELECT x.id, users.name FROM x JOIN users ON users.id = x.id;
CREATE VIEW sideways AS
  SELECT users.id, l.n FROM users, LATERAL (SELECT count(*) AS n FROM orders WHERE orders.user_id = users.id) AS l;
CREATE VIEW sampled AS SELECT users.id, orders.id AS o FROM users TABLESAMPLE system (10), orders;
CREATE RULE put AS ON INSERT TO one DO INSTEAD
  UPDATE users SET name = orders.name FROM orders WHERE orders.user_id = users.id AND users.id = new.id;
