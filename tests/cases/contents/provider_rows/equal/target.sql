ALTER TABLE auth.users ADD phone text;
