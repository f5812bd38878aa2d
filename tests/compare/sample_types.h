// Types of columns that databases have, each with values of its own that are easily confused: as
// texts, spelled as a server under gonogo's settings spells them.
#pragma once

#include <string>
#include <vector>

#include "core/rows.h"

namespace gonogo::testing_support {

struct SampleType {
  std::string type;
  std::vector<std::string> values;
};

// What both sides need for them.
inline constexpr const char* kSampleTypesSql =
    "CREATE TYPE mood AS ENUM ('calm', 'wild', 'it''s', 'é'); CREATE DOMAIN mark AS varchar(9); "
    "CREATE DOMAIN humour AS mood;";

inline const std::vector<SampleType>& SampleTypes() {
  static const std::vector<SampleType> types = {
      {"smallint", {"0", "-1", "1", "32767"}},
      {"integer", {"0", "-1", "1", "65536", "2147483647"}},
      {"bigint", {"0", "-1", "1", "4294967296", "4294967295", "-4294967296", "8589934593"}},
      {"numeric(12,2)", {"0.00", "1.00", "-1.00", "10000.00", "0.01", "100000000.00", "NaN"}},
      {"numeric", {"0", "0.0", "1", "1.0", "-1", "1.00", "10000", "NaN", "1e-7"}},
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
      {"humour", {"calm", "wild", "it's"}},
      {"mark", {"", "a", "a "}},
      {"integer[]", {"{}", "{1}", "{NULL}", "{{1}}", "{1,2}", "{2,1}"}},
      {"text[]", {"{}", "{\"\"}", "{NULL}", "{\"NULL\"}", "{a,b}", "{\"a,b\"}"}},
      {"inet", {"10.0.0.0/8", "10.0.0.0/32", "::1/128"}},
      {"int4range", {"empty", "[1,2)", "[1,)", "(,)"}},
      {"bit varying", {"", "0", "00", "1"}},
      {"point", {"(0,1)", "(1,0)", "(0,-1)"}}};
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
