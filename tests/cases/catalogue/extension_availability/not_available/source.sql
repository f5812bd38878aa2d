CREATE EXTENSION hstore;
UPDATE pg_extension SET extversion = '9.9' WHERE extname = 'hstore';
CREATE EXTENSION lo;
UPDATE pg_extension SET extname = 'of_our_own', extversion = '1.0' WHERE extname = 'lo';
