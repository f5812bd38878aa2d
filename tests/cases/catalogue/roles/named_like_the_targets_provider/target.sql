CREATE ROLE anon;
CREATE ROLE extra;
ALTER ROLE anon SET search_path = public;
GRANT SELECT ON t TO anon, extra;
