ALTER TABLE auth.users ADD phone text, ADD second text, ADD first text;
UPDATE auth.users SET first = 'a', second = 'b';
-- A newer service computes it in another way.
ALTER TABLE auth.users DROP twice, ADD twice int GENERATED ALWAYS AS (id + id + 1) STORED;
