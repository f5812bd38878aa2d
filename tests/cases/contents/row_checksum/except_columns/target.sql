UPDATE users SET born = '1990-12-31';
ALTER TABLE orders DROP COLUMN note;
UPDATE renumbered SET id = 10 - id;
