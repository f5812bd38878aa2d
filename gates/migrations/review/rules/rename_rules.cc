// While a deployment goes on, old and new versions of an application run at once. Names of indexes,
// constraints, triggers and policies are the database's own.
#include "gates/migrations/review/rules/rename_rules.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "core/text/text.h"
#include "gates/migrations/review/rules/rules.h"

namespace gonogo {
namespace {

constexpr const char* kKeepColumn =
    "add a new column that both versions of the application fill, and drop the old one in a later "
    "release";
constexpr const char* kKeepName =
    "in the same file, a view or the like that keeps the old name until no application uses it";

// Returns what applications call by name, or "" for what they don't.
std::string WordFor(const std::string& type) {
  static const std::map<std::string, std::string> words = {
      {"OBJECT_AGGREGATE", "aggregate"}, {"OBJECT_ATTRIBUTE", "attribute"},
      {"OBJECT_COLUMN", "column"},       {"OBJECT_DATABASE", "database"},
      {"OBJECT_DOMAIN", "domain"},       {"OBJECT_FOREIGN_TABLE", "foreign table"},
      {"OBJECT_FUNCTION", "function"},   {"OBJECT_MATVIEW", "materialized view"},
      {"OBJECT_PROCEDURE", "procedure"}, {"OBJECT_ROLE", "role"},
      {"OBJECT_ROUTINE", "routine"},     {"OBJECT_SCHEMA", "schema"},
      {"OBJECT_SEQUENCE", "sequence"},   {"OBJECT_TABLE", "table"},
      {"OBJECT_TYPE", "type"},           {"OBJECT_VIEW", "view"}};
  const auto found = words.find(type);
  return found == words.end() ? "" : found->second;
}

// Returns true if nobody knows the name yet, or the file gives it again. Of functions with the same
// name, that must be one that is called as this one.
bool Stays(const Json& object, const std::string& name, const NamesOfFile& names) {
  if (object.contains("ObjectWithArgs")) return names.CanBeCalledAs(object);
  return names.IsGivenLater(name) || names.IsNew(name);
}

// Returns true if the name stays, comes back, or nobody can know it yet. A name that takes the
// place of another one is half of a swap.
bool IsHarmless(const std::string& kind, const Json& statement, const SchemaState& schema) {
  const bool is_new = statement.contains("relation") && schema.IsNew(statement["relation"]);
  const NameChanges changes = NameChangesOf(kind, statement);
  if (is_new || changes.taken.empty() || changes.given.empty()) return is_new;
  const Json object = statement.value("object", Json());
  return Stays(object, changes.taken.front(), schema.names()) ||
         schema.names().WasTaken(changes.given.front());
}

// Returns true if the function may be one that only triggers call, which go before or with it: it
// has no arguments. What goes with it is the concern of another rule.
bool MayBeOfTrigger(const Json& object, const Json& drop, const SchemaState& schema) {
  const std::string type = drop.at("removeType");
  if (type != "OBJECT_FUNCTION" && type != "OBJECT_ROUTINE") return false;
  if (object["ObjectWithArgs"].contains("objargs")) return false;
  return drop.value("behavior", "") == "DROP_CASCADE" || schema.names().HasDroppedTriggers();
}

// Returns the name of what is renamed or moved, as the statement writes it.
std::string OldName(const Json& statement, const std::string& type) {
  const std::string sub = statement.value("subname", "");
  if (statement.contains("relation")) {
    const std::string relation = NameOf(statement["relation"]);
    const bool is_part = type == "OBJECT_COLUMN" || type == "OBJECT_ATTRIBUTE";
    return is_part ? relation + "." + sub : relation;
  }
  return statement.contains("object") ? NameOfObject(statement["object"]) : sub;
}

}  // namespace

std::vector<Violation> RenameViolations(const Json& rename, const SchemaState& schema) {
  const std::string type = rename.at("renameType");
  const std::string word = WordFor(type);
  if (word.empty() || IsHarmless("RenameStmt", rename, schema)) return {};
  const bool is_part = type == "OBJECT_COLUMN" || type == "OBJECT_ATTRIBUTE";
  return {{"breaks_application",
           fmt::format("renames {} {} to {}: an application that uses the old name fails", word,
                       OldName(rename, type), rename.value("newname", "")),
           is_part ? kKeepColumn : kKeepName}};
}

std::vector<Violation> SchemaMoveViolations(const Json& move, const SchemaState& schema) {
  const std::string type = move.at("objectType");
  const std::string word = WordFor(type);
  if (word.empty() || IsHarmless("AlterObjectSchemaStmt", move, schema)) return {};
  return {{"breaks_application",
           fmt::format("moves {} {} to schema {}: an application that looks for it where it was "
                       "fails",
                       word, OldName(move, type), move.value("newschema", "")),
           kKeepName}};
}

std::vector<Violation> DropViolations(const Json& drop, const SchemaState& schema) {
  static const std::set<std::string> types = {
      "OBJECT_AGGREGATE", "OBJECT_FUNCTION", "OBJECT_FOREIGN_TABLE", "OBJECT_MATVIEW",
      "OBJECT_PROCEDURE", "OBJECT_ROUTINE",  "OBJECT_VIEW"};
  const std::string type = drop.at("removeType");
  if (!types.contains(type)) return {};
  const std::vector<std::string> taken = NameChangesOf("DropStmt", drop).taken;
  std::vector<std::string> gone;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const Json& object = drop.at("objects").at(i);
    if (!Stays(object, taken[i], schema.names()) && !MayBeOfTrigger(object, drop, schema)) {
      gone.push_back(NameOfObject(object));
    }
  }
  if (gone.empty()) return {};
  return {{"breaks_application",
           fmt::format("drops {} {}: an application that uses it fails", WordFor(type),
                       Join(gone, ", ")),
           "drop it in a later release, when nothing uses it"}};
}

std::vector<Violation> LabelViolations(const Json& alter, const SchemaState& schema) {
  const Json& names = alter.at("typeName");
  const NameChanges made = NameChangesOf("CreateEnumStmt", alter);
  if (!alter.contains("oldVal") || schema.names().IsMadeHere(made.given.front())) return {};
  return {
      {"breaks_application",
       fmt::format("renames the label {} of {} to {}: an application that uses the old one fails",
                   alter.value("oldVal", ""), NameOfObject({{"List", {{"items", names}}}}),
                   alter.value("newVal", "")),
       "add the new label, and leave the old one until no application uses it"}};
}

}  // namespace gonogo
