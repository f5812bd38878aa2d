// Compares each target with the first one that is the same.
#include "core/fleet/shared_targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace gonogo {
namespace {

// Returns host:port/database.
std::string PlaceOf(const DatabaseEvidence& evidence) {
  const std::size_t at = evidence.address.rfind('@');
  return at == std::string::npos ? evidence.address : evidence.address.substr(at + 1);
}

bool IsSameTarget(const DatabaseEvidence& one, const DatabaseEvidence& other) {
  if (one.system_identifier.empty() || other.system_identifier.empty()) {
    return PlaceOf(one) == PlaceOf(other);
  }
  return one.system_identifier == other.system_identifier && one.database_oid == other.database_oid;
}

using Pair = std::pair<std::string, std::string>;

// Two names in one order.
Pair PairOf(const std::string& one, const std::string& other) {
  return one < other ? Pair(one, other) : Pair(other, one);
}

std::string TargetText(const DatabaseEvidence& evidence) {
  return evidence.system_identifier.empty()
             ? PlaceOf(evidence)
             : fmt::format("{}, system {}, database {}", PlaceOf(evidence),
                           evidence.system_identifier, evidence.database_oid);
}

}  // namespace

SaidTargets::SaidTargets(std::span<const FleetMember> members) {
  for (const FleetMember& one : members) {
    if (one.same_target_as.empty()) continue;
    const std::string root = RootOf(one.same_target_as);
    root_[RootOf(one.name)] = root;
  }
}

std::string SaidTargets::RootOf(const std::string& name) const {
  std::string root = name;
  for (auto next = root_.find(root); next != root_.end() && next->second != root;
       next = root_.find(root)) {
    root = next->second;
  }
  return root;
}

SharedTargets SharedTargetsOf(const FleetRecord& record) {
  SharedTargets shared;
  const SaidTargets said(record.fleet.databases);
  std::vector<const DatabaseResult*> first;  // of each target
  std::map<std::string, const DatabaseEvidence*> reached;
  for (const DatabaseResult& one : record.results) {
    if (one.evidence.address.empty() || !reached.emplace(one.database, &one.evidence).second) {
      continue;
    }
    const auto found = std::find_if(first.begin(), first.end(), [&](const DatabaseResult* other) {
      return IsSameTarget(one.evidence, other->evidence);
    });
    if (found == first.end()) {
      first.push_back(&one);
      continue;
    }
    const std::string& other = (*found)->database;
    if (said.AreOne(one.database, other)) continue;
    const auto [begin, end] = PairOf(one.database, other);
    shared.unsaid.push_back(fmt::format(
        "{} and {} have the same target ({}): correct one, or say \"same_target_as\" in the "
        "fleet's file",
        begin, end, TargetText(one.evidence)));
  }
  for (const FleetMember& one : record.fleet.databases) {
    const auto own = reached.find(one.name);
    const auto other = reached.find(one.same_target_as);
    if (own == reached.end() || other == reached.end()) continue;
    if (IsSameTarget(*own->second, *other->second)) continue;
    shared.remarks.push_back(
        fmt::format("{} has another target than {}, although the fleet's file says "
                    "\"same_target_as\"",
                    one.name, one.same_target_as));
  }
  std::sort(shared.unsaid.begin(), shared.unsaid.end());
  return shared;
}

}  // namespace gonogo
