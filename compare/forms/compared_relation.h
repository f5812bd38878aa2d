// What is to be compared: a relation on both sides, column by column, and by which method.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"

namespace gonogo {

enum class Method {
  kNative,  // each column by its type's own hash function
  kText,    // each column by its text under pinned settings
  kSha256,  // each row's text by SHA-256
};

// native, text, sha256.
std::string NameOf(Method method);
// The method of that name. Throws PlanError where there is none.
Method MethodNamed(const std::string& name);
// All names.
std::vector<std::string> MethodNames();

// As a plan or a command line says it; names are spelled as in a plan.
struct ComparedRelation {
  std::string source;
  std::string target;
  std::vector<std::string> key;                  // empty: the relation's own
  std::vector<std::string> columns;              // empty: all
  std::vector<std::string> except_columns;       // by their names on the source
  std::map<std::string, std::string> target_of;  // columns with another name on the target
  std::string where;                             // an SQL condition, for both sides; empty: none
  Method method = Method::kNative;
  std::chrono::milliseconds recheck{0};  // how long rows that differ may lag

  auto operator<=>(const ComparedRelation&) const = default;  // NOLINT(modernize-use-nullptr)
};

// One column as either side has it.
struct ColumnPair {
  Column source;
  Column target;

  const Column& On(bool target_side) const { return target_side ? target : source; }
};

// Which columns are compared, and what stands on one side only.
struct PairedColumns {
  std::vector<ColumnPair> key;     // in the key's order; empty: compared as a multiset
  std::vector<ColumnPair> others;  // by the source's name
  std::vector<std::string> missing_on_target;
  std::vector<std::string> missing_on_source;

  // Key and others.
  std::vector<ColumnPair> All() const;
};

// Matches columns by name. Throws PlanError where `relation` names a column that is not there.
PairedColumns PairColumns(const ComparedRelation& relation, const RelationShape& source,
                          const RelationShape& target);

}  // namespace gonogo
