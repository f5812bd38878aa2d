// Everything that one run saw. The line format of evidence.jsonl is defined here and nowhere else:
// one header line, then one line for each finished case.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/declared_case.h"
#include "core/text/json.h"
#include "core/values/outcome.h"
#include "core/values/waiver.h"

namespace gonogo {

// The server behind one side, as it said itself, and the snapshot that the run looked through.
struct Server {
  std::string side;               // source, target
  std::string error;              // why there is none; then nothing below is set
  std::string address;            // user@host:port/database, without a password
  std::string version;            // "15.18"
  std::string system_identifier;  // empty where the role may not read it
  std::string database_oid;
  std::string snapshot;  // pg_current_snapshot()
  std::string wal_lsn;
  std::string snapshot_time;  // the server's clock, UTC
  bool in_recovery = false;
  bool throw_away = false;  // a server of a throw-away pair: whatever it shows is a rehearsal
};

// Why a case could not tell.
struct CaseError {
  std::string message;
  std::string sqlstate;  // empty where no server answered
};

struct CaseResult {
  std::string check;
  std::string subject;
  Severity severity = Severity::kRequired;
  Outcome outcome;
  std::optional<CaseError> error;
  std::string started;  // UTC, ISO 8601
  std::chrono::milliseconds duration{0};

  std::string name() const { return check + "." + subject; }
};

struct RunHeader {
  std::string run;   // the run's id
  std::string tool;  // "gonogo 0.1.0"
  std::string plan;  // the plan's name
  std::string plan_digest;
  bool strict = false;              // advisory findings decide too
  std::vector<std::string> phases;  // asked for; empty: all
  std::vector<std::string> checks;  // asked for; empty: all of these phases
  std::string started;
  std::vector<Server> servers;
  std::vector<DeclaredCase> declared;
  std::vector<Waiver> waivers;  // those of the plan and those recorded, in force or not

  // Whether a server of a throw-away pair took part: then it is no release evidence.
  bool rehearsal() const;
};

struct Evidence {
  RunHeader run;
  std::vector<CaseResult> cases;
  std::vector<std::string> contradictions;  // why the run cannot be relied on
};

Json ToJson(const Finding& finding);
Json ToJson(const RunHeader& header);
Json ToJson(const CaseResult& result, const RunHeader& run);
Json ContradictionJson(const std::string& contradiction);

// Reads what the three above wrote. Throws PlanError naming `file` and line; a last line cut off in
// the middle, as a crash leaves it, is an error too.
Evidence ParseEvidence(const std::string& lines, const std::string& file);

}  // namespace gonogo
