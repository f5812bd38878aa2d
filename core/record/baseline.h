// A baseline: what a database answered before it was migrated, to stand where a source would. It
// holds what catalogues list, counts and digests, and no value of a row.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/rows.h"

namespace gonogo {

// What was asked, as a session of the house knows it: see fixtures/session/recorded_session.h.
struct Question {
  std::string statement;
  std::vector<Value> values;

  auto operator<=>(const Question&) const = default;
};

struct Baseline {
  std::string tool;      // "gonogo 0.1.0"
  std::string plan;      // its name
  std::string taken_at;  // UTC, ISO 8601

  // The database: as it said itself.
  std::string version;
  std::int64_t version_num = 0;
  Value system_identifier;  // nothing where the role may not read it
  std::string database_oid;
  bool throw_away = false;

  std::map<Question, Rows> answers;
  Json sizes = Json::object();  // bytes: the database, and each relation; for people

  // sha256 of the answers: of two baselines of one state it is the same.
  std::string Digest() const;
};

Json ToJson(const Baseline& baseline);

// Reads what ToJson wrote. Throws PlanError naming `file` where it is none, or where its answers
// are not those that its digest was made of.
Baseline ParseBaseline(const std::string& text, const std::string& file);

// The statements whose answers differ, in order, each once.
std::vector<std::string> DifferentAnswers(const Baseline& before, const Baseline& after);

}  // namespace gonogo
