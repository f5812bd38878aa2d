CREATE TABLE auth.identities (id int);
CREATE TABLE storage.buckets (name text);
