DO $$ BEGIN
  EXECUTE (SELECT string_agg(format('UPDATE everything SET %I = %L WHERE id = %s', name, two, n), ';') FROM kinds);
END $$;
