// Selects kinds of damage by name, and by lot.
#include "app/selftest/selected_kinds.h"

#include <algorithm>
#include <iterator>
#include <random>

#include "core/error.h"
#include "core/text/glob.h"

namespace gonogo {

std::vector<DamageKind> KindsNamed(const std::vector<std::string>& only,
                                   const std::vector<std::string>& gates,
                                   std::vector<DamageKind> kinds) {
  std::erase_if(kinds, [&](const DamageKind& kind) {
    const auto fits = [&](const std::string& pattern) { return MatchesGlob(pattern, kind.kind); };
    const bool is_named = only.empty() || std::ranges::any_of(only, fits);
    return !is_named ||
           (!gates.empty() && std::ranges::find(gates, kind.first().gate) == gates.end());
  });
  if (kinds.empty()) throw PlanError("no kind of damage is selected; --list prints all of them");
  return kinds;
}

std::vector<DamageKind> SampleOf(std::vector<DamageKind> kinds, std::size_t count,
                                 std::uint64_t seed) {
  std::vector<DamageKind> sample;
  std::sample(std::make_move_iterator(kinds.begin()), std::make_move_iterator(kinds.end()),
              std::back_inserter(sample), static_cast<std::ptrdiff_t>(count),
              std::mt19937_64(seed));
  return sample;
}

}  // namespace gonogo
