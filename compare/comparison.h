// The comparison of one relation's contents on both sides, from the catalogue to the rows that
// differ.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "compare/passes/row_values.h"
#include "fixtures/pair.h"

namespace gonogo {

struct Counts {
  std::int64_t missing = 0;    // rows of the source that the target lacks
  std::int64_t extra = 0;      // rows of the target that the source lacks
  std::int64_t different = 0;  // rows of both with one key and other contents

  // Counts one difference, by the sides that have the row.
  void Add(bool on_source, bool on_target);
  std::int64_t sum() const { return missing + extra + different; }
};

// "2 rows missing, 1 different".
std::string Describe(const Counts& counts);

struct Comparison {
  std::string method;  // in words, with each column and how it was compared
  PairedColumns columns;
  std::int64_t source_rows = 0;
  std::int64_t target_rows = 0;
  std::string source_digest;  // hexadecimal
  std::string target_digest;
  Counts counts;
  std::vector<RowDifference> rows;  // the first of those that differ
  std::int64_t converged = 0;       // rows that differed first and agreed when read again

  bool equal() const {
    return counts.sum() == 0 && columns.missing_on_target.empty() &&
           columns.missing_on_source.empty();
  }
};

// How the key of a row is shown: id=42, name=it's; empty where there is no key.
std::string KeyInWords(const Comparison& comparison, const RowDifference& row);
// 'it''s' is shown as 'it's': for people, not for a statement. NULL without quotes.
std::string ShownValue(const Value& value);

// How many of the rows that differ are kept in Comparison::rows. Where `each` is given, all of them
// are handed to it instead, one after the other.
struct ComparisonOptions {
  std::size_t limit = 100;
  std::function<void(const Comparison&, const RowDifference&)> each = nullptr;
};

// Compares the contents of relations of one pair.
class Comparer {
 public:
  // `relations`: all that will be compared, so that their shapes are asked for once.
  Comparer(Pair& pair, const std::vector<ComparedRelation>& relations, Effort effort);

  // Throws DatabaseError where either side cannot be read, PlanError where `relation` names columns
  // that are not there.
  Comparison Compare(const ComparedRelation& relation, const ComparisonOptions& wanted);

  // The shape that the comparison goes by. Throws DatabaseError where there is no such relation.
  const RelationShape& SourceShape(const ComparedRelation& relation) const;
  const RelationShape& TargetShape(const ComparedRelation& relation) const;

  bool IsOnOneSideOnly(const ComparedRelation& relation) const;

 private:
  void FindRows(const ScannedRelation& scanned, const BothBuckets& buckets,
                const ComparisonOptions& wanted, Comparison& comparison);

  Pair& pair_;
  Effort effort_;
  Pair::Readers readers_;
  std::map<std::string, RelationShape> source_shapes_;
  std::map<std::string, RelationShape> target_shapes_;
  Canary canary_;
};

}  // namespace gonogo
