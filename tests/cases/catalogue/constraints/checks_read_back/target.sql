CREATE TABLE t (word varchar, n int,
                CONSTRAINT words CHECK (word::text = ANY (ARRAY['a'::varchar::text,
                                                                'b''c,d'::varchar::text,
                                                                'e"]'::varchar::text])),
                CONSTRAINT numbers CHECK (n::numeric IN (1, 2.5)));
