// Reads the tree of PostgreSQL's own parser. Where it isn't sure, the query is accepted.
#include "gates/parser/check_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/json/json.h"
#include "core/text/text.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

using NameSet = std::set<std::string>;

// Calls `visit(kind, node)` for every member of every object in the tree.
template <typename Visit>
void ForEachMember(const Json& node, const Visit& visit) {
  if (!node.is_structured()) return;
  for (const auto& [key, value] : node.items()) {
    if (node.is_object()) visit(key, value);
    ForEachMember(value, visit);
  }
}

// Tables, functions and settings may answer differently tomorrow; constants can't.
bool ReadsSomething(const Json& tree) {
  static const NameSet readers = {"FuncCall", "SQLValueFunction"};
  NameSet queries;  // of WITH
  ForEachMember(tree, [&](const std::string& key, const Json& value) {
    if (key == "ctename") queries.insert(value.get<std::string>());
  });
  bool reads = false;
  ForEachMember(tree, [&](const std::string& key, const Json& value) {
    if (readers.contains(key)) reads = true;
    if (key != "RangeVar") return;
    if (value.contains("schemaname") || !queries.contains(value.value("relname", ""))) reads = true;
  });
  return reads;
}

// What a constant expression is, as far as can be told.
enum class Constant { kUnknown, kTrue, kNotTrue };

Constant ValueOf(const Json& expression);

Constant ValueOfComparison(const Json& comparison) {
  const auto constant = [](const Json& side) {
    if (!side.contains("A_Const")) return Json();
    Json value = side.at("A_Const");
    value.erase("location");
    return value;
  };
  if (comparison.value("kind", "") != "AEXPR_OP" || !comparison.contains("lexpr")) {
    return Constant::kUnknown;
  }
  const Json left = constant(comparison.at("lexpr"));
  const Json right = constant(comparison.at("rexpr"));
  if (left.is_null() || right.is_null()) return Constant::kUnknown;
  if (left.contains("isnull") || right.contains("isnull")) return Constant::kNotTrue;
  // 1 = 1.0 is true: only two of one kind are compared.
  if (left.begin().key() != right.begin().key()) return Constant::kUnknown;
  const std::string name = comparison.at("name").back().at("String").value("sval", "");
  if (name == "=") return left == right ? Constant::kTrue : Constant::kNotTrue;
  if (name == "<>") return left == right ? Constant::kNotTrue : Constant::kTrue;
  return Constant::kUnknown;
}

Constant ValueOfLogic(const Json& logic) {
  const std::string operation = logic.at("boolop");
  const Json& operands = logic.at("args");
  if (operation == "NOT_EXPR") {
    return ValueOf(operands[0]) == Constant::kTrue ? Constant::kNotTrue : Constant::kUnknown;
  }
  const auto is = [](Constant value) {
    return [value](const Json& operand) { return ValueOf(operand) == value; };
  };
  const Constant deciding = operation == "AND_EXPR" ? Constant::kNotTrue : Constant::kTrue;
  const Constant other = operation == "AND_EXPR" ? Constant::kTrue : Constant::kNotTrue;
  if (std::any_of(operands.begin(), operands.end(), is(deciding))) return deciding;
  if (std::all_of(operands.begin(), operands.end(), is(other))) return other;
  return Constant::kUnknown;
}

Constant ValueOf(const Json& expression) {
  if (expression.contains("A_Const")) {
    const Json& constant = expression.at("A_Const");
    if (constant.contains("isnull")) return Constant::kNotTrue;
    if (!constant.contains("boolval")) return Constant::kUnknown;
    const bool is_true = constant.at("boolval").value("boolval", false);
    return is_true ? Constant::kTrue : Constant::kNotTrue;
  }
  if (expression.contains("A_Expr")) return ValueOfComparison(expression.at("A_Expr"));
  if (expression.contains("BoolExpr")) return ValueOfLogic(expression.at("BoolExpr"));
  return Constant::kUnknown;
}

bool IsNeverTrue(const Json& select, const char* clause) {
  return select.contains(clause) && ValueOf(select.at(clause)) == Constant::kNotTrue;
}

bool HasLimitOfZero(const Json& select) {
  if (!select.contains("limitCount")) return false;
  const Json& count = select.at("limitCount");
  return count.contains("A_Const") && count.at("A_Const").contains("ival") &&
         count.at("A_Const").at("ival").value("ival", 0) == 0;
}

