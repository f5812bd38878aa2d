// A baseline: the answers of a database before its migration. It replaces the source in checks.
// It contains catalogue entries, counts and digests, but never the value of a row.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/rows.h"

namespace gonogo {

// A statement and the values of its parameters: see fixtures/session/recorded_session.h.
struct Question {
  std::string statement;
  std::vector<Value> values;

  auto operator<=>(const Question&) const = default;
};

struct Baseline {
  std::string tool;      // "gonogo 0.1.0"
  std::string plan;      // the plan's name
  std::string taken_at;  // UTC, ISO 8601

  // What the database reported about itself.
  std::string version;
  std::int64_t version_num = 0;
  Value system_identifier;  // nothing if the role isn't allowed to read it
  std::string database_oid;
  bool throw_away = false;

  std::map<Question, Rows> answers;
  Json sizes = Json::object();  // bytes of the database and of each relation; only for people

  // Returns the sha256 of all of it: also of when it was taken, of which database and for which
  // plan.
  std::string Digest() const;
};

Json ToJson(const Baseline& baseline);

// Reads what ToJson wrote. Throws PlanError with `file` if the text isn't a baseline or if its
// contents don't match its digest.
Baseline ParseBaseline(const std::string& text, const std::string& file);

// Returns the statements whose answers differ, sorted, each once.
std::vector<std::string> DifferentAnswers(const Baseline& before, const Baseline& after);

}  // namespace gonogo
