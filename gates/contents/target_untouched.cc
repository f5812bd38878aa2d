// target_untouched: since the mover finished, or besides replication, nobody has written rows to
// the target. PostgreSQL notes in each row which transaction wrote it, and with
// track_commit_timestamp whether that came from replication. See
// docs/adr/0065-rows-tell-who-wrote-them.md.
#include <fmt/format.h>

#include <filesystem>
#include <regex>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "core/text/text.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/system/text_file.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/contents/relation_statements.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::target_untouched {
namespace {

constexpr const char* kReplication = "replication";

// When the mover had finished. Without a snapshot all rows count.
struct Mark {
  Value snapshot{};
  std::string words{};  // "2026-02-21T09:30:00.000Z, when backfill ended"
};

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  static const std::regex snapshot("[0-9]{1,19}:[0-9]{1,19}:([0-9]{1,19}(,[0-9]{1,19})*)?");
  const std::string& since = arguments.Text("since");
  if (!since.empty() && !std::regex_match(since, snapshot)) {
    throw PlanError(fmt::format(
        "\"since\" is {}, but must be what SELECT pg_current_snapshot() returned, such as 745:745:",
        since));
  }
  return OneForEachRelation(plan, arguments);
}

std::optional<MarkFacts> NotedBy(const MigrationFolder& migration) {
  if (!std::filesystem::exists(migration.ledger)) return std::nullopt;
  return ParseLedger(ReadTextFile(migration.ledger), migration.ledger.string()).LastMark();
}

Mark MarkFor(const Inspection& in) {
  if (const std::string& since = in.arguments.Text("since"); !since.empty()) {
    return {since, "snapshot " + since};
  }
  const auto noted = NotedBy(in.migration);
  if (!noted) {
    if (in.arguments.Text("mover") == kReplication) return {};
    throw PlanError(fmt::format(
        "{}: nobody noted here when the mover had finished: `gonogo stage backfill` does, and --out "
        "names the folder; of another mover, \"since\" says it",
        in.migration.folder.string()));
  }
  ServerIdentity then{.version = {},
                      .database_oid = noted->database_oid,
                      .system_identifier = noted->system_identifier};
  if (!IdentifySameDatabase(then, *in.pair.Of(SideName::kTarget).identity)) {
    throw DatabaseError(
        "target: backfill filled another database: run `gonogo stage backfill` again", "");
  }
  return {noted->snapshot, noted->at + ", when backfill ended"};
}

std::string Described(std::int64_t rows, std::int64_t transactions, const Value& last_at) {
  return fmt::format("{} written by {}{}", Counted(rows, "row"),
                     Counted(transactions, "transaction"),
                     last_at ? ", the last at " + *last_at : "");
}

// Judges a table whose mover has finished: all its newer rows are somebody else's.
void JudgeCopied(const std::string& table, const Mark& mark, const Row& row, Outcome& outcome) {
  const std::int64_t rows = row.Integer("rows");
  const std::string wanted = "none since " + mark.words;
  if (rows == 0) {
    outcome.notes.push_back(table + ": no rows written since " + mark.words);
    return;
  }
  outcome.findings.push_back(
      {table, Described(rows, row.Integer("transactions"), row.Maybe("last_at")), wanted});
}

// Judges a table that replication still writes: the rows of sessions are somebody else's.
void JudgeReplicated(const std::string& table, bool tracks, const Row& row, Outcome& outcome) {
  if (const std::int64_t unknown = row.Integer("unknown_rows"); unknown > 0) {
    throw DatabaseError(
        fmt::format("target: {}: nobody knows who wrote {}: {}", table, Counted(unknown, "row"),
                    tracks ? "it was before track_commit_timestamp was on, or too long ago; name a "
                             "snapshot after that in \"since\""
                           : "track_commit_timestamp is off, or the server is older than 14"),
        "");
  }
  const std::int64_t local = row.Integer("local_rows");
  outcome.notes.push_back(
      fmt::format("{}: replication wrote {}", table, Counted(row.Integer("rows") - local, "row")));
  if (local == 0) return;
  outcome.findings.push_back(
      {table, Described(local, row.Integer("local_transactions"), row.Maybe("local_at")),
       "none but those of replication"});
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const std::string& table = NameOn(SideName::kTarget, relation);
  in.pair.Target();  // throws if it isn't open
  RequireReadable(in, SideName::kTarget, relation);
  const Mark mark = MarkFor(in);
  const WrittenStatements written{sql::kTargetUntouched, {mark.snapshot}, "count_statement"};
  const Rows rows = in.catalogue.RowsOf(relation, SideName::kTarget, written.query, written.values);
  const Row row = rows.Only();
  if (const Value& kind = row.Maybe("kind")) {
    throw DatabaseError(fmt::format("target: {} is a {}, which has no rows of its own: name it in "
                                    "\"except\"",
                                    table, *kind),
                        "42809");
  }
  if (mark.snapshot && !row.Boolean("is_of_server")) {
    throw DatabaseError(
        fmt::format("target: {} isn't a snapshot of this server, or is too old", *mark.snapshot),
        "");
  }
  Outcome outcome{.examined = 1};
  const Rows answer = AnswerTo(in, SideName::kTarget, written, row);
  if (in.arguments.Text("mover") == kReplication) {
    JudgeReplicated(table, row.Boolean("tracks"), answer.Only(), outcome);
  } else {
    JudgeCopied(table, mark, answer.Only(), outcome);
  }
  NoteForeignPartitions(in, SideName::kTarget, relation, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "target_untouched",
          .summary = "Nobody but the mover has written rows to the target.",
          .meaning =
              "Something already uses the target: what it writes overwrites what moves, or is "
              "overwritten.",
          .remedy =
              "Stop the writer and move these tables again; after a repair of your own, name the "
              "snapshot in since.",
          .phases = {Phase::kGate},
          .parameters =
              {RelationsParameter(), ExceptParameter(),
               TextParameter(
                   "mover",
                   "copy: it has finished, and newer rows are somebody else's; replication: it "
                   "goes on, and rows of sessions are, which needs PostgreSQL 14 and "
                   "track_commit_timestamp")
                   .Default("copy")
                   .OneOf({"copy", kReplication}),
               TextParameter(
                   "since",
                   "pg_current_snapshot() of the target when the mover had finished; older rows "
                   "aren't asked. Default: when stage backfill ended")
                   .DefaultEmpty()},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo::target_untouched
