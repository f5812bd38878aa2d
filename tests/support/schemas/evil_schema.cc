// The server lists its own operators and functions, so that those of later versions are included.
#include "tests/support/schemas/evil_schema.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kEvil = R"(
CREATE SCHEMA evil;
DO $$
DECLARE
  o record;
  f record;
  t text;
BEGIN
  FOR o IN
    SELECT DISTINCT ON (p.oprname, p.oprleft, p.oprright) p.oprname AS name, l.typname AS "left", r.typname AS "right",
           e.typname AS result
    FROM pg_catalog.pg_operator AS p
    JOIN pg_catalog.pg_type AS l ON l.oid = p.oprleft AND l.typtype = 'b'
    JOIN pg_catalog.pg_type AS r ON r.oid = p.oprright AND r.typtype = 'b'
    JOIN pg_catalog.pg_type AS e ON e.oid = p.oprresult AND e.typtype = 'b'
    UNION
    SELECT n.name, x."left", x."right", 'bool'
    FROM (VALUES ('='), ('<>'), ('<'), ('<='), ('>'), ('>=')) AS n (name)
    CROSS JOIN (VALUES ('varchar', 'varchar'), ('varchar', 'text'), ('text', 'varchar'), ('name', 'varchar'),
                       ('oid', 'int4'), ('oid', 'int8'), ('float4', 'int4'), ('regclass', 'oid'),
                       ('"char"', 'text'), ('"char"', 'varchar')) AS x ("left", "right")
  LOOP
    BEGIN
      EXECUTE pg_catalog.format(
        'CREATE OR REPLACE FUNCTION evil.operate_%3$s(pg_catalog.%1$s, pg_catalog.%2$s) RETURNS pg_catalog.%3$s '
        'LANGUAGE plpgsql AS ''BEGIN RAISE EXCEPTION ''''evil %4$s was called''''; END''',
        o."left", o."right", o.result, pg_catalog.replace(o.name, '%', '%%'));
      EXECUTE pg_catalog.format(
        'CREATE OPERATOR evil.%s (LEFTARG = pg_catalog.%s, RIGHTARG = pg_catalog.%s, FUNCTION = evil.operate_%s)',
        o.name, o."left", o."right", o.result);
    EXCEPTION WHEN OTHERS THEN
      NULL;  -- not a type of columns
    END;
  END LOOP;
  FOR f IN
    SELECT DISTINCT p.proname AS name, pg_catalog.oidvectortypes(p.proargtypes) AS arguments
    FROM pg_catalog.pg_proc AS p
    WHERE p.prokind = 'f' AND 'pg_catalog."any"'::pg_catalog.regtype <> ALL (p.proargtypes) AND p.proname IN (
      'set_config', 'current_setting', 'concat', 'format', 'encode', 'sha256', 'convert_to', 'version',
      'pg_backend_pid', 'current_database', 'to_char', 'pg_try_advisory_lock', 'quote_nullable',
      'hashtextextended', 'hashint4extended', 'hashint8extended', 'substr', 'get_bit', 'octet_length',
      'pg_export_snapshot', 'pg_is_in_recovery', 'split_part', 'timezone', 'pg_has_role')
  LOOP
    EXECUTE pg_catalog.format(
      'CREATE FUNCTION evil.%I(%s) RETURNS text LANGUAGE plpgsql AS '
      '''BEGIN RAISE EXCEPTION ''''evil %s was called''''; END''', f.name, f.arguments, f.name);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['hashtextextended(varchar, bigint)', 'concat(varchar)', 'encode(bytea, varchar)',
                           'quote_nullable(varchar)', 'octet_length(varchar)', 'hashint8extended(int4, int8)']
  LOOP
    EXECUTE pg_catalog.format(
      'CREATE FUNCTION evil.%s RETURNS bigint LANGUAGE plpgsql AS '
      '''BEGIN RAISE EXCEPTION ''''evil %1$s was called''''; END''', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['text', 'json', 'jsonb', 'oid', 'regclass', 'name', 'int8', 'xid8', 'tid', 'bytea'] LOOP
    EXECUTE pg_catalog.format('CREATE TYPE evil.%I AS ENUM (''evil'')', t);
  END LOOP;
END $$;
)";

}  // namespace

std::string EvilSchema(const std::string& database) {
  return kEvil + ("ALTER DATABASE " + database + " SET search_path = evil, pg_catalog, public");
}

}  // namespace gonogo::testing_support
