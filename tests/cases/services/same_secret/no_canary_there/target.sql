CREATE EXTENSION pgcrypto;
CREATE TABLE canaries (value bytea);
GRANT SELECT ON canaries TO PUBLIC;
