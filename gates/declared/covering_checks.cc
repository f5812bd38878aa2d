// Which checks of a plan look at a relation, and what they find out about its rows.
#include "gates/declared/covering_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/text.h"
#include "core/values/relation_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kNamed = 5;

constexpr std::array<std::pair<RowsSeen, const char*>, 3> kWeakWays = {
    {{RowsSeen::kEstimated, "rows only estimated"},
     {RowsSeen::kCounted, "rows only counted"},
     {RowsSeen::kSomeColumns, "compared only in the columns that a check names"}}};

}  // namespace

std::map<std::string, Coverage> CoverageOf(const Plan& plan) {
  std::map<std::string, Coverage> coverage;
  for (const Check& check : plan.checks) {
    const Gate& gate = *check.gate;
    if (gate.name == "inventory" || check.severity != Severity::kRequired) continue;
    const RowsSeen rows = gate.rows_seen ? gate.rows_seen(check.arguments) : RowsSeen::kNone;
    std::set<std::string> relations;  // a check may have several subjects of one
    for (const Subject& subject : check.subjects) {
      if (!subject.relation.empty()) relations.insert(Normalised(subject.relation));
    }
    for (const std::string& relation : relations) {
      Coverage& of_relation = coverage[relation];
      of_relation.rows = std::max(of_relation.rows, rows);
      of_relation.checks.push_back(check.id);
    }
  }
  for (auto& [relation, one] : coverage) std::sort(one.checks.begin(), one.checks.end());
  return coverage;
}

std::vector<std::string> WeakCoverage(const std::map<std::string, Coverage>& coverage,
                                      const std::set<std::string>& tables) {
  std::vector<std::string> lines;
  for (const auto& [way, text] : kWeakWays) {
    std::vector<std::string> seen_so;
    for (const std::string& table : tables) {
      const auto found = coverage.find(table);
      if (found != coverage.end() && found->second.rows == way) seen_so.push_back(table);
    }
    if (!seen_so.empty()) lines.push_back(fmt::format("{}: {}", text, FirstFew(seen_so, kNamed)));
  }
  return lines;
}

}  // namespace gonogo
