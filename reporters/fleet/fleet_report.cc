// Sorts, counts and words; decides nothing.
#include "reporters/fleet/fleet_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/plan/shown_command.h"
#include "core/text/text.h"

namespace gonogo {

Decision DecisionOf(const FleetReport& report) {
  return report.doubts.empty() ? report.verdict.decision : Decision::kUndecided;
}

std::string HeadlineOf(const FleetReport& report) {
  return report.doubts.empty() ? report.verdict.text : "NO VERDICT";
}

std::string CountsOf(const FleetVerdict& verdict) {
  return fmt::format("{} GO, {} NO-GO, {} not judged", Counted(verdict.go, "database"),
                     verdict.no_go, verdict.undecided);
}

std::vector<const DatabaseVerdict*> WorstFirst(const FleetVerdict& verdict) {
  std::vector<const DatabaseVerdict*> sorted;
  for (const Decision decision : {Decision::kNoGo, Decision::kUndecided, Decision::kGo}) {
    for (const DatabaseVerdict& one : verdict.databases) {
      if (one.decision == decision) sorted.push_back(&one);
    }
  }
  return sorted;
}

std::string ReasonOf(const DatabaseVerdict& one) {
  if (one.reasons.empty()) return "";
  const std::size_t more = one.reasons.size() - 1;
  return one.reasons.front() +
         (more > 0 ? fmt::format(" (and {})", Counted(more, "more cause")) : "");
}

std::string CommandThatRunsAgain(const FleetReport& report) {
  const FleetHeader& fleet = report.record.fleet;
  std::string command = "gonogo run";
  for (const std::string& phase : fleet.phases) command += " " + phase;
  command += PlanOptionWords(fleet.plan_file, "") + " --fleet " + ShellWord(fleet.file);
  for (const std::string& check : fleet.checks) command += " --check " + ShellWord(check);
  if (fleet.strict) command += " --strict";
  bool is_needed = false;
  for (const DatabaseVerdict& one : report.verdict.databases) {
    if (one.decision == Decision::kGo) continue;
    is_needed = true;
    command += " --database " + one.database;
  }
  return is_needed ? command : "";
}

std::string FolderOf(const std::string& database) {
  return std::string(kDatabasesFolder) + "/" + database;
}

}  // namespace gonogo
