ALTER TABLE members ADD COLUMN mark double precision DEFAULT random();
