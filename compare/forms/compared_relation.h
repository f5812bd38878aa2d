// Which relation to compare, by which columns and by which method.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"
#include "core/values/side.h"

namespace gonogo {

enum class Method {
  kNative,  // each column by its type's own hash function
  kText,    // each column by its text under pinned settings
  kSha256,  // each row's text by SHA-256
};

// Returns "native", "text" or "sha256".
std::string NameOf(Method method);
// Returns the method of that name. Throws PlanError if it doesn't exist.
Method MethodNamed(const std::string& name);
std::vector<std::string> MethodNames();

// What a plan or a command line says about one relation. Names are spelled as in a plan.
struct ComparedRelation {
  std::string source;
  std::string target;
  std::vector<std::string> key;                  // empty: the source's own key
  std::vector<std::string> columns;              // empty: all
  std::vector<std::string> except_columns;       // by their names on the source
  std::map<std::string, std::string> target_of;  // columns with another name on the target
  std::string where;                             // an SQL condition, for both sides; empty: none
  Method method = Method::kNative;
  std::chrono::milliseconds recheck{0};  // how long to recheck rows that differ; 0: never

  const std::string& On(SideName side) const { return side == SideName::kSource ? source : target; }

  auto operator<=>(const ComparedRelation&) const = default;  // NOLINT(modernize-use-nullptr)
};

// One column on both sides.
using ColumnPair = PerSide<Column>;

// The columns to compare, and those that only one side has.
struct PairedColumns {
  std::vector<ColumnPair> key;     // in the key's order; empty: compared as a multiset
  std::vector<ColumnPair> others;  // by the source's name
  std::vector<std::string> missing_on_target;
  std::vector<std::string> missing_on_source;

  // Returns the key's columns, then the others.
  std::vector<ColumnPair> All() const;
};

// Matches the columns of both sides by name. Throws PlanError if `relation` names a column that
// doesn't exist.
PairedColumns PairColumns(const ComparedRelation& relation, const RelationShape& source,
                          const RelationShape& target);

}  // namespace gonogo
