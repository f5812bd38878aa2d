// A gate case: the contents of both databases, a plan with one check, and the expected result of
// each subject, read from a folder. tests/cases/README.md describes the files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/text/environment.h"
#include "core/values/outcome.h"

namespace gonogo {

// The expected result of one subject.
struct Expectation {
  std::string status;
  std::vector<Finding> findings;
  std::optional<std::string> error;  // a part of the message; nullopt: there must be no error
  std::string sqlstate;
  std::string not_run;                            // what it waits for
  std::optional<std::int64_t> examined;           // nullopt: not compared
  std::optional<std::vector<std::string>> notes;  // nullopt: not compared
};

struct GateCase {
  std::string file;  // its case.json, for messages
  std::string gate;
  std::string kind;              // must-pass, must-fail, must-err, must-wait, must-refuse
  std::int64_t from_major = 13;  // of both servers
  bool strict = false;
  bool same_database = false;  // both sides are the source
  Json plan;                   // a complete plan document
  Environment environment;
  std::map<std::string, Expectation> expected;  // by subject
  bool others_pass = false;
  std::string refusal;  // the error of ReadPlan, for must-refuse
  std::string twin_of;  // a case of the same gate that is red, while this one must stay green
  std::string both_sql;
  std::string source_sql;
  std::string target_sql;
  // Run in a transaction that stays open on that side while the gate runs.
  std::string source_concurrent_sql;
  std::string target_concurrent_sql;
  // Run after gonogo has taken its snapshots, before the gate asks.
  std::string source_later_sql;
  std::string target_later_sql;
  std::vector<std::string> ascii;  // the sides whose encoding is SQL_ASCII
  std::string sslmode;             // of the gate's sessions; empty: libpq's default
  // In front of the target: direct, session, transaction, statement or down. Empty: the plan has no
  // pooler.
  std::string pooler;
  Json services = Json::object();  // besides the databases (see case_services.h)
  // Of the target's server (see case_server.h).
  std::map<std::string, std::string> server_settings;
  std::map<std::string, std::int64_t> standbys;  // names, and how many bytes each is behind
  // Whether the migration's ledger says that preflight and backfill ended after both_sql.
  bool moved = false;
};

// Returns the folders <cases>/<gate>/<case>, sorted. Throws PlanError if there are other files
// beside them.
std::vector<std::filesystem::path> CaseFoldersOfGates(const std::filesystem::path& cases);

// Returns the folders <cases>/<family>/<gate>/<case>, sorted. Throws as CaseFoldersOfGates does.
std::vector<std::filesystem::path> CaseFolders(const std::filesystem::path& cases);

// Reads a case. ${project} in it stands for `project`. Throws PlanError with file and line if there
// is an unknown key or file, a value of the wrong type, or an expectation that contradicts the
// kind.
GateCase ReadGateCase(const std::filesystem::path& folder, const std::string& project);

// Replaces ${NAME} (such as ${source.address} or ${certificate}) by the fact of that name: in every
// text of a JSON value, in one text, and in the plan and environment of a case.
void Substitute(Json& node, const std::map<std::string, std::string>& facts);
std::string Substituted(std::string text, const std::map<std::string, std::string>& facts);
void Substitute(GateCase& gate_case, const std::map<std::string, std::string>& facts);

}  // namespace gonogo
