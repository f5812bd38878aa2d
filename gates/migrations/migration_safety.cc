// migration_safety: reviews the committed SQL migrations of each service with PostgreSQL's own
// parser, without a database. Statements that lose data, rewrite a table or lock it for long are
// findings, unless a comment or a waiver accepts them with a reason.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/migrations/review/files.h"
#include "gates/migrations/review/review.h"
#include "gates/migrations/review/review_waivers.h"

namespace gonogo::migration_safety {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  std::vector<std::string> names;
  for (const auto& [name, service] : arguments.Map("services").items()) {
    subjects.push_back({name, ""});
    names.push_back(name);
  }
  RequireValidWaivers(arguments.Map("waivers"), names);
  return subjects;
}

// "2 files, 3 statements; not read: down.sql".
std::string Describe(const MigrationFiles& folder, std::int64_t statements) {
  const std::string counts =
      fmt::format("{}, {}", Counted(folder.files.size(), "file"), Counted(statements, "statement"));
  if (folder.down_files.empty()) return counts;
  return fmt::format("{}; not read: {}", counts, Join(folder.down_files, ", "));
}

void Add(const MigrationFile& file, const FileReview& review, MigrationWaivers& waivers,
         Outcome& outcome) {
  outcome.examined += review.statements;
  outcome.notes.insert(outcome.notes.end(), review.notes.begin(), review.notes.end());
  for (const Violation& violation : review.violations) {
    const std::string reason = waivers.Reason(file.name, violation);
    if (reason.empty()) {
      outcome.findings.push_back({fmt::format("{}:{}", file.name, violation.line),
                                  fmt::format("{}: {}", violation.rule, violation.problem),
                                  violation.advice});
    } else {
      outcome.notes.push_back(fmt::format("{}; waived: {}", Describe(file, violation), reason));
    }
  }
}

Outcome Run(const Inspection& in) {
  const std::string& service = in.subject.name;
  const MigrationFiles folder =
      ReadMigrations(in.arguments.Member("services", service).Text("folder"));
  Outcome outcome{.examined = 1};
  if (folder.files.empty()) {
    outcome.findings.push_back({service,
                                "missing_history: the folder doesn't exist or has no .sql files",
                                "a folder with the service's committed .sql files"});
  }
  MigrationWaivers waivers(in.arguments.Map("waivers"), service);
  SchemaState schema;
  for (const MigrationFile& file : folder.files) {
    Add(file, ReviewFile(file, schema), waivers, outcome);
  }
  const auto unused = waivers.Unused();
  outcome.notes.insert(outcome.notes.end(), unused.begin(), unused.end());
  outcome.notes.insert(outcome.notes.begin(), Describe(folder, outcome.examined - 1));
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "migration_safety",
      .summary =
          "The committed SQL migrations don't lose data, rewrite tables or lock them for long, "
          "unless a waiver or a comment accepts it.",
      .phases = {Phase::kPreflight, Phase::kSchema, Phase::kGate},
      .parameters = {ObjectMapParameter(
                         "services", "the services, by name",
                         {PathParameter("folder", "folder of the service's migrations").Required()})
                         .Required(),
                     ObjectListParameter("waivers",
                                         "accepted violations; a comment before the statement, "
                                         "-- gonogo: allow RULE because REASON, does the same",
                                         WaiverParameters())
                         .DefaultEmpty()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::migration_safety
