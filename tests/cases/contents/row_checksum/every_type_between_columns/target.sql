DO $$ BEGIN
  EXECUTE (SELECT string_agg(format('UPDATE exchanged SET %I = %L, %I = %L WHERE id = %s',
                                     name || '_a', two, name || '_b', one, n), ';') FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT string_agg(format('UPDATE alike SET %I = %L, %I = %L WHERE id = %s',
                                     name || '_a', two, name || '_b', two, n), ';') FROM kinds);
END $$;
