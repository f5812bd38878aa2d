// The result of a case: the number of objects it examined, its findings, its notes and figures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/severity.h"

namespace gonogo {

// One difference between what a side has and what it should have. Contains no secrets.
struct Finding {
  std::string subject;
  std::string have;
  std::string want;
  Severity severity = Severity::kRequired;

  bool operator==(const Finding&) const = default;
};

// What a finding wants of an object that the target lacks; its definition may follow.
inline const std::string kOneAsOnTheSource = "one, as on the source";

// Returns "users: have 11 rows, want 12 rows".
std::string Describe(const Finding& finding);

struct Outcome {
  std::int64_t examined = 0;       // number of objects; a case that examined none never passes
  std::vector<Finding> findings;   // empty if everything is as wanted
  std::vector<std::string> notes;  // what a reader should know: counts, methods, estimates
  Json measured = Json::object();  // figures by name; the reports that use them explain them
  bool has_more = false;           // the findings don't name every difference
  // Set if the case waits for a person: why it can't run yet, and who must do what.
  std::string not_run;
};

}  // namespace gonogo
