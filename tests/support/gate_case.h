// A case for a gate: a folder of data that says what both databases hold, what a plan asks of them,
// and what each subject must come to. tests/cases/README.md describes the files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text/environment.h"
#include "core/text/json.h"
#include "core/values/outcome.h"

namespace gonogo::testing_support {

// What one subject must come to.
struct Expectation {
  std::string status;
  std::vector<Finding> findings;
  std::optional<std::string> error;  // a part of the message; nothing: there must be none
  std::string sqlstate;
  std::string not_run;                            // what it waits for
  std::optional<std::int64_t> examined;           // where the case is about it
  std::optional<std::vector<std::string>> notes;  // where the case is about them
};

struct GateCase {
  std::string file;  // its case.json, for messages
  std::string gate;
  std::string kind;  // must-pass, must-fail, must-err, must-wait, must-refuse
  bool strict = false;
  bool same_database = false;  // both sides are the source
  Json plan;                   // a whole plan document
  Environment environment;
  std::map<std::string, Expectation> expected;  // by subject
  bool others_pass = false;
  std::string refusal;  // what ReadPlan must say, where it must refuse
  std::string both_sql;
  std::string source_sql;
  std::string target_sql;
  // Run in a transaction that stays open on that side while the gate looks.
  std::string source_meanwhile;
  std::string target_meanwhile;
  std::string sslmode;  // of the gate's sessions; empty: libpq's default
  // What stands before the target: direct, session, transaction, statement, down; empty: the plan
  // names no pooler.
  std::string pooler;
  Json services = Json::object();  // beside the databases (see case_services.h)
};

// The folders <cases>/<family>/<gate>/<case>, sorted. Throws PlanError for anything else that lies
// there.
std::vector<std::filesystem::path> CaseFolders(const std::filesystem::path& cases);

// Throws PlanError with file and line for a key or a file that no case has, for a wrong type, and
// for expectations that contradict the kind.
GateCase ReadGateCase(const std::filesystem::path& folder);

// Puts facts where the texts of a JSON value name them: ${source.address}, ${certificate}.
void FillIn(Json& node, const std::map<std::string, std::string>& facts);
std::string FilledIn(std::string text, const std::map<std::string, std::string>& facts);

// The same of the plan and the environment of a case.
void FillIn(GateCase& one, const std::map<std::string, std::string>& facts);

}  // namespace gonogo::testing_support
