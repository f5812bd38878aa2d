// The credity sample on the test pair, and copies of its target for tests to damage.
#pragma once

#include <string>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {

// Returns the URL of the source. The first call loads the sample on both sides.
std::string CredityUrl();

// A copy of the sample's target in a new database. The destructor drops it.
class DamagedTarget {
 public:
  // `damage` is SQL that runs on the copy. If it is empty, the copy equals the source.
  explicit DamagedTarget(const std::string& damage);
  DamagedTarget(const DamagedTarget&) = delete;
  DamagedTarget& operator=(const DamagedTarget&) = delete;
  ~DamagedTarget();

  std::string Url() const;
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

// Returns the variables of the sample's rehearsal.env.
Variables RehearsalVariables();

// Runs `gonogo run PHASE` on the sample and that target, with evidence in `out`. Uses the sample's
// rehearsal.env unless `more` has --env-file.
ProcessResult RunCredity(const std::string& phase, const std::string& target_url,
                         const std::string& out, const Variables& environment = {},
                         const Words& more = {});

// Does the same for preflight, schema, verify and gate. Later phases need a running application.
ProcessResult RunCredityUpToGate(const std::string& target_url, const std::string& out,
                                 const Words& more = {});

}  // namespace gonogo::testing_support
