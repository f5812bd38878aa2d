CREATE EXTENSION citext;
CREATE TABLE parted (id int) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TRIGGER t BEFORE UPDATE ON part FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
COMMENT ON TABLE part IS 'which is kept';
COMMENT ON TRIGGER t ON part IS 'which is kept';
