// Finds checks and relations of a plan by name.
#include "core/plan/plan.h"

#include <algorithm>
#include <stdexcept>

namespace gonogo {

bool Check::BelongsTo(Phase phase) const {
  return std::find(phases.begin(), phases.end(), phase) != phases.end();
}

const Relation& Plan::RelationNamed(const std::string& source) const {
  const auto found = std::find_if(relations.begin(), relations.end(),
                                  [&](const Relation& r) { return r.source == source; });
  if (found == relations.end()) throw std::out_of_range("no relation " + source);
  return *found;
}

const Check& Plan::CheckNamed(const std::string& id) const {
  const auto found =
      std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == id; });
  if (found == checks.end()) throw std::out_of_range("no check " + id);
  return *found;
}

}  // namespace gonogo
