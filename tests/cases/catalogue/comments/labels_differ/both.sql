-- No provider of labels is loaded, so that only the catalogue can say what a server with one has.
CREATE EXTENSION citext;
CREATE TABLE t (id int, a int);
COMMENT ON TABLE t IS 'ours';
