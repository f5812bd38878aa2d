CREATE TABLE excluded (id serial);
GRANT SELECT ON excluded TO reader;
GRANT USAGE ON SEQUENCE excluded_id_seq TO reader;
GRANT SELECT (id) ON excluded TO reader;