// Returns whether a column is an aggregate, so that a query without GROUP BY returns one row.
bool HasAggregate(const Json& select) {
  static const NameSet aggregates = {"count",     "sum",        "min",      "max",
                                     "avg",       "bool_and",   "bool_or",  "every",
                                     "array_agg", "string_agg", "json_agg", "jsonb_agg",
                                     "bit_and",   "bit_or",     "stddev",   "variance"};
  for (const Json& column : select.value("targetList", Json::array())) {
    const Json value = column.at("ResTarget").value("val", Json::object());
    if (!value.contains("FuncCall") || value.at("FuncCall").contains("over")) continue;
    const std::string name = value.at("FuncCall").at("funcname").back().at("String").at("sval");
    if (aggregates.contains(name)) return true;
  }
  return false;
}

bool IsGrouped(const Json& select) {
  return select.contains("groupClause") || !HasAggregate(select);
}

// Functions may return any number of rows. Those of a subquery in an expression don't count.
bool CallsAFunction(const Json& node) {
  if (!node.is_structured()) return false;
  for (const auto& [key, value] : node.items()) {
    if (node.is_object() && key == "SubLink") continue;
    if (node.is_object() && key == "FuncCall") return true;
    if (CallsAFunction(value)) return true;
  }
  return false;
}

bool NeverReturnsRows(const Json& select) {
  if (HasLimitOfZero(select)) return true;
  const std::string operation = select.value("op", "SETOP_NONE");
  if (operation == "SETOP_UNION") {
    return NeverReturnsRows(select.at("larg")) && NeverReturnsRows(select.at("rarg"));
  }
  if (operation == "SETOP_INTERSECT") {
    return NeverReturnsRows(select.at("larg")) || NeverReturnsRows(select.at("rarg"));
  }
  if (operation == "SETOP_EXCEPT") return NeverReturnsRows(select.at("larg"));
  if (IsNeverTrue(select, "havingClause")) return true;
  return IsNeverTrue(select, "whereClause") && IsGrouped(select);
}

bool AlwaysReturnsARow(const Json& select) {
  if (select.contains("limitCount") || select.contains("limitOffset")) return false;
  if (select.value("op", "SETOP_NONE") == "SETOP_UNION") {
    return AlwaysReturnsARow(select.at("larg")) || AlwaysReturnsARow(select.at("rarg"));
  }
  if (select.value("op", "SETOP_NONE") != "SETOP_NONE") return false;
  if (select.contains("valuesLists")) return true;
  if (!IsGrouped(select)) return !select.contains("havingClause");
  return !select.contains("fromClause") && !select.contains("whereClause") &&
         !select.contains("havingClause") && !CallsAFunction(select.at("targetList"));
}

std::string WhyNoQuery(const SqlScript& script) {
  for (const SqlStatement& statement : script.statements) {
    if (!statement.error.empty()) {
      return fmt::format("line {}: {}", statement.line, statement.error);
    }
  }
  if (script.statements.empty()) return "has no query";
  if (script.statements.size() > 1) {
    return fmt::format("has {}; a check is one query",
                       Counted(script.statements.size(), "statement"));
  }
  const Json& tree = script.statements.front().tree;
  if (!tree.contains("SelectStmt")) return "isn't a query: use SELECT, WITH, TABLE or VALUES";
  if (tree.at("SelectStmt").contains("intoClause")) return "creates a table (SELECT INTO)";
  if (!ReadsSomething(tree)) {
    return "reads no table and calls no function, so it gives the same answer on every database";
  }
  return "";
}

}  // namespace

std::string WhyNoQuery(const std::string& sql) { return WhyNoQuery(ParseScript(sql)); }

std::string WhyNoCheckByRows(const std::string& sql) {
  const SqlScript script = ParseScript(sql);
  if (const std::string why = WhyNoQuery(script); !why.empty()) return why;
  const Json& select = script.statements.front().tree.at("SelectStmt");
  if (NeverReturnsRows(select)) return "never returns a row, so it can't fail";
  if (AlwaysReturnsARow(select)) {
    return "always returns a row, so it can't pass: select the rows that are wrong, or add HAVING";
  }
  return "";
}

}  // namespace gonogo
