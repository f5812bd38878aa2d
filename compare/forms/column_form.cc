// Lists the forms and chooses the one for a column.
//
// Measured on PostgreSQL 15, in ns per value on top of the scan: int8 8, text 17, uuid 10,
// numeric 70, timestamp 69, jsonb 440; see docs/performance.md. Some functions look cheaper but
// can't be used:
// - The hash functions of int8 and of the date and time types fold 64 bits to 32 before they hash,
//   so 1 and 4294967296 hash alike. With the value in the seed as well, all bits count.
// - hash_numeric_extended ignores sign and scale, XORs the magnitude unmixed, and returns the seed
//   for NaN.
// - jsonb_hash_extended hashes numbers the same way.
// - hash_array_extended forgets the seed at a NULL, and with it all columns before.
// - float8send: a NaN has many binary forms, and a restore keeps only one of them.
#include "compare/forms/column_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 1> kInt2 = {"int2"};
constexpr std::array<std::string_view, 1> kInt4 = {"int4"};
constexpr std::array<std::string_view, 1> kInt8 = {"int8"};
constexpr std::array<std::string_view, 2> kTextMap = {"text", "varchar"};
constexpr std::array<std::string_view, 1> kUuid = {"uuid"};
constexpr std::array<std::string_view, 1> kBool = {"bool"};
constexpr std::array<std::string_view, 1> kFloat4 = {"float4"};
constexpr std::array<std::string_view, 1> kFloat8 = {"float8"};
constexpr std::array<std::string_view, 1> kTimestamptz = {"timestamptz"};
constexpr std::array<std::string_view, 1> kTimestamp = {"timestamp"};
constexpr std::array<std::string_view, 1> kDate = {"date"};
constexpr std::array<std::string_view, 1> kTime = {"time"};
constexpr std::array<std::string_view, 1> kTimetz = {"timetz"};
constexpr std::array<std::string_view, 1> kInterval = {"interval"};
constexpr std::array<std::string_view, 1> kBytea = {"bytea"};

// Zero and NaN have several binary forms, so their text is hashed.
constexpr std::string_view kFloatHash =
    "CASE WHEN $c OPERATOR(pg_catalog.<>) 0::float8 AND $c OPERATOR(pg_catalog.<>) 'NaN'::float8 "
    "THEN pg_catalog.hashfloat8extended($c, $s) "
    "ELSE pg_catalog.hashtextextended($c::pg_catalog.text COLLATE pg_catalog.\"C\", $s) END";

constexpr std::array<Form, 15> kForms = {{
    {"int2", kInt2, "pg_catalog.hashint2extended($c, $s)", true,
     "0::int2, '-1'::int2, 32767::int2"},
    {"int4", kInt4, "pg_catalog.hashint4extended($c, $s)", true, "0, -1, 2147483647"},
    {"int8", kInt8, "pg_catalog.hashint8extended($c, $c OPERATOR(pg_catalog.#) $s)", true,
     "0::int8, '-1'::int8, 4294967296::int8, 9223372036854775807::int8"},
    {"text", kTextMap, "pg_catalog.hashtextextended($c COLLATE pg_catalog.\"C\", $s)", true,
     "''::text, ' '::text, 'a longer text than one round takes'::text"},
    {"uuid", kUuid, "pg_catalog.uuid_hash_extended($c, $s)", true,
     "'00112233-4455-6677-8899-aabbccddeeff'::uuid"},
    {"bool", kBool,
     "CASE WHEN $c THEN pg_catalog.hashint4extended(1, $s) WHEN NOT $c THEN pg_catalog.hashint4extended(0, $s) END",
     false, "true, false"},
    {"float4", kFloat4, kFloatHash, false, "'-0'::float4, 0::float4, 'NaN'::float4, 0.1::float4"},
    {"float8", kFloat8, kFloatHash, false,
     "'-0'::float8, 0::float8, 'NaN'::float8, 0.1::float8, '-Infinity'::float8"},
    {"timestamptz", kTimestamptz,
     "pg_catalog.hash_array_extended(ARRAY[pg_catalog.timestamptz_send($c)], $s)", true,
     "'2026-01-01 00:00:00.000001Z'::timestamptz, 'infinity'::timestamptz"},
    {"timestamp", kTimestamp,
     "pg_catalog.hash_array_extended(ARRAY[pg_catalog.timestamp_send($c)], $s)", true,
     "'2026-01-01 00:00:00.000001'::timestamp, '-infinity'::timestamp"},
    {"date", kDate, "pg_catalog.hash_array_extended(ARRAY[pg_catalog.date_send($c)], $s)", true,
     "'2026-01-01'::date, 'infinity'::date"},
    {"time", kTime, "pg_catalog.hash_array_extended(ARRAY[pg_catalog.time_send($c)], $s)", true,
     "'23:59:59.999999'::time"},
    {"timetz", kTimetz, "pg_catalog.hash_array_extended(ARRAY[pg_catalog.timetz_send($c)], $s)",
     true, "'23:59:59.999999+01'::timetz"},
    {"interval", kInterval,
     "pg_catalog.hash_array_extended(ARRAY[pg_catalog.interval_send($c)], $s)", true,
     "'1 day'::interval, '24:00'::interval, '-1 mon'::interval"},
    {"bytea", kBytea, "pg_catalog.hash_array_extended(ARRAY[$c::pg_catalog.bytea], $s)", true,
     "'\\x'::bytea, '\\x00ff'::bytea"},
}};

// For integers whose width differs between the sides.
constexpr Form kWidened = {
    "int8",
    {},
    "pg_catalog.hashint8extended($c::int8, $c::int8 OPERATOR(pg_catalog.#) $s)",
    true,
    "0::int8, '-1'::int8, 4294967296::int8, 9223372036854775807::int8"};

constexpr Form kText = {"text of the value",
                        {},
                        "pg_catalog.hashtextextended($t COLLATE pg_catalog.\"C\", $s)",
                        true,
                        "''::text, ' '::text, 'a longer text than one round takes'::text"};

constexpr Form kLabel = {"label", {}, "", false, ""};
constexpr std::size_t kMostLabels = 32;

constexpr Form kPortable = {
    "sha256 of the value's text",
    {},
    "('x' OPERATOR(pg_catalog.||) pg_catalog.substr(pg_catalog.encode(pg_catalog.sha256("
    "pg_catalog.convert_to($s::pg_catalog.text OPERATOR(pg_catalog.||) ' ' "
    "OPERATOR(pg_catalog.||) $t, 'UTF8')), 'hex'), 1, 16))::bit(64)::int8",
    false,
    ""};

bool IsWhole(const Column& column) {
  return column.base == "int2" || column.base == "int4" || column.base == "int8";
}

bool HasFewLabels(const Column& column) {
  return !column.labels.empty() && column.labels.size() <= kMostLabels;
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

// PostgreSQL hashes an enum by its oid, which differs between servers; this hashes its label. The
// planner computes the labels' hashes once, and comparing oids is faster than looking up a label.
// The operator = would be ambiguous if the type has implicit casts to others.
std::string HashOfLabel(const Column& column, const std::string& seed) {
  const auto hash_of = [&](const std::string& text) {
    return fmt::format(
        "pg_catalog.hashtextextended({}::pg_catalog.text COLLATE pg_catalog.\"C\", {})", text,
        seed);
  };
  std::string cases;
  for (const std::string& label : column.labels) {
    cases += fmt::format(" WHEN pg_catalog.enum_eq({0}::{1}, {2}::{1}) THEN {3}", column.quoted,
                         column.base, label, hash_of(label));
  }
  return fmt::format("CASE{} ELSE {} END", cases, hash_of(column.quoted));
}

// Returns the catalogue of the objects that a reg type names, if search_path decides how it prints
// them; otherwise "".
std::string CatalogueOf(const std::string& base) {
  static const std::map<std::string, std::string> kCatalogues = {
      {"regclass", "pg_class"},        {"regtype", "pg_type"},
      {"regproc", "pg_proc"},          {"regprocedure", "pg_proc"},
      {"regoper", "pg_operator"},      {"regoperator", "pg_operator"},
      {"regconfig", "pg_ts_config"},   {"regdictionary", "pg_ts_dict"},
      {"regcollation", "pg_collation"}};
  const auto found = kCatalogues.find(base);
  return found == kCatalogues.end() ? "" : found->second;
}

// Returns the name of the object that the expression names, for a reg type of that base.
std::string IdentityOf(const std::string& expression, const std::string& base,
                       const std::string& catalogue) {
  constexpr int kFirstOidOfUsers = 16384;
  const bool has_no_arguments = base == "regproc" || base == "regoper";
  const std::string identity = fmt::format(
      "(pg_catalog.pg_identify_object('pg_catalog.{}'::pg_catalog.regclass, "
      "{}::pg_catalog.oid, 0)).identity",
      catalogue, expression);
  return fmt::format(
      "CASE WHEN {0}::pg_catalog.oid OPERATOR(pg_catalog.<) '{1}'::pg_catalog.oid "
      "THEN {0}::pg_catalog.{3}::pg_catalog.text "
      "ELSE COALESCE({2}, {0}::pg_catalog.oid::pg_catalog.text) END",
      expression, kFirstOidOfUsers,
      has_no_arguments ? fmt::format("pg_catalog.split_part({}, '(', 1)", identity) : identity,
      base);
}

// Two sides may have different search paths, so names of users' objects are qualified, also in
// arrays. PostgreSQL's own are found on each path. regproc and regoper have no arguments.
std::string QualifiedName(const Column& column) {
  const bool is_array = column.base.starts_with('_');
  const std::string base = column.base.substr(is_array ? 1 : 0);
  const std::string catalogue = CatalogueOf(base);
  if (catalogue.empty()) return "";
  if (!is_array) return IdentityOf(column.quoted, base, catalogue);
  return fmt::format(
      "CASE WHEN pg_catalog.array_ndims({0}) OPERATOR(pg_catalog.=) 1 "
      "AND pg_catalog.array_lower({0}, 1) OPERATOR(pg_catalog.=) 1 "
      "THEN (SELECT pg_catalog.array_agg(CASE WHEN e.o IS NOT NULL THEN {1} END ORDER BY "
      "e.n)::pg_catalog.text FROM pg_catalog.unnest({0}::pg_catalog.oid[]) WITH ORDINALITY "
      "AS e (o, n)) ELSE {0}::pg_catalog.text END",
      column.quoted, IdentityOf("e.o", base, catalogue));
}

// Up to 14 a server writes a byte above 127 as it is, which isn't valid text in UTF-8. Later ones
// write it as \377; so does this.
std::string TextOfChar(const std::string& quoted) {
  return fmt::format(
      "CASE WHEN {0}::pg_catalog.int4 OPERATOR(pg_catalog.<) 0 THEN pg_catalog.concat("
      "'\\', {0}::pg_catalog.int4 OPERATOR(pg_catalog.&) 255 OPERATOR(pg_catalog.>>) 6, "
      "{0}::pg_catalog.int4 OPERATOR(pg_catalog.>>) 3 OPERATOR(pg_catalog.&) 7, "
      "{0}::pg_catalog.int4 OPERATOR(pg_catalog.&) 7) ELSE {0}::pg_catalog.text END",
      quoted);
}

const Form* FormOf(const std::string& base) {
  for (const Form& form : kForms) {
    if (std::find(form.bases.begin(), form.bases.end(), base) != form.bases.end()) return &form;
  }
  return nullptr;
}

}  // namespace

