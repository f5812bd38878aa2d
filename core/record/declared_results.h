// The results of the cases that a run declares, found by name.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

// Returns the indexes of the cases that are called like one before.
std::set<std::size_t> DeclaredAgain(const std::vector<DeclaredCase>& declared);

class DeclaredResults {
 public:
  // Keeps pointers into the evidence.
  explicit DeclaredResults(const Evidence& evidence);

  // Returns the results of the declared case with that index: one, if all is well.
  std::span<const CaseResult* const> Of(std::size_t declared) const;

  // Returns the names of cases that ran, but aren't declared.
  const std::set<std::string>& undeclared() const { return undeclared_; }

 private:
  void FindByName(const Evidence& evidence);

  std::vector<const CaseResult*> results_;
  std::vector<std::size_t> ends_;  // in results_, by the index of the declared case
  std::set<std::string> undeclared_;
};

}  // namespace gonogo
