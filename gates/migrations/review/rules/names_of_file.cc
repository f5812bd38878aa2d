// A name without schema counts as one in public, as in SchemaState.
#include "gates/migrations/review/rules/names_of_file.h"

#include <algorithm>

namespace gonogo {
namespace {

std::string Qualified(const std::string& schema, const std::string& name) {
  return (schema.empty() ? "public" : schema) + "." + name;
}

std::string OfRelation(const Json& relation) {
  return "table " + Qualified(relation.value("schemaname", ""), relation.value("relname", ""));
}

std::string OfColumn(const Json& relation, const std::string& column) {
  return "column " + OfRelation(relation) + "." + column;
}

// `names` is a list of String nodes.
std::string OfNames(const std::string& kind, const Json& names, const std::string& last = "") {
  const auto text = [](const Json& name) { return name.at("String").value("sval", ""); };
  const std::string schema = names.size() < 2 ? "" : text(names.at(names.size() - 2));
  return kind + " " + Qualified(schema, last.empty() ? text(names.back()) : last);
}

// "routine public.f", under which there may be several.
std::string SharedName(const Json& names, const std::string& last = "") {
  return OfNames("routine", names, last);
}

std::string OfRoutine(const Json& names, const std::optional<RoutineCall>& call,
                      const std::string& last = "") {
  return SharedName(names, last) + (call ? call->Signature() : "");
}

bool IsRelation(const std::string& type) {
  static const std::set<std::string> types = {"OBJECT_FOREIGN_TABLE", "OBJECT_MATVIEW",
                                              "OBJECT_SEQUENCE", "OBJECT_TABLE", "OBJECT_VIEW"};
  return types.contains(type);
}

bool IsType(const std::string& type) { return type == "OBJECT_TYPE" || type == "OBJECT_DOMAIN"; }

bool IsRoutine(const std::string& type) {
  static const std::set<std::string> types = {"OBJECT_AGGREGATE", "OBJECT_FUNCTION",
                                              "OBJECT_PROCEDURE", "OBJECT_ROUTINE"};
  return types.contains(type);
}

NameChanges OfRename(const Json& rename) {
  const std::string type = rename.at("renameType");
  const std::string to = rename.value("newname", "");
  const std::string sub = rename.value("subname", "");
  if (rename.contains("relation")) {
    const Json& relation = rename["relation"];
    if (type == "OBJECT_COLUMN" || type == "OBJECT_ATTRIBUTE") {
      return {.taken = {OfColumn(relation, sub)}, .given = {OfColumn(relation, to)}};
    }
    if (!IsRelation(type)) return {};  // constraints, triggers and the like
    Json renamed = relation;
    renamed["relname"] = to;
    return {.taken = {OfRelation(relation)}, .given = {OfRelation(renamed)}};
  }
  if (!rename.contains("object")) return {.taken = {type + " " + sub}, .given = {type + " " + to}};
  const Json& object = rename["object"];
  if (!object.contains("ObjectWithArgs") && !IsType(type)) return {};
  const Json& names = NamesIn(object);
  if (IsType(type)) {
    return {.taken = {OfNames("type", names)}, .given = {OfNames("type", names, to)}};
  }
  const std::optional<RoutineCall> call = CallOfObject(object);
  return {.taken = {OfRoutine(names, call)}, .given = {OfRoutine(names, call, to)}};
}

NameChanges OfMove(const Json& move) {
  if (!move.contains("relation")) return {};
  Json moved = move["relation"];
  moved["schemaname"] = move.at("newschema");
  return {.taken = {OfRelation(move["relation"])}, .given = {OfRelation(moved)}};
}

NameChanges OfAlterTable(const Json& alter) {
  NameChanges changes;
  for (const Json& one : alter.at("cmds")) {
    const Json& command = one.at("AlterTableCmd");
    const std::string what = command.at("subtype");
    if (what == "AT_DropColumn") {
      changes.taken.push_back(OfColumn(alter.at("relation"), command.value("name", "")));
    } else if (what == "AT_AddColumn") {
      const Json& column = command.at("def").at("ColumnDef");
      changes.given.push_back(OfColumn(alter.at("relation"), column.value("colname", "")));
      changes.may_exist = changes.may_exist || command.value("missing_ok", false);
    }
  }
  return changes;
}

NameChanges OfDrop(const Json& drop) {
  NameChanges changes;
  const std::string type = drop.at("removeType");
  for (const Json& object : drop.at("objects")) {
    if (IsRelation(type)) changes.taken.push_back(OfNames("table", NamesIn(object)));
    if (IsType(type)) changes.taken.push_back(OfNames("type", NamesIn(object)));
    if (IsRoutine(type)) changes.taken.push_back(OfRoutine(NamesIn(object), CallOfObject(object)));
  }
  return changes;
}

// A table goes with its triggers.
bool DropsTriggers(const std::string& kind, const Json& statement) {
  static const std::set<std::string> types = {"OBJECT_EVENT_TRIGGER", "OBJECT_TABLE",
                                              "OBJECT_TRIGGER"};
  return kind == "DropStmt" && types.contains(statement.at("removeType"));
}

NameChanges Making(const std::string& name, bool may_exist) {
  return {.taken = {}, .given = {name}, .may_exist = may_exist};
}

NameChanges OfCreate(const std::string& kind, const Json& statement) {
  const bool may_exist =
      statement.value("if_not_exists", false) || statement.value("replace", false);
  if (kind == "CreateStmt") return Making(OfRelation(statement.at("relation")), may_exist);
  if (kind == "ViewStmt") return Making(OfRelation(statement.at("view")), may_exist);
  if (kind == "CreateTableAsStmt") {
    return Making(OfRelation(statement.at("into").at("rel")), may_exist);
  }
  if (kind == "CreateSeqStmt") return Making(OfRelation(statement.at("sequence")), may_exist);
  if (kind == "CreateEnumStmt") return Making(OfNames("type", statement.at("typeName")), false);
  if (kind == "CreateDomainStmt") return Making(OfNames("type", statement.at("domainname")), false);
  if (kind == "CompositeTypeStmt") {
    const Json& name = statement.at("typevar");
    return Making("type " + Qualified(name.value("schemaname", ""), name.value("relname", "")),
                  false);
  }
  if (kind == "CreateFunctionStmt") {
    return Making(OfRoutine(statement.at("funcname"), CallOf(kind, statement)), may_exist);
  }
  if (kind == "DefineStmt" && statement.at("kind") == "OBJECT_AGGREGATE") {
    return Making(OfRoutine(statement.at("defnames"), CallOf(kind, statement)), may_exist);
  }
  if (kind == "CreateSchemaStmt") {
    return Making("OBJECT_SCHEMA " + statement.value("schemaname", ""), may_exist);
  }
  return {};
}

}  // namespace

const Json& NamesIn(const Json& object) {
  if (object.contains("TypeName")) return object["TypeName"].at("names");
  if (object.contains("ObjectWithArgs")) return object["ObjectWithArgs"].at("objname");
  return object.at("List").at("items");
}

NameChanges NameChangesOf(const std::string& kind, const Json& statement) {
  if (kind == "RenameStmt") return OfRename(statement);
  if (kind == "AlterObjectSchemaStmt") return OfMove(statement);
  if (kind == "AlterTableStmt") return OfAlterTable(statement);
  if (kind == "DropStmt") return OfDrop(statement);
  return OfCreate(kind, statement);
}

void NamesOfFile::Begin(const std::vector<Json>& statements) {
  *this = {};
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].is_object() || statements[i].empty()) continue;
    const auto only = statements[i].begin();
    const std::optional<RoutineCall> call = CallOf(only.key(), only.value());
    const std::size_t signature = call ? call->Signature().size() : 0;
    for (const std::string& name : NameChangesOf(only.key(), only.value()).given) {
      given_[name.substr(0, name.size() - signature)].push_back({i + 1, name, call});
    }
  }
}

