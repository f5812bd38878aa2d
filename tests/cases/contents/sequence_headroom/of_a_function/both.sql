CREATE SEQUENCE numbers;
CREATE SEQUENCE owned;
CREATE FUNCTION coded(n bigint) RETURNS text LANGUAGE sql AS $$ SELECT md5(n::text) $$;
CREATE TABLE t (a text DEFAULT coded(nextval('numbers')), b text,
                twice text DEFAULT nextval('numbers') || '-' || currval('numbers'));
ALTER SEQUENCE owned OWNED BY t.b;
