// Tries damage beside the databases, one after another: there is one set of files and of sessions.
// Its servers are its own, so that damage in databases can be tried at the same time.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/selftest/surroundings.h"
#include "app/selftest/trial_servers.h"
#include "core/record/trial.h"

namespace gonogo {

class SurroundingTrials {
 public:
  // `full`: all gates that could see it look at each damage, not only those that claim it. Throws
  // as the constructors of TrialServers and Surroundings do.
  SurroundingTrials(const PairPrograms& programs, bool full);

  // Returns what is red without damage, in the form of Selftest::unfit.
  std::vector<std::string> RedWithoutDamage() const;

  // Returns what became of the damage, and takes it back. Throws Interrupted after a signal.
  Trial Try(const Damage& damage);

 private:
  std::vector<CaseResult> Answers(const std::function<bool(const Gate&)>& wants) const;
  std::vector<CaseResult> AnswersAbout(const Damage& damage) const;

  TrialServers servers_;
  Surroundings surroundings_;
  std::map<std::string, std::string> gates_;  // by check
  bool full_;
};

}  // namespace gonogo
