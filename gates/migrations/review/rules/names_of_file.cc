// A name without schema counts as one in public, as in SchemaState.
#include "gates/migrations/review/rules/names_of_file.h"

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

std::string KindIn(const Json& object) {
  return object.contains("ObjectWithArgs") ? "routine" : "type";
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
  const std::string kind = KindIn(object);
  return {.taken = {OfNames(kind, NamesIn(object))}, .given = {OfNames(kind, NamesIn(object), to)}};
}

NameChanges OfMove(const Json& move) {
  if (!move.contains("relation")) return {};
  Json moved = move["relation"];
  moved["schemaname"] = move.at("newschema");
  return {.taken = {OfRelation(move["relation"])}, .given = {OfRelation(moved)}};
}

NameChanges OfAlterTable(const Json& alter) {
  NameChanges changes{.taken = {}, .given = {}, .makes = true};
  for (const Json& one : alter.at("cmds")) {
    const Json& command = one.at("AlterTableCmd");
    const std::string what = command.at("subtype");
    if (what == "AT_DropColumn") {
      changes.taken.push_back(OfColumn(alter.at("relation"), command.value("name", "")));
    } else if (what == "AT_AddColumn") {
      const Json& column = command.at("def").at("ColumnDef");
      changes.given.push_back(OfColumn(alter.at("relation"), column.value("colname", "")));
      changes.makes = changes.makes && !command.value("missing_ok", false);
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
    if (IsRoutine(type)) changes.taken.push_back(OfNames("routine", NamesIn(object)));
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
  return {.taken = {}, .given = {name}, .makes = !may_exist};
}

}  // namespace

const Json& NamesIn(const Json& object) {
  if (object.contains("TypeName")) return object["TypeName"].at("names");
  if (object.contains("ObjectWithArgs")) return object["ObjectWithArgs"].at("objname");
  return object.at("List").at("items");
}

NameChanges NameChangesOf(const std::string& kind, const Json& statement) {
  const bool may_exist =
      statement.value("if_not_exists", false) || statement.value("replace", false);
  if (kind == "RenameStmt") return OfRename(statement);
  if (kind == "AlterObjectSchemaStmt") return OfMove(statement);
  if (kind == "AlterTableStmt") return OfAlterTable(statement);
  if (kind == "DropStmt") return OfDrop(statement);
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
    return Making(OfNames("routine", statement.at("funcname")), may_exist);
  }
  if (kind == "DefineStmt" && statement.at("kind") == "OBJECT_AGGREGATE") {
    return Making(OfNames("routine", statement.at("defnames")), may_exist);
  }
  if (kind == "CreateSchemaStmt") {
    return Making("OBJECT_SCHEMA " + statement.value("schemaname", ""), may_exist);
  }
  return {};
}

void NamesOfFile::Begin(const std::vector<Json>& statements) {
  *this = {};
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].is_object() || statements[i].empty()) continue;
    const auto only = statements[i].begin();
    for (const std::string& name : NameChangesOf(only.key(), only.value()).given) {
      given_[name] = i + 1;
    }
  }
}

void NamesOfFile::Apply(const std::string& kind, const Json& statement) {
  const NameChanges changes = NameChangesOf(kind, statement);
  has_dropped_triggers_ = has_dropped_triggers_ || DropsTriggers(kind, statement);
  bool was_made = changes.makes;
  for (const std::string& name : changes.taken) {
    taken_.insert(name);
    if (made_.erase(name) > 0 && changes.taken.size() == 1) was_made = true;
  }
  for (const std::string& name : changes.given) {
    taken_.erase(name);
    if (was_made) made_.insert(name);
  }
}

bool NamesOfFile::IsGivenLater(const std::string& name) const {
  const auto found = given_.find(name);
  return found != given_.end() && found->second > now_;
}

}  // namespace gonogo
