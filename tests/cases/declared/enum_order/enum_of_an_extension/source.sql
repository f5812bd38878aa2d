CREATE EXTENSION citext;
CREATE TYPE key_status AS ENUM ('valid', 'expired');
ALTER EXTENSION citext ADD TYPE key_status;