void NamesOfFile::Apply(const std::string& kind, const Json& statement) {
  const NameChanges changes = NameChangesOf(kind, statement);
  has_dropped_triggers_ = has_dropped_triggers_ || DropsTriggers(kind, statement);
  bool is_made = !changes.may_exist;  // what is renamed was made here only if it was before
  for (const std::string& name : changes.taken) {
    is_made = made_.erase(name) > 0 && is_made;
    if (new_names_.erase(name) == 0) existed_.insert(name);
    taken_.insert(name);
  }
  for (const std::string& name : changes.given) {
    if (is_made) made_.insert(name);
    if (!changes.may_exist && !existed_.contains(name)) new_names_.insert(name);
    taken_.erase(name);
  }
}

bool NamesOfFile::IsGivenLater(const std::string& name) const {
  const auto found = given_.find(name);
  return found != given_.end() && found->second.back().at > now_;
}

bool NamesOfFile::CanBeCalledAs(const Json& object) const {
  const auto namesakes = given_.find(SharedName(NamesIn(object)));
  if (namesakes == given_.end()) return false;
  const std::optional<RoutineCall> before = CallOfObject(object);
  const std::string name = OfRoutine(NamesIn(object), before);
  return std::ranges::any_of(namesakes->second, [&](const Given& now) {
    if (before && now.call && !Takes(*now.call, *before)) return false;
    if (now.at > now_) return true;
    const bool may_be_this = !before || now.name == name;
    return may_be_this ? IsNew(now.name) : !WasTaken(now.name);
  });
}

}  // namespace gonogo
