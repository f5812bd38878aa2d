ALTER TABLE users ADD COLUMN mark double precision DEFAULT random();
