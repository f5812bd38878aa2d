CREATE TABLE "USING t" (id integer PRIMARY KEY, name text);
CREATE INDEX by_name ON "USING t" (lower(name)) WHERE id > 0;
