// Writes the figures that cases measured line by line, in the format of psql -At.
#include "reporters/runbook_artifacts.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

struct RowCount {
  std::string relation;
  std::string method;
  std::int64_t source;
  std::int64_t target;
};

std::vector<RowCount> CountsIn(const Evidence& evidence) {
  std::vector<RowCount> counts;
  for (const CaseResult& result : evidence.cases) {
    const Json& measured = result.outcome.measured;
    if (!measured.contains("source_rows")) continue;
    counts.push_back({measured.at("relation"), measured.at("method"), measured.at("source_rows"),
                      measured.at("target_rows")});
  }
  return counts;
}

std::string Line(const RowCount& count, std::int64_t rows) {
  return fmt::format("{}|{}\n", Printable(count.relation), rows);
}

std::string Lines(const std::vector<RowCount>& counts, std::int64_t RowCount::*side) {
  std::string lines;
  for (const RowCount& count : counts) lines += Line(count, count.*side);
  return lines;
}

// Returns a unified diff with one hunk, the whole files. Returns "" for equal files, as diff does.
std::string Diff(const std::vector<RowCount>& counts, const std::string& from,
                 const std::string& to) {
  const bool equal = std::all_of(counts.begin(), counts.end(), [](const RowCount& count) {
    return count.source == count.target;
  });
  if (equal) return "";
  std::string diff =
      fmt::format("--- {}\n+++ {}\n@@ -1,{} +1,{} @@\n", from, to, counts.size(), counts.size());
  for (const RowCount& count : counts) {
    if (count.source == count.target) {
      diff += " " + Line(count, count.source);
    } else {
      diff += "-" + Line(count, count.source) + "+" + Line(count, count.target);
    }
  }
  return diff;
}

bool RanPhase(const Evidence& evidence, Phase phase) {
  const auto& phases = evidence.run.phases;
  return phases.empty() ||
         std::find(phases.begin(), phases.end(), PhaseName(phase)) != phases.end();
}

// Returns lines of service_key|microseconds since 1970, from the target.
std::string StoredKeys(const Evidence& evidence) {
  std::string lines;
  for (const CaseResult& result : evidence.cases) {
    const Json& measured = result.outcome.measured;
    if (!measured.contains("updated_us")) continue;
    lines += fmt::format("{}|{}\n", Printable(measured.at("state_store_key").get<std::string>()),
                         measured.at("updated_us").get<std::int64_t>());
  }
  return lines;
}

// Returns the cases of the checks of state-store keys, each with its status.
std::string StoredKeyResults(const Evidence& evidence) {
  std::vector<std::string> checks;
  for (const CaseResult& result : evidence.cases) {
    if (result.outcome.measured.contains("state_store_key")) checks.push_back(result.check);
  }
  std::string lines;
  for (const CaseResult& result : evidence.cases) {
    if (std::find(checks.begin(), checks.end(), result.check) == checks.end()) continue;
    lines += fmt::format("{}|{}\n", Printable(result.subject),
                         StatusName(StatusOf(result, evidence.run)));
  }
  return lines;
}

class ArtifactWriter {
 public:
  explicit ArtifactWriter(const Evidence& evidence)
      : evidence_(evidence),
        counts_(CountsIn(evidence)),
        time_(evidence.run.run.substr(0, evidence.run.run.find('-'))) {}

  std::map<std::string, std::string> All() {
    if (RanPhase(evidence_, Phase::kVerify)) {
      AddCounts("src-rowcounts-", "tgt-rowcounts-", "rowcount-diff-");
      Add("tgt-state-store-" + time_ + ".txt", StoredKeys(evidence_));
    }
    if (RanPhase(evidence_, Phase::kGate)) {
      const std::string method = counts_.empty() ? "" : counts_.front().method + "-";
      AddCounts("src-method-" + method, "tgt-method-" + method, "method-diff-" + method);
      Add("state-store-gate-" + time_ + ".txt", StoredKeyResults(evidence_));
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
    files_[of_source] = Lines(counts_, &RowCount::source);
    files_[of_target] = Lines(counts_, &RowCount::target);
    files_[diff + time_ + ".patch"] = Diff(counts_, of_source, of_target);
  }

  const Evidence& evidence_;
  std::vector<RowCount> counts_;
  std::string time_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> RunbookArtifacts(const Evidence& evidence) {
  return ArtifactWriter(evidence).All();
}

}  // namespace gonogo
