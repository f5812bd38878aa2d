// A run has one result for each case, in the order in which they are declared. Only the evidence of
// a run that broke off, of several that were put together, and of one that somebody edited has
// others, so only then are names looked up.
#include "core/record/declared_results.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace gonogo {
namespace {

bool AreInOrder(const Evidence& evidence) {
  const auto& declared = evidence.run.declared;
  return std::equal(declared.begin(), declared.end(), evidence.cases.begin(), evidence.cases.end(),
                    [](const DeclaredCase& one, const CaseResult& result) {
                      return one.check == result.check && one.subject == result.subject;
                    });
}

// Returns false also if two names have the same hash, which hardly ever happens.
bool HaveNamesOfTheirOwn(const std::vector<DeclaredCase>& declared) {
  std::vector<std::size_t> hashes;
  hashes.reserve(declared.size());
  std::string name;
  for (const DeclaredCase& one : declared) {
    name.assign(one.check).append(".").append(one.subject);
    hashes.push_back(std::hash<std::string>()(name));
  }
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

}  // namespace

std::set<std::size_t> DeclaredAgain(const std::vector<DeclaredCase>& declared) {
  std::set<std::size_t> again;
  if (HaveNamesOfTheirOwn(declared)) return again;
  std::set<std::string> names;
  for (std::size_t i = 0; i < declared.size(); ++i) {
    if (!names.insert(declared[i].name()).second) again.insert(i);
  }
  return again;
}

DeclaredResults::DeclaredResults(const Evidence& evidence) {
  if (!AreInOrder(evidence)) {
    FindByName(evidence);
    return;
  }
  for (const CaseResult& result : evidence.cases) {
    results_.push_back(&result);
    ends_.push_back(results_.size());
  }
}

void DeclaredResults::FindByName(const Evidence& evidence) {
  std::unordered_map<std::string, std::vector<const CaseResult*>> by_name;
  for (const CaseResult& result : evidence.cases) by_name[result.name()].push_back(&result);
  std::set<std::string> names;
  for (const DeclaredCase& one : evidence.run.declared) {
    const std::string name = one.name();
    const std::vector<const CaseResult*>& results = by_name[name];
    results_.insert(results_.end(), results.begin(), results.end());
    ends_.push_back(results_.size());
    names.insert(name);
  }
  for (const auto& [name, results] : by_name) {
    if (!names.contains(name)) undeclared_.insert(name);
  }
}

std::span<const CaseResult* const> DeclaredResults::Of(std::size_t declared) const {
  const std::size_t begin = declared == 0 ? 0 : ends_.at(declared - 1);
  return std::span(results_).subspan(begin, ends_.at(declared) - begin);
}

}  // namespace gonogo
