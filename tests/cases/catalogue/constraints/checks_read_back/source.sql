CREATE TABLE t (word varchar, n int, CONSTRAINT words CHECK (word IN ('a', 'b''c,d', 'e"]')),
                CONSTRAINT numbers CHECK (n::numeric IN (1, 2.5)));
