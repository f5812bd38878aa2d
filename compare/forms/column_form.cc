// Lists the forms and chooses the one for a column.
//
// Measured on PostgreSQL 15, in ns of processor time a value (in brackets: by its text): int4 7,
// int8 18 or in the seed of another 8, inet 8 (231), time 18 (114), date 23 (105), character(20) 24
// (88), timestamp 40 (144), float8 40 (113), timestamptz 43 (197), numeric(12,2) 74 (96), timetz 80
// (165), bytea 123 (129), interval 127 (172).
//
// Some functions look cheaper but can't be used:
// - The hash functions of int8 and of the date and time types fold 64 bits to 32 before they hash,
//   so 1 and 4294967296 hash alike. With the value in the seed as well, all bits count.
// - hash_numeric_extended ignores sign and scale, XORs the magnitude unmixed, and returns the seed
//   for NaN.
// - jsonb_hash_extended hashes numbers the same way, and doesn't see where arrays and objects end.
// - hash_array_extended forgets the seed at a NULL, and with it all columns before.
// - float8send: a NaN has many binary forms, and a restore keeps only one of them.
// - hashfloat8extended returns the seed for 0.
#include "compare/forms/column_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/forms/label_form.h"

namespace gonogo {
namespace {

// Zero and NaN have several binary forms, so their text is hashed.
constexpr std::string_view kFloatHash =
    "CASE WHEN $c OPERATOR(pg_catalog.<>) 0::float8 AND $c OPERATOR(pg_catalog.<>) 'NaN'::float8 "
    "THEN pg_catalog.hashfloat8extended($c, $s) "
    "ELSE pg_catalog.hashtextextended($c::pg_catalog.text COLLATE pg_catalog.\"C\", $s) END";

// The distance from a moment as float8 tells all moments from 1727 to 2272 apart. Further away it
// confuses moments that are at most some milliseconds apart, and those timestamp_hash_extended
// tells apart: it folds 64 bits to 32, and confuses only moments that are at least 35 minutes
// apart.
constexpr std::string_view kTimestamptzHash =
    "pg_catalog.timestamp_hash_extended(pg_catalog.timezone('PT0S'::interval, $c), "
    "pg_catalog.hashfloat8extended(pg_catalog.tstzrange_subdiff($c, "
    "'2000-01-01 00:00:00+00'::timestamptz), $s))";
constexpr std::string_view kTimestampHash =
    "pg_catalog.timestamp_hash_extended($c, pg_catalog.hashfloat8extended("
    "pg_catalog.tsrange_subdiff($c, '2000-01-01 00:00:00'::timestamp), $s))";
constexpr std::string_view kMoments =
    "2000-01-01 00:00:00+00, 2000-01-01 00:00:00.000001+00, 1999-12-31 23:59:59.999999+00, "
    "2021-06-01 00:00:00+00, 2021-06-01 01:11:34.967297+00, 1727-01-01 00:00:00.000001+00, "
    "1727-01-01 00:00:00.000002+00, 2272-12-31 23:59:59.999998+00, 2272-12-31 23:59:59.999999+00, "
    "4714-11-24 00:00:00+00 BC, 4714-11-24 00:00:00.000001+00 BC, "
    "294276-12-31 23:59:59.999998+00, 294276-12-31 23:59:59.999999+00, infinity, -infinity";

// The distance in days is whole, so half a day more is never 0.
constexpr std::string_view kDateHash =
    "pg_catalog.hashfloat8extended(pg_catalog.daterange_subdiff($c, '2000-01-01'::date) "
    "OPERATOR(pg_catalog.+) '0.5'::float8, $s)";
// The distance in seconds is at least a day, so it is never 0. A time with its zone is two moments:
// that in UTC, and that without the zone.
constexpr std::string_view kTimeHash =
    "pg_catalog.hashfloat8extended(pg_catalog.tsrange_subdiff('2000-01-02'::date "
    "OPERATOR(pg_catalog.+) $c, '2000-01-01 00:00:00'::timestamp), $s)";
constexpr std::string_view kTimetzHash =
    "pg_catalog.hashfloat8extended(pg_catalog.tsrange_subdiff('2000-01-03'::date "
    "OPERATOR(pg_catalog.+) pg_catalog.\"time\"($c), '2000-01-01 00:00:00'::timestamp), "
    "pg_catalog.hashfloat8extended(pg_catalog.tstzrange_subdiff('2000-01-03'::date "
    "OPERATOR(pg_catalog.+) $c, '2000-01-01 00:00:00+00'::timestamptz), $s))";

// A blank-padded text without its padding, and its length with it.
constexpr std::string_view kBpcharHash =
    "pg_catalog.hashbpcharextended($c COLLATE pg_catalog.\"C\", "
    "pg_catalog.hashint4extended(pg_catalog.octet_length($c), $s))";

constexpr std::string_view kWholes = "0, -1, 1, 4294967296, 9223372036854775807";
constexpr std::string_view kTexts = "\"\", \" \", a longer text than one round takes";

constexpr std::array<Form, 17> kForms = {{
    {.name = "int2",
     .bases = {"int2"},
     .hash = "pg_catalog.hashint2extended($c, $s)",
     .samples = {"int2", "0, -1, 32767"}},
    {.name = "int4",
     .bases = {"int4"},
     .hash = "pg_catalog.hashint4extended($c, $s)",
     .samples = {"int4", "0, -1, 2147483647"}},
    {.name = "int8",
     .bases = {"int8"},
     .hash = "pg_catalog.hashint8extended($c, $c OPERATOR(pg_catalog.#) $s)",
     .seed = SeedUse::kMixedAfterXor,
     .whole = "$c",
     .samples = {"int8", kWholes}},
    {.name = "text",
     .bases = {"text", "varchar"},
     .hash = "pg_catalog.hashtextextended($c COLLATE pg_catalog.\"C\", $s)",
     .samples = {"text", kTexts},
     .hashes_text = true},
    {.name = "bpchar",
     .bases = {"bpchar"},
     .hash = kBpcharHash,
     .samples = {"bpchar", "\"\", \" \", a, \"a \""},
     .hashes_text = true},
    {.name = "uuid",
     .bases = {"uuid"},
     .hash = "pg_catalog.uuid_hash_extended($c, $s)",
     .samples = {"uuid", "00112233-4455-6677-8899-aabbccddeeff"}},
    {.name = "bool",
     .bases = {"bool"},
     .hash = "CASE WHEN $c THEN pg_catalog.hashint4extended(1, $s) "
             "WHEN NOT $c THEN pg_catalog.hashint4extended(0, $s) END",
     .seed = SeedUse::kConstant,
     .samples = {"bool", "true, false"}},
    {.name = "float4",
     .bases = {"float4"},
     .hash = kFloatHash,
     .seed = SeedUse::kConstant,
     .samples = {"float4", "-0, 0, NaN, 0.1"}},
    {.name = "float8",
     .bases = {"float8"},
     .hash = kFloatHash,
     .seed = SeedUse::kConstant,
     .samples = {"float8", "-0, 0, NaN, 0.1, -Infinity, 5e-324"}},
    {.name = "timestamptz",
     .bases = {"timestamptz"},
     .hash = kTimestamptzHash,
     .samples = {"timestamptz", kMoments}},
    {.name = "timestamp",
     .bases = {"timestamp"},
     .hash = kTimestampHash,
     .samples = {"timestamp", kMoments}},
    {.name = "date",
     .bases = {"date"},
     .hash = kDateHash,
     .samples = {"date",
                 "2000-01-01, 2000-01-02, 1999-12-31, 4714-11-24 BC, 5874897-12-31, infinity, "
                 "-infinity"}},
    {.name = "time",
     .bases = {"time"},
     .hash = kTimeHash,
     .samples = {"time", "00:00, 00:00:00.000001, 23:59:59.999999, 24:00"}},
    {.name = "timetz",
     .bases = {"timetz"},
     .hash = kTimetzHash,
     .samples =
         {"timetz",
          "12:00+00, 13:00+01, 12:00-15:59:59, 24:00+15:59:59, 00:00+00, 00:00:00.000001+00"}},
    {.name = "interval",
     .bases = {"interval"},
     .hash = "pg_catalog.hash_array_extended(ARRAY[pg_catalog.interval_send($c)], $s)",
     .samples = {"interval", "1 day, 24:00, -1 mon"}},
    {.name = "inet",
     .bases = {"inet", "cidr"},
     .hash = "pg_catalog.hashinetextended($c, $s)",
     .samples = {"inet", "0.0.0.0/0, ::/0, 10.0.0.0/8, 10.0.0.0/9, 10.0.0.0, ::10.0.0.0"}},
    {.name = "bytea",
     .bases = {"bytea"},
     .hash = "pg_catalog.hash_array_extended(ARRAY[$c::pg_catalog.bytea], $s)",
     .samples = {"bytea", R"("", "\\x00", "\\x00ff")"}},
}};

// For integers whose width differs between the sides.
constexpr Form kWidened = {
    .name = "int8",
    .hash = "pg_catalog.hashint8extended($c::int8, $c::int8 OPERATOR(pg_catalog.#) $s)",
    .seed = SeedUse::kMixedAfterXor,
    .whole = "$c::int8",
    .samples = {"int8", kWholes}};

// For numbers that all have the same scale. The sign is hashed last, because hash_numeric_extended
// mixes neither the magnitude nor the seed of 0 and NaN.
constexpr Form kScaled = {
    .name = "numeric",
    .hash =
        "pg_catalog.hashint4extended(pg_catalog.numeric_cmp($c, '0'::numeric), "
        "pg_catalog.hash_numeric_extended($c, $s))",
    .samples = {"numeric", "0, NaN, 1, -1, 10000, 0.0001, 0.01, -0.01, 99999999999999.99"}};

constexpr Form kText = {.name = "text of the value",
                        .hash = "pg_catalog.hashtextextended($t COLLATE pg_catalog.\"C\", $s)",
                        .samples = {"text", kTexts},
                        .hashes_text = true};

constexpr Form kLabel = {.name = "label", .seed = SeedUse::kConstant, .hashes_text = true};

constexpr Form kPortable = {
    .name = "sha256 of the value's text",
    .hash =
        "('x' OPERATOR(pg_catalog.||) pg_catalog.substr(pg_catalog.encode(pg_catalog.sha256("
        "pg_catalog.convert_to($s::pg_catalog.text OPERATOR(pg_catalog.||) ' ' "
        "OPERATOR(pg_catalog.||) $t, 'UTF8')), 'hex'), 1, 16))::bit(64)::int8",
    .seed = SeedUse::kConstant};

bool IsWhole(const Column& column) {
  return column.base == "int2" || column.base == "int4" || column.base == "int8";
}

// True for numeric(12,2) on both sides, of which each value has two digits after the point.
bool HaveSameScale(const ColumnPair& column) {
  return column.source.base == "numeric" && column.target.base == "numeric" &&
         column.source.type == column.target.type && column.source.type.starts_with("numeric(");
}

// Replaces the $ marks in one pass, because a column may be called "$s".
std::string Filled(std::string_view expression, const Column& column, const std::string& seed) {
  std::string filled;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    if (expression[i] != '$') {
      filled += expression[i];
      continue;
    }
    const char mark = expression[++i];
    filled += mark == 'c' ? column.quoted : mark == 't' ? TextOf(column) : seed;
  }
  return filled;
}

const Form* FormOf(const std::string& base) {
  for (const Form& form : kForms) {
    if (!base.empty() && std::find(form.bases.begin(), form.bases.end(), base) != form.bases.end())
      return &form;
  }
  return nullptr;
}

}  // namespace

