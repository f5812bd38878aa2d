// Why a case isn't well: each of its findings, or its error, with what it has in common with
// others.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

struct Cause {
  std::string key;       // equal for one cause
  std::string text;      // in words
  std::string pattern;   // the same without the names by which the members differ
  std::string member;    // the finding's subject, or the case
  std::string object{};  // that is missing or may not be read; then it stands for the member
  std::string todo{};    // may be ""
  bool decides = true;
  std::string relation{};  // whose contents differ; empty: of something else
};

// What a comparison of a relation's contents found, by which findings about its rows are explained.
struct ContentDifference {
  std::string relation;
  std::string what;          // "1 row missing on the target"
  std::int64_t balance = 0;  // rows that the target has more
};
using ContentDifferences = std::vector<ContentDifference>;

// Returns those of all cases that failed.
ContentDifferences DifferencesIn(const Evidence& evidence);

// Returns the causes of one result, in its order; none if it is WAIVED or a PASS without findings.
// `severity` is the one that the case is declared with.
std::vector<Cause> CausesOf(const CaseResult& result, Severity severity, const RunHeader& run,
                            const ContentDifferences& differences);

}  // namespace gonogo
