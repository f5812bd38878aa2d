ALTER DATABASE gate_case SET timezone = 'Asia/Kathmandu';
ALTER DATABASE gate_case SET DateStyle = 'German, DMY';
ALTER DATABASE gate_case SET IntervalStyle = 'postgres_verbose';
ALTER DATABASE gate_case SET extra_float_digits = -10;
ALTER DATABASE gate_case SET bytea_output = 'escape';
ALTER DATABASE gate_case SET xmloption = 'document';
DO $$ BEGIN
  IF current_setting('server_version_num')::integer >= 140000 THEN
    ALTER DATABASE gate_case SET default_toast_compression = 'pglz';
  END IF;
END $$;
DO $$ BEGIN
  EXECUTE (SELECT format('INSERT INTO everything (id, %s) SELECT id, %s FROM generate_series(1, 1) AS id',
                         string_agg(quote_ident(name), ', '),
                         string_agg(format('%L::%s', one, type), ', ')) FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT format('INSERT INTO everything (id, %s) SELECT id, %s FROM generate_series(2, 2) AS id',
                         string_agg(quote_ident(name), ', '),
                         string_agg(format('%L::%s', odd, type), ', ')) FROM kinds);
END $$;
INSERT INTO everything (id) VALUES (3);
INSERT INTO never_null SELECT * FROM everything WHERE id = 1;
INSERT INTO never_null SELECT * FROM everything WHERE id = 2;
INSERT INTO keyless TABLE everything;
INSERT INTO by_text TABLE everything;
INSERT INTO by_sha256 TABLE everything;
