// backfill: copies the rows from the source to the target and sets the sequences. If pg_dump
// created the schema, then creates what it left for later: indexes, constraints, triggers.
#include <fmt/format.h>

#include <string_view>

#include "core/error.h"
#include "core/record/facts.h"
#include "core/text/text.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/interrupt.h"
#include "gates/objects/target_mark.h"
#include "stages/copy/absent_readers.h"
#include "stages/copy/analyze.h"
#include "stages/copy/copy.h"
#include "stages/copy/large_object_copy.h"
#include "stages/copy/sequence_copy.h"
#include "stages/dump/row_dump.h"
#include "stages/dump/schema_dump.h"
#include "stages/kept_records.h"
#include "stages/ledger/stage_run.h"
#include "stages/ledger/transaction_outcome.h"
#include "stages/stage_table.h"
#include "stages/steps/sql_steps.h"

namespace gonogo {
namespace {

std::string Describe(const CopyProgress& progress) {
  std::string text =
      fmt::format("  ...    {} of {}, {}, {}, {} %", progress.relations_done,
                  Counted(progress.relations, "relation"), Counted(progress.rows, "row"),
                  DataSize(progress.bytes), static_cast<int>(progress.part * 100));
  if (progress.left) text += fmt::format(", about {} s left", progress.left->count());
  return text;
}

class Backfill {
 public:
  explicit Backfill(StageRun& run) : run_(run) {}

  StageOutcome Act() {
    const bool by_dump = run_.arguments.Text("method") == "dump";
    if (by_dump && !SchemaIsDumped()) {
      throw PlanError(
          "backfill's method dump needs schema's method dump, because keys and triggers must be "
          "created after the rows");
    }
    if (run_.dry()) return by_dump ? ShowDump() : Show();
    if (by_dump) {
      MoveRows();
    } else {
      CopyRows();
    }
    if (run_.arguments.Boolean("large_objects")) MoveLargeObjects();
    if (SchemaIsDumped()) {
      ApplySteps(run_, {DumpedStep(run_, SchemaSection::kPostData)});
      AnalyzeTheRest();
    }
    return std::move(outcome_);
  }

 private:
  // True if pg_dump created the target's tables, without the indexes and keys that would slow the
  // copy down.
  bool SchemaIsDumped() const {
    const auto schema = run_.plan.stages.find(Phase::kSchema);
    return schema != run_.plan.stages.end() && schema->second.Text("method") == "dump";
  }

  // Indexes on expressions and extended statistics have their own statistics, and were created
  // after the copy's ANALYZE. What isn't in the plan has none at all.
  void AnalyzeTheRest() {
    run_.output.print_progress("  ...    analyzing");
    const auto remarks = AnalyzeAll(run_.target, run_.plan.limits, analyzed_);
    for (const std::string& remark : remarks) run_.output.print_line("  " + remark);
  }

  // Returns the relations, or none if stage schema hasn't created them yet.
  std::vector<RelationToCopy> RelationsToShow() const {
    Pair pair = OpenPair();
    try {
      return RelationsToCopy(pair.Source(), pair.Target(), run_.plan.relations,
                             pair.Of(SideName::kTarget).identity->major() <
                                 pair.Of(SideName::kSource).identity->major());
    } catch (const DatabaseError& error) {
      const bool is_made_later = run_.plan.stages.contains(Phase::kSchema) &&
                                 error.sqlstate() == "42P01" &&
                                 std::string_view(error.what()).starts_with("target: ");
      if (!is_made_later) throw;
      run_.output.print_line(
          fmt::format("  would copy {}: the statements depend on the target's tables, which stage "
                      "schema creates",
                      Counted(run_.plan.relations.size(), "relation")));
      return {};
    }
  }

  StageOutcome Show() {
    for (const RelationToCopy& relation : RelationsToShow()) {
      const std::string rows =
          relation.rows ? "about " + Counted(*relation.rows, "row") : "rows unknown";
      run_.output.print_line(fmt::format("  would copy {} ({}, {}, {})\n    {}\n    {}",
                                         relation.name, rows, DataSize(relation.bytes),
                                         relation.form, relation.copy_out, relation.copy_in));
    }
    if (SchemaIsDumped()) ShowPostData();
    return std::move(outcome_);
  }

  StageOutcome ShowDump() {
    run_.output.print_line(
        fmt::format("  would move the rows with pg_dump and pg_restore, {} at a time, through {}",
                    run_.jobs, (run_.migration.folder / "rows").string()));
    ShowPostData();
    return std::move(outcome_);
  }

  void ShowPostData() const {
    run_.output.print_line("-- step post-data\n" + DumpedStep(run_, SchemaSection::kPostData).text);
  }

  Pair OpenPair() const { return Pair(OpenSides(run_.source, run_.target, run_.plan.limits)); }

  // The name of a relation's step in the ledger. With another target it is another step.
  std::string StepOf(const std::string& relation) const {
    return fmt::format("rows of {} to {}", relation, run_.plan.RelationNamed(relation).target);
  }

  // The relations that earlier runs finished, also if a run was killed before it noted that.
  CopyState FinishedBefore() {
    CopyState state;
    const auto steps = run_.ledger->ledger().Steps(run_.stage.phase);
    WritingSession session(run_.target, "target", run_.plan.limits);
    for (const Relation& relation : run_.plan.relations) {
      const auto step = steps.find(StepOf(relation.source));
      if (step == steps.end()) continue;
      const LedgerLine& line = step->second;
      if (line.event == LedgerEvent::kStepBegan) {
        if (!WasCommitted(session, line.details.at("transaction"),
                          "the copy of " + relation.source)) {
          continue;
        }
        run_.ledger->Append(LedgerEvent::kStepDone, run_.stage.phase, step->first,
                            {{"found", "committed by an earlier run"}});
      }
      state.finished.insert(relation.source);
    }
    return state;
  }

