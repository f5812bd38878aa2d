// Column types, each with values that are easily confused, as texts under gonogo's settings.
#pragma once

#include <string>
#include <vector>

#include "core/values/rows.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {

struct SampleType {
  std::string type;
  std::vector<std::string> values;
};

// The statements that create the types.
inline constexpr const char* kSampleTypesSql =
    "CREATE TYPE letter AS ENUM ('a', 'aa', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'm', 'm''', 'n'); "
    "CREATE TYPE mood AS ENUM ('calm', 'wild', 'it''s', 'é'); CREATE DOMAIN mark AS varchar(9); "
    "CREATE DOMAIN humour AS mood; CREATE TYPE pair AS (a int, b text);";

inline std::vector<SampleType> SampleTypesOfAllMajors() {
  return {
      {"smallint", {"0", "-1", "1", "32767"}},
      {"integer", {"0", "-1", "1", "65536", "2147483647"}},
      {"bigint", {"0", "-1", "1", "4294967296", "4294967295", "-4294967296", "8589934593"}},
      {"numeric(12,2)", {"0.00", "1.00", "-1.00", "10000.00", "0.01", "100000000.00", "NaN"}},
      {"numeric", {"0", "0.0", "1", "1.0", "-1", "1.00", "10000", "NaN", "0.0000001"}},
      {"real", {"0", "-0", "1", "-1", "0.1", "NaN", "Infinity", "-Infinity"}},
      {"double precision", {"0", "-0", "1", "-1", "0.1", "1e+300", "NaN", "Infinity"}},
      {"boolean", {"true", "false"}},
      {"text", {"", " ", "a", "A", "a ", "NULL", "'", "\\", "\n", "é", "e\xCC\x81", "a,b"}},
      {"varchar(9)", {"", " ", "a", "a ", "it's", "\\N"}},
      {"char(3)", {"a  ", "b  ", "   ", "abc"}},
      {"bytea", {"\\x", "\\x00", "\\x0000", "\\x6100"}},
      {"uuid", {"00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000001"}},
      {"date", {"2026-01-01", "2026-01-02", "infinity", "-infinity", "0044-03-15 BC"}},
      {"time", {"00:00:00", "24:00:00", "00:00:00.000001"}},
      {"time with time zone", {"12:00:00+00", "13:00:00+01", "12:00:00-00:30"}},
      {"timestamp", {"2026-01-01 00:00:00", "2026-01-01 00:00:00.000001", "infinity"}},
      {"timestamp with time zone",
       {"2026-01-01 00:00:00+00", "2026-01-01 00:00:00.000001+00", "-infinity"}},
      {"interval", {"P1D", "PT24H", "P1M", "P30D", "PT0S", "PT-1S"}},
      {"json", {"{\"a\":1}", "{\"a\": 1}", "null", "{\"a\":1,\"a\":1}"}},
      {"jsonb", {"{\"a\": 1}", "{\"a\": 1.0}", "null", "\"null\"", "[]"}},
      {"mood", {"calm", "wild", "it's", "é"}},
      {"letter", {"a", "aa", "g", "h", "m'", "n"}},
      {"humour", {"calm", "wild", "it's"}},
      {"mark", {"", "a", "a "}},
      {"integer[]", {"{}", "{1}", "{NULL}", "{{1}}", "{1,2}", "{2,1}"}},
      {"text[]", {"{}", "{\"\"}", "{NULL}", "{\"NULL\"}", "{a,b}", "{\"a,b\"}"}},
      {"inet", {"10.0.0.0/8", "10.0.0.0/32", "::1/128"}},
      {"int4range", {"empty", "[1,2)", "[1,)", "(,)"}},
      {"bit varying", {"", "0", "00", "1"}},
      {"point", {"(0,1)", "(1,0)", "(0,-1)"}},
      {"pair", {"(,)", "(0,)", "(,\"\")", "(0,\"a,b\")", "(1,a)"}},
      {"pair[]", {"{}", "{NULL}", "{\"(,)\"}", "{\"(1,a)\"}"}},
      {"bit(3)", {"000", "001", "100"}},
      {"xml", {"<a/>", "<a />", "<a></a>"}},
      {"money", {"$0.00", "$0.01", "-$0.01"}},
      {"\"char\"", {"", "a", "A"}},
      {"name", {"", "a", "A"}},
      {"oid", {"0", "1", "4294967295"}},
      {"xid", {"0", "1", "4294967295"}},
      {"xid8", {"0", "1", "4294967296"}},
      {"cid", {"0", "1"}},
      {"tid", {"(0,1)", "(1,0)"}},
      {"int2vector", {"1 2", "2 1"}},
      {"oidvector", {"1 2", "2 1"}},
      {"pg_lsn", {"0/0", "0/1", "1/0"}},
      {"pg_snapshot", {"1:1:", "1:2:", "1:2:1"}},
      {"txid_snapshot", {"1:1:", "1:2:", "1:2:1"}},
      {"refcursor", {"", "a", "A"}},
      {"cidr", {"10.0.0.0/8", "10.0.0.0/9", "::/8"}},
      {"macaddr", {"00:00:00:00:00:01", "01:00:00:00:00:00"}},
      {"macaddr8", {"00:00:00:ff:fe:00:00:01", "00:00:00:00:00:00:00:01"}},
      {"line", {"{1,-1,0}", "{-1,1,0}", "{2,-2,0}"}},
      {"lseg", {"[(0,0),(1,1)]", "[(1,1),(0,0)]"}},
      {"box", {"(1,1),(0,0)", "(2,0.5),(0,0)"}},
      {"path", {"((0,0),(1,1))", "[(0,0),(1,1)]"}},
      {"polygon", {"((0,0),(1,1),(1,0))", "((1,1),(1,0),(0,0))"}},
      {"circle", {"<(0,0),1>", "<(0,0),2>", "<(0,1),1>"}},
      {"tsvector", {"", "'a'", "'a':1", "'a':1A"}},
      {"tsquery", {"", "'a'", "'a':A", "!'a'"}},
      {"jsonpath", {"$", "strict $", "$.\"a\""}},
      {"int8range", {"empty", "[1,2)", "[4294967297,4294967298)"}},
      {"numrange", {"empty", "[1,2)", "[1.0,2)", "(1,2)"}},
      {"daterange", {"empty", "[2026-01-01,2026-01-02)", "[2026-01-01,infinity)"}},
      {"tsrange", {"empty", "(,\"2026-01-01 00:00:00\")", "(,\"2026-01-01 00:00:00\"]"}},
      {"tstzrange", {"empty", "(,\"2026-01-01 00:00:00+00\")", "(,\"2026-01-01 00:00:00+00\"]"}},
      {"int4multirange", {"{}", "{[1,2)}", "{[1,2),[3,4)}"}},
      {"int8multirange", {"{}", "{[1,2)}", "{[4294967297,4294967298)}"}},
      {"nummultirange", {"{}", "{[1,2)}", "{[1.0,2)}"}},
      {"datemultirange", {"{}", "{[2026-01-01,2026-01-02)}"}},
      {"tsmultirange", {"{}", "{(,\"2026-01-01 00:00:00\")}"}},
      {"tstzmultirange", {"{}", "{(,\"2026-01-01 00:00:00+00\")}"}},
      {"aclitem", {"pg_monitor=r/pg_monitor", "pg_monitor=w/pg_monitor"}},
      {"regclass", {"-", "pg_class", "pg_type"}},
      {"regtype", {"-", "integer", "text"}},
      {"regrole", {"-", "pg_monitor"}},
      {"regnamespace", {"-", "pg_catalog"}},
      {"regproc", {"-", "version"}},
      {"regprocedure", {"-", "version()", "lower(text)"}},
      {"regoper", {"0", "||/"}},
      {"regoperator", {"0", "+(integer,integer)", "-(integer,integer)"}},
      {"regcollation", {"-", "\"C\"", "\"POSIX\""}},
      {"regconfig", {"-", "simple"}},
      {"regdictionary", {"-", "simple"}}};
}

// Returns those that both servers of the test's pair have: 13 has no multiranges.
inline const std::vector<SampleType>& SampleTypes() {
  static const std::vector<SampleType> types = [] {
    constexpr int kFirstWithMultiranges = 14;
    std::vector<SampleType> all = SampleTypesOfAllMajors();
    if (!TestPairHas(kFirstWithMultiranges)) {
      std::erase_if(all, [](const SampleType& one) { return one.type.ends_with("multirange"); });
    }
    return all;
  }();
  return types;
}

// For a statement.
inline std::string Literal(const Value& value) {
  if (!value) return "NULL";
  std::string literal = "'";
  for (const char c : *value) literal += c == '\'' ? "''" : std::string(1, c);
  return literal + "'";
}

}  // namespace gonogo::testing_support
