CREATE TABLE t (id int);
CREATE SEQUENCE down INCREMENT -5;
CREATE SEQUENCE twos INCREMENT 2 MINVALUE 2;
-- Those in between are more than one statement reads.
DO $$
BEGIN
    FOR n IN 1..220 LOOP
        EXECUTE format('CREATE SEQUENCE sequence%s', n);
    END LOOP;
END $$;
