CREATE SCHEMA issuer;
CREATE TABLE issuer.members AS SELECT * FROM users;
UPDATE issuer.members SET email = 'x' WHERE id = 1;
CREATE TABLE issuer.orders AS SELECT * FROM orders;
-- What the old name still holds is nobody's business.
DELETE FROM users;
DELETE FROM orders;
