// A table that the same file made is nobody's yet: it may be rewritten and locked, but what is
// dropped is dropped.
#include "gates/migrations/review/alter_table_rules.h"

#include <algorithm>
#include <set>

namespace gonogo {
namespace {

using Found = std::vector<Breach>;

constexpr const char* kNewColumn =
    "a new column without default, filled in batches; the default comes after";

struct Alteration {
  std::string table;
  bool is_new = false;
  const Json& relation;
  const SchemaState& history;
};

// The functions that give one value for a whole statement, or always the same. Any other may be
// volatile, as functions are where their maker says nothing.
bool IsKnownAsStable(const Json& call) {
  static const std::set<std::string> stable = {"concat",
                                               "current_setting",
                                               "date_trunc",
                                               "jsonb_build_array",
                                               "json_build_array",
                                               "json_build_object",
                                               "jsonb_build_object",
                                               "lower",
                                               "make_date",
                                               "make_interval",
                                               "md5",
                                               "now",
                                               "statement_timestamp",
                                               "timezone",
                                               "to_char",
                                               "to_json",
                                               "to_jsonb",
                                               "to_timestamp",
                                               "transaction_timestamp",
                                               "upper"};
  return stable.contains(call.at("funcname").back().at("String").value("sval", ""));
}

// The first call in the expression that may give each row its own value; empty: none.
std::string VolatileCall(const Json& node) {
  if (!node.is_structured()) return "";
  for (const auto& [member, value] : node.items()) {
    if (member == "FuncCall" && !IsKnownAsStable(value)) {
      return value.at("funcname").back().at("String").value("sval", "") + "()";
    }
    std::string inner = VolatileCall(value);
    if (!inner.empty()) return inner;
  }
  return "";
}

bool IsSerial(const Json& column) {
  static const std::set<std::string> serial = {"bigserial", "serial",  "serial2",
                                               "serial4",   "serial8", "smallserial"};
  if (!column.contains("typeName")) return false;
  return serial.contains(column["typeName"].at("names").back().at("String").value("sval", ""));
}

// What computes a value for each row that is there; empty: nothing does.
std::string ComputedBy(const Json& column) {
  if (IsSerial(column)) return "a sequence";
  for (const Json& one : column.value("constraints", Json::array())) {
    const Json& constraint = one.at("Constraint");
    const std::string kind = constraint.at("contype");
    if (kind == "CONSTR_IDENTITY") return "a sequence";
    if (kind == "CONSTR_GENERATED") return "an expression";
    if (kind != "CONSTR_DEFAULT") continue;
    std::string call = VolatileCall(constraint.value("raw_expr", Json::object()));
    if (!call.empty()) return call;
  }
  return "";
}

bool HasDefault(const Json& column) {
  const Json constraints = column.value("constraints", Json::array());
  return std::any_of(constraints.begin(), constraints.end(), [](const Json& one) {
    return one.at("Constraint").at("contype") == "CONSTR_DEFAULT";
  });
}

Breach Validating(const std::string& table, const std::string& what) {
  return {"long_lock", "adds " + what + " to " + table + " and reads every row under its lock",
          "NOT VALID, and VALIDATE CONSTRAINT in a later transaction"};
}

Found OfConstraint(const Json& constraint, const Alteration& to) {
  if (to.is_new) return {};
  const std::string kind = constraint.at("contype");
  const bool validates = !constraint.value("skip_validation", false);
  if (kind == "CONSTR_FOREIGN" && validates) return {Validating(to.table, "a foreign key")};
  if (kind == "CONSTR_CHECK" && validates) return {Validating(to.table, "a check")};
  const bool is_key = kind == "CONSTR_PRIMARY" || kind == "CONSTR_UNIQUE";
  if (is_key && !constraint.contains("indexname")) {
    return {{"long_lock",
             std::string("adds a ") + (kind == "CONSTR_UNIQUE" ? "unique" : "primary") +
                 " key to " + to.table + " and builds its index under its lock",
             "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT ... USING INDEX"}};
  }
  if (kind == "CONSTR_EXCLUSION") {
    return {{"long_lock", "adds an exclusion constraint to " + to.table + " under its lock",
             "do it in a maintenance window: it cannot be built concurrently"}};
  }
  return {};
}

Found OfNewColumn(const Json& column, const Alteration& to) {
  if (to.is_new) return {};
  Found found;
  const std::string name = to.table + "." + column.value("colname", "");
  if (const std::string by = ComputedBy(column); !by.empty()) {
    found.push_back({"rewrites_table",
                     "adds column " + name + " with a value for each row by " + by, kNewColumn});
  }
  for (const Json& one : column.value("constraints", Json::array())) {
    const Json& constraint = one.at("Constraint");
    // PostgreSQL does not look for what a column of nothing but NULL refers to.
    const bool is_free = constraint.at("contype") == "CONSTR_FOREIGN" && !HasDefault(column);
    if (is_free) continue;
    std::ranges::move(OfConstraint(constraint, to), std::back_inserter(found));
  }
  return found;
}

Found OfNotNull(const std::string& column, const Alteration& to) {
  if (to.is_new || to.history.IsProvenNotNull(to.relation, column)) return {};
  return {{"long_lock",
           "demands values in " + to.table + "." + column + " and reads every row under its lock",
           "ADD CHECK (" + column +
               " IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT, and only then SET NOT NULL"}};
}

Found OfRewriting(const std::string& what, const Alteration& to) {
  if (to.is_new) return {};
  return {{"rewrites_table", "rewrites " + to.table + " (" + what + ")",
           "do it in a maintenance window, or copy into a new table"}};
}

Found OfNewType(const std::string& column, const Alteration& to) {
  if (to.is_new) return {};
  return {{"rewrites_table",
           "changes the type of " + to.table + "." + column +
               ", which rewrites the table unless the old type can stand for the new one",
           "a new column of the new type, filled in batches, and a switch of names"}};
}

Found OfCommand(const Json& command, const Alteration& to) {
  const std::string what = command.at("subtype");
  const std::string name = command.value("name", "");
  if (what == "AT_DropColumn") {
    return {{"destructive", "drops column " + to.table + "." + name,
             "drop it in a later release, once nothing uses it and a backup is kept"}};
  }
  if (what == "AT_AddColumn") return OfNewColumn(command.at("def").at("ColumnDef"), to);
  if (what == "AT_AddConstraint") return OfConstraint(command.at("def").at("Constraint"), to);
  if (what == "AT_AlterColumnType") return OfNewType(name, to);
  if (what == "AT_SetNotNull") return OfNotNull(name, to);
  if (what == "AT_SetAccessMethod") return OfRewriting("SET ACCESS METHOD", to);
  if (what == "AT_SetLogged") return OfRewriting("SET LOGGED", to);
  if (what == "AT_SetUnLogged") return OfRewriting("SET UNLOGGED", to);
  if (what == "AT_SetTableSpace") return OfRewriting("SET TABLESPACE", to);
  return {};
}

}  // namespace

std::vector<Breach> AlterTableBreaches(const Json& alter, const SchemaState& history) {
  const Json& relation = alter.at("relation");
  const Alteration to{.table = NameOf(relation),
                      .is_new = history.IsNew(relation),
                      .relation = relation,
                      .history = history};
  const std::string kind = alter.at("objtype");
  if (kind != "OBJECT_TABLE" && kind != "OBJECT_TYPE") return {};
  Found found;
  for (const Json& one : alter.at("cmds")) {
    std::ranges::move(OfCommand(one.at("AlterTableCmd"), to), std::back_inserter(found));
  }
  return found;
}

}  // namespace gonogo
