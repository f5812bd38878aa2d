// migration_safety: reviews the committed SQL migrations of each service that are pending, with
// PostgreSQL's own parser. Statements that lose data, take away names that applications use,
// rewrite a table, lock it for long or fail in their tool's transaction are findings, unless a
// comment or a waiver accepts them with a reason.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/migrations/history/tools.h"
#include "gates/migrations/pending_files.h"
#include "gates/migrations/review/code/code_files.h"
#include "gates/migrations/review/database_state.h"
#include "gates/migrations/review/files.h"
#include "gates/migrations/review/review.h"
#include "gates/migrations/review/review_waivers.h"
#include "gates/parser/psql_text.h"
#include "sql/migrations.h"

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

// Of what the review couldn't look at, the plan says whether it decides.
Severity SeverityOf(const Violation& violation, const Inspection& in) {
  const bool is_seen = violation.rule != "not_reviewed";
  return is_seen ? Severity::kRequired : SeverityNamed(in.arguments.Text("not_reviewed"));
}

void Add(const Inspection& in, const MigrationFile& file, const FileReview& review,
         MigrationWaivers& waivers, Outcome& outcome) {
  outcome.examined += review.statements;
  outcome.notes.insert(outcome.notes.end(), review.notes.begin(), review.notes.end());
  for (const Violation& violation : review.violations) {
    const std::string reason = waivers.Reason(file.name, violation);
    if (reason.empty()) {
      outcome.findings.push_back({PlaceOf(file, violation.line),
                                  fmt::format("{}: {}", violation.rule, violation.problem),
                                  violation.advice, SeverityOf(violation, in)});
    } else {
      outcome.notes.push_back(fmt::format("{}; waived: {}", Describe(file, violation), reason));
    }
  }
}

// Tells the review the types of the columns as they are before the pending files, if a file that is
// pending by a history changes types.
void ReadTypes(const Inspection& in, const MigrationFiles& folder, const ReviewedFiles& chosen,
               SchemaState& schema) {
  const bool changes_types = std::ranges::any_of(folder.files, [](const MigrationFile& file) {
    const auto words = WordsOfSql(file.text);
    return std::ranges::find(words, "TYPE") != words.end();
  });
  if (!changes_types || !chosen.has_history) return;
  const SideName side = chosen.is_of_source ? SideName::kSource : SideName::kTarget;
  for (const Row row : in.pair.SessionOf(side).Query(sql::kTimeColumns, {})) {
    schema.SetType(row.Text("schema"), row.Text("table"), row.Text("column"), row.Text("type"));
  }
}

// Reviews the pending files. The applied ones only tell what the schema is before these.
void ReviewSql(const Inspection& in, const MigrationFiles& folder, const ReviewedFiles& chosen,
               SchemaState& schema, MigrationWaivers& waivers, Outcome& outcome) {
  std::vector<std::string> names;
  for (const MigrationFile& file : folder.files) names.push_back(file.name);
  for (const MigrationFile& file : folder.files) {
    const FileReview review = ReviewFile(file, schema, chosen.tool, names);
    if (!chosen.applied.contains(file.name)) Add(in, file, review, waivers, outcome);
  }
}

// Returns true if the tool never runs files like the folder's other ones.
bool RunsOnlySql(const std::string& tool) {
  return tool == "drizzle" || tool == "prisma" || tool == "supabase";
}

// Files that may be migrations, but can't be read.
void AddUnread(const Inspection& in, const MigrationFiles& folder, const ReviewedFiles& chosen,
               MigrationWaivers& waivers, Outcome& outcome) {
  if (IsCodeTool(chosen.tool) || RunsOnlySql(chosen.tool)) return;
  for (const std::string& name : folder.other_files) {
    if (chosen.applied.contains(name)) continue;
    FileReview review;
    review.violations = {{"not_reviewed", "isn't SQL, so it wasn't read",
                          "SQL, or a waiver if it isn't a migration"}};
    Add(in, {.name = name, .text = ""}, review, waivers, outcome);
  }
}

void ReviewCodeFiles(const Inspection& in, const std::filesystem::path& folder,
                     const ReviewedFiles& chosen, MigrationWaivers& waivers, Outcome& outcome) {
  if (!IsCodeTool(chosen.tool)) return;
  for (const std::string& name : chosen.pending) {
    const MigrationFile file{name, ReadTextFile(folder / name)};
    Add(in, file, {.statements = 1, .violations = ReviewCode(chosen.tool, file.text), .notes = {}},
        waivers, outcome);
  }
  outcome.notes.push_back(
      fmt::format("{} of code, in which calls that lose data or run SQL are looked for",
                  Counted(chosen.pending.size(), "pending file")));
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  const Arguments service = in.arguments.Member("services", name);
  const MigrationFiles folder = ReadMigrations(service.Text("folder"));
  const ReviewedFiles chosen = ChooseFiles(in, service, folder);
  Outcome outcome{.examined = 1};
  if (folder.files.empty() && chosen.pending.empty() && chosen.applied.empty()) {
    outcome.findings.push_back({name,
                                "missing_history: the folder doesn't exist or has no .sql files",
                                "a folder with the service's committed .sql files"});
  }
  MigrationWaivers waivers(in.arguments.Map("waivers"), name);
  SchemaState schema;
  ReadTypes(in, folder, chosen, schema);
  ReadDatabase(in, folder, schema);
  ReviewSql(in, folder, chosen, schema, waivers, outcome);
  const std::int64_t statements = outcome.examined - 1;
  ReviewCodeFiles(in, service.Text("folder"), chosen, waivers, outcome);
  AddUnread(in, folder, chosen, waivers, outcome);
  const auto unused = waivers.Unused();
  outcome.notes.insert(outcome.notes.end(), unused.begin(), unused.end());
  outcome.notes.insert(outcome.notes.begin(), chosen.notes.begin(), chosen.notes.end());
  outcome.notes.insert(outcome.notes.begin(), Describe(folder, statements));
  return outcome;
}

// The parameters of one service.
std::vector<Parameter> ServiceParameters() {
  return {PathParameter("folder", "folder of the service's migrations").Required(),
          TextParameter("tool", "the tool that runs them; default: as the folder shows")
              .OneOf(ToolNames()),
          TextParameter("table", "its history, schema.table; default: the tool's default table"),
          TextParameter("files",
                        "pending: those that neither the target's history nor, without "
                        "one, the source's has; all: the applied ones, too")
              .Default("pending")
              .OneOf({"pending", "all"})};
}

}  // namespace

Gate Definition() {
  return {
      .name = "migration_safety",
      .summary =
          "The pending SQL migrations don't lose data, rewrite tables, lock them for long or "
          "fail in "
          "their tool's transaction, unless a waiver or a comment accepts it.",
      .meaning = "The next deployment can lose data, block the application, or stop half-way.",
      .remedy =
          "Rewrite the statement as the finding wants it, or accept it in the parameter waivers.",
      .phases = {Phase::kPreflight, Phase::kSchema, Phase::kGate},
      .parameters =
          {ObjectMapParameter("services", "the services, by name", ServiceParameters()).Required(),
           ObjectListParameter("waivers",
                               "accepted violations; a comment before the statement, "
                               "-- gonogo: allow RULE because REASON, does the same",
                               WaiverParameters())
               .DefaultEmpty(),
           TextParameter(
               "not_reviewed",
               "whether what the review can't look at (rule not_reviewed) makes the verdict "
               "NO-GO: dynamic SQL, other languages, files that aren't SQL")
               .Default("required")
               .OneOf({"required", "advisory"})
               .Literal()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::migration_safety
