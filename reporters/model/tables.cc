// Counts what the evidence has, for tables.
#include "reporters/model/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/text/text.h"

namespace gonogo {
namespace {

void Count(Status status, bool decides, CheckCounts& counts) {
  if (status == Status::kPass) ++counts.passed;
  if (status == Status::kFail) ++counts.failed;
  if (status == Status::kError) ++counts.errors;
  if (status == Status::kNotRun) ++counts.not_run;
  if (status == Status::kWaived) ++counts.waived;
  if (!decides && status != Status::kPass && status != Status::kWaived) ++counts.advisory;
}

// By relation: what its comparison of contents found.
std::map<std::string, std::string> ContentsOf(const Evidence& evidence) {
  std::map<std::string, std::string> contents;
  for (const CaseResult& result : evidence.cases) {
    const Json& measured = result.outcome.measured;
    if (!measured.contains("contents")) continue;
    const Json& found = measured.at("contents");
    contents[found.value("relation", "")] = found.value("what", "");
  }
  return contents;
}

std::string StateOf(const WaiverUse& use, const RunHeader& run) {
  if (use.findings > 0) return "accepts " + Counted(use.findings, "finding");
  const std::string why = ReasonNotInForce(*use.waiver, run);
  return why.empty() ? "unused" : why;
}

}  // namespace

std::vector<CheckCounts> CountsByCheck(const RunReport& report) {
  const RunHeader& run = report.evidence.run;
  const auto statuses = StatusesOf(report.evidence);
  std::vector<CheckCounts> all;
  std::map<std::string, std::size_t> places;
  for (const DeclaredCase& one : run.declared) {
    const auto [place, is_new] = places.emplace(one.check, all.size());
    if (is_new) {
      all.push_back(
          {.check = one.check, .gate = GateNameOf(report, one.check), .phase = one.phase});
    }
    Count(statuses.at(one.name()), Decides(one.severity, run.strict), all[place->second]);
  }
  for (const CaseResult& result : report.evidence.cases) {
    const auto place = places.find(result.check);
    if (place != places.end()) all[place->second].took += result.duration;
  }
  return all;
}

std::vector<RelationRows> RowsOf(const Evidence& evidence) {
  const auto contents = ContentsOf(evidence);
  std::vector<RelationRows> rows;
  for (const CaseResult& result : evidence.cases) {
    const Json& measured = result.outcome.measured;
    if (!measured.contains("source_rows") || !measured.contains("target_rows")) continue;
    const std::string relation = measured.value("relation", result.subject);
    const auto found = contents.find(relation);
    rows.push_back({.relation = relation,
                    .method = measured.value("method", ""),
                    .source = measured.at("source_rows").get<std::int64_t>(),
                    .target = measured.at("target_rows").get<std::int64_t>(),
                    .contents = found == contents.end() ? "" : found->second});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const RelationRows& one, const RelationRows& two) {
    const auto rank = [](const RelationRows& of) {
      return std::pair(-std::abs(of.delta()), of.contents.empty());
    };
    return rank(one) < rank(two);
  });
  return rows;
}

std::vector<WaiverUse> WaiversOf(const Evidence& evidence) {
  const RunHeader& run = evidence.run;
  std::set<std::string> checks;
  for (const DeclaredCase& one : run.declared) checks.insert(one.check);
  std::map<const Waiver*, std::size_t> accepted;
  for (const CaseResult& result : evidence.cases) {
    for (const auto& [waiver, findings] : AcceptanceOf(result, run).by) {
      accepted[waiver] += findings;
    }
  }
  std::vector<WaiverUse> uses;
  for (const Waiver& waiver : run.waivers) {
    if (!checks.contains(waiver.check)) continue;
    WaiverUse use{.waiver = &waiver, .findings = accepted[&waiver], .state = ""};
    use.state = StateOf(use, run);
    uses.push_back(use);
  }
  std::stable_partition(uses.begin(), uses.end(),
                        [](const WaiverUse& one) { return one.findings > 0; });
  return uses;
}

Changes ChangesSince(const EarlierRun& earlier, const Evidence& evidence) {
  Changes changes;
  const std::set<std::string> before(earlier.cases.begin(), earlier.cases.end());
  const RedSince red = RedSinceOf(evidence, &earlier);
  std::set<std::string> now;
  for (const DeclaredCase& one : evidence.run.declared) {
    const std::string name = one.name();
    now.insert(name);
    const bool was_red = earlier.red.contains(name);
    const bool is_red = red.contains(name);
    if (!before.contains(name)) {
      changes.added.push_back(name);
    } else if (was_red != is_red) {
      (is_red ? changes.turned_red : changes.turned_green).push_back(name);
    }
  }
  std::copy_if(earlier.cases.begin(), earlier.cases.end(), std::back_inserter(changes.gone),
               [&](const std::string& one) { return !now.contains(one); });
  return changes;
}

std::vector<Stretch> TimelineOf(const Ledger& ledger) {
  std::vector<Stretch> stretches;
  std::map<std::string, std::size_t> open;  // the last of each stage and step, in `stretches`
  for (const LedgerLine& line : ledger.lines) {
    const bool is_look =
        line.event == LedgerEvent::kLookBegan || line.event == LedgerEvent::kLookEnded;
    const std::string key = PhaseName(line.stage) + (is_look ? " look " : " ") + line.step;
    const bool begins = Begins(line.event) || line.event == LedgerEvent::kStepBegan;
    if (begins) {
      open[key] = stretches.size();
      stretches.push_back({.stage = line.stage,
                           .step = line.step,
                           .is_look = is_look,
                           .begin = line.offset,
                           .end = ledger.lines.back().offset,
                           .at = line.at,
                           .outcome = "has not ended"});
    } else if (const auto found = open.find(key); found != open.end()) {
      Stretch& ended = stretches[found->second];
      ended.end = line.offset;
      ended.outcome = line.event == LedgerEvent::kStepDone
                          ? (line.details.value("status", 0) == 0 ? "" : "failed")
                          : line.details.value("outcome", "");
    }
  }
  return stretches;
}

}  // namespace gonogo
