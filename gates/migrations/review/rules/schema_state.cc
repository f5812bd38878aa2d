// A name without schema counts as one in public, because a file that sets search_path writes all of
// its names without schema.
#include "gates/migrations/review/rules/schema_state.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr const char* kTemporary = "pg_temp";

std::string KeyOf(const std::string& schema, const std::string& name) {
  return (schema.empty() ? "public" : schema) + "." + name;
}

std::string KeyOf(const Json& relation) {
  const bool is_temporary = relation.value("relpersistence", "") == "t";
  return KeyOf(is_temporary ? kTemporary : relation.value("schemaname", ""),
               relation.value("relname", ""));
}

// Returns the columns that the expression requires to be not NULL.
std::set<std::string> NotNullColumns(const Json& expression) {
  std::set<std::string> columns;
  if (expression.contains("NullTest")) {
    const Json& test = expression["NullTest"];
    if (test.at("nulltesttype") != "IS_NOT_NULL" || !test.at("arg").contains("ColumnRef"))
      return {};
    const Json& name = test["arg"]["ColumnRef"].at("fields").back();
    if (name.contains("String")) columns.insert(name["String"].value("sval", ""));
  }
  if (expression.contains("BoolExpr") && expression["BoolExpr"].at("boolop") == "AND_EXPR") {
    for (const Json& part : expression["BoolExpr"].at("args")) columns.merge(NotNullColumns(part));
  }
  return columns;
}

// Returns the constraint's name: its own, or the one that PostgreSQL chooses.
std::string ConstraintName(const Json& relation, const Json& constraint,
                           const std::set<std::string>& columns) {
  if (constraint.contains("conname")) return constraint["conname"];
  const std::string column = columns.size() == 1 ? "_" + *columns.begin() : "";
  return relation.value("relname", "") + column + "_check";
}

}  // namespace

std::string NameOf(const Json& relation) {
  const std::string schema = relation.value("schemaname", "");
  return (schema.empty() ? "" : schema + ".") + relation.value("relname", "");
}

void SchemaState::BeginFile() {
  names_.Begin({});
  new_tables_.clear();
  code_.BeginFile();
  in_transaction_ = false;
}

void SchemaState::AddTable(const std::string& schema, const std::string& table,
                           const std::set<std::string>& not_null,
                           const std::set<std::string>& indexes) {
  known_tables_.insert({table, {schema + "." + table, not_null, indexes}});
}

void SchemaState::Forget(const std::string& schema, const std::string& table) {
  std::erase_if(known_tables_, [&](const auto& entry) {
    return entry.first == table && (schema.empty() || entry.second.name == schema + "." + table);
  });
}

SchemaState::Branch SchemaState::BeginBranch() const {
  Branch before;
  before.new_tables_ = new_tables_;
  before.known_tables_ = known_tables_;
  before.not_null_checks_ = not_null_checks_;
  return before;
}

void SchemaState::EndBranch(const Branch& before) {
  std::erase_if(new_tables_, [&](const std::string& key) {
    const std::string name = key.substr(key.find('.') + 1);
    return !before.new_tables_.contains(key) && before.known_tables_.contains(name);
  });
  for (const auto& table : before.known_tables_) {
    if (!known_tables_.contains(table.first)) known_tables_.insert(table);
  }
  for (auto& [table, checks] : not_null_checks_) {
    const auto were = before.not_null_checks_.find(table);
    std::erase_if(checks, [&](const auto& entry) {
      if (were == before.not_null_checks_.end()) return true;
      const auto was = were->second.find(entry.first);
      return was == were->second.end() || was->second.validated != entry.second.validated;
    });
  }
}

// A temporary table hides others from names without schema.
bool SchemaState::IsNew(const Json& relation) const {
  const std::string name = relation.value("relname", "");
  const bool is_temporary =
      !relation.contains("schemaname") && new_tables_.contains(KeyOf(kTemporary, name));
  return is_temporary || new_tables_.contains(KeyOf(relation));
}

