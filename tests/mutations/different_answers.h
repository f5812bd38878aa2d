// Which mutants the server answers otherwise than the statement itself. The others can't be
// noticed, so that a run of the case with each of them is spared.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "tests/mutations/trials.h"
#include "tests/support/servers/sent_statements.h"

namespace gonogo::testing_support {

// For as long as it exists, the mutants of a statement that is sent run before it on the same
// connection. Those of a statement that changes something don't.
class DifferentAnswers {
 public:
  explicit DifferentAnswers(const std::vector<Trial>& trials);

  // Returns whether a case may notice the mutant with that number among those that are left.
  bool MayBeNoticed(const Trial& trial, std::size_t mutant) const;

 private:
  void Look(const Sending& sending);
  void AssumeAllDifferent(const Trial& trial);
  bool IsDifferent(const Trial& trial, std::size_t mutant);
  void Compare(const Trial& trial, const Sending& sending);

  const std::vector<Trial>& trials_;
  mutable std::mutex mutex_;
  std::map<const Trial*, std::set<std::size_t>> different_;
  WatchedSending watched_;
};

}  // namespace gonogo::testing_support
