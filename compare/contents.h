// The contents of a run's relations: each is compared once, whoever asks for its digest, its
// differences, or only for the number of its rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compare/comparison.h"
#include "core/error.h"

namespace gonogo {

class Contents {
 public:
  // `planned`: what will be compared. Nothing is asked of the servers before the first comparison.
  Contents(Pair& pair, std::vector<ComparedRelation> planned, Effort effort);

  // Throws as Comparer does; the same again when asked again.
  const Comparison& Compare(const ComparedRelation& relation);

  // The planned comparison that reads all rows of the relation `source`, or null. One scan then
  // serves for it and for whoever wants to count.
  const ComparedRelation* PlannedFor(const std::string& source) const;

 private:
  Pair& pair_;
  std::vector<ComparedRelation> planned_;
  Effort effort_;
  std::optional<Comparer> comparer_;
  std::map<ComparedRelation, std::variant<Comparison, DatabaseError>> done_;
};

}  // namespace gonogo
