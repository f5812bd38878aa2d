CREATE SEQUENCE numbers;
CREATE TABLE t (id int DEFAULT nextval('num' || 'bers'));
-- A text can name a sequence that isn't there.
CREATE TABLE lost (id serial);
ALTER TABLE lost ALTER id SET DEFAULT nextval('gone'::text);
