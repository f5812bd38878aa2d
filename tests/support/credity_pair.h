// The credity sample on the test pair, and copies of its target to damage.
#pragma once

#include <string>

#include "tests/support/gonogo_program.h"
#include "tests/support/pair_environment.h"

namespace gonogo::testing_support {

// The URL of the source, filled with the sample; both sides are filled when first asked for.
std::string CredityUrl();

// A copy of the faithful target, in a database of its own, with `damage` (SQL) done to it.
class DamagedTarget {
 public:
  explicit DamagedTarget(const std::string& damage);
  DamagedTarget(const DamagedTarget&) = delete;
  DamagedTarget& operator=(const DamagedTarget&) = delete;
  ~DamagedTarget();

  std::string Url() const;
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

// The launch environment of the rehearsal.
Variables RehearsalVariables();

// gonogo run PHASE on the sample and that target, with the launch environment of the rehearsal
// unless `more` names an env file; its evidence goes to `out`.
ProcessResult RunCredity(const std::string& phase, const std::string& target_url, const std::string& out,
                    const Variables& environment = {}, const Words& more = {});

// The same of all phases that a copy can be held to, with no application that was moved.
ProcessResult RunCredityUpToGate(const std::string& target_url, const std::string& out,
                            const Words& more = {});

}  // namespace gonogo::testing_support
