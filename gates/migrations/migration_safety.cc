// migration_safety: the committed SQL migrations of each service are read by PostgreSQL's own
// parser, before any database is. What loses data, rewrites a table or locks it for long is a
// finding, unless somebody has written down why it may.
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/migrations/review/files.h"
#include "gates/migrations/review/review.h"
#include "gates/migrations/review/waivers.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  std::vector<std::string> names;
  for (const auto& [name, service] : arguments.Map("services").items()) {
    subjects.push_back({name, ""});
    names.push_back(name);
  }
  RequireWaivers(arguments.Map("waivers"), names);
  return subjects;
}

// What the folder holds, in one line: what was not read is said too.
std::string Describe(const MigrationFolder& folder, std::int64_t statements) {
  std::string words = Counted(static_cast<std::int64_t>(folder.files.size()), "file") + ", " +
                      Counted(statements, "statement");
  if (!folder.way_back.empty()) words += "; not read: " + Join(folder.way_back, ", ");
  return words;
}

void Add(const MigrationFile& file, const FileReview& review, MigrationWaivers& waivers,
         Outcome& outcome) {
  outcome.examined += review.statements;
  outcome.notes.insert(outcome.notes.end(), review.notes.begin(), review.notes.end());
  for (const Breach& breach : review.breaches) {
    const std::string reason = waivers.Reason(file.name, breach);
    if (reason.empty()) {
      outcome.findings.push_back({file.name + ":" + std::to_string(breach.line),
                                  breach.rule + ": " + breach.does, breach.instead});
    } else {
      outcome.notes.push_back(Describe(file, breach) + "; waived: " + reason);
    }
  }
}

Outcome Run(const Inspection& in) {
  const std::string& service = in.subject.name;
  const MigrationFolder folder =
      ReadMigrations(in.arguments.Member("services", service).Text("folder"));
  Outcome outcome{.examined = 1};
  if (folder.files.empty()) {
    outcome.findings.push_back({service,
                                "missing_history: the folder is not there, or holds no file *.sql",
                                "a folder with the service's committed .sql files"});
  }
  MigrationWaivers waivers(in.arguments.Map("waivers"), service);
  SchemaState history;
  for (const MigrationFile& file : folder.files) {
    Add(file, ReviewFile(file, history), waivers, outcome);
  }
  const auto unused = waivers.Unused();
  outcome.notes.insert(outcome.notes.end(), unused.begin(), unused.end());
  outcome.notes.insert(outcome.notes.begin(), Describe(folder, outcome.examined - 1));
  return outcome;
}

}  // namespace

Gate migration_safety() {
  return {.name = "migration_safety",
          .summary =
              "The committed SQL migrations lose no data, rewrite no table and hold no long "
              "lock that nobody stands for.",
          .phases = {Phase::kPreflight, Phase::kSchema, Phase::kGate},
          .parameters = {ObjectMapParameter(
                             "services", "the services, by name",
                             {PathParameter("folder", "of the service's migrations").Required()})
                             .Required(),
                         ObjectListParameter("waivers",
                                             "what is accepted; a comment before the statement, "
                                             "-- gonogo: allow RULE because REASON, does the same",
                                             WaiverParameters())
                             .DefaultEmpty()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
