// inventory: every relation of the plan exists on both sides, and every table of the source is one
// of them, looked at by some check, or excluded with a reason.
#include <set>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

constexpr std::string_view kCoverage = "coverage";

std::vector<Subject> Subjects(const Plan& plan, const Arguments&) {
  std::vector<Subject> subjects;
  for (const Relation& relation : plan.relations) {
    subjects.push_back({relation.source, relation.source});
  }
  subjects.push_back({std::string(kCoverage), ""});
  return subjects;
}

struct Tables {
  std::set<std::string> all;
  std::set<std::string> to_cover;  // less partitions and what extensions own
  std::int64_t of_extensions = 0;
};

Tables Read(const Rows& rows) {
  Tables tables;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string name = QuotedName({rows[i].Text("schema"), rows[i].Text("name")});
    tables.all.insert(name);
    if (rows[i].Boolean("of_extension")) {
      ++tables.of_extensions;
    } else if (!rows[i].Boolean("is_partition")) {
      tables.to_cover.insert(name);
    }
  }
  return tables;
}

// The relations that a required check other than this gate's looks at.
std::set<std::string> LookedAt(const Plan& plan) {
  std::set<std::string> relations;
  for (const Check& check : plan.checks) {
    if (check.gate->name == "inventory" || check.severity != Severity::kRequired) continue;
    for (const Subject& subject : check.subjects) {
      if (!subject.relation.empty()) relations.insert(Normalised(subject.relation));
    }
  }
  return relations;
}

Outcome Coverage(const Inspection& in) {
  RequireReadableSource(in.pair, in.plan);
  const Tables source = Read(in.pair.Source().Query(sql::kUserTables, {}));
  const std::set<std::string> looked_at = LookedAt(in.plan);
  std::set<std::string> excluded;
  std::set<std::string> excluded_schemas;
  Outcome outcome{.examined = static_cast<std::int64_t>(source.to_cover.size())};
  for (const Exclusion& exclusion : in.plan.exclusions) {
    const bool is_schema = !exclusion.schema.empty();
    if (is_schema) {
      excluded_schemas.insert(exclusion.schema);
    } else {
      excluded.insert(Normalised(exclusion.relation));
    }
    outcome.notes.push_back(
        "excluded: " + (is_schema ? "schema " + exclusion.schema : exclusion.relation) + ", " +
        exclusion.reason);
  }
  if (source.of_extensions > 0) {
    outcome.notes.push_back("excluded: " + Counted(source.of_extensions, "table") +
                            " of extensions");
  }
  for (const std::string& table : source.to_cover) {
    if (looked_at.contains(table) || excluded.contains(table) ||
        excluded_schemas.contains(ParseRelationName(table).schema)) {
      continue;
    }
    outcome.findings.push_back(
        {table, "a table that no check looks at", "a check or an exclusion with its reason"});
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  if (in.subject.name == kCoverage) return Coverage(in);
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const BothRows rows = in.pair.Query(sql::kUserTables, {});
  RequireReadable(in.pair, relation);
  Outcome outcome{.examined = 1};
  if (!Read(rows.source).all.contains(Normalised(relation.source))) {
    outcome.findings.push_back({relation.source, "no such table on the source", "the table"});
  }
  if (!Read(rows.target).all.contains(Normalised(relation.target))) {
    outcome.findings.push_back({relation.target, "no such table on the target", "the table"});
  }
  return outcome;
}

}  // namespace

Gate inventory() {
  return {.name = "inventory",
          .summary = "Every relation exists on both sides; every table of the source is covered.",
          .phases = {Phase::kPreflight, Phase::kSchema, Phase::kGate},
          .parameters = {},
          .subjects = Subjects,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo
