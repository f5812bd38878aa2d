// Calls the type's output function by a cast, or otherwise where a cast would change the text.
#include "compare/forms/column_text.h"

#include <fmt/format.h>

#include <map>

namespace gonogo {
namespace {

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

}  // namespace

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

}  // namespace gonogo
