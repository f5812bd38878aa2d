// state_store_keys: every required key of a JSON state store stands on both sides with the same
// payload, and the target's was not written before the source's.
#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {
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
  return in.pair.QueryWritten(sql::kStateStoreKeys, values(relation.source),
                              values(relation.target));
}

// The indexes of the key's rows: one, where nothing is wrong.
std::vector<std::size_t> Find(const Rows& rows, const std::string& key) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].Text("key") == key) found.push_back(i);
  }
  return found;
}

void RequireOne(const std::vector<std::size_t>& found, const std::string& side,
                const std::string& key, Outcome& outcome) {
  if (found.empty()) {
    outcome.findings.push_back({key, "no such key on the " + side, "the key"});
  } else if (found.size() > 1) {
    outcome.findings.push_back(
        {key, std::to_string(found.size()) + " rows on the " + side, "1 row"});
  }
}

std::map<std::string, std::string> PayloadsBeyond(const std::vector<std::string>& keys,
                                                  const Rows& rows, Outcome& outcome) {
  std::map<std::string, std::string> payloads;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ++outcome.examined;
    const std::string& key = rows[i].Text("key");
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      payloads[key] = rows[i].Text("payload");
    }
  }
  return payloads;
}

// A key that the plan does not name is worth a remark; one that did not arrive as it was is lost
// data, named or not.
void FindUnexpected(const BothRows& rows, const std::vector<std::string>& keys, Outcome& outcome) {
  const auto source = PayloadsBeyond(keys, rows.source, outcome);
  const auto target = PayloadsBeyond(keys, rows.target, outcome);
  for (const auto& [key, payload] : source) {
    const auto found = target.find(key);
    if (found == target.end()) {
      outcome.findings.push_back({key, "no such key on the target", "the key, as on the source"});
    } else if (found->second != payload) {
      outcome.findings.push_back({key, "payload md5 " + found->second, "payload md5 " + payload});
    } else {
      outcome.findings.push_back(
          {key, "a key that the plan does not name", "its name in the plan", Severity::kAdvisory});
    }
  }
  for (const auto& [key, payload] : target) {
    if (source.contains(key)) continue;
    outcome.findings.push_back(
        {key, "on the target only", "no key beyond those the plan names", Severity::kAdvisory});
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
    outcome.findings.push_back({.subject = key,
                                .have = "written " + Counted(age, "microsecond") + " earlier",
                                .want = "written no earlier than on the source"});
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
  RequireOne(source, "source", key, outcome);
  RequireOne(target, "target", key, outcome);
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

Gate state_store_keys() {
  return {.name = "state_store_keys",
          .summary = "Every required key of the state store is on both sides, with equal payload.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters =
              {TextParameter("table", "the state store, one of the plan's relations").Required(),
               TextListParameter("keys", "the keys that must be there").Required(),
               TextParameter("key_column", "column of the key").Default("service_key"),
               TextParameter("payload_column", "column of the payload").Default("payload"),
               TextParameter("updated_column", "column of the last change").Default("updated_at")},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
