CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'old.example,new.example', dbname 'old');
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.id=old.parent OR OLD IS NULL THEN
    RAISE NOTICE 'household: %, %', old.id, threshold(old);
  END IF;
  RETURN OLD;
END
$$;
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS
  'SELECT ''https://db.old.example.org/ mydb.old.example x.db.old.example db-old.example dbxold.example db.old.example-2'' ';
ALTER DATABASE gate_case SET app.callback = 'https://old.new.example/old/household:5432?of=old-fashioned';
