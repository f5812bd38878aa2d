// Compares the relations and gates of a plan with the tables of its source.
#include "app/plan/plan_drift.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"
#include "reporters/pages/plan_checks.h"

namespace gonogo {
namespace {

std::string Describe(const std::vector<std::string>& key) {
  return key.empty() ? "no key" : "key " + Join(key, ", ");
}

bool IsExcluded(const Plan& plan, const RelationName& name) {
  for (const Exclusion& exclusion : plan.exclusions) {
    if (exclusion.schema == name.schema ||
        (exclusion.schema.empty() && Normalised(exclusion.relation) == QuotedName(name))) {
      return true;
    }
  }
  return false;
}

std::string WithArticle(const std::string& kind) {
  const bool begins_with_vowel = kind.find_first_of("aeiou") == 0;
  return (begins_with_vowel ? "an " : "a ") + kind;
}

// Adds a drift for each name that only one list has. `prefix` precedes each name.
void AddDriftOfNames(const std::string& prefix, const std::string& kind,
                     const std::vector<std::string>& planned, const std::vector<std::string>& now,
                     std::vector<Drift>& drifts) {
  const std::set<std::string> before(planned.begin(), planned.end());
  const std::set<std::string> after(now.begin(), now.end());
  for (const std::string& name : after) {
    if (!before.contains(name)) drifts.push_back({prefix + name, WithArticle(kind), "nothing"});
  }
  for (const std::string& name : before) {
    if (!after.contains(name)) drifts.push_back({prefix + name, "no such " + kind, "one"});
  }
}

// Finds views, sequences, types and other objects that are new or gone since gonogo wrote the plan.
std::vector<Drift> DriftOfObjects(const Plan& plan, const SourceSchema& source) {
  std::vector<Drift> drifts;
  if (plan.recorded.empty()) return drifts;
  auto before = plan.recorded;
  std::map<std::string, std::vector<std::string>> after;
  for (const SourceObject& object : source.objects) {
    before[object.kind];
    const bool is_excluded = !object.schema.empty() && IsExcluded(plan, {object.schema, ""});
    if (!is_excluded) after[object.kind].push_back(object.name);
  }
  for (const auto& [kind, names] : before) {
    AddDriftOfNames(kind + " ", kind, names, after[kind], drifts);
  }
  return drifts;
}

// Finds tables that are new, are gone, or have another key.
std::vector<Drift> DriftOfTables(const Plan& plan, const SourceSchema& source) {
  std::map<std::string, const Relation*> planned;
  for (const Relation& relation : plan.relations) planned[Normalised(relation.source)] = &relation;
  std::vector<Drift> drifts;
  for (const SourceTable& table : source.tables) {
    const std::string name = QuotedName(table.name);
    const auto found = planned.find(name);
    if (found == planned.end()) {
      const bool is_known = table.is_foreign || IsExcluded(plan, table.name);
      if (!is_known) drifts.push_back({name, "a table, " + Describe(table.key), "nothing"});
      continue;
    }
    if (!found->second->columns.empty()) {
      AddDriftOfNames("column " + name + ".", "column", found->second->columns, table.columns,
                      drifts);
    }
    const std::vector<std::string>& key = found->second->key;
    if (key != table.key) drifts.push_back({name, Describe(table.key), Describe(key)});
    planned.erase(found);
  }
  for (const auto& [name, relation] : planned) {
    drifts.push_back({name, "no such table", "a relation"});
  }
  return drifts;
}

// Finds gates that apply because of what this source has, but that no check uses. Gates that apply
// to every source are the plan's choice.
std::vector<Drift> DriftOfChecks(const Plan& plan, const SourceSchema& source) {
  std::set<std::string> used;
  for (const Check& check : plan.checks) used.insert(check.gate->name);
  std::vector<Drift> drifts;
  for (const std::string& gate : GatesFor({})) used.insert(gate);
  for (const std::string& gate : GatesFor(source)) {
    if (!used.contains(gate)) drifts.push_back({"gate " + gate, "objects for it", "no check"});
  }
  return drifts;
}

}  // namespace

std::vector<Drift> DriftOf(const Plan& plan, const SourceSchema& source) {
  std::vector<Drift> drifts = DriftOfTables(plan, source);
  for (Drift& drift : DriftOfObjects(plan, source)) drifts.push_back(std::move(drift));
  for (Drift& drift : DriftOfChecks(plan, source)) drifts.push_back(std::move(drift));
  return drifts;
}

std::string DriftText(const Plan& plan, const std::vector<Drift>& drifts) {
  if (drifts.empty()) return plan.file + ": the plan covers everything that the source has\n";
  std::string text;
  for (const Drift& drift : drifts) {
    text += LogLine(fmt::format("{}: the source has {}, the plan has {}", drift.subject, drift.now,
                                drift.plan)) +
            "\n";
  }
  return text;
}

std::string DriftJson(const std::vector<Drift>& drifts) {
  Json json = Json::array();
  for (const Drift& drift : drifts) {
    json.push_back({{"subject", Printable(drift.subject)},
                    {"source", Printable(drift.now)},
                    {"plan", Printable(drift.plan)}});
  }
  return ToText(json) + "\n";
}

}  // namespace gonogo
