ALTER DATABASE gate_case SET timezone = 'America/St_Johns';
ALTER DATABASE gate_case SET DateStyle = 'SQL, MDY';
ALTER DATABASE gate_case SET IntervalStyle = 'sql_standard';
ALTER DATABASE gate_case SET extra_float_digits = 0;
ALTER DATABASE gate_case SET xmlbinary = 'hex';
ALTER DATABASE gate_case SET search_path = 'pg_catalog';
SET search_path = public;
INSERT INTO everything (id) VALUES (3);
DO $$ BEGIN
  EXECUTE (SELECT format('INSERT INTO everything (id, %s) SELECT id, %s FROM generate_series(2, 2) AS id',
                         string_agg(quote_ident(name), ', '),
                         string_agg(format('%L::%s', odd, type), ', ')) FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT format('INSERT INTO everything (id, %s) SELECT id, %s FROM generate_series(1, 1) AS id',
                         string_agg(quote_ident(name), ', '),
                         string_agg(format('%L::%s', one, type), ', ')) FROM kinds);
END $$;
INSERT INTO never_null SELECT * FROM everything WHERE id = 2;
INSERT INTO never_null SELECT * FROM everything WHERE id = 1;
INSERT INTO keyless TABLE everything;
INSERT INTO by_text TABLE everything;
INSERT INTO by_sha256 TABLE everything;
