// inventory: each relation of the plan exists on both sides, and each table of the source is
// covered: a required check counts or compares its rows, or the plan excludes it with a reason.
#include <fmt/format.h>

#include <set>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/declared/covering_checks.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/compare.h"

namespace gonogo::inventory {
namespace {

constexpr const char* kCoverage = "coverage";
constexpr std::size_t kNamedChecks = 3;

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

// Catalogue checks say nothing of rows, and those that look at some rows nothing of the others.
Finding Uncovered(const std::string& table, const Coverage& coverage) {
  if (coverage.checks.empty()) {
    return {table, "a table that no check examines", "a check, or an exclusion with a reason"};
  }
  return {table,
          fmt::format("rows that no check counts or compares, only {}",
                      FirstFew(coverage.checks, kNamedChecks)),
          "a check such as row_count or row_checksum, or an exclusion with a reason"};
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
  std::set<std::string> left = source.to_cover;
  Exclude(in.plan.exclusions, left, outcome);
  if (source.of_extensions > 0) {
    outcome.notes.push_back(
        fmt::format("excluded: {} of extensions", Counted(source.of_extensions, "table")));
  }
  const auto coverage = CoverageOf(in.plan);
  for (const std::string& table : left) {
    const auto found = coverage.find(table);
    const Coverage of_table = found == coverage.end() ? Coverage() : found->second;
    if (of_table.rows == RowsSeen::kNone) outcome.findings.push_back(Uncovered(table, of_table));
  }
  for (std::string& line : WeakCoverage(coverage, left)) outcome.notes.push_back(std::move(line));
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
  return {.name = "inventory",
          .summary =
              "Each relation exists on both sides, and each table's rows are counted or compared.",
          .meaning = "A table is missing with all its rows, or nobody has looked at its rows.",
          .remedy =
              "Create the missing table, or add the new one to the plan's relations and a check of "
              "rows, or to its exclude.",
          .phases = {Phase::kSchema, Phase::kVerify, Phase::kGate, Phase::kCutover},
          .parameters = {},
          .subjects = Subjects,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo::inventory
