// inventory: each relation of the plan exists on both sides, and each table of the source is
// covered: a required check examines it, or the plan excludes it with a reason.
#include <fmt/format.h>

#include <set>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/compare.h"

namespace gonogo::inventory {
namespace {

constexpr const char* kCoverage = "coverage";

std::vector<Subject> Subjects(const Plan& plan, const Arguments&) {
  std::vector<Subject> subjects;
  for (const Relation& relation : plan.relations) {
    subjects.push_back({relation.source, relation.source});
  }
  subjects.push_back({kCoverage, ""});
  return subjects;
}

struct Tables {
  std::set<std::string> all;
  std::set<std::string> to_cover;  // without partitions and tables of extensions
  std::int64_t of_extensions = 0;
};

Tables Read(Session& session) {
  Tables tables;
  for (const Row row : session.Query(sql::kUserTables, {})) {
    const std::string name = QuotedName({row.Text("schema"), row.Text("name")});
    tables.all.insert(name);
    if (row.Boolean("of_extension")) {
      ++tables.of_extensions;
    } else if (!row.Boolean("is_partition")) {
      tables.to_cover.insert(name);
    }
  }
  return tables;
}

const Tables& TablesOf(const Inspection& in, SideName side) {
  return in.memory.Get<Tables>(side, [&] { return Read(in.pair.SessionOf(side)); });
}

// Returns the relations that required checks of other gates examine.
std::set<std::string> ExaminedRelations(const Plan& plan) {
  std::set<std::string> relations;
  for (const Check& check : plan.checks) {
    if (check.gate->name == "inventory" || check.severity != Severity::kRequired) continue;
    for (const Subject& subject : check.subjects) {
      if (!subject.relation.empty()) relations.insert(Normalised(subject.relation));
    }
  }
  return relations;
}

// Takes what the plan excludes out of `tables`, and notes each exclusion with its reason.
void Exclude(const std::vector<Exclusion>& exclusions, std::set<std::string>& tables,
             Outcome& outcome) {
  for (const Exclusion& exclusion : exclusions) {
    if (exclusion.schema.empty()) {
      tables.erase(Normalised(exclusion.relation));
      outcome.notes.push_back(
          fmt::format("excluded: {}, {}", exclusion.relation, exclusion.reason));
    } else {
      std::erase_if(tables, [&](const std::string& table) {
        return ParseRelationName(table).schema == exclusion.schema;
      });
      outcome.notes.push_back(
          fmt::format("excluded: schema {}, {}", exclusion.schema, exclusion.reason));
    }
  }
}

Outcome CheckCoverage(const Inspection& in) {
  RequireReadable(in, SideName::kSource, in.plan);
  const Tables& source = TablesOf(in, SideName::kSource);
  Outcome outcome{.examined = static_cast<std::int64_t>(source.to_cover.size())};
  std::set<std::string> uncovered = source.to_cover;
  for (const std::string& relation : ExaminedRelations(in.plan)) uncovered.erase(relation);
  Exclude(in.plan.exclusions, uncovered, outcome);
  if (source.of_extensions > 0) {
    outcome.notes.push_back(
        fmt::format("excluded: {} of extensions", Counted(source.of_extensions, "table")));
  }
  for (const std::string& table : uncovered) {
    outcome.findings.push_back(
        {table, "a table that no check examines", "a check, or an exclusion with a reason"});
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  if (in.subject.name == kCoverage) return CheckCoverage(in);
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  in.pair.RequireComparable();
  RequireReadable(in, relation);
  Outcome outcome{.examined = 1};
  for (const SideName side : kBothSides) {
    const std::string& name = NameOn(side, relation);
    if (TablesOf(in, side).all.contains(Normalised(name))) continue;
    outcome.findings.push_back(
        {name, fmt::format("no such table on the {}", ToString(side)), "the table"});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "inventory",
      .summary = "Each relation exists on both sides, and each table of the source is covered.",
      .meaning = "A table is missing with all its rows, or nobody has looked at its rows.",
      .remedy =
          "Create the missing table, or add the other one to the plan's relations or its exclude.",
      .phases = {Phase::kSchema, Phase::kVerify, Phase::kGate, Phase::kCutover},
      .parameters = {},
      .subjects = Subjects,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::inventory
