// Caches the comparisons of a run, so that all its checks share one scan per relation.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "compare/comparison.h"
#include "core/error.h"

namespace gonogo {

class Contents {
 public:
  // `planned`: all that will be compared. Sends nothing to the servers before the first comparison.
  Contents(Pair& pair, std::vector<ComparedRelation> planned, Effort effort);

  // Adds to what will be compared: relations that the plan doesn't list. Throws DatabaseError.
  void Add(const std::vector<ComparedRelation>& relations);

  // Throws as Comparer does. Returns or throws the same when called again.
  const Comparison& Compare(const ComparedRelation& relation);

  // Returns the planned comparison that reads all rows of the relation `source`, or null. A check
  // that only counts rows can then use its result.
  const ComparedRelation* PlannedFor(const std::string& source) const;

 private:
  // Remembers those of planned_ from this one on that read all rows.
  void RememberWhole(std::size_t first);

  // Returns the comparer, whose sessions are opened at the first call. Throws the same every time.
  Comparer& Opened();

  Pair& pair_;
  std::vector<ComparedRelation> planned_;
  std::unordered_map<std::string, std::size_t> whole_;  // where in planned_, by source
  Effort effort_;
  std::optional<Comparer> comparer_;
  std::optional<DatabaseError> unopened_;
  std::map<ComparedRelation, std::variant<Comparison, DatabaseError>> done_;
};

}  // namespace gonogo
