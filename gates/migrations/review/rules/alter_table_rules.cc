// A table that the same file created has no users yet. Rewriting or locking it does no harm, but
// dropping it or a column of it does.
#include "gates/migrations/review/rules/alter_table_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "gates/migrations/review/rules/time_zone_rule.h"
#include "gates/parser/qualified_name.h"

namespace gonogo {
namespace {

using Violations = std::vector<Violation>;

constexpr const char* kNewColumn =
    "add the column without default, fill it in batches, then set the default";

struct Alteration {
  std::string table;
  bool is_new = false;
  const Json& relation;
  const SchemaState& schema;
};

// Functions known to be stable or immutable. Any other may be volatile, which is the default of
// CREATE FUNCTION.
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
  return stable.contains(LastName(call.at("funcname")));
}

// Returns the first function call in the expression that may give each row another value, or "".
std::string VolatileCall(const Json& node) {
  if (!node.is_structured()) return "";
  for (const auto& [member, value] : node.items()) {
    if (member == "FuncCall" && !IsKnownAsStable(value)) {
      return LastName(value.at("funcname")) + "()";
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
  return serial.contains(LastName(column["typeName"].at("names")));
}

// Returns what computes a value for each existing row, or "" if nothing does.
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

bool HasConstraint(const Json& column, const char* kind) {
  const Json constraints = column.value("constraints", Json::array());
  return std::any_of(constraints.begin(), constraints.end(),
                     [&](const Json& one) { return one.at("Constraint").at("contype") == kind; });
}

Violation Validating(const std::string& table, const std::string& what) {
  return {
      "long_lock",
      fmt::format("adds {} to {}, which reads every row while the table is locked", what, table),
      "NOT VALID, and VALIDATE CONSTRAINT in a later transaction"};
}

Violations OfConstraint(const Json& constraint, const Alteration& to) {
  if (to.is_new) return {};
  const std::string kind = constraint.at("contype");
  const bool validates = !constraint.value("skip_validation", false);
  if (kind == "CONSTR_FOREIGN" && validates) return {Validating(to.table, "a foreign key")};
  if (kind == "CONSTR_CHECK" && validates) return {Validating(to.table, "a check")};
  const bool is_key = kind == "CONSTR_PRIMARY" || kind == "CONSTR_UNIQUE";
  if (is_key && !constraint.contains("indexname")) {
    return {{"long_lock",
             fmt::format("adds a {} key to {}, which builds its index while the table is locked",
                         kind == "CONSTR_UNIQUE" ? "unique" : "primary", to.table),
             "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT ... USING INDEX"}};
  }
  if (kind == "CONSTR_EXCLUSION") {
    return {
        {"long_lock",
         fmt::format("adds an exclusion constraint to {}, which builds its index while the table "
                     "is locked",
                     to.table),
         "do it in a maintenance window, because it can't be built concurrently"}};
  }
  return {};
}

Violations OfNewColumn(const Json& column, const Alteration& to) {
  if (to.is_new) return {};
  Violations found;
  const std::string name = to.table + "." + column.value("colname", "");
  if (const std::string by = ComputedBy(column); !by.empty()) {
    found.push_back(
        {"rewrites_table",
         fmt::format("adds column {} and computes a value for each row with {}", name, by),
         kNewColumn});
  }
  if (HasConstraint(column, "CONSTR_NOTNULL") && !HasConstraint(column, "CONSTR_DEFAULT") &&
      ComputedBy(column).empty()) {
    found.push_back({"breaks_application",
                     fmt::format("adds column {} NOT NULL without a default, which fails if the "
                                 "table has rows, and refuses those of an application that doesn't "
                                 "know the column",
                                 name),
                     "a DEFAULT, or a column that may be NULL until every application fills it"});
  }
  for (const Json& one : column.value("constraints", Json::array())) {
    const Json& constraint = one.at("Constraint");
    // PostgreSQL doesn't check the references of a new column that only has NULLs.
    const bool is_free =
        constraint.at("contype") == "CONSTR_FOREIGN" && !HasConstraint(column, "CONSTR_DEFAULT");
    if (is_free) continue;
    std::ranges::move(OfConstraint(constraint, to), std::back_inserter(found));
  }
  return found;
}

Violations OfNotNull(const std::string& column, const Alteration& to) {
  if (to.is_new || to.schema.HasNotNullCheck(to.relation, column)) return {};
  return {
      {"long_lock",
       fmt::format("sets {}.{} to NOT NULL, which reads every row while the table is locked",
                   to.table, column),
       fmt::format("ADD CHECK ({} IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT, and then SET NOT "
                   "NULL",
                   column)}};
}

Violations OfRewriting(const std::string& what, const Alteration& to) {
  if (to.is_new) return {};
  return {{"rewrites_table", fmt::format("rewrites {} ({})", to.table, what),
           "do it in a maintenance window, or copy into a new table"}};
}

Violations OfNewType(const std::string& column, const Json& definition, const Alteration& to) {
  if (to.is_new) return {};
  Violations found;
  const std::string was = to.schema.TypeOf(to.relation, column);
  const std::string dependence = TimeZoneDependence(was, definition);
  if (!dependence.empty()) {
    found.push_back(
        {"time_zone", fmt::format("converts {}.{} {}", to.table, column, dependence),
         fmt::format("USING {} AT TIME ZONE 'UTC', or whatever zone the values are in", column)});
  }
  found.push_back(
      {"rewrites_table",
       fmt::format("changes the type of {}.{}, which rewrites the table unless the types are "
                   "binary compatible",
                   to.table, column),
       "add a column of the new type, fill it in batches, then swap the names"});
  return found;
}

// ALTER COLUMN ... RESTART, or SET START WITH, which changes nothing that is drawn next.
Violations OfIdentity(const std::string& column, const Json& options, const Alteration& to) {
  const bool restarts = std::ranges::any_of(
      options, [](const Json& one) { return one.at("DefElem").at("defname") == "restart"; });
  if (to.is_new || !restarts) return {};
  return {{"destructive",
           fmt::format("restarts the sequence of {}.{}, which may give numbers out again", to.table,
                       column),
           "setval() with the highest number in use"}};
}

Violations OfCommand(const Json& command, const Alteration& to) {
  const std::string what = command.at("subtype");
  const std::string name = command.value("name", "");
  if (what == "AT_DropColumn") {
    return {{"destructive", fmt::format("drops column {}.{}", to.table, name),
             "drop it in a later release, when nothing uses it and there is a backup"}};
  }
  if (what == "AT_AddColumn") return OfNewColumn(command.at("def").at("ColumnDef"), to);
  if (what == "AT_AddConstraint") return OfConstraint(command.at("def").at("Constraint"), to);
  if (what == "AT_AlterColumnType") {
    return OfNewType(name, command.at("def").at("ColumnDef"), to);
  }
  if (what == "AT_SetIdentity")
    return OfIdentity(name, command.at("def").at("List").at("items"), to);
  if (what == "AT_SetNotNull") return OfNotNull(name, to);
  if (what == "AT_SetAccessMethod") return OfRewriting("SET ACCESS METHOD", to);
  if (what == "AT_SetLogged") return OfRewriting("SET LOGGED", to);
  if (what == "AT_SetUnLogged") return OfRewriting("SET UNLOGGED", to);
  if (what == "AT_SetTableSpace") return OfRewriting("SET TABLESPACE", to);
  return {};
}

}  // namespace

std::vector<Violation> AlterTableViolations(const Json& alter, const SchemaState& schema) {
  const Json& relation = alter.at("relation");
  const Alteration to{.table = NameOf(relation),
                      .is_new = schema.IsNew(relation),
                      .relation = relation,
                      .schema = schema};
  const std::string kind = alter.at("objtype");
  if (kind != "OBJECT_TABLE" && kind != "OBJECT_TYPE") return {};
  Violations found;
  for (const Json& one : alter.at("cmds")) {
    std::ranges::move(OfCommand(one.at("AlterTableCmd"), to), std::back_inserter(found));
  }
  return found;
}

}  // namespace gonogo
