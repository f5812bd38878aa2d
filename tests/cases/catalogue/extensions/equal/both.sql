CREATE EXTENSION pgcrypto;
-- As if the server no longer had its files.
CREATE EXTENSION citext;
UPDATE pg_extension SET extname = 'withdrawn' WHERE extname = 'citext';
