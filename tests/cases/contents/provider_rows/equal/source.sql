ALTER TABLE auth.users ADD first text, ADD second text;
UPDATE auth.users SET first = 'a', second = 'b';
INSERT INTO users VALUES (1);
