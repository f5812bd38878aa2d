DO $$ BEGIN
  EXECUTE (SELECT string_agg(format('UPDATE everything SET %I = NULL WHERE id = %s', name, n), ';') FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT string_agg(format('UPDATE among_nulls SET %I = NULL WHERE id = %s', name, n), ';') FROM kinds);
END $$;
