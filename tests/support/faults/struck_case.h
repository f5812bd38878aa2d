// One kind of run, struck by one misfortune of one side, and what is expected of it.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "tests/support/faults/struck_migration.h"

namespace gonogo::testing_support {

// What happens, and what a run then says of it.
struct Misfortune {
  std::string name;
  std::function<Strike(const StruckMigration&, const Cluster&)> strike;
  std::string reason;  // a regular expression; empty: it does no harm
  int status = 3;
  std::function<void(const Cluster&)> undo = {};  // makes the server as it was before
  bool is_before = false;  // it begins before the run, instead of in the middle
};

struct StruckCase {
  const KindOfRun* kind;
  const Misfortune* misfortune;
  SideName side;
};

// "backfill_cut_target"
std::string NameOf(const StruckCase& one);
void PrintTo(const StruckCase& one, std::ostream* out);

// Returns each kind of run with each misfortune on each side, as far as the name fits.
std::vector<StruckCase> StruckCases(const std::vector<Misfortune>& misfortunes,
                                    const std::function<bool(const std::string& name)>& fits);

// Returns how much that server sends during a run that nothing disturbs.
std::int64_t BytesOf(const KindOfRun& kind, SideName side);

// Strikes in the middle of what the server sends, unless the misfortune begins before. Expects that
// the run ends in time, says why, leaves nothing behind, and can be repeated.
void ExpectEndsInTimeAndSaysWhy(const StruckCase& one);

}  // namespace gonogo::testing_support
