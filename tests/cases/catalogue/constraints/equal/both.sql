CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES parent ON DELETE CASCADE DEFERRABLE,
                "order" int UNIQUE, span int4range, word varchar,
                CONSTRAINT words CHECK (word IN ('a', 'b''c,d')), CHECK (id > 0),
                EXCLUDE USING gist (span WITH &&));
