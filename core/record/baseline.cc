// The JSON format of a baseline.
#include "core/record/baseline.h"

#include <fmt/format.h>

#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/text/digest.h"

namespace gonogo {
namespace {

constexpr int kBaselineFormat = 2;

Json ToJson(const Value& value) { return value ? Json(*value) : Json(nullptr); }

Json ToJson(const std::vector<Value>& values) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(ToJson(value));
  return list;
}

Value ValueFrom(const Json& json) { return json.is_null() ? Value() : json.get<std::string>(); }

std::vector<Value> ValuesFrom(const Json& list) {
  std::vector<Value> values;
  for (const Json& one : list) values.push_back(ValueFrom(one));
  return values;
}

Json AnswersOf(const Baseline& baseline) {
  Json answers = Json::array();
  for (const auto& [question, rows] : baseline.answers) {
    Json list = Json::array();
    for (const auto& row : rows.values) list.push_back(ToJson(row));
    answers.push_back({{"statement", question.statement},
                       {"values", ToJson(question.values)},
                       {"columns", rows.columns},
                       {"rows", std::move(list)}});
  }
  return answers;
}

// When it was taken, of which database and for which plan.
Json HeadOf(const Baseline& baseline) {
  return {{"gonogo_baseline", kBaselineFormat},
          {"tool", baseline.tool},
          {"plan", baseline.plan},
          {"taken_at", baseline.taken_at},
          {"database",
           {{"version", baseline.version},
            {"version_num", baseline.version_num},
            {"system_identifier", ToJson(baseline.system_identifier)},
            {"oid", baseline.database_oid},
            {"throw_away", baseline.throw_away}}}};
}

Baseline BaselineFrom(const Json& json) {
  if (json.at("gonogo_baseline") != kBaselineFormat)
    throw PlanError(fmt::format("the format isn't {}: take a new baseline", kBaselineFormat));
  const Json& database = json.at("database");
  Baseline baseline{.tool = json.at("tool"),
                    .plan = json.at("plan"),
                    .taken_at = json.at("taken_at"),
                    .version = database.at("version"),
                    .version_num = database.at("version_num"),
                    .system_identifier = ValueFrom(database.at("system_identifier")),
                    .database_oid = database.at("oid"),
                    .throw_away = database.at("throw_away"),
                    .answers = {},
                    .sizes = json.at("sizes")};
  for (const Json& answer : json.at("answers")) {
    Rows rows{.columns = answer.at("columns"), .values = {}};
    for (const Json& row : answer.at("rows")) rows.values.push_back(ValuesFrom(row));
    baseline.answers.emplace(Question{answer.at("statement"), ValuesFrom(answer.at("values"))},
                             std::move(rows));
  }
  if (json.at("digest") != baseline.Digest()) {
    throw PlanError("its contents don't match its digest");
  }
  return baseline;
}

}  // namespace

std::string Baseline::Digest() const {
  Json contents = HeadOf(*this);
  contents["sizes"] = sizes;
  contents["answers"] = AnswersOf(*this);
  return Sha256(ToText(contents));
}

Json ToJson(const Baseline& baseline) {
  Json json = HeadOf(baseline);
  json["digest"] = baseline.Digest();
  json["sizes"] = baseline.sizes;
  json["answers"] = AnswersOf(baseline);
  return json;
}

Baseline ParseBaseline(const std::string& text, const std::string& file) {
  try {
    return BaselineFrom(ParseRecord(text));
  } catch (const std::exception& error) {
    throw PlanError(fmt::format("{}: invalid baseline: {}", file, WhatIsWrong(error)));
  }
}

std::vector<std::string> DifferentAnswers(const Baseline& before, const Baseline& after) {
  std::set<std::string> different;
  const auto compare = [&](const Baseline& one, const Baseline& other) {
    for (const auto& [question, rows] : one.answers) {
      const auto found = other.answers.find(question);
      if (found == other.answers.end() || !(found->second == rows)) {
        different.insert(question.statement);
      }
    }
  };
  compare(before, after);
  compare(after, before);
  return {different.begin(), different.end()};
}

}  // namespace gonogo
