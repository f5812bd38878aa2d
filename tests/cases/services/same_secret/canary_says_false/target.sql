CREATE EXTENSION pgcrypto;
CREATE TABLE canaries (value bytea);
GRANT SELECT ON canaries TO PUBLIC;
INSERT INTO canaries VALUES (hmac('canary', 'key-one-secret', 'sha256'));
