// Compares the contents of one relation on both sides and finds the rows that differ.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/passes/bucket_pass.h"
#include "compare/passes/row_values.h"
#include "compare/passes/totals_pass.h"
#include "fixtures/pair.h"

namespace gonogo {

struct Counts {
  std::int64_t missing = 0;    // rows that only the source has
  std::int64_t extra = 0;      // rows that only the target has
  std::int64_t different = 0;  // rows that both have with the same key and different contents

  // Counts one difference. The parameters say which sides have the row.
  void Add(bool on_source, bool on_target);
  std::int64_t sum() const { return missing + extra + different; }
};

// Returns the counts as text: "2 rows missing, 1 different".
std::string Describe(const Counts& counts);

struct Comparison {
  std::string method;  // in words, with each column and how it was compared
  PairedColumns columns;
  PerSide<std::int64_t> row_counts{};
  PerSide<std::string> digests;  // hexadecimal
  // The target's partitions that are foreign tables: nothing was read of them.
  std::vector<std::string> foreign_partitions;
  Counts counts;
  std::vector<RowDifference> rows;  // the first ones that differ
  std::int64_t converged = 0;       // rows that differed at first and were equal when read again
  // The relation's `where` holds for no row of either side, though a side has rows: nothing was
  // compared.
  bool selects_nothing = false;

  bool equal() const {
    return !selects_nothing && counts.sum() == 0 && columns.missing_on_target.empty() &&
           columns.missing_on_source.empty();
  }
};

// Returns a row's key as "id=42, name=it's". Returns "" if there is no key. Long values are brief.
std::string DescribeKey(const Comparison& comparison, const RowDifference& row);
// Returns a value for people, not for a statement: 'it's', NULL. A long one is brief.
std::string ShownValue(const Value& value);

// What to do with the rows that differ: keep the first `limit` in Comparison::rows, with brief
// values. If `each` is given, it is called with every one of them and its whole values instead, and
// none is kept.
struct ComparisonOptions {
  std::size_t limit = 100;
  std::function<void(const Comparison&, const RowDifference&)> each = nullptr;
};

class Suspects;

// Compares relations one after another, in the order in which they were given. It reads the totals
// of some relations ahead, because small ones share statements.
class Comparer {
 public:
  // `relations`: all that will be compared, so that their shapes are read at once.
  Comparer(Pair& pair, const std::vector<ComparedRelation>& relations, Effort effort);

  // Does the same for more relations. Throws DatabaseError.
  void ReadShapesOf(const std::vector<ComparedRelation>& relations);

  // Says that these relations (by their names on the source) probably differ: then the pass that
  // only tells whether they do is left out.
  void ExpectDifferencesIn(std::set<std::string> relations) { expected_ = std::move(relations); }

  // Throws DatabaseError if a side can't be read, PlanError if `relation` names a column that
  // doesn't exist.
  Comparison Compare(const ComparedRelation& relation, const ComparisonOptions& options);

  // Returns the shape of the relation on one side. Throws DatabaseError if it doesn't exist there
  // or can't be compared.
  const RelationShape& Shape(SideName side, const ComparedRelation& relation) const;

  bool IsOnOneSideOnly(const ComparedRelation& relation) const;

 private:
  // A relation that can be read, and what has been read of it.
  struct Prepared {
    PairedColumns columns;
    ScannedRelation scanned;
    Totals totals;
    std::optional<BothBuckets> buckets;
  };

  Prepared Prepare(const ComparedRelation& relation);
  bool ReadsByBlock() const;
  std::vector<const ComparedRelation*> Following(const ComparedRelation& relation) const;
  std::vector<std::pair<ComparedRelation, Prepared>> GroupOf(const ComparedRelation& relation);
  void ReadAhead(const ComparedRelation& relation);
  Prepared SummedUp(const ComparedRelation& relation);

  BothBuckets BucketsOf(const Prepared& prepared, const PerSide<Sums>& totals) const;
  void FindDifferences(const Prepared& prepared, const PerSide<Sums>& totals,
                       const ComparedRelation& relation, const ComparisonOptions& options,
                       Comparison& comparison);
  bool SelectsNothing(const ScannedRelation& scanned, const Comparison& comparison) const;
  Suspects FindSuspects(const ScannedRelation& scanned, const BothBuckets& buckets,
                        const PairedColumns& columns) const;
  void FindRows(const ScannedRelation& scanned, const BothBuckets& buckets,
                const ComparisonOptions& options, Comparison& comparison) const;

  Pair& pair_;
  Effort effort_;
  Readers readers_;
  PerSide<std::map<std::string, RelationShape>> shapes_;  // by QuotedName
  AgreedForms forms_;
  std::vector<ComparedRelation> planned_;
  std::set<std::string> expected_;
  std::map<ComparedRelation, Prepared> ahead_;  // read before their turn
};

}  // namespace gonogo
