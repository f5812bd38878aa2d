// Values that hash functions confuse, computed by the server: neighbours, folds, signs, specials.
#pragma once

#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"

namespace gonogo::testing_support {

struct HardValues {
  std::string name;
  Column column;      // named c.v in a statement
  std::string query;  // some thousand values
  std::string few;    // the text of an array: some for which every pair of rows is tried
};

inline Column ColumnOf(const std::string& type, const std::string& base) {
  return {.name = "v", .quoted = "c.v", .type = type, .base = base};
}

// Microseconds since 2000: around powers of two, where the distance in seconds needs 34 bits, and
// at some hundred moments from 4714 BC to 294276; at each, neighbours and what folds to the same 32
// bits.
inline std::string Moments() {
  return "SELECT '2000-01-01'::timestamp + make_interval(days => (n / 86400000000)::int) "
         "+ (n % 86400000000) * '1 microsecond'::interval FROM ("
         "WITH moments (u) AS (SELECT (s * 2::numeric ^ k)::int8 "
         "FROM generate_series(0, 62) AS k, unnest('{1,-1}'::int[]) AS s "
         "UNION SELECT 0 UNION SELECT s * 8589934592000000 FROM unnest('{1,-1}'::int[]) AS s "
         "UNION SELECT generate_series(-211813487999999000, 9223371331100000000, 25000000000000000)) "
         "SELECT u + d FROM moments, generate_series(-25, 25) AS d "
         "UNION SELECT u + 4294967296 * k + d "
         "FROM moments, generate_series(-3, 3) AS k, generate_series(-1, 1) AS d) AS t (n) "
         "WHERE n BETWEEN -211813488000000000 AND 9223371331199999999 "
         "UNION ALL SELECT unnest('{infinity,-infinity}'::timestamp[])";
}

inline std::vector<HardValues> AllHardValues() {
  const std::string moments =
      "{2000-01-01 00:00:00+00,2000-01-01 00:00:00.000001+00,2021-06-01 00:00:00+00,"
      "2021-06-01 01:11:34.967297+00,1000-01-01 00:00:00+00,1000-01-01 00:00:00.000001+00,"
      "infinity,-infinity}";
  const std::string powers =
      "SELECT (s * 2::numeric ^ k)::int8 + d FROM generate_series(0, 62) AS k, "
      "unnest('{1,-1}'::int[]) AS s, generate_series(-25, 25) AS d";
  return {
      {"int8", ColumnOf("bigint", "int8"), powers,
       "{0,-1,1,4294967296,4294967297,-4294967296,8589934592,9223372036854775807}"},
      {"int4", ColumnOf("integer", "int4"),
       "SELECT n::int4 FROM (" + powers + ") AS p (n) WHERE n BETWEEN -2147483648 AND 2147483647",
       "{0,-1,1,65536,2147483647,-2147483648}"},
      {"timestamptz", ColumnOf("timestamp with time zone", "timestamptz"),
       "SELECT timezone('UTC', m) FROM (" + Moments() + ") AS t (m)", moments},
      {"timestamp", ColumnOf("timestamp without time zone", "timestamp"), Moments(), moments},
      {"date", ColumnOf("date", "date"),
       "SELECT '2000-01-01'::date + n FROM (SELECT (s * 2::numeric ^ k)::int + d "
       "FROM generate_series(0, 31) AS k, unnest('{1,-1}'::int[]) AS s, generate_series(-25, 25) AS d "
       "WHERE s * 2::numeric ^ k + d BETWEEN -2451545 AND 2145031948 "
       "UNION SELECT generate_series(-2451545, 2145031948, 99991)) AS t (n) "
       "UNION ALL SELECT unnest('{infinity,-infinity}'::date[])",
       "{2000-01-01,2000-01-02,1999-12-31,4714-11-24 BC,5874897-12-31,infinity,-infinity}"},
      {"time", ColumnOf("time without time zone", "time"),
       "SELECT '00:00'::time + n * '1 microsecond'::interval FROM (SELECT (2::numeric ^ k)::int8 + d "
       "FROM generate_series(0, 36) AS k, generate_series(-25, 25) AS d "
       "UNION SELECT generate_series(0, 86399999999, 9999991)) AS t (n) "
       "WHERE n BETWEEN 0 AND 86399999999 UNION ALL SELECT '24:00'",
       "{00:00,24:00,12:00,00:00:00.000001,01:11:34.967296,23:59:59.999999}"},
      {"numeric", ColumnOf("numeric(38,2)", "numeric"),
       "SELECT ((10000::numeric ^ k * n + d) * 0.01)::numeric(38,2) FROM generate_series(0, 7) AS k, "
       "generate_series(-1100, 1100) AS n, generate_series(-1, 1) AS d "
       "UNION ALL SELECT (2::numeric ^ k * s + d)::numeric(38,2) FROM generate_series(0, 110) AS k, "
       "unnest('{1,-1}'::int[]) AS s, unnest('{0,0.01,-0.01}'::numeric[]) AS d "
       "UNION ALL SELECT unnest('{NaN}'::numeric[])",
       "{0.00,NaN,1.00,-1.00,10000.00,100000000.00,0.01,-0.01}"},
      {"numeric_whole", ColumnOf("numeric(20,0)", "numeric"),
       "SELECT (10::numeric ^ k * n)::numeric(20,0) FROM generate_series(0, 16) AS k, "
       "generate_series(-1100, 1100) AS n",
       "{0,NaN,1,-1,10,10000,100000000,-10000}"},
      {"bpchar", ColumnOf("character(5)", "bpchar"),
       "SELECT rpad(t, length(t) + n)::bpchar FROM generate_series(0, 40) AS n, "
       "unnest('{\"\",a,b,aa,A,é,\" a\",\"a b\",\"\t\"}'::text[]) AS t",
       "{\"\",\" \",\"  \",a,\"a \",\"a  \",b}"},
      {"inet", ColumnOf("inet", "inet"),
       "SELECT set_masklen(a, n) FROM generate_series(0, 128) AS n, "
       "unnest('{10.0.0.1,10.0.0.0,0.0.0.0,::,::1,::10.0.0.1,255.255.255.255,1::}'::inet[]) AS a "
       "WHERE n <= CASE family(a) WHEN 4 THEN 32 ELSE 128 END",
       "{0.0.0.0/0,0.0.0.0,::/0,::,10.0.0.0/8,10.0.0.0/9,::10.0.0.0}"},
      {"float8", ColumnOf("double precision", "float8"),
       "SELECT s * power(2, k) * (1 + d * power(2::float8, -52)) FROM generate_series(-1022, 1022) AS k, "
       "unnest('{1,-1}'::float8[]) AS s, generate_series(0, 2) AS d "
       "UNION ALL SELECT unnest('{0,-0,NaN,Infinity,-Infinity,5e-324,-5e-324}'::float8[]) "
       "UNION ALL SELECT - 'NaN'::float8",
       "{0,-0,NaN,Infinity,-Infinity,1,-1,5e-324}"},
      {"float4", ColumnOf("real", "float4"),
       "SELECT (s * power(2, k) * (1 + d * power(2::float8, -23)))::float4 "
       "FROM generate_series(-126, 126) AS k, "
       "unnest('{1,-1}'::float8[]) AS s, generate_series(0, 2) AS d "
       "UNION ALL SELECT unnest('{0,-0,NaN,Infinity,-Infinity,1e-45}'::float4[]) "
       "UNION ALL SELECT - 'NaN'::float4",
       "{0,-0,NaN,Infinity,-Infinity,1,-1}"},
      {"interval", ColumnOf("interval", "interval"),
       "SELECT make_interval(months => m, days => d) + u * '1 microsecond'::interval "
       "FROM generate_series(-3, 3) AS m, generate_series(-31, 31) AS d, "
       "unnest('{0,1,-1,86400000000,-86400000000,4294967296}'::int8[]) AS u",
       "{PT0S,P1D,PT24H,P1M,P30D,P-1M}"},
      {"timetz", ColumnOf("time with time zone", "timetz"),
       "SELECT (t || z)::timetz FROM unnest('{00:00,12:00,24:00,12:00:00.000001}'::text[]) AS t, "
       "unnest('{+00,+01,-01,+15:59:59,-15:59:59,+00:00:01}'::text[]) AS z",
       "{12:00+00,13:00+01,12:00-01,24:00+00}"},
      {"bytea", ColumnOf("bytea", "bytea"),
       "SELECT set_byte(repeat(b, n)::bytea, n / 2, i) FROM generate_series(1, 30) AS n, "
       "unnest('{a,b,\" \"}'::text[]) AS b, generate_series(0, 255, 51) AS i UNION SELECT ''::bytea",
       R"({"\\x","\\x00","\\x0000","\\x01"})"},
      {"text", ColumnOf("text", "text"),
       "SELECT repeat(t, n) FROM generate_series(0, 40) AS n, "
       "unnest('{a,A,é,\" \",\"a \",\"ab\",\"\\t\"}'::text[]) AS t",
       "{\"\",\" \",a,A,\"a \",0,\"NULL\"}"},
      {"uuid", ColumnOf("uuid", "uuid"),
       "SELECT md5(n::text)::uuid FROM generate_series(1, 999) AS n",
       "{00000000-0000-0000-0000-000000000000,00000000-0000-0000-0000-000000000001,"
       "00000001-0000-0000-0000-000000000000}"},
      {"bool", ColumnOf("boolean", "bool"), "SELECT unnest('{true,false}'::bool[])",
       "{true,false}"},
  };
}

}  // namespace gonogo::testing_support
