CREATE INDEX old_index ON auth.users (email);
ALTER TABLE auth.users ADD CONSTRAINT has_email CHECK (email <> '');
