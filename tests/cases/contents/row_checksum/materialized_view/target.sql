UPDATE users SET email = 'x' WHERE id = 2;
CREATE MATERIALIZED VIEW stale AS SELECT id, email FROM users;
