CREATE EXTENSION hstore;
UPDATE pg_extension SET extversion = '1.0' WHERE extname = 'hstore';
