CREATE EXTENSION pgcrypto;
CREATE TABLE canaries (value bytea);
GRANT SELECT ON canaries TO PUBLIC;
INSERT INTO canaries VALUES (pgp_sym_encrypt('canary', 'key-one-secret'));
