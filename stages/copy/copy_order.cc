// Two relations are in one cycle if each can be reached from the other by foreign keys.
#include "stages/copy/copy_order.h"

#include <algorithm>

namespace gonogo {
namespace {

using Parents = std::vector<std::set<std::size_t>>;

// Returns which relations can be reached from `start` by foreign keys, including `start`.
std::vector<bool> ReachedFrom(std::size_t start, const Parents& parents) {
  std::vector<bool> reached(parents.size());
  std::vector<std::size_t> to_visit = {start};
  reached[start] = true;
  while (!to_visit.empty()) {
    const std::size_t visited = to_visit.back();
    to_visit.pop_back();
    for (const std::size_t parent : parents[visited]) {
      if (!reached[parent]) to_visit.push_back(parent);
      reached[parent] = true;
    }
  }
  return reached;
}

void Add(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void AddInner(Unit& unit, const Reference& reference) {
  const bool is_known =
      std::any_of(unit.inner.begin(), unit.inner.end(), [&](const Reference& other) {
        return other.on_child == reference.on_child && other.name == reference.name;
      });
  if (!is_known) unit.inner.push_back(reference);
}

// Returns the units, with only their relations set.
std::vector<Unit> Cycles(const Parents& parents) {
  std::vector<std::vector<bool>> reached;
  for (std::size_t i = 0; i < parents.size(); ++i) reached.push_back(ReachedFrom(i, parents));
  std::vector<Unit> units;
  std::vector<bool> taken(parents.size());
  for (std::size_t i = 0; i < parents.size(); ++i) {
    if (taken[i]) continue;
    Unit& unit = units.emplace_back();
    for (std::size_t other = i; other < parents.size(); ++other) {
      if (!reached[i][other] || !reached[other][i]) continue;
      unit.relations.push_back(other);
      taken[other] = true;
    }
  }
  return units;
}

}  // namespace

std::vector<Unit> UnitsOf(std::size_t count, const std::vector<Reference>& references) {
  Parents parents(count);
  for (const Reference& reference : references) {
    if (reference.child) parents[*reference.child].insert(reference.parent);
  }
  std::vector<Unit> units = Cycles(parents);
  std::vector<std::size_t> unit_of(count);
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    for (const std::size_t relation : units[unit].relations) unit_of[relation] = unit;
  }
  for (const Reference& reference : references) {
    const std::size_t parent = unit_of[reference.parent];
    if (!reference.child || unit_of[*reference.child] != parent) {
      if (reference.child) units[unit_of[*reference.child]].after.insert(parent);
      Add(units[parent].referrers, reference.on_child);
    } else if (reference.child != reference.parent) {
      AddInner(units[parent], reference);
    }
  }
  return units;
}

}  // namespace gonogo