// A name without schema may be any schema's, because search_path isn't known.
bool SchemaState::IsKnown(const Json& relation) const {
  const auto [first, last] = known_tables_.equal_range(relation.value("relname", ""));
  return std::any_of(first, last, [&](const auto& entry) {
    return !relation.contains("schemaname") || entry.second.name == KeyOf(relation);
  });
}

bool SchemaState::HasIndex(const Json& relation, const std::string& index) const {
  const auto [first, last] = known_tables_.equal_range(relation.value("relname", ""));
  return !index.empty() && IsKnown(relation) && std::all_of(first, last, [&](const auto& entry) {
    const bool is_other = relation.contains("schemaname") && entry.second.name != KeyOf(relation);
    return is_other || entry.second.indexes.contains(index);
  });
}

bool SchemaState::IsNotNull(const Json& relation, const std::string& column) const {
  const auto [first, last] = known_tables_.equal_range(relation.value("relname", ""));
  return std::any_of(first, last, [&](const auto& entry) {
    const bool is_other = relation.contains("schemaname") && entry.second.name != KeyOf(relation);
    return !is_other && entry.second.not_null.contains(column);
  });
}

void SchemaState::AddNew(const Json& relation, bool if_not_exists) {
  const bool was_known = IsKnown(relation) && relation.value("relpersistence", "") != "t";
  if (!if_not_exists || !was_known) new_tables_.insert(KeyOf(relation));
  if (!was_known) {
    const std::string schema = relation.value("schemaname", "");
    AddTable(schema.empty() ? "public" : schema, relation.value("relname", ""), {}, {});
  }
}

bool SchemaState::HasNotNullCheck(const Json& relation, const std::string& column) const {
  const auto checks = not_null_checks_.find(KeyOf(relation));
  if (checks == not_null_checks_.end()) return false;
  return std::any_of(checks->second.begin(), checks->second.end(), [&](const auto& entry) {
    return entry.second.validated && entry.second.columns.contains(column);
  });
}

std::string SchemaState::TypeOf(const Json& relation, const std::string& column) const {
  return types_.Of(KeyOf(relation), column);
}

void SchemaState::SetType(const std::string& schema, const std::string& table,
                          const std::string& column, const std::string& type) {
  types_.Set(KeyOf(schema, table), column, type);
}

void SchemaState::ApplyColumn(const std::string& table, const Json& column) {
  if (!column.contains("typeName")) return;
  const Json& type = column.at("typeName");
  const bool is_list = type.contains("arrayBounds");
  types_.Set(table, column.value("colname", ""), is_list ? "list" : TypeNameOf(type));
}

void SchemaState::Apply(const std::string& kind, const Json& statement) {
  names_.Apply(kind, statement);
  if (kind == "CreateStmt") {
    ApplyCreateTable(statement);
  } else if (kind == "CreateTableAsStmt") {
    ApplyCreateAs(statement);
  } else if (kind == "SelectStmt" && statement.contains("intoClause")) {
    AddNew(statement["intoClause"].at("rel"), false);
  } else if (kind == "AlterTableStmt") {
    ApplyAlterTable(statement);
  } else if (kind == "RenameStmt") {
    ApplyRename(statement);
  } else if (kind == "DropStmt") {
    ApplyDrop(statement);
  } else if (kind == "TransactionStmt") {
    ApplyTransaction(statement);
  } else if (kind == "VariableSetStmt" && statement.value("name", "") == "search_path") {
    new_tables_.clear();  // the same names may be of other tables now
  } else if (kind == "AlterObjectSchemaStmt") {
    new_tables_.clear();
  }
}

void SchemaState::ApplyTransaction(const Json& transaction) {
  const std::string what = transaction.at("kind");
  if (what == "TRANS_STMT_BEGIN" || what == "TRANS_STMT_START") in_transaction_ = true;
  if (what.starts_with("TRANS_STMT_ROLLBACK")) new_tables_.clear();
  if (what == "TRANS_STMT_COMMIT" || what == "TRANS_STMT_ROLLBACK") {
    in_transaction_ = transaction.value("chain", false);
  }
}

