CREATE TABLE scopes (domain text, code text);
CREATE INDEX scopes_domain ON scopes (domain);
CREATE INDEX scopes_code ON scopes (code);
UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = 'scopes_domain'::regclass;
UPDATE pg_index SET indisvalid = false, indisready = false, indislive = false WHERE indexrelid = 'scopes_code'::regclass;
