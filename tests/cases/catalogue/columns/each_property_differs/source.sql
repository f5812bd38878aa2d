CREATE TABLE t (id int, always int GENERATED ALWAYS AS IDENTITY, amount numeric(12, 2),
                collated text COLLATE "C", filled int DEFAULT 1,
                generated int GENERATED ALWAYS AS (id + 1) STORED, needed int NOT NULL,
                nothing text GENERATED ALWAYS AS (NULL::text) STORED,
                packed text COMPRESSION pglz, stored text, zoned timestamptz);
ALTER TABLE t ALTER stored SET STORAGE EXTERNAL;
CREATE FOREIGN TABLE f (id int OPTIONS (a '1')) SERVER far;
