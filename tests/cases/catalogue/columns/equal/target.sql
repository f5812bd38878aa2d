CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                number int DEFAULT nextval('numbers'), price numeric(12, 2) NOT NULL DEFAULT 0,
                twice numeric GENERATED ALWAYS AS (price * 2) STORED, mood mood DEFAULT 'calm',
                word text COLLATE "C", list text[] DEFAULT '{}', "Odd ""Name" varchar(9));
CREATE FOREIGN TABLE f (id int OPTIONS (a '2', b '1')) SERVER far;
