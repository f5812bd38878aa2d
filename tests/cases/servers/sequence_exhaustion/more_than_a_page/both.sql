CREATE TABLE t (id integer);
-- Backwards: the order of their names is not that in which the server reads them.
DO $$
BEGIN
    FOR i IN REVERSE 1000..1 LOOP
        EXECUTE pg_catalog.format('CREATE SEQUENCE s%s', pg_catalog.lpad(i::text, 4, '0'));
    END LOOP;
END
$$;
