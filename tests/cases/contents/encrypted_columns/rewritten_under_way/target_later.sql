ALTER TABLE tokens ADD COLUMN mark double precision DEFAULT random();
