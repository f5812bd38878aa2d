// The evidence of one run, and the line format of evidence.jsonl: a header line, then a line for
// each finished case.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"
#include "core/plan/declared_case.h"
#include "core/record/chain.h"
#include "core/values/outcome.h"
#include "core/values/waiver.h"
#include "core/values/window.h"

namespace gonogo {

// The server of one side, as it reported itself, and the snapshot that the run used.
struct Server {
  std::string side;               // source, target
  std::string error;              // why it can't be reached; then the rest isn't set
  std::string address;            // user@host:port/database, without a password
  std::string version;            // "15.18"
  std::string system_identifier;  // empty if the role isn't allowed to read it
  std::string database_oid;
  std::string snapshot;  // pg_current_snapshot()
  std::string wal_lsn;
  std::string snapshot_time;  // when the snapshot was taken, by the server's clock, UTC
  std::string clock{};        // the server's clock when the run began, UTC; "" if it wasn't asked
  std::chrono::milliseconds clock_ahead{0};  // of the clock of the host that ran gonogo
  bool in_recovery = false;
  bool throw_away = false;  // a server of a throw-away pair: the run is a rehearsal
};

// Why a case couldn't be judged.
struct CaseError {
  std::string message;
  std::string sqlstate;  // empty if no server answered
};

struct CaseResult {
  std::string check;
  std::string subject;
  Severity severity = Severity::kRequired;
  Outcome outcome;
  std::optional<CaseError> error;
  std::string started;  // UTC, ISO 8601
  std::chrono::milliseconds duration{0};
  // From when on the data can be that it read: a time before its snapshots were taken, by the
  // host's clock, UTC. "": since the run began.
  std::string sees{};

  std::string name() const { return check + "." + subject; }
};

// The check that must have passed before another one read what it judges.
struct FirstCheck {
  std::string check;
  // When it passed in an earlier run of the stage, UTC, and the id of that run; "" if it must pass
  // in this run.
  std::string passed;
  std::string run;
};

// What a reader needs to know of a check.
struct CheckFacts {
  std::string gate;
  std::string owner;                  // who acts on its findings; may be ""
  std::optional<FirstCheck> after{};  // if it is in one of the phases that run
  std::chrono::minutes max_age{0};    // for which a result counts; 0: without limit
};

// The part of a run that a shard is: see core/record/shard_set.h.
struct ShardOf {
  std::string set;         // SHA-256 of shards.json
  std::int64_t shard = 0;  // from 1
  std::int64_t of = 0;     // shards
};

struct RunHeader {
  std::string run;          // the run's id
  std::string tool;         // "gonogo 0.1.0"
  std::string plan;         // the plan's name
  std::string plan_file{};  // as it was given; for commands to paste, as is the next
  std::string env_file{};   // "": none
  std::string plan_digest;
  Json files = Json::object();      // digests of the files that the plan names, by name
  std::string arguments;            // digest of what the checks' parameters were in that run
  bool strict = false;              // advisory findings decide, too
  std::vector<std::string> phases;  // those selected; empty: all
  std::vector<std::string> checks;  // those selected; empty: all checks of the phases
  std::int64_t planned = 0;         // cases of the phases with all checks; 0: not known
  std::string started;
  std::string merged{};    // when the results of several runs were put together; "": of one run
  std::string who{};       // the user who ran it
  std::string host{};      // where it ran
  std::string pipeline{};  // URL of the pipeline's job that ran it; "": not told
  std::vector<Server> servers;
  std::vector<DeclaredCase> declared;
  std::vector<Waiver> waivers;                // of the plan, and recorded; in force or not
  std::map<std::string, CheckFacts> about{};  // the checks that run, by id
  std::optional<Window> window{};
  std::optional<ShardOf> shard{};  // set: the run is one, which is never a GO alone

  // Returns whether a server is one of a throw-away pair: then this isn't release evidence.
  bool rehearsal() const;

  // Returns whether only some of the phases' checks were selected.
  bool partial() const { return planned > static_cast<std::int64_t>(declared.size()); }
};

struct Evidence {
  RunHeader run;
  std::vector<CaseResult> cases;
  std::vector<std::string> contradictions;  // why the run can't be trusted
  ChainEnd chain{};                         // of its lines in the file
  // By line of the file: whether it is known to be, byte for byte, what gonogo writes.
  std::vector<bool> own_lines{};
};

Json ToJson(const Finding& finding);
Json ToJson(const RunHeader& header);
Json WithoutCases(const RunHeader& header);  // with an empty list of the declared ones
Json ToJson(const CaseResult& result, const RunHeader& run);
Json ContradictionJson(const std::string& contradiction);

// Reads what the functions above wrote, as lines of a chain. Throws PlanError with `file` and line,
// also for a last line that a crash cut off.
Evidence ParseWritten(std::string_view lines, const std::string& file);

// Does the same, and calls ExpireResults: for whoever judges.
Evidence ParseEvidence(std::string_view lines, const std::string& file);

}  // namespace gonogo
