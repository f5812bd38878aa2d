// A statement is compared with the one that gonogo would make of the files now: nothing in it is
// taken on trust.
#include "app/sealing/statement.h"

#include <fmt/format.h>

#include "app/sealing/folder_sums.h"
#include "core/error.h"

namespace gonogo {
namespace {

constexpr const char* kType = "https://in-toto.io/Statement/v1";

Json VerdictPredicate(const Evidence& evidence, const Verdict& verdict) {
  const RunHeader& run = evidence.run;
  const Json header = WithoutCases(run);
  return {{"run", run.run},
          {"tool", run.tool},
          {"plan", run.plan},
          {"plan_digest", run.plan_digest},
          {"verdict", DecisionText(verdict, run)},
          {"go", verdict.decision == Decision::kGo},
          {"partial", run.partial()},
          {"rehearsal", run.rehearsal()},
          {"strict", run.strict},
          {"phases", run.phases},
          {"checks", run.checks},
          {"started", run.started},
          {"who", run.who},
          {"host", run.host},
          {"pipeline", run.pipeline},
          {"servers", header.at("servers")},
          {"chain", ToJson(evidence.chain)}};
}

Json TestResultPredicate(const Evidence& evidence, const Verdict& verdict) {
  const RunHeader& run = evidence.run;
  Json json = {
      {"result", verdict.decision == Decision::kGo ? "PASSED" : "FAILED"},
      {"configuration", {{{"name", run.plan}, {"digest", {{"sha256", run.plan_digest}}}}}}};
  if (!run.pipeline.empty()) json["url"] = run.pipeline;
  json["passedTests"] = Json::array();
  json["warnedTests"] = Json::array();
  json["failedTests"] = Json::array();
  for (const CaseResult& one : evidence.cases) {
    const Status status = StatusOf(one, run);
    const char* const list = status == Status::kPass     ? "passedTests"
                             : status == Status::kWaived ? "warnedTests"
                                                         : "failedTests";
    json[list].push_back(one.name());
  }
  return json;
}

// Returns whether gonogo would write the text, byte for byte. Reading it as JSON would say the
// same, but of a run of many cases it takes as long as to verify the rest.
bool IsStatement(std::string_view text, const std::string& type, const std::string& sums_sha256,
                 const Json& predicate) {
  std::string start = StatementText(type, sums_sha256, nullptr);
  start.resize(start.size() - std::string_view("null}").size());
  return text.starts_with(start) && text.substr(start.size()) == ToText(predicate) + "}";
}

}  // namespace

Json PredicateOf(const std::string& type, const Evidence& evidence, const Verdict& verdict) {
  return type == kVerdictPredicate ? VerdictPredicate(evidence, verdict)
                                   : TestResultPredicate(evidence, verdict);
}

Predicates PredicatesOf(const Evidence& evidence, const Verdict& verdict) {
  Predicates predicates;
  for (const char* const type : {kVerdictPredicate, kTestResultPredicate}) {
    predicates.emplace(type, PredicateOf(type, evidence, verdict));
  }
  return predicates;
}

std::string StatementText(const std::string& type, const std::string& sums_sha256,
                          const Json& predicate) {
  return ToText({{"_type", kType},
                 {"subject", {{{"name", kSumsFile}, {"digest", {{"sha256", sums_sha256}}}}}},
                 {"predicateType", type},
                 {"predicate", predicate}});
}

std::string RequireStatement(const std::string& text, const std::string& sums_sha256,
                             const Predicates& predicates) {
  for (const auto& [type, predicate] : predicates) {
    if (IsStatement(text, type, sums_sha256, predicate)) return type;
  }
  const Json statement = ParseRecord(text);
  if (statement.at("_type") != kType) throw PlanError("it isn't an in-toto statement of version 1");
  const Json subject = {{{"name", kSumsFile}, {"digest", {{"sha256", sums_sha256}}}}};
  if (statement.at("subject") != subject) {
    throw PlanError(fmt::format("it signs other evidence: its subject isn't this {}", kSumsFile));
  }
  const std::string type = statement.at("predicateType");
  const auto found = predicates.find(type);
  if (found == predicates.end()) {
    throw PlanError(fmt::format("its predicate is of unknown type {}", ToText(Json(type))));
  }
  const Json& own = found->second;
  for (const auto& [key, value] : own.items()) {
    if (statement.at("predicate").contains(key) && statement.at("predicate").at(key) == value)
      continue;
    throw PlanError(fmt::format("its \"{}\" isn't that of this run", key));
  }
  throw PlanError("gonogo would write it otherwise");
}

}  // namespace gonogo
