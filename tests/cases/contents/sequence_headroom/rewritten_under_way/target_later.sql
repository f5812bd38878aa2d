ALTER TABLE t ADD COLUMN mark double precision DEFAULT random();