const Form& TextForm() { return kText; }
const Form& PortableForm() { return kPortable; }

const Form& NativeFormOf(const ColumnPair& column) {
  if (HasFewLabels(column.source) && HasFewLabels(column.target)) return kLabel;
  const Form* const form = FormOf(column.source.base);
  if (form != nullptr && form == FormOf(column.target.base)) return *form;
  return IsWhole(column.source) && IsWhole(column.target) ? kWidened : kText;
}

std::string TextOf(const Column& column) {
  if (std::string name = QualifiedName(column); !name.empty()) return name;
  if (column.base == "char") return TextOfChar(column.quoted);
  if (column.read_in_utc)
    return fmt::format("pg_catalog.timezone('UTC', {})::pg_catalog.text", column.quoted);
  // A cast drops the trailing blanks of bpchar, and a cast made by a user may drop anything.
  // concat() calls the type's output function. It returns '' for NULL, hence IS DISTINCT FROM,
  // which also distinguishes NULL from a composite value whose fields are all NULL.
  // COPY and dumps write xml by its output function, which drops a newline at the beginning and a
  // declaration that says nothing: each copy may have one newline less.
  const bool is_xml = column.base == "xml";
  if (column.base != "bpchar" && !is_xml && !column.cast_by_user)
    return column.quoted + "::pg_catalog.text";
  const std::string output = fmt::format("pg_catalog.concat({})", column.quoted);
  return fmt::format("CASE WHEN {} IS DISTINCT FROM NULL THEN {} END", column.quoted,
                     is_xml ? fmt::format(R"(pg_catalog.ltrim({}, E'\n'))", output) : output);
}

std::string HashOf(const Form& form, const Column& column, const std::string& seed) {
  return &form == &kLabel ? HashOfLabel(column, seed) : Filled(form.hash, column, seed);
}

std::string SampleStatement(const Form& form) {
  const Column value{.name = "v", .quoted = "c.v", .type = "", .base = "", .labels = {}};
  return fmt::format(
      "SELECT pg_catalog.string_agg(({})::pg_catalog.text, ',' ORDER BY c.n) AS hashes "
      "FROM pg_catalog.unnest(ARRAY[{}]) WITH ORDINALITY AS c (v, n)",
      HashOf(form, value, Constant(0)), form.sample_values);
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
