CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, gone int,
                number int DEFAULT nextval('numbers'), price numeric(12, 2) NOT NULL DEFAULT 0,
                twice numeric GENERATED ALWAYS AS (price * 2) STORED, mood mood DEFAULT 'calm',
                word text COLLATE "C", list text[] DEFAULT '{}', "Odd ""Name" varchar(9));
ALTER TABLE t DROP COLUMN gone;
CREATE FOREIGN TABLE f (id int OPTIONS (b '1', a '2')) SERVER far;
