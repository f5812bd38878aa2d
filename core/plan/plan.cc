// Finds checks and relations of a plan by name.
#include "core/plan/plan.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace gonogo {

bool Check::BelongsTo(Phase phase) const {
  return std::find(phases.begin(), phases.end(), phase) != phases.end();
}

Json Plan::FileDigests() const {
  Json digests = Json::object();
  for (const PlanFile& one : files) digests[one.name] = one.sha256;
  return digests;
}

std::vector<std::string> Plan::ChangedFiles(const Json& before) const {
  std::set<std::string> changed;
  if (before.empty()) return {};
  const Json now = FileDigests();
  for (const auto& [path, sha256] : now.items()) {
    if (before.value(path, Json()) != sha256) changed.insert(path);
  }
  for (const auto& [path, sha256] : before.items()) {
    if (!now.contains(path)) changed.insert(path);
  }
  return {changed.begin(), changed.end()};
}

// Begins where the last search ended, because cases ask for the relations in the plan's order.
const Relation& Plan::RelationNamed(const std::string& source) const {
  thread_local std::size_t next = 0;
  for (std::size_t tried = 0; tried < relations.size(); ++tried) {
    const std::size_t place = (next + tried) % relations.size();
    if (relations[place].source != source) continue;
    next = place;
    return relations[place];
  }
  throw std::out_of_range("no relation " + source);
}

const Check& Plan::CheckNamed(const std::string& id) const {
  const auto found =
      std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == id; });
  if (found == checks.end()) throw std::out_of_range("no check " + id);
  return *found;
}

}  // namespace gonogo
