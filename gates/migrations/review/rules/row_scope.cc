// Follows a column through subqueries and WITH to the table's column that it returns.
#include "gates/migrations/review/rules/row_scope.h"

#include <fmt/format.h>

namespace gonogo {
namespace {

std::string LastField(const Json& fields) {
  const Json& last = fields.back();
  return last.contains("String") ? last["String"].value("sval", "") : "";
}

// Returns the qualifier of a column: o for o.id, or "".
std::string Qualifier(const Json& fields) {
  return fields.size() < 2 ? "" : fields[fields.size() - 2].at("String").value("sval", "");
}

std::string NameIn(const Json& item) {
  const Json alias = item.value("alias", Json::object());
  return alias.value("aliasname", item.value("relname", ""));
}

}  // namespace

// LIMIT ALL and LIMIT NULL are no limit, nor is one that few tables reach.
bool HasLimit(const Json& select) {
  constexpr std::int64_t kMostRows = 100'000;
  if (!select.contains("limitCount")) return false;
  const Json count = select["limitCount"].value("A_Const", Json::object());
  const bool is_beyond_int4 = count.contains("fval");
  return !count.value("isnull", false) && !is_beyond_int4 &&
         count.value(Json::json_pointer("/ival/ival"), std::int64_t{0}) <= kMostRows;
}

bool ReturnsEveryRow(const Json& select) {
  return select.value("op", "SETOP_NONE") == "SETOP_NONE" && !HasLimit(select) &&
         !select.contains("limitOffset") && !select.contains("groupClause") &&
         !select.contains("havingClause") && select.contains("fromClause") &&
         select["fromClause"].size() == 1 && !select["fromClause"][0].contains("JoinExpr");
}

void RowScope::AddQueries(const Json& statement) {
  const Json::json_pointer ctes("/withClause/ctes");
  if (!statement.contains(ctes)) return;
  for (const Json& one : statement.at(ctes)) {
    const Json& cte = one.at("CommonTableExpr");
    const Json query = cte.at("ctequery").value("SelectStmt", Json());
    queries_[cte.value("ctename", "")] = query;
  }
}

void RowScope::AddRelation(const Json& relation) {
  const std::string name = NameIn(relation);
  const Json* const query =
      relation.contains("schemaname") ? nullptr : QueryNamed(relation.value("relname", ""));
  if (first_.empty()) first_ = name;
  sources_[name] = query == nullptr ? Source{relation, nullptr} : Source{nullptr, *query};
}

void RowScope::AddItem(const Json& item) {
  if (item.contains("RangeVar")) AddRelation(item["RangeVar"]);
  if (item.contains("RangeSubselect")) {
    const Json& sub = item["RangeSubselect"];
    if (first_.empty()) first_ = NameIn(sub);
    sources_[NameIn(sub)] = {nullptr, sub.at("subquery").value("SelectStmt", Json())};
  }
  if (item.contains("JoinExpr")) {
    AddItem(item["JoinExpr"].at("larg"));
    AddItem(item["JoinExpr"].at("rarg"));
  }
}

void RowScope::AddFrom(const Json& from) {
  for (const Json& item : from) AddItem(item);
}

void RowScope::AddSelect(const Json& select) {
  AddQueries(select);
  AddFrom(select.value("fromClause", Json::array()));
}

const RowScope::Source* RowScope::SourceOf(const std::string& name) const {
  const auto found = sources_.find(name);
  if (found != sources_.end()) return &found->second;
  return outer_ == nullptr ? nullptr : outer_->SourceOf(name);
}

const Json* RowScope::QueryNamed(const std::string& name) const {
  const auto found = queries_.find(name);
  if (found != queries_.end()) return &found->second;
  return outer_ == nullptr ? nullptr : outer_->QueryNamed(name);
}

// One name of a table may have its schema, and another one not.
std::string RowScope::NameOfTable(const Json& relation) const {
  const RowScope* outermost = this;
  while (outermost->outer_ != nullptr && !outermost->outer_->first_.empty()) {
    outermost = outermost->outer_;
  }
  const auto target = outermost->sources_.find(outermost->first_);
  if (target == outermost->sources_.end() || target->second.relation.is_null()) {
    return NameOf(relation);
  }
  const Json& other = target->second.relation;
  const bool is_open = !relation.contains("schemaname") || !other.contains("schemaname");
  const bool is_same = is_open && relation.value("relname", "") == other.value("relname", "");
  return NameOf(is_same ? other : relation);
}

Json RowScope::ColumnOf(const Source& source, const std::string& column) const {
  if (!source.relation.is_null()) return NameOfTable(source.relation) + " " + column;
  if (source.query.is_null() || !ReturnsEveryRow(source.query) ||
      source.query.contains("whereClause")) {
    return nullptr;
  }
  RowScope inner(this);
  inner.AddSelect(source.query);
  for (const Json& one : source.query.value("targetList", Json::array())) {
    const Json& target = one.at("ResTarget");
    const Json value = target.value("val", Json());
    if (!value.contains("ColumnRef")) continue;
    const Json& fields = value["ColumnRef"].at("fields");
    const bool is_star = fields.back().contains("A_Star");
    if (is_star && !inner.first_.empty()) {
      return inner.ColumnOf(inner.sources_.at(inner.first_), column);
    }
    if (target.value("name", LastField(fields)) == column) {
      return inner.NormalColumn(value).at("column");
    }
  }
  return nullptr;
}

Json RowScope::NormalColumn(const Json& column) const {
  const Json& fields = column.at("ColumnRef").at("fields");
  const std::string qualifier = Qualifier(fields);
  const std::string& name = qualifier.empty() ? first_ : qualifier;
  const std::string last = LastField(fields);
  if (const Source* const source = SourceOf(name); source != nullptr && !last.empty()) {
    Json known = ColumnOf(*source, last);
    if (!known.is_null()) return {{"column", std::move(known)}};
  }
  return {{"column", fmt::format("?{} {}", name, last)}};
}

Json RowScope::Normal(const Json& expression) const {
  if (!expression.is_structured()) return expression;
  if (expression.is_object() && expression.contains("ColumnRef")) return NormalColumn(expression);
  Json normal = expression.is_array() ? Json::array() : Json::object();
  for (const auto& [member, value] : expression.items()) {
    if (expression.is_array()) {
      normal.push_back(Normal(value));
    } else if (member != "location") {
      normal[member] = Normal(value);
    }
  }
  return normal;
}

bool RowScope::IsNotNull(const Json& column) const {
  const Json& fields = column.at("ColumnRef").at("fields");
  const std::string qualifier = Qualifier(fields);
  const Source* const source = SourceOf(qualifier.empty() ? first_ : qualifier);
  if (source == nullptr || source->relation.is_null()) return false;
  return schema_.IsNotNull(source->relation, LastField(fields));
}

bool RowScope::IsOwn(const Json& column) const {
  return sources_.contains(Qualifier(column.at("ColumnRef").at("fields")));
}

}  // namespace gonogo
