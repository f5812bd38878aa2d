// state_store_keys: compares a JSON state store: every required key is on both sides with the same
// payload, and wasn't updated earlier on the target than on the source.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::state_store_keys {
namespace {

constexpr std::string_view kUnexpected = "unexpected_keys";

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects;
  const std::string table = arguments.Text("table");
  for (const std::string& key : arguments.Texts("keys")) subjects.push_back({key, table});
  if (subjects.empty()) throw PlanError("\"keys\" is empty");
  OneForEachRelation(plan, Arguments(Json{{"relations", {table}}, {"except", Json::array()}}));
  subjects.push_back({std::string(kUnexpected), table});
  return subjects;
}

BothRows Entries(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.arguments.Text("table"));
  const auto values = [&](const std::string& name) {
    std::vector<Value> bound = RelationParameters(name);
    for (const char* column : {"key_column", "payload_column", "updated_column"}) {
      bound.emplace_back(in.arguments.Text(column));
    }
    return bound;
  };
  return in.pair.QueryWritten(sql::kStateStoreKeys,
                              {values(relation.source), values(relation.target)});
}

// Returns the indexes of the rows with that key. There should be one.
std::vector<std::size_t> Find(const Rows& rows, const std::string& key) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].Text("key") == key) found.push_back(i);
  }
  return found;
}

void RequireOne(const std::vector<std::size_t>& found, SideName side, const std::string& key,
                Outcome& outcome) {
  if (found.empty()) {
    outcome.findings.push_back({key, "no such key on the " + ToString(side), "the key"});
  } else if (found.size() > 1) {
    outcome.findings.push_back(
        {key, fmt::format("{} rows on the {}", found.size(), ToString(side)), "1 row"});
  }
}

// Returns the payloads of the keys that aren't in `keys`.
std::map<std::string, std::string> UnlistedPayloads(const std::vector<std::string>& keys,
                                                    const Rows& rows, Outcome& outcome) {
  std::map<std::string, std::string> payloads;
  for (const Row row : rows) {
    ++outcome.examined;
    const std::string& key = row.Text("key");
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) payloads[key] = row.Text("payload");
  }
  return payloads;
}

// A key that the plan doesn't list is advisory. If it isn't the same on the target, data was lost:
// that is required, as for a listed key.
void FindUnexpected(const BothRows& rows, const std::vector<std::string>& keys, Outcome& outcome) {
  const auto source = UnlistedPayloads(keys, rows.source, outcome);
  const auto target = UnlistedPayloads(keys, rows.target, outcome);
  for (const auto& [key, payload] : source) {
    const auto found = target.find(key);
    if (found == target.end()) {
      outcome.findings.push_back({key, "no such key on the target", "the key, as on the source"});
    } else if (found->second != payload) {
      outcome.findings.push_back({key, "payload md5 " + found->second, "payload md5 " + payload});
    } else {
      outcome.findings.push_back({key, "a key that the plan doesn't list",
                                  "the key in the plan's list", Severity::kAdvisory});
    }
  }
  for (const auto& [key, payload] : target) {
    if (source.contains(key)) continue;
    outcome.findings.push_back({key, "a key that is only on the target",
                                "only the keys of the plan", Severity::kAdvisory});
  }
}

void CompareEntries(const Row& source, const Row& target, const std::string& key,
                    Outcome& outcome) {
  if (source.Text("payload") != target.Text("payload")) {
    outcome.findings.push_back({.subject = key,
                                .have = "payload md5 " + target.Text("payload"),
                                .want = "payload md5 " + source.Text("payload")});
  }
  const std::int64_t age = source.Integer("updated_us") - target.Integer("updated_us");
  if (age > 0) {
    outcome.findings.push_back(
        {.subject = key,
         .have = fmt::format("updated {} earlier than on the source", Counted(age, "microsecond")),
         .want = "updated no earlier than on the source"});
  }
}

Outcome Run(const Inspection& in) {
  const BothRows rows = Entries(in);
  Outcome outcome;
  if (in.subject.name == kUnexpected) {
    FindUnexpected(rows, in.arguments.Texts("keys"), outcome);
    return outcome;
  }
  const std::string& key = in.subject.name;
  const auto source = Find(rows.source, key);
  const auto target = Find(rows.target, key);
  outcome.examined = 1;
  RequireOne(source, SideName::kSource, key, outcome);
  RequireOne(target, SideName::kTarget, key, outcome);
  outcome.measured["state_store_key"] = key;
  if (target.size() == 1) {
    outcome.measured["updated_us"] = rows.target[target.front()].Integer("updated_us");
  }
  if (outcome.findings.empty()) {
    CompareEntries(rows.source[source.front()], rows.target[target.front()], key, outcome);
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "state_store_keys",
      .summary = "Every required key of the state store has the same payload on both sides.",
      .meaning = "The service starts from a lost or old state, and does work twice or not at all.",
      .remedy = "Stop the service, and copy the rows of these keys from the source again.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters =
          {TextParameter("table", "the state store, one of the plan's relations").Required(),
           TextListParameter("keys", "the required keys").Required(),
           TextParameter("key_column", "the column with the key").Default("service_key"),
           TextParameter("payload_column", "the column with the payload").Default("payload"),
           TextParameter("updated_column", "the column with the time of the last update")
               .Default("updated_at")},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::state_store_keys
