// Names count without their schemas and arguments, so that an overloaded function is all of its
// namesakes.
#include "gates/migrations/review/rules/stored_code.h"

#include <fmt/format.h>

#include "gates/migrations/review/rules/called_functions.h"
#include "gates/parser/qualified_name.h"

namespace gonogo {
namespace {

// Extensions whose functions only compute.
bool OnlyComputes(const std::string& extension) {
  static const std::set<std::string> extensions = {
      "btree_gin", "btree_gist", "citext",   "fuzzystrmatch", "hstore",   "intarray",  "ltree",
      "pg_trgm",   "pg_uuidv7",  "pgcrypto", "postgis",       "unaccent", "uuid-ossp", "vector"};
  return extensions.contains(extension);
}

// The same for functions of extensions that a file has yet to create.
bool IsOfKnownExtension(const std::string& name) {
  static const std::set<std::string> names = {"armor",
                                              "crypt",
                                              "dearmor",
                                              "digest",
                                              "gen_random_bytes",
                                              "gen_random_uuid",
                                              "gen_salt",
                                              "hmac",
                                              "hstore",
                                              "similarity",
                                              "unaccent",
                                              "uuid_generate_v1",
                                              "uuid_generate_v1mc",
                                              "uuid_generate_v3",
                                              "uuid_generate_v4",
                                              "uuid_generate_v5",
                                              "uuid_generate_v7",
                                              "uuid_nil",
                                              "uuid_ns_dns",
                                              "uuid_ns_url"};
  return names.contains(name) || name.starts_with("st_");
}

// Returns true if the statement writes rows as it runs, with what it names as `relation`.
bool WritesRows(const std::string& kind) {
  return kind == "InsertStmt" || kind == "UpdateStmt" || kind == "DeleteStmt" ||
         kind == "MergeStmt" || kind == "CopyStmt";
}

bool RunsCalls(const std::string& kind) {
  static const std::set<std::string> kinds = {
      "CallStmt",   "CopyStmt",    "CreateTableAsStmt", "DeclareCursorStmt",
      "DeleteStmt", "ExplainStmt", "InsertStmt",        "MergeStmt",
      "ReturnStmt", "SelectStmt",  "UpdateStmt"};
  return kinds.contains(kind);
}

// Returns true if the statement computes with expressions, now or whenever a row is written or
// read.
bool KeepsExpressions(const std::string& kind) {
  static const std::set<std::string> kinds = {"AlterDomainStmt",  "AlterTableStmt",
                                              "CreateDomainStmt", "CreateStmt",
                                              "IndexStmt",        "ViewStmt"};
  return kinds.contains(kind);
}

// Returns the functions that a new operator, aggregate or cast calls.
std::vector<std::string> FunctionsOf(const std::string& kind, const Json& define) {
  std::vector<std::string> names;
  const Json::json_pointer cast("/func/objname");
  if (kind == "CreateCastStmt" && define.contains(cast)) names.push_back(LastName(define.at(cast)));
  if (kind != "DefineStmt") return names;
  const Json::json_pointer name("/DefElem/arg/TypeName/names");
  for (const Json& one : define.value("definition", Json::array())) {
    if (one.contains(name)) names.push_back(LastName(one.at(name)));
  }
  return names;
}

}  // namespace

void StoredCode::BeginFile() { on_write_.clear(); }

void StoredCode::AddFromDatabase(StoredRoutine routine) {
  knows_database_ = true;
  std::set<StoredRoutine>& namesakes = of_database_[routine.name];
  namesakes.insert(std::move(routine));  // one that both sides have is one
}

void StoredCode::Apply(const std::string& kind, const Json& statement, const std::string& text) {
  if (kind == "CreateFunctionStmt") {
    functions_.insert({LastName(statement.at("funcname")), text});
  } else if (kind == "PrepareStmt") {
    prepared_[statement.value("name", "")] = statement.at("query");
  } else if (kind == "DefineStmt" && statement.value("kind", "") == "OBJECT_AGGREGATE") {
    aggregates_.insert(LastName(statement.at("defnames")));
  } else if (kind == "CreateTrigStmt") {
    on_write_.insert(
        {statement.at("relation").value("relname", ""), LastName(statement.at("funcname"))});
  } else if (kind == "RuleStmt") {
    for (const Json& action : statement.value("actions", Json::array())) {
      on_write_.insert({statement.at("relation").value("relname", ""), action});
    }
  }
}

std::vector<Code> StoredCode::RunBy(const std::string& kind, const Json& statement) const {
  std::vector<Code> run;
  const Json whole = {{kind, statement}};
  if (RunsCalls(kind)) AddCalls(CalledFunctions(whole), Calls::kAll, run);
  if (KeepsExpressions(kind)) AddCalls(CalledFunctions(whole), Calls::kOwn, run);
  AddCalls(FunctionsOf(kind, statement), Calls::kOwn, run);
  if (kind == "CreateEventTrigStmt") AddCall(LastName(statement.at("funcname")), Calls::kAll, run);
  if (!StoresStatements(kind)) {
    AddOnWrite(whole, run);
    AddExecuted(whole, run);
  }
  return run;
}

void StoredCode::AddCalls(const std::vector<std::string>& names, Calls calls,
                          std::vector<Code>& run) const {
  for (const std::string& name : names) AddCall(name, calls, run);
}

void StoredCode::AddCall(const std::string& name, Calls calls, std::vector<Code>& run) const {
  const std::string what = "function " + name;
  const auto [first, last] = functions_.equal_range(name);
  for (auto made = first; made != last; ++made) run.push_back({what, made->second, nullptr, ""});
  if (!knows_database_) return;
  const auto known = of_database_.find(name);
  const bool is_of_database = known != of_database_.end();
  for (const StoredRoutine& routine : is_of_database ? known->second : std::set<StoredRoutine>()) {
    if (!routine.definition.empty()) {
      run.push_back({what, routine.definition, nullptr, ""});
    } else if (!routine.extension.empty()) {
      const bool computes = !routine.is_volatile || OnlyComputes(routine.extension);
      if (computes || calls == Calls::kOwn) continue;
      run.push_back({what, "", nullptr, "belongs to the extension " + routine.extension});
    } else if (!routine.is_builtin) {
      run.push_back({what, "", nullptr, "is written in " + routine.language});
    }
  }
  const bool is_known =
      is_of_database || first != last || aggregates_.contains(name) || IsOfKnownExtension(name);
  if (!is_known && calls == Calls::kAll) {
    run.push_back({what, "", nullptr, "is neither in the files nor in the database"});
  }
}

void StoredCode::AddOnWrite(const Json& tree, std::vector<Code>& run) const {
  if (!tree.is_structured() || on_write_.empty()) return;
  for (const auto& [member, value] : tree.items()) {
    std::vector<std::string> tables;
    if (member == "TruncateStmt") {
      for (const Json& one : value.at("relations")) {
        tables.push_back(one.at("RangeVar").value("relname", ""));
      }
    } else if (WritesRows(member) && value.contains("relation")) {
      tables.push_back(value["relation"].value("relname", ""));
    }
    for (const std::string& table : tables) {
      const auto [first, last] = on_write_.equal_range(table);
      for (auto one = first; one != last; ++one) {
        if (one->second.is_string()) {
          AddCall(one->second, Calls::kAll, run);
        } else {
          run.push_back({"a rule of " + table, "", one->second, ""});
        }
      }
    }
    AddOnWrite(value, run);
  }
}

void StoredCode::AddExecuted(const Json& tree, std::vector<Code>& run) const {
  if (!tree.is_structured()) return;
  for (const auto& [member, value] : tree.items()) {
    if (member == "ExecuteStmt") {
      const std::string name = value.value("name", "");
      const auto found = prepared_.find(name);
      const bool is_known = found != prepared_.end();
      run.push_back({"prepared statement " + name, "", is_known ? found->second : Json(),
                     is_known ? "" : "isn't prepared in the files"});
    }
    AddExecuted(value, run);
  }
}

}  // namespace gonogo
