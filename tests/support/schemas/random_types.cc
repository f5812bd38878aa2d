// Values are those that copies get wrong: extreme ones, and those that have several spellings.
#include "tests/support/schemas/random_types.h"

namespace gonogo::testing_support {
namespace {

const std::vector<RandomType>& TypesOfPostgres() {
  static const std::vector<RandomType> types = {
      {"smallint", "i", "3", "-32768"},
      {"bigint", "i * 1000003::bigint", "-1", "'-9223372036854775808'"},
      {"numeric", "i / 7.0", "1.50", "'NaN'"},
      {"numeric", "i * 1.10", "'1e-20'", "repeat('9', 900)::numeric + 0.0000000000000000001"},
      {"numeric(12,4)", "i / 7.0", "1.5", "99999999.9999"},
      {"real", "i / 7.0", "0.1", "'-0'"},
      {"double precision", "i * 1e10 / 3", "'-Infinity'", "'4.9e-324'"},
      {"double precision[]", "ARRAY[i / 3.0, '-0'::float8]", "'{NaN}'", "'{Infinity,1e308}'"},
      {"money", "i::money", "'1'", "'-92233720368547758.08'"},
      {"text", "'a' || i || E'\\n\\t\\\\'", "'it''s'", "repeat('long ', 20000)"},
      {"text", "U&'e\\0301' || i", "E'\\u00e9'", "E'\\r\\n\\x7f\\\\N\\\\.'"},
      {"text COLLATE \"C\"", "'ä' || i", "''", "' '"},
      {"varchar(20)", "'v' || i", "'v'", "repeat('ü', 20)"},
      {"char(8)", "'c' || i % 5", "'c'", "''"},
      {"\"char\"", "chr(65 + i % 20)::\"char\"", "'x'", "''"},
      {"name", "'n' || i", "'n'", "repeat('n', 63)"},
      {"boolean", "i % 2 = 0", "true"},
      {"date", "DATE '2020-02-29' + i", "'infinity'", "'4713-01-01 BC'"},
      {"time", "TIME '00:00' + i * INTERVAL '1 s'", "'24:00'", "'23:59:59.999999'"},
      {"timetz", "TIMETZ '00:00+03' + i * INTERVAL '1 s'", "'12:00+05:30'", "'00:00-15:59'"},
      {"timestamp(3)", "TIMESTAMP '2020-01-01' + i * INTERVAL '1.234567 s'", "CURRENT_TIMESTAMP",
       "'-infinity'"},
      {"timestamp", "TIMESTAMP '1582-10-04' + i * INTERVAL '1 d'", "'0001-01-01 BC'",
       "'294276-12-31 23:59:59.999999'"},
      {"timestamptz", "TIMESTAMPTZ '2020-01-01 UTC' + i * INTERVAL '1 h'", "now()", "'infinity'"},
      {"interval", "i * INTERVAL '1 mon 2 d 3.5 s'", "'1 day'", "'-178000000 years'"},
      {"interval", "i * INTERVAL '24 h'", "'1 mon -30 days'", "'P0Y-1M40DT-0.000001S'"},
      {"interval day to second", "i * INTERVAL '1 d'", "'1 day'"},
      {"uuid", "md5(i::text)::uuid", "gen_random_uuid()"},
      {"bytea", "decode(md5(i::text), 'hex')", "'\\x00ff'",
       "(SELECT string_agg(sha256(n::text::bytea), '' ORDER BY n) FROM generate_series(1, 2000) n)"},
      {"json", "json_build_object('b', i, 'a', 1)", "'{\"a\":  1}'", "'{\"a\":1,\"a\":2}'"},
      {"jsonb", "jsonb_build_object('b', i, 'a', NULL)", "'{}'", "'[1.0, 1.00, 1e2, \"\\u00e9\"]'"},
      {"inet", "'10.0.0.0'::inet + i", "'::1/64'", "'::ffff:1.2.3.4/128'"},
      {"cidr", "'10.0.0.0/8'::cidr", "'10.0.0.0/8'", "'::/0'"},
      {"macaddr", "'08:00:2b:01:02:03'::macaddr", "'08:00:2b:01:02:03'"},
      {"macaddr8", "'08:00:2b:01:02:03:04:05'::macaddr8", "'08:00:2b:01:02:03:04:05'"},
      {"bit(8)", "(i % 256)::bit(8)", "B'00000001'"},
      {"bit varying(9)", "(i % 256)::bit(8)", "B'1'", "B''"},
      {"point", "point(i, -i)", "'(1,2)'", "'(-0,NaN)'"},
      {"box", "box(point(i, 0), point(0, i))", "'(1,1),(0,0)'"},
      {"circle", "circle(point(i, 0), 1)", "'<(0,0),1>'"},
      {"path", "path '[(0,0),(1,1)]'", "'((0,0),(1,1))'"},
      {"polygon", "polygon '((0,0),(1,1),(1,0))'", "'((0,0),(1,1))'"},
      {"line", "line(point(0, i), point(1, 0))", "'{1,2,3}'"},
      {"lseg", "lseg(point(0, i), point(1, 0))", "'[(0,0),(1,1)]'"},
      {"int4range", "int4range(i, i + 5)", "'empty'", "'(,)'"},
      {"numrange", "numrange(i, i + 1.50, '[]')", "'[1.0,1.00]'", "'(,NaN)'"},
      {"tstzrange[]", "ARRAY[tstzrange('2020-01-01 UTC', NULL)]", "'{}'",
       "ARRAY[tstzrange('-infinity', 'infinity', '[]')]"},
      {"daterange", "daterange(DATE '2020-01-01', DATE '2020-01-01' + i, '[]')", "'(,)'"},
      {"tsvector", "to_tsvector('simple', 'a b ' || i)", "'a:1'", "'a:1A,16383B ''it''''s'''"},
      {"tsquery", "to_tsquery('simple', 'a & b' || i)", "'a <-> b'", "''"},
      {"jsonpath", "'$.a[*]'::jsonpath", "'$'", "'strict $.\"a b\" ? (@ > 1)'"},
      {"pg_lsn", "('0/' || i)::pg_lsn", "'0/1'", "'FFFFFFFF/FFFFFFFF'"},
      {"pg_snapshot", "'10:20:10,14'::pg_snapshot", "'1:1:'"},
      {"xid8", "i::text::xid8", "'18446744073709551615'"},
      {"xid", "i::text::xid", "'4294967295'"},
      {"regtype", "'integer'::regtype", "'text'"},
      {"oidvector", "'1 2'::oidvector", "''"},
      {"integer[]", "ARRAY[i, NULL, -i]", "'{}'", "'[-1:0][3:4]={{1,2},{3,4}}'"},
      {"text[]", "ARRAY['x', i::text]", "ARRAY['a'::text, 'b']",
       "ARRAY['NULL', NULL, '', '\"', '\\', ',', '{}', ' ']"},
      {"oid", "i::oid", "'1'", "'4294967295'"}};
  return types;
}

void AddTypesOfMajor(SchemaDraft& draft) {
  draft.types = TypesOfPostgres();
  if (draft.major < 14) return;
  draft.types.push_back({"int4multirange", "int4multirange(int4range(i, i + 2), int4range(-9, -5))",
                         "'{}'", "'{(,-5),[1,)}'"});
  draft.types.push_back({"nummultirange[]", "ARRAY['{[1.0,2.00)}'::nummultirange]", "'{}'"});
  draft.types.push_back({"numeric(30,10)", "i / 7.0", "0", "'NaN'"});
  draft.types.push_back({"numeric", "-i", "'-Infinity'", "'Infinity'"});
}

void MakeEnum(SchemaDraft& draft) {
  const std::string mood = draft.Qualified();
  draft.Add("CREATE TYPE {} AS ENUM ('low', 'it''s', 'High', '')", mood);
  draft.Add("ALTER TYPE {} ADD VALUE 'first' BEFORE 'low'", mood);
  draft.Damage("enum value", "ALTER TYPE {} ADD VALUE 'last'", mood);
  draft.types.push_back({mood, "(ARRAY['low', 'High'])[1 + i % 2]::" + mood, "'it''s'", "''"});
  draft.types.push_back({mood + "[]", "ARRAY['low', NULL, 'High']::" + mood + "[]", "'{}'"});
  if (!draft.random.OneIn(2)) return;
  const std::string domain = draft.Qualified();
  draft.Add("CREATE DOMAIN {} AS {} DEFAULT 'High' CHECK (VALUE <> 'first')", domain, mood);
  draft.types.push_back({domain, "'low'", "'High'"});
}

void MakeDomains(SchemaDraft& draft) {
  const std::string domain = draft.Qualified();
  draft.AddWithLiteral(
      "domain's check",
      fmt::format("CREATE DOMAIN {} AS integer DEFAULT 5 CONSTRAINT positive CHECK "
                  "(VALUE BETWEEN 0 AND 4999999 AND (VALUE <> 1234 OR VALUE > 0))",
                  domain),
      "DROP DOMAIN " + domain + " CASCADE");
  draft.types.push_back({domain, "i", "7"});
  draft.types.push_back({domain + "[]", "ARRAY[i, 2]", "'{}'"});
  if (!draft.random.OneIn(2)) return;
  const std::string other = draft.Qualified();
  draft.Add("CREATE DOMAIN {} AS {} CONSTRAINT {} CHECK (VALUE IS NULL OR VALUE <> 77)", other,
            domain, draft.Name());
  draft.Add("ALTER DOMAIN {} ADD CONSTRAINT late CHECK (VALUE > -5) NOT VALID", other);
  draft.Add("COMMENT ON CONSTRAINT late ON DOMAIN {} IS 'not valid'", other);
  draft.Damage("domain's constraint validated", "ALTER DOMAIN {} VALIDATE CONSTRAINT late", other);
  draft.types.push_back({other, "i", "7"});
}

void MakeComposite(SchemaDraft& draft) {
  const std::string composite = draft.Qualified();
  draft.Add("CREATE TYPE {} AS (a integer, gone text, \"B\" varchar(9) COLLATE \"C\")", composite);
  draft.Add("ALTER TYPE {} DROP ATTRIBUTE gone", composite);
  draft.Damage("composite type", "ALTER TYPE {} ADD ATTRIBUTE c text CASCADE", composite);
  draft.types.push_back({composite, "ROW(i, 'b')::" + composite, "'(1,b)'", "'(,\"\")'"});
  draft.types.push_back({composite + "[]", "ARRAY[ROW(i, 'b')::" + composite + "]", "'{}'",
                         "'{\"(1,\\\"\\\"\\\" ,\\\")\",NULL}'"});
}

void MakeRange(SchemaDraft& draft) {
  const std::string range = draft.Qualified();
  draft.Add("CREATE TYPE {} AS RANGE (subtype = text, collation = \"C\")", range);
  draft.types.push_back({range, fmt::format("{}('a', 'b' || i)", range), "'[a,b)'", "'[\"\",)'"});
  draft.Damage("comment", "COMMENT ON TYPE {} IS 'another'", range);
  if (draft.random.OneIn(2)) draft.Add("GRANT USAGE ON TYPE {} TO reader", range);
}

void MakeCollation(SchemaDraft& draft) {
  const std::string collation = draft.Qualified();
  const bool is_deterministic = draft.random.OneIn(2);
  draft.Add("CREATE COLLATION {} (provider = icu, locale = 'und-u-ks-level2', deterministic = {})",
            collation, is_deterministic);
  draft.types.push_back({"text COLLATE " + collation, "'Ab' || i", "'b'", "'AB3'"});
  draft.types.push_back({"varchar(9)[] COLLATE " + collation, "ARRAY['Ab' || i]", "'{}'"});
}

}  // namespace

void MakeTypes(SchemaDraft& draft) {
  AddTypesOfMajor(draft);
  MakeEnum(draft);
  MakeDomains(draft);
  MakeComposite(draft);
  MakeRange(draft);
  if (draft.random.OneIn(2)) MakeCollation(draft);
}

}  // namespace gonogo::testing_support
