-- Swaps names, so that each of them exists afterwards as before.
ALTER TABLE visits RENAME COLUMN id TO id_old;
ALTER TABLE visits RENAME COLUMN id_new TO id;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('good', 'sad');
ALTER TABLE orders RENAME TO sales;
CREATE VIEW orders AS SELECT * FROM sales;
ALTER INDEX sales_key RENAME TO sales_index;
