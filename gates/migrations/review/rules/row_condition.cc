// Proves conditions true or false by their form, in PostgreSQL's parse tree. What it can't prove is
// unknown, which counts as a condition that selects some rows.
#include "gates/migrations/review/rules/row_condition.h"

#include <algorithm>
#include <map>
#include <set>

#include "gates/migrations/review/rules/constants.h"
#include "gates/parser/qualified_name.h"

namespace gonogo {
namespace {

std::string OperatorOf(const Json& expression) { return LastName(expression.at("name")); }

class Prover {
 public:
  explicit Prover(const RowScope& scope) : scope_(scope) {}

  Truth Prove(const Json& node) const {
    if (!node.is_object() || node.empty()) return Truth::kUnknown;
    using Proof = Truth (Prover::*)(const Json&) const;
    static const std::map<std::string, Proof> proofs = {
        {"A_Const", &Prover::OfConstant},  {"TypeCast", &Prover::OfCast},
        {"BoolExpr", &Prover::OfBoolean},  {"A_Expr", &Prover::OfOperator},
        {"NullTest", &Prover::OfNullTest}, {"BooleanTest", &Prover::OfBooleanTest},
        {"CaseExpr", &Prover::OfCase},     {"CoalesceExpr", &Prover::OfCoalesce},
        {"SubLink", &Prover::OfSubquery}};
    const auto only = node.begin();
    const auto proof = proofs.find(only.key());
    return proof == proofs.end() ? Truth::kUnknown : (this->*proof->second)(only.value());
  }

  // Returns true if nothing in the expression depends on the row that a statement looks at.
  bool IsIndependent(const Json& node) const {
    if (!node.is_structured()) return true;
    for (const auto& [member, value] : node.items()) {
      if (member == "CurrentOfExpr") return false;
      if (member == "ColumnRef" && !(is_inner_ && scope_.IsOwn(node))) return false;
      if (member == "SubLink" && value.at("subselect").contains("SelectStmt")) {
        RowScope inner(&scope_);
        inner.AddSelect(value.at("subselect").at("SelectStmt"));
        Prover prover(inner);
        prover.is_inner_ = true;
        if (!prover.IsIndependent(value.at("subselect").at("SelectStmt"))) return false;
        if (value.contains("testexpr") && !IsIndependent(value["testexpr"])) return false;
      } else if (!IsIndependent(value)) {
        return false;
      }
    }
    return true;
  }

 private:
  bool AreSame(const Json& left, const Json& right) const {
    return scope_.Normal(left) == scope_.Normal(right);
  }

  Truth OfConstant(const Json& constant) const {
    if (constant.contains("boolval")) return TruthOf(constant["boolval"].value("boolval", false));
    if (constant.value("isnull", false)) return Truth::kFalse;
    static const std::set<std::string> yes = {"t", "true", "y", "yes", "on", "1"};
    if (!constant.contains("sval")) return Truth::kUnknown;
    return TruthOf(yes.contains(constant["sval"].value("sval", "")));
  }

  Truth OfCast(const Json& cast) const {
    const Json& arg = cast.at("arg");
    const Json::json_pointer number("/A_Const/ival");
    if (arg.contains(number)) return TruthOf(arg.at(number).value("ival", 0) != 0);
    return Prove(arg);
  }

  Truth OfBoolean(const Json& expression) const {
    const std::string what = expression.at("boolop");
    const Json& parts = expression.at("args");
    if (what == "NOT_EXPR") return Inverse(Prove(parts.at(0)));
    const Truth ends = what == "OR_EXPR" ? Truth::kTrue : Truth::kFalse;
    bool all = true;
    for (const Json& part : parts) {
      const Truth truth = Prove(part);
      if (truth == ends) return ends;
      all = all && truth != Truth::kUnknown;
    }
    if (all) return Inverse(ends);
    return what == "OR_EXPR" && CoversAll(parts) ? Truth::kTrue : Truth::kUnknown;
  }

