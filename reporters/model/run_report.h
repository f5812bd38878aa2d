// Everything that the reports on a run show. Page, summary and JUnit are pure functions of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/plan/gate.h"
#include "core/plan/plan.h"
#include "core/record/cause_groups.h"
#include "core/record/evidence.h"
#include "core/record/ledger.h"
#include "core/record/verdict.h"
#include "reporters/model/rehearsed_times.h"

namespace gonogo {

// What only the plan knows. Empty if the reader of the evidence hasn't named the plan.
struct PlanFacts {
  std::string file;
  std::string env_file{};
  std::string summary;
  std::map<std::string, std::string> gates;  // by check; evidence names them, too, if it is new
  std::map<std::string, Location> places;    // by check
  std::vector<Exclusion> exclusions;
  std::vector<Phase> stages;
  bool has_fixture = false;  // a sample database, to rehearse on
  std::optional<WindowTerms> window{};
};

PlanFacts FactsOf(const Plan& plan);

// A file of the evidence folder.
struct EvidenceFile {
  std::string name;
  std::int64_t bytes = 0;
  std::string sha256;
};

// By case that decides and isn't well: when the first of the runs began in which it has been so.
using RedSince = std::map<std::string, std::string>;

// The run of the same checks before this one.
struct EarlierRun {
  std::string run;
  std::string started;
  std::string text;                // its verdict
  std::vector<std::string> cases;  // names of those declared
  RedSince red;
  std::map<std::string, std::chrono::milliseconds> took{};  // by check
};

// How a stage ended: its own steps may have failed beside its checks.
struct StageEnd {
  Phase stage = Phase::kPreflight;
  std::string outcome;               // "GO", "NO-GO", "interrupted", ...
  std::vector<std::string> reasons;  // those that aren't of its checks
};

// A round in which dual-write compared both sides.
struct DriftRound {
  std::int64_t number = 0;
  std::string at;
  std::int64_t compared = 0;  // relations
  std::int64_t differ = 0;    // rows
  std::int64_t lagged = 0;    // rows
  std::int64_t errors = 0;    // relations that couldn't be compared
};

// What goes on, or hasn't begun: there is no verdict yet, and that isn't a fault.
struct Underway {
  std::string headline;  // "RUNNING"
  std::string text;      // "the run goes on: 37 of 235 cases so far"
};

struct RunReport {
  Evidence evidence;
  Verdict verdict;                   // what Judge makes of the evidence
  std::vector<CauseGroup> groups;    // of the evidence
  std::vector<std::string> doubts;   // why no verdict stands; then `verdict` only counts
  std::optional<Underway> underway;  // then `verdict` only counts what is known so far
  std::string finished;              // UTC; "" if the run didn't end
  std::string finished_here;         // the same in the time zone of the host; "" if that is UTC
  std::string now{};                 // UTC, of a page that is live; "" of one that is kept
  std::string folder;                // of the evidence
  std::vector<EvidenceFile> files;
  PlanFacts plan;
  std::span<const Gate> gate_table;  // whose texts say what a finding means; may be empty
  Ledger ledger;                     // of the migration; without lines if there is none
  std::vector<DriftRound> drift;
  std::optional<StageEnd> stage;
  std::optional<EarlierRun> earlier;
  std::optional<std::vector<Phase>> left;   // stages that haven't passed; nothing if unknown
  std::optional<RehearsedTimes> rehearsed;  // nothing if the plan isn't known
  DowntimeOf downtime{};                    // of the migration

  bool IsGo() const;
};

// Reads a series of dual-write: a line for each round. Leaves out lines that can't be read.
std::vector<DriftRound> ParseDrift(const std::string& lines);

// Returns a report with what follows from the evidence alone.
RunReport ReportOn(Evidence evidence);

// Returns the name of the check's gate, or "" if nothing names it.
std::string GateNameOf(const RunReport& report, const std::string& check);

// Returns what was decided. Undecided: no verdict stands, or none is there yet. A stage may be
// NO-GO although its checks are GO.
Decision DecisionOf(const RunReport& report);

// Returns "GO", "NO-GO", "GO for 3 of 235 cases" or "NO VERDICT".
std::string HeadlineOf(const RunReport& report);

// Returns the status of the case in the run: NOT RUN if it didn't run.
std::map<std::string, Status> StatusesOf(const Evidence& evidence);

// Returns since when each red case has been red. `earlier` may be null.
RedSince RedSinceOf(const Evidence& evidence, const EarlierRun* earlier);

}  // namespace gonogo
