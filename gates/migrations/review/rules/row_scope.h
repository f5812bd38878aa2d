// The relations whose columns an expression can name, and which column a name stands for.
#pragma once

#include <map>
#include <string>

#include "core/json/json.h"
#include "gates/migrations/review/rules/schema_state.h"

namespace gonogo {

// Returns true if LIMIT bounds the rows of a SELECT, given as a parse tree.
bool HasLimit(const Json& select);

// Returns true if a SELECT, given as a parse tree, reads one relation and returns a row for each of
// its rows, or for each that WHERE selects.
bool ReturnsEveryRow(const Json& select);

// Two names of one row's column are one text: orders.id, o.id and id for FROM orders AS o. A row of
// a second FROM orders counts as the same row, because each row joins with itself.
class RowScope {
 public:
  explicit RowScope(const SchemaState& schema) : schema_(schema) {}
  // A scope for a subquery: names that it doesn't have are those of `outer`.
  explicit RowScope(const RowScope* outer) : schema_(outer->schema_), outer_(outer) {}

  // Adds the WITH queries of a statement, then what is in its FROM or USING.
  void AddQueries(const Json& statement);
  void AddRelation(const Json& relation);  // the content of a "RangeVar"
  void AddFrom(const Json& from);          // a list of items
  // Adds all that the SELECT names.
  void AddSelect(const Json& select);

  // Returns the expression without locations, and with one text for each column.
  Json Normal(const Json& expression) const;
  // Returns true if the column (a "ColumnRef") can't be NULL.
  bool IsNotNull(const Json& column) const;
  // Returns true if the name is qualified with one of this scope's own relations.
  bool IsOwn(const Json& column) const;

 private:
  struct Source {
    Json relation;  // a "RangeVar"; null: of a subquery
    Json query;     // a "SelectStmt"
  };

  void AddItem(const Json& item);
  const Source* SourceOf(const std::string& name) const;
  const Json* QueryNamed(const std::string& name) const;
  Json NormalColumn(const Json& column) const;
  Json ColumnOf(const Source& source, const std::string& column) const;
  std::string NameOfTable(const Json& relation) const;

  const SchemaState& schema_;
  const RowScope* outer_ = nullptr;
  std::map<std::string, Source> sources_;
  std::map<std::string, Json> queries_;  // those of WITH
  std::string first_;                    // for names without a qualifier
};

}  // namespace gonogo