  CopyEvents ToLedger() {
    return {.begun =
                [this](const std::string& relation, const std::string& transaction) {
                  run_.check_lock();
                  run_.ledger->Append(LedgerEvent::kStepBegan, run_.stage.phase, StepOf(relation),
                                      {{"transaction", transaction}});
                },
            .finished =
                [this](const CopiedRelation& copied) {
                  run_.ledger->Append(
                      LedgerEvent::kStepDone, run_.stage.phase, StepOf(copied.relation),
                      {{"rows", copied.rows}, {"bytes", copied.bytes}, {"form", copied.form}});
                },
            .progress =
                [this](const CopyProgress& progress) {
                  run_.output.print_progress(Describe(progress));
                },
            .analyzing =
                [this](std::size_t before, std::size_t all) {
                  run_.output.print_progress(
                      fmt::format("  ...    analyzed {} of {}", before, Counted(all, "relation")));
                },
            .remark = [this](const std::string& remark) { run_.output.print_line("  " + remark); }};
  }

  void CopyRows() {
    Pair pair = OpenPair();
    const CopyState before = FinishedBefore();
    Copy copy(pair, run_.plan, {.jobs = run_.jobs}, before, ToLedger());
    const OnInterrupt cancel([&copy] { copy.Cancel(); });
    const CopyReport report = copy.Run();
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    for (const CopiedRelation& relation : report.relations) {
      rows += relation.rows;
      bytes += relation.bytes;
    }
    outcome_.facts = {{"relations", report.relations.size()},
                      {"relations_before", before.finished.size()},
                      {"rows", rows},
                      {"bytes", bytes},
                      {"sequences", Json::array()}};
    NoteSequences(report.sequences);
    analyzed_ = report.analyzed;
    for (const std::string& remark : report.remarks) run_.output.print_line("  " + remark);
    run_.output.print_line(fmt::format(
        "  copied {}, {}, {}; {} copied before; {} set",
        Counted(report.relations.size(), "relation"), Counted(rows, "row"), DataSize(bytes),
        before.finished.size(), Counted(report.sequences.size(), "sequence")));
  }

  void MoveRows() {
    const MovedRows moved = MoveRowsByDump(run_);
    const auto source = OpenSnapshot(run_.source, "source", run_.plan.limits);
    WritingSession target(run_.target, "target", run_.plan.limits);
    const auto sequences = SetSequences(*source, target, run_.plan);
    outcome_.facts = {{"tables", moved.tables},
                      {"tables_before", moved.tables_before},
                      {"bytes", moved.bytes},
                      {"sequences", Json::array()}};
    NoteSequences(sequences);
    run_.output.print_line(
        fmt::format("  restored {} from a dump of {}; {} restored before; {} set",
                    Counted(moved.tables, "table"), DataSize(moved.bytes), moved.tables_before,
                    Counted(sequences.size(), "sequence")));
  }

  void MoveLargeObjects() {
    run_.check_lock();
    const auto source = OpenSnapshot(run_.source, "source", run_.plan.limits);
    WritingSession target(run_.target, "target", run_.plan.limits);
    const OnInterrupt cancel([&target] { target.Cancel(); });
    const CopiedLargeObjects copied =
        CopyLargeObjects(*source, target, AbsentReaders(run_.plan, target));
    outcome_.facts["large_objects"] = copied.objects;
    for (const std::string& remark : copied.remarks) run_.output.print_line("  " + remark);
    if (copied.objects == 0) return;
    run_.output.print_line(fmt::format("  copied {}, {}", Counted(copied.objects, "large object"),
                                       DataSize(copied.bytes)));
  }

  void NoteSequences(const std::vector<SetSequence>& sequences) {
    for (const SetSequence& set : sequences) {
      outcome_.facts["sequences"].push_back(set.sequence + ": " + set.note);
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
  std::vector<RelationName> analyzed_;
};

StageOutcome RunBackfill(StageRun& run) { return Backfill(run).Act(); }

// Rows of later transactions aren't the backfill's: the gate target_untouched looks for them.
StageOutcome NoteFilledTarget(StageRun& run) {
  const auto session = OpenSnapshot(run.target, "target", run.plan.limits);
  const MarkFacts mark = MarkNow(*session);
  StageOutcome outcome{.failures = {}, .facts = KeepTargetSchema(run)};
  outcome.facts["mark"] = ToJson(mark);
  return outcome;
}

}  // namespace

Stage BackfillStage() {
  return {.phase = Phase::kBackfill,
          .summary = "copy the rows of every relation, set the sequences, and analyze",
          .needs_source = true,
          .parameters = {TextParameter("method",
                                       "copy: streams the rows from server to server, without the "
                                       "disk; dump: pg_dump and pg_restore, only if schema's "
                                       "method is dump")
                             .Default("copy")
                             .OneOf({"copy", "dump"}),
                         BooleanParameter("large_objects",
                                          "whether to copy the source's large objects, with "
                                          "contents, owners and privileges")
                             .Default(true),
                         TextParameter("mode",
                                       "dry-run: only prints what the stage would do, as with "
                                       "--dry-run")
                             .Default("run")
                             .OneOf({"run", "dry-run"})},
          .act = RunBackfill,
          .note_end = NoteFilledTarget};
}

}  // namespace gonogo