  // Returns true for x < 5 OR x >= 5, x IS NULL OR x IS NOT NULL, c OR NOT c.
  bool CoversAll(const Json& parts) const {
    std::map<std::string, unsigned> covered;
    for (const Json& part : parts) {
      if (part.contains("A_Expr") && part["A_Expr"].at("kind") == "AEXPR_OP" &&
          part["A_Expr"].contains("lexpr")) {
        const Json& op = part["A_Expr"];
        const Json key = Json::array({scope_.Normal(op["lexpr"]), scope_.Normal(op.at("rexpr"))});
        covered[ToText(key)] |= RelationsOf(OperatorOf(op));
      } else if (part.contains("NullTest")) {
        const bool is_null = part["NullTest"].at("nulltesttype") == "IS_NULL";
        covered[ToText(scope_.Normal(part["NullTest"].at("arg")))] |=
            is_null ? kEqual : kAny - kEqual;
      }
      const bool is_not = part.contains("BoolExpr") && part["BoolExpr"].at("boolop") == "NOT_EXPR";
      const Json& bare = is_not ? part["BoolExpr"].at("args").at(0) : part;
      covered["truth of " + ToText(scope_.Normal(bare))] |= is_not ? kEqual : kAny - kEqual;
    }
    return std::ranges::any_of(covered, [](const auto& one) { return one.second == kAny; });
  }

  Truth OfOperator(const Json& op) const {
    const std::string kind = op.at("kind");
    const Json left = op.value("lexpr", Json());
    const Json& right = op.at("rexpr");
    if (kind == "AEXPR_DISTINCT") return AreSame(left, right) ? Truth::kFalse : Truth::kUnknown;
    if (kind == "AEXPR_NOT_DISTINCT") return AreSame(left, right) ? Truth::kTrue : Truth::kUnknown;
    if (kind == "AEXPR_OP") return OfComparison(OperatorOf(op), left, right);
    if (kind == "AEXPR_LIKE" || kind == "AEXPR_ILIKE") {
      const bool is_any = ConstantText(right).find_first_not_of('%') == std::string::npos;
      return is_any && !OperatorOf(op).starts_with('!') ? Truth::kTrue : Truth::kUnknown;
    }
    const bool is_equal = OperatorOf(op) == "=";
    if (kind == "AEXPR_IN" && is_equal) return OneOf(left, right);
    if (kind == "AEXPR_OP_ANY" && is_equal) return OfAny(left, right);
    if (kind == "AEXPR_BETWEEN") {
      const Json& bounds = right.at("List").at("items");
      const bool is_self = AreSame(left, bounds.at(0)) && AreSame(left, bounds.at(1));
      return is_self ? Truth::kTrue : Truth::kUnknown;
    }
    return Truth::kUnknown;
  }

  Truth OfComparison(const std::string& name, const Json& left, const Json& right) const {
    if (name == "~" || name == "~*") {
      const std::string pattern = ConstantText(right);
      return pattern.empty() || pattern == ".*" ? Truth::kTrue : Truth::kUnknown;
    }
    const unsigned relations = RelationsOf(name);
    if (relations == 0) return Truth::kUnknown;
    if (AreSame(left, right)) return TruthOf((relations & kEqual) != 0);
    const auto one = ConstantOf(left);
    const auto other = ConstantOf(right);
    if (one && other) return CompareConstants(*one, relations, *other);
    return IsLength(left) && other && other->number ? OfLength(relations, *other->number)
                                                    : Truth::kUnknown;
  }

  static bool IsLength(const Json& node) {
    static const std::set<std::string> lengths = {"length",       "char_length", "character_length",
                                                  "octet_length", "bit_length",  "cardinality",
                                                  "abs"};
    return node.contains("FuncCall") && lengths.contains(LastName(node["FuncCall"].at("funcname")));
  }

  // A length is 0 or more.
  static Truth OfLength(unsigned relations, double other) {
    const bool is_above = (relations & kGreater) != 0;
    const bool holds = other < 0 ? is_above : other == 0 && relations == (kGreater | kEqual);
    return holds ? Truth::kTrue : Truth::kUnknown;
  }

  Truth OneOf(const Json& left, const Json& list) const {
    const Json items = list.contains("List") ? list["List"].value("items", Json::array()) : list;
    for (const Json& item : items) {
      if (OfComparison("=", left, item) == Truth::kTrue) return Truth::kTrue;
    }
    return Truth::kUnknown;
  }

  // x = ANY (ARRAY (SELECT x ...)), x = ANY (ARRAY[x]).
  Truth OfAny(const Json& left, const Json& right) const {
    if (right.contains("A_ArrayExpr")) {
      return OneOf(left, right["A_ArrayExpr"].value("elements", Json::array()));
    }
    const bool is_query =
        right.contains("SubLink") && right["SubLink"].at("subLinkType") == "ARRAY_SUBLINK";
    if (!is_query) return Truth::kUnknown;
    return Returns(right["SubLink"].at("subselect"), left) ? Truth::kTrue : Truth::kUnknown;
  }

