DO $$ BEGIN
  EXECUTE format('ALTER DATABASE postgres OWNER TO %I', current_user);
END $$;
