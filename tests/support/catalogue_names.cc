// Doesn't follow scopes: an alias stands for each relation that has it anywhere in the statement.
#include "tests/support/catalogue_names.h"

#include <filesystem>

#include "core/error.h"
#include "fixtures/messages/statement_names.h"
#include "gates/parser/sql_script.h"

namespace gonogo::testing_support {
namespace {

std::string StringOf(const Json& node) {
  return node.contains("String") ? node.at("String").at("sval").get<std::string>() : "";
}

class ColumnReader {
 public:
  explicit ColumnReader(const CatalogueColumns& all) : all_(all) {}

  CatalogueColumns Read(const Json& tree) {
    CollectRelations(tree);
    CollectColumns(tree);
    return std::move(named_);
  }

 private:
  void CollectRelations(const Json& node) {
    if (!node.is_structured()) return;
    if (node.is_object() && node.contains("RangeVar")) {
      const Json& relation = node.at("RangeVar");
      const std::string name = relation.at("relname");
      const bool has_alias = relation.contains("alias");
      const std::string alias =
          has_alias ? relation.at("alias").at("aliasname").get<std::string>() : name;
      if (all_.contains(name) && relation.value("schemaname", "") == "pg_catalog") {
        named_[name];
        relations_[alias].insert(name);
      }
    }
    for (const Json& member : node) CollectRelations(member);
  }

  void CollectColumns(const Json& node) {
    if (!node.is_structured()) return;
    if (node.is_object() && node.contains("ColumnRef")) VisitColumn(node.at("ColumnRef"));
    if (node.is_object() && node.contains("A_Expr")) VisitKey(node.at("A_Expr"));
    for (const Json& member : node) CollectColumns(member);
  }

  void VisitColumn(const Json& column) {
    const Json& fields = column.at("fields");
    const std::string name = StringOf(fields.back());
    const auto alias = relations_.find(StringOf(fields.front()));
    const bool is_qualified = fields.size() == 2 && alias != relations_.end();
    if (!is_qualified) return AddToAll(name);
    for (const std::string& catalogue : alias->second) Add(catalogue, name);
  }

  void VisitKey(const Json& expression) {
    if (!expression.contains("name") || !expression.contains("rexpr")) return;
    const Json& right = expression.at("rexpr");
    if (!StringOf(expression.at("name").back()).starts_with("->")) return;
    if (right.contains("A_Const") && right.at("A_Const").contains("sval")) {
      AddToAll(right.at("A_Const").at("sval").at("sval"));
    }
  }

  void AddToAll(const std::string& name) {
    for (const auto& [catalogue, columns] : named_) Add(catalogue, name);
  }

  void Add(const std::string& catalogue, const std::string& name) {
    if (all_.at(catalogue).contains(name)) named_[catalogue].insert(name);
  }

  const CatalogueColumns& all_;
  std::map<std::string, std::set<std::string>> relations_;  // by alias
  CatalogueColumns named_;
};

}  // namespace

CatalogueColumns NamedColumns(std::string_view statement, const CatalogueColumns& all) {
  const ParsedSql parsed = ParseSql(std::string(statement));
  if (!parsed.error.empty()) throw PlanError(parsed.error + ": " + std::string(statement));
  return ColumnReader(all).Read(parsed.statements);
}

CatalogueColumns NamedColumnsOfStatements(const CatalogueColumns& all) {
  std::set<std::string> of_selftest;
  for (const auto& file : std::filesystem::directory_iterator(GONOGO_SOURCE_DIR "/sql/selftest")) {
    of_selftest.insert(file.path().stem());
  }
  CatalogueColumns together;
  for (const NamedStatement& statement : AllStatements()) {
    if (of_selftest.contains(std::string(statement.name))) continue;
    for (const auto& [catalogue, columns] : NamedColumns(statement.text, all)) {
      together[catalogue].insert(columns.begin(), columns.end());
    }
  }
  return together;
}

}  // namespace gonogo::testing_support
