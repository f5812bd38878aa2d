// What a case saw: how many objects it looked at, and where they differ from what was wanted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/severity.h"

namespace gonogo {

// One difference. `have` is what stands there, `want` what should; neither holds a secret.
struct Finding {
  std::string subject;
  std::string have;
  std::string want;
  Severity severity = Severity::kRequired;

  bool operator==(const Finding&) const = default;
};

// "users: have 11 rows, want 12 rows".
std::string Describe(const Finding& finding);

struct Outcome {
  std::int64_t examined = 0;       // objects looked at; an outcome that examined none never passes
  std::vector<Finding> findings;   // empty where all is as wanted
  std::vector<std::string> notes;  // what a reader should know: counts, methods, estimates
  Json measured =
      Json::object();  // figures that reports need, by name; what they mean stands there
  // Why there is nothing to look at yet, and who must do what: a case that waits for a person.
  std::string not_run;
};

}  // namespace gonogo