void SchemaState::ApplyCreateAs(const Json& create) {
  AddNew(create.at("into").at("rel"), create.value("if_not_exists", false));
}

void SchemaState::ApplyCreateTable(const Json& create) {
  const Json& relation = create.at("relation");
  AddNew(relation, create.value("if_not_exists", false));
  for (const Json& element : create.value("tableElts", Json::array())) {
    if (element.contains("Constraint")) ApplyConstraint(relation, element["Constraint"]);
    if (!element.contains("ColumnDef")) continue;
    ApplyColumn(KeyOf(relation), element["ColumnDef"]);
    for (const Json& constraint : element["ColumnDef"].value("constraints", Json::array())) {
      ApplyConstraint(relation, constraint.at("Constraint"));
    }
  }
}

void SchemaState::ApplyConstraint(const Json& relation, const Json& constraint) {
  if (constraint.at("contype") != "CONSTR_CHECK") return;
  const auto columns = NotNullColumns(constraint.at("raw_expr"));
  not_null_checks_[KeyOf(relation)][ConstraintName(relation, constraint, columns)] = {
      .columns = columns, .validated = !constraint.value("skip_validation", false)};
}

void SchemaState::ApplyAlterTable(const Json& alter) {
  const Json& relation = alter.at("relation");
  for (const Json& one : alter.at("cmds")) {
    const Json& command = one.at("AlterTableCmd");
    const std::string what = command.at("subtype");
    auto& checks = not_null_checks_[KeyOf(relation)];
    const std::string name = command.value("name", "");
    if (what == "AT_AddConstraint") ApplyConstraint(relation, command.at("def").at("Constraint"));
    if (what == "AT_AddColumn") ApplyColumn(KeyOf(relation), command.at("def").at("ColumnDef"));
    if (what == "AT_AlterColumnType") {
      Json column = command.at("def").at("ColumnDef");
      column["colname"] = name;
      ApplyColumn(KeyOf(relation), column);
    }
    if (what == "AT_DropConstraint") checks.erase(name);
    if (what == "AT_DropColumn") {  // also drops the CHECKs on the column
      std::erase_if(checks, [&](const auto& entry) { return entry.second.columns.contains(name); });
    }
    if (what == "AT_ValidateConstraint" && checks.contains(name)) checks[name].validated = true;
  }
}

void SchemaState::ApplyRename(const Json& rename) {
  if (!rename.contains("relation")) return;
  const Json& relation = rename["relation"];
  const std::string key = KeyOf(relation);
  if (rename.at("renameType") != "OBJECT_TABLE") {
    if (rename.at("renameType") == "OBJECT_COLUMN") {
      types_.RenameColumn(key, rename.value("subname", ""), rename.value("newname", ""));
    }
    // A column or constraint was renamed; forgetting the checks is safe.
    not_null_checks_.erase(key);
    return;
  }
  const std::string new_key =
      KeyOf(relation.value("schemaname", ""), rename.at("newname").get<std::string>());
  new_tables_.erase(new_key);
  if (new_tables_.erase(key) > 0) new_tables_.insert(new_key);
  Forget(relation.value("schemaname", ""), relation.value("relname", ""));
  AddTable(relation.value("schemaname", "public"), rename.at("newname"), {}, {});
  types_.RenameTable(key, new_key);
  not_null_checks_[new_key] = std::move(not_null_checks_[key]);
  not_null_checks_.erase(key);
}

void SchemaState::ApplyDrop(const Json& drop) {
  if (drop.at("removeType") != "OBJECT_TABLE") return;
  for (const Json& object : drop.at("objects")) {
    const Json& names = object.at("List").at("items");
    const auto text = [](const Json& name) { return name.at("String").value("sval", ""); };
    const std::string schema = names.size() < 2 ? "" : text(names.at(names.size() - 2));
    const std::string key = KeyOf(schema, text(names.back()));
    Forget(schema, text(names.back()));
    new_tables_.erase(key);
    if (schema.empty()) new_tables_.erase(KeyOf(kTemporary, text(names.back())));
    types_.Forget(key);
    not_null_checks_.erase(key);
  }
}

}  // namespace gonogo
