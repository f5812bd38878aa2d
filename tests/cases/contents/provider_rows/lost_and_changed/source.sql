CREATE TABLE auth.identities (id int);
