CREATE TABLE t (id integer);
DO $$
BEGIN
    FOR i IN 1..1001 LOOP
        EXECUTE pg_catalog.format('CREATE SEQUENCE s%s', pg_catalog.lpad(i::text, 4, '0'));
    END LOOP;
END
$$;