  Truth OfNullTest(const Json& test) const {
    static const std::set<std::string> system = {"ctid", "xmin", "xmax",
                                                 "cmin", "cmax", "tableoid"};
    const Json& arg = test.at("arg");
    bool is_never_null = ConstantOf(arg).has_value();
    if (arg.contains("ColumnRef")) {
      const Json& last = arg["ColumnRef"].at("fields").back();
      const bool is_system =
          last.contains("String") && system.contains(last["String"].value("sval", ""));
      is_never_null = is_system || scope_.IsNotNull(arg);
    }
    if (arg.contains("CoalesceExpr")) {
      is_never_null = ConstantOf(arg["CoalesceExpr"].at("args").back()).has_value();
    }
    if (!is_never_null) return Truth::kUnknown;
    return TruthOf(test.at("nulltesttype") == "IS_NOT_NULL");
  }

  Truth OfBooleanTest(const Json& test) const {
    const std::string what = test.at("booltesttype");
    const Truth truth = Prove(test.at("arg"));
    if (what == "IS_TRUE" || what == "IS_NOT_FALSE") return truth;
    return what == "IS_FALSE" || what == "IS_NOT_TRUE" ? Inverse(truth) : Truth::kUnknown;
  }

  Truth OfCase(const Json& expression) const {
    if (!expression.contains("defresult")) return Truth::kUnknown;
    const Truth last = Prove(expression["defresult"]);
    for (const Json& one : expression.at("args")) {
      const Json& when = one.at("CaseWhen");
      const Truth result = Prove(when.at("result"));
      if (!expression.contains("arg") && Prove(when.at("expr")) == Truth::kTrue) return result;
      if (result != last) return Truth::kUnknown;
    }
    return last;
  }

  Truth OfCoalesce(const Json& expression) const { return Prove(expression.at("args").at(0)); }

  Truth OfSubquery(const Json& sublink) const {
    const std::string kind = sublink.at("subLinkType");
    const Json& query = sublink.at("subselect");
    if (kind == "EXISTS_SUBLINK") return OfExists(query.value("SelectStmt", Json::object()));
    const Json operators = sublink.value("operName", Json::array());
    const bool is_equal = operators.empty() || LastName(operators) == "=";
    if (kind == "ANY_SUBLINK" && is_equal && Returns(query, sublink.at("testexpr"))) {
      return Truth::kTrue;
    }
    const Json select = query.value("SelectStmt", Json::object());
    const bool is_value = kind == "EXPR_SUBLINK" && !select.contains("fromClause");
    if (!is_value || select.value("targetList", Json::array()).size() != 1) return Truth::kUnknown;
    return Prove(select["targetList"][0].at("ResTarget").value("val", Json()));
  }

  Truth OfExists(const Json& select) const {
    if (select.value("op", "SETOP_NONE") != "SETOP_NONE") return Truth::kUnknown;
    if (!select.contains("whereClause")) return Truth::kTrue;
    RowScope inner(&scope_);
    inner.AddSelect(select);
    return Prover(inner).Prove(select["whereClause"]);
  }

  // Returns true if the query returns the value of each row.
  bool Returns(const Json& query, const Json& value) const {
    if (!query.contains("SelectStmt")) return false;
    const Json& select = query["SelectStmt"];
    if (select.value("op", "") == "SETOP_UNION") {
      return Returns({{"SelectStmt", select.at("larg")}}, value) ||
             Returns({{"SelectStmt", select.at("rarg")}}, value);
    }
    if (!ReturnsEveryRow(select)) return false;
    RowScope inner(&scope_);
    inner.AddSelect(select);
    const bool is_bounded = select.contains("whereClause") &&
                            Prover(inner).Prove(select["whereClause"]) != Truth::kTrue;
    if (is_bounded || !select["fromClause"][0].is_object()) return false;
    Json values = Json::array();
    for (const Json& one : select.value("targetList", Json::array())) {
      values.push_back(inner.Normal(one.at("ResTarget").value("val", Json())));
    }
    const bool is_row = value.contains("RowExpr");
    const Json wanted = is_row ? value["RowExpr"].at("args") : Json::array({value});
    return scope_.Normal(wanted) == values;
  }

  const RowScope& scope_;
  bool is_inner_ = false;
};

}  // namespace

bool SelectsEveryRow(const Json& condition, const RowScope& scope) {
  const Prover prover(scope);
  const Truth truth = prover.Prove(condition);
  return truth == Truth::kTrue || (truth == Truth::kUnknown && prover.IsIndependent(condition));
}

}  // namespace gonogo