const Form& TextForm() { return kText; }
const Form& PortableForm() { return kPortable; }

const Form& NativeFormOf(const ColumnPair& column) {
  if (HasFewLabels(column.source) && HasFewLabels(column.target)) return kLabel;
  if (HaveSameScale(column)) return kScaled;
  const Form* const form = FormOf(column.source.base);
  if (form != nullptr && form == FormOf(column.target.base)) return *form;
  return IsWhole(column.source) && IsWhole(column.target) ? kWidened : kText;
}

std::string HashOf(const Form& form, const Column& column, const std::string& seed) {
  return &form == &kLabel ? HashOfLabel(column, seed) : Filled(form.hash, column, seed);
}

std::string SeedWith(const Form& form, const Column& column, const std::string& seed) {
  return fmt::format("({} OPERATOR(pg_catalog.#) {})", Filled(form.whole, column, seed), seed);
}

std::vector<const Form*> SampledForms() {
  std::vector<const Form*> forms = {&kWidened, &kScaled, &kText};
  for (const Form& form : kForms) forms.push_back(&form);
  return forms;
}

std::string SampleRows(const Form& form) {
  return fmt::format("pg_catalog.unnest('{{{}}}'::{}[]) WITH ORDINALITY AS c (v, n)",
                     form.samples.values, form.samples.type);
}

std::string SampleStatement(const Form& form) {
  const Column value{.name = "v", .quoted = "c.v", .type = "", .base = "", .labels = {}};
  return fmt::format(
      "SELECT pg_catalog.string_agg(({})::pg_catalog.text, ',' ORDER BY c.n) AS hashes FROM {}",
      HashOf(form, value, Constant(0)), SampleRows(form));
}

// Permutes the 64-bit numbers with the finalizer of SplitMix64, so that the constants have no
// pattern in common.
std::string Constant(std::uint64_t number) {
  std::uint64_t mixed = (number + 1) * 0x9e3779b97f4a7c15ULL;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
  mixed ^= mixed >> 31U;
  return fmt::format("'{}'::int8", static_cast<std::int64_t>(mixed));
}

}  // namespace gonogo
