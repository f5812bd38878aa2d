// same_secret: the applications of both sides have the same keys, and the target's key decrypts
// what was copied. No value leaves this program, other than bound to the statement of a canary.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/reading/query_header.h"
#include "core/text/env_file.h"
#include "core/text/text.h"
#include "fixtures/messages/condition_names.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/parser/check_query.h"
#include "gates/services/placeholder.h"
#include "gates/subjects.h"

namespace gonogo::same_secret {
namespace {

// The variable on the target has the secret's name, unless the plan says otherwise.
std::string TargetVariable(const std::string& name, const Arguments& secret) {
  return secret.Has("target") ? secret.Text("target") : name;
}

void RequireTwoValues(const std::string& name, const Arguments& secret,
                      const Arguments& arguments) {
  const auto place = [&](const char* file) {
    return arguments.Has(file) ? arguments.Text(file) : std::string();
  };
  const bool is_one_place = place("source_env") == place("target_env");
  if (!is_one_place || secret.Text("source") != TargetVariable(name, secret)) return;
  throw PlanError(fmt::format(
      "{} would be compared with itself: name another variable as \"source\" or \"target\", or "
      "give another \"source_env\"",
      secret.Text("source")));
}

void RequireCanary(const std::string& name, const std::string& query) {
  const std::string why = HasNewerSyntax(query) ? "" : WhyNoQuery(query);
  if (!why.empty()) throw PlanError(fmt::format("\"canary\" of {}: {}", name, why));
  if (query.find("$1") != std::string::npos) return;
  throw PlanError(fmt::format("\"canary\" of {} has no $1, where the key belongs", name));
}

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [name, given] : arguments.Map("secrets").items()) {
    const Arguments secret(given);
    if (!secret.Has("source") && !secret.Has("canary")) {
      throw PlanError(fmt::format("{} demands nothing: give \"source\" or \"canary\"", name));
    }
    if (secret.Has("source")) RequireTwoValues(name, secret, arguments);
    if (secret.Has("canary")) RequireCanary(name, secret.Text("canary"));
  }
  return OneForEachMember(arguments, "secrets");
}

// The environment in which the applications of a side run.
Environment EnvironmentOf(const Inspection& in, const char* file) {
  if (!in.arguments.Has(file)) return in.environment;
  const std::string path = in.arguments.Text(file);
  return ParseEnvFile(ReadTextFile(path), path);
}

// The applications' value of one side, and what is wrong with it for itself.
struct Key {
  std::string side;
  std::string value;
  std::string fault;
};

Key KeyOf(const std::string& side, const Environment& environment, const std::string& variable) {
  Key key{.side = side, .value = ValueOf(environment, variable), .fault = ""};
  if (key.value.empty()) {
    key.fault = fmt::format("{} isn't set on the {}", variable, side);
  } else if (IsPlaceholder(key.value)) {
    key.fault = fmt::format("{} is a placeholder on the {}", variable, side);
  }
  return key;
}

bool DifferBySpaceOnly(const std::string& one, const std::string& other) {
  return Trim(one) == Trim(other);
}

std::vector<Finding> Compare(const std::string& name, const Key& source, const Key& target) {
  if (source.value == target.value) return {};
  return {{name,
           DifferBySpaceOnly(source.value, target.value)
               ? "the source's value, but for white space around it"
               : "another value",
           "the source's value"}};
}

// What pgcrypto says to a wrong key, and what a cast says to the bytes that such a key leads to.
bool IsOfAWrongKey(const std::string& sqlstate) {
  return sqlstate == "39000" || sqlstate.starts_with("22");
}

// Runs the canary with the key. The server's words may have the key in them, so they aren't shown.
std::vector<Finding> FindingsOfCanary(const std::string& name, const std::string& query,
                                      const Key& key, Session& session) {
  const std::string have = fmt::format("the {}'s key doesn't decrypt the canary there", key.side);
  const Finding fails = {name, have, "a canary that says true"};
  Rows rows;
  try {
    rows = session.QueryOnce(query, {key.value});
  } catch (const DatabaseError& error) {
    if (IsOfAWrongKey(error.sqlstate())) return {fails};
    throw DatabaseError(fmt::format("the canary of {} can't run on the {}: {}", name, key.side,
                                    ConditionName(error.sqlstate())),
                        error.sqlstate());
  }
  if (rows.size() != 1 || rows.columns.size() != 1 || !rows.values[0][0]) {
    throw DatabaseError(fmt::format("the canary of {} must return one value, true or false, and "
                                    "returns {} on the {}",
                                    name, Counted(rows.size(), "row"), key.side),
                        "");
  }
  const std::string& said = *rows.values[0][0];
  if (said == "t" || said == "true") return {};
  return {fails};
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  const Arguments secret = in.arguments.Member("secrets", name);
  std::vector<std::pair<Key, SideName>> keys;
  if (secret.Has("source")) {
    keys.emplace_back(KeyOf("source", EnvironmentOf(in, "source_env"), secret.Text("source")),
                      SideName::kSource);
  }
  keys.emplace_back(KeyOf("target", EnvironmentOf(in, "target_env"), TargetVariable(name, secret)),
                    SideName::kTarget);
  Outcome outcome{.examined = 1};
  for (const auto& [key, side] : keys) {
    if (!key.fault.empty()) outcome.findings.push_back({name, key.fault, "a key"});
  }
  if (!outcome.findings.empty()) return outcome;
  if (keys.size() == 2) outcome.findings = Compare(name, keys[0].first, keys[1].first);
  if (!secret.Has("canary")) return outcome;
  for (const auto& [key, side] : keys) {
    const auto found = FindingsOfCanary(name, secret.Text("canary"), key, in.pair.SessionOf(side));
    outcome.findings.insert(outcome.findings.end(), found.begin(), found.end());
    outcome.notes.push_back(fmt::format("asked a canary on the {}", key.side));
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "same_secret",
      .summary = "The target's applications have the key that decrypts the data; it isn't shown.",
      .meaning = "Encrypted values, sessions or tokens can't be read after the switch.",
      .remedy = "Give the target's applications the key of the source's, without white space.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters =
          {ObjectMapParameter(
               "secrets", "the keys, by the target's variable",
               {TextParameter("source", "variable with the source's key, to compare with")
                    .Literal(),
                TextParameter("target", "variable with the target's key, if it isn't the name")
                    .Literal(),
                TextParameter(
                    "canary",
                    "a query that says true if $1 decrypts a known value; it runs on each "
                    "side with that side's key")
                    .Literal()})
               .Required(),
           PathParameter("source_env",
                         "env file of the source's applications; else gonogo's own environment")
               .Written(),
           PathParameter("target_env", "the same of the target's applications").Written()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::same_secret
