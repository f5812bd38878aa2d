// Walks the tree that libpg_query returns as JSON.
#include "tests/support/qualified_names.h"

#include <map>
#include <set>

#include "core/error.h"
#include "gates/parser/sql_script.h"

namespace gonogo::testing_support {
namespace {

class NameReader {
 public:
  explicit NameReader(Names which) : which_(which) {}

  std::vector<std::string> Read(const Json& tree) {
    CollectQueryNames(tree);
    Walk(tree);
    return {found_.begin(), found_.end()};
  }

 private:
  bool LooksAtOperators() const { return which_ != Names::kOfFunctionsAndRelations; }

  static std::string LastOf(const Json& names) {
    return names.back().at("String").at("sval").get<std::string>();
  }

  void AddUnlessQualified(const char* kind, const Json& names) {
    if (names.size() == 1) found_.insert(std::string(kind) + " " + LastOf(names));
  }

  // The names of WITH stand for no relation.
  void CollectQueryNames(const Json& node) {
    if (!node.is_structured()) return;
    if (node.is_object() && node.contains("CommonTableExpr")) {
      queries_.insert(node.at("CommonTableExpr").at("ctename").get<std::string>());
    }
    for (const Json& member : node) CollectQueryNames(member);
  }

  void Walk(const Json& node) {
    if (!node.is_structured()) return;
    if (node.is_object()) {
      for (const auto& [kind, value] : node.items()) Visit(kind, value);
    }
    for (const Json& member : node) Walk(member);
  }

  void Visit(const std::string& kind, const Json& node) {
    if (!node.is_object()) return;
    if (kind == "FuncCall") AddUnlessQualified("function", node.at("funcname"));
    if (kind == "RangeVar" && !node.contains("schemaname")) VisitRelation(node);
    if (kind == "TypeName" || kind == "typeName") VisitType(node);
    if (LooksAtOperators()) VisitOperators(kind, node);
    if (kind == "CollateClause" && which_ == Names::kAll) {
      AddUnlessQualified("collation", node.at("collname"));
    }
  }

  void VisitRelation(const Json& node) {
    const std::string name = node.at("relname");
    if (!queries_.contains(name)) found_.insert("relation " + name);
  }

  void VisitType(const Json& node) {
    if (which_ == Names::kAll && node.contains("names")) {
      AddUnlessQualified("type", node.at("names"));
    }
  }

  void VisitOperators(const std::string& kind, const Json& node) {
    if (kind == "A_Expr") VisitExpression(node);
    if (kind == "CaseExpr" && node.contains("arg")) found_.insert("CASE with a value");
    if (kind == "JoinExpr" && node.contains("usingClause")) found_.insert("USING");
    if (kind == "JoinExpr" && node.value("isNatural", false)) found_.insert("NATURAL");
    if (kind == "SortBy" && node.contains("useOp"))
      AddUnlessQualified("operator", node.at("useOp"));
    if (kind == "SubLink" && node.contains("testexpr")) {
      if (!node.contains("operName")) found_.insert("IN");
      if (node.contains("operName")) AddUnlessQualified("operator", node.at("operName"));
    }
  }

  void VisitExpression(const Json& node) {
    static const std::map<std::string, std::string> kSyntax = {
        {"AEXPR_IN", "IN"},
        {"AEXPR_LIKE", "LIKE"},
        {"AEXPR_ILIKE", "ILIKE"},
        {"AEXPR_SIMILAR", "SIMILAR TO"},
        {"AEXPR_NULLIF", "NULLIF"},
        {"AEXPR_DISTINCT", "IS DISTINCT FROM"},
        {"AEXPR_NOT_DISTINCT", "IS DISTINCT FROM"},
        {"AEXPR_BETWEEN", "BETWEEN"},
        {"AEXPR_NOT_BETWEEN", "BETWEEN"},
        {"AEXPR_BETWEEN_SYM", "BETWEEN"},
        {"AEXPR_NOT_BETWEEN_SYM", "BETWEEN"}};
    const auto syntax = kSyntax.find(node.at("kind").get<std::string>());
    if (syntax == kSyntax.end()) return AddUnlessQualified("operator", node.at("name"));
    if (!IsNullTest(node)) found_.insert(syntax->second);
  }

  // The server turns IS DISTINCT FROM NULL into IS NOT NULL, without an operator.
  static bool IsNullTest(const Json& node) {
    const bool is_distinct = node.at("kind").get<std::string>().ends_with("DISTINCT");
    const auto is_null = [&](const char* side) {
      return node.contains(side) && node.at(side).contains("A_Const") &&
             node.at(side).at("A_Const").value("isnull", false);
    };
    return is_distinct && (is_null("lexpr") || is_null("rexpr"));
  }

  Names which_;
  std::set<std::string> queries_;
  std::set<std::string> found_;
};

}  // namespace

std::vector<std::string> UnqualifiedNames(const std::string& statements, Names which) {
  const ParsedSql parsed = ParseSql(statements);
  if (!parsed.error.empty()) throw PlanError(parsed.error + ": " + statements);
  return NameReader(which).Read(parsed.statements);
}

}  // namespace gonogo::testing_support
