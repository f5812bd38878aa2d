// What cases measured is listed line by line, as psql -At would.
#include "reporters/runbook_artifacts.h"

#include <algorithm>
#include <vector>

#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

struct Count {
  std::string relation;
  std::string method;
  std::int64_t source;
  std::int64_t target;
};

std::vector<Count> CountsIn(const Evidence& evidence) {
  std::vector<Count> counts;
  for (const CaseResult& result : evidence.cases) {
    const Json& measured = result.outcome.measured;
    if (!measured.contains("source_rows")) continue;
    counts.push_back({measured.at("relation"), measured.at("method"), measured.at("source_rows"),
                      measured.at("target_rows")});
  }
  return counts;
}

std::string Line(const Count& count, std::int64_t rows) {
  return Printable(count.relation) + "|" + std::to_string(rows) + "\n";
}

std::string Lines(const std::vector<Count>& counts, std::int64_t Count::*side) {
  std::string lines;
  for (const Count& count : counts) lines += Line(count, count.*side);
  return lines;
}

// A unified diff with one hunk, all of both files; or nothing, as diff prints for equal files.
std::string Diff(const std::vector<Count>& counts, const std::string& from, const std::string& to) {
  const bool equal = std::all_of(counts.begin(), counts.end(),
                                 [](const Count& count) { return count.source == count.target; });
  if (equal) return "";
  const std::string all = "1," + std::to_string(counts.size());
  std::string diff = "--- " + from + "\n+++ " + to + "\n@@ -" + all + " +" + all + " @@\n";
  for (const Count& count : counts) {
    if (count.source == count.target) {
      diff += " " + Line(count, count.source);
    } else {
      diff += "-" + Line(count, count.source) + "+" + Line(count, count.target);
    }
  }
  return diff;
}

bool LookedAt(const Evidence& evidence, Phase phase) {
  const auto& phases = evidence.run.phases;
  return phases.empty() ||
         std::find(phases.begin(), phases.end(), PhaseName(phase)) != phases.end();
}

// service_key|microseconds since 1970, as the target has them.
std::string StoredKeys(const Evidence& evidence) {
  std::string lines;
  for (const CaseResult& result : evidence.cases) {
    const Json& measured = result.outcome.measured;
    if (!measured.contains("updated_us")) continue;
    lines += Printable(measured.at("state_store_key").get<std::string>()) + "|" +
             std::to_string(measured.at("updated_us").get<std::int64_t>()) + "\n";
  }
  return lines;
}

// The cases of the checks that look at state-store keys, and how each ended.
std::string KeysJudged(const Evidence& evidence) {
  std::vector<std::string> checks;
  for (const CaseResult& result : evidence.cases) {
    if (result.outcome.measured.contains("state_store_key")) checks.push_back(result.check);
  }
  std::string lines;
  for (const CaseResult& result : evidence.cases) {
    if (std::find(checks.begin(), checks.end(), result.check) == checks.end()) continue;
    lines += Printable(result.subject) + "|" + StatusName(StatusOf(result, evidence.run)) + "\n";
  }
  return lines;
}

class Artifacts {
 public:
  explicit Artifacts(const Evidence& evidence)
      : evidence_(evidence),
        counts_(CountsIn(evidence)),
        time_(evidence.run.run.substr(0, evidence.run.run.find('-'))) {}

  std::map<std::string, std::string> All() {
    if (LookedAt(evidence_, Phase::kVerify)) {
      AddCounts("src-rowcounts-", "tgt-rowcounts-", "rowcount-diff-");
      Add("tgt-state-store-" + time_ + ".txt", StoredKeys(evidence_));
    }
    if (LookedAt(evidence_, Phase::kGate)) {
      const std::string method = counts_.empty() ? "" : counts_.front().method + "-";
      AddCounts("src-method-" + method, "tgt-method-" + method, "method-diff-" + method);
      Add("state-store-gate-" + time_ + ".txt", KeysJudged(evidence_));
    }
    return files_;
  }

 private:
  void Add(const std::string& name, const std::string& text) {
    if (!text.empty()) files_[name] = text;
  }

  void AddCounts(const std::string& source, const std::string& target, const std::string& diff) {
    if (counts_.empty()) return;
    const std::string of_source = source + time_ + ".txt";
    const std::string of_target = target + time_ + ".txt";
    files_[of_source] = Lines(counts_, &Count::source);
    files_[of_target] = Lines(counts_, &Count::target);
    files_[diff + time_ + ".patch"] = Diff(counts_, of_source, of_target);
  }

  const Evidence& evidence_;
  std::vector<Count> counts_;
  std::string time_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> RunbookArtifacts(const Evidence& evidence) {
  return Artifacts(evidence).All();
}

}  // namespace gonogo
