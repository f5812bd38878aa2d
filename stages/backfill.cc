// backfill: the rows go from the source to the target, and where the schema came by pg_dump, what
// it left for afterwards: indexes, constraints, triggers.
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/interrupt.h"
#include "stages/copy/copy.h"
#include "stages/copy/sequence_copy.h"
#include "stages/dump/row_dump.h"
#include "stages/dump/schema_dump.h"
#include "stages/ledger/stage_run.h"
#include "stages/ledger/transaction_outcome.h"
#include "stages/stage_table.h"
#include "stages/steps/sql_steps.h"

namespace gonogo {
namespace {

std::string Describe(const CopyProgress& progress) {
  std::string words = "  ...    " + std::to_string(progress.relations_done) + " of " +
                      std::to_string(progress.relations) + " relations, " +
                      Counted(progress.rows, "row") + ", " +
                      std::to_string(progress.bytes / 1'000'000) + " MB, " +
                      std::to_string(static_cast<int>(progress.part * 100)) + " %";
  if (progress.left) words += ", about " + std::to_string(progress.left->count()) + " s left";
  return words;
}

class Backfill {
 public:
  explicit Backfill(StageRun& run) : run_(run) {}

  StageOutcome Act() {
    const bool by_dump = run_.arguments.Text("method") == "dump";
    if (by_dump && !SchemaIsDumped()) {
      throw PlanError(
          "backfill's method dump needs schema's method dump: keys and triggers come after the "
          "rows");
    }
    if (run_.dry()) return by_dump ? ShowDump() : Show();
    if (by_dump) {
      MoveRows();
    } else {
      CopyRows();
    }
    if (SchemaIsDumped()) {
      ApplySteps(run_, {DumpedStep(run_, SchemaSection::kPostData)});
      AnalyzeAgain();
    }
    return std::move(outcome_);
  }

 private:
  // Whether pg_dump made the target's tables, without what would slow the copy down.
  bool SchemaIsDumped() const {
    const auto schema = run_.plan.stages.find(Phase::kSchema);
    return schema != run_.plan.stages.end() && schema->second.Text("method") == "dump";
  }

  // Indexes of expressions and extended statistics came after the rows were analyzed, and have
  // statistics of their own.
  void AnalyzeAgain() {
    run_.voice.show("  ...    analyzing");
    WritingSession session(run_.target, "target", run_.plan.limits);
    const OnInterrupt cancel([&session] { session.Cancel(); });
    Transaction transaction(session);
    const auto remarks = session.Execute("ANALYZE");
    transaction.Commit();
    for (const std::string& remark : remarks) run_.voice.say("  " + remark);
  }

  StageOutcome Show() {
    Pair pair = OpenPair();
    const auto relations = RelationsToCopy(
        pair.Source(), pair.Target(), run_.plan.relations,
        pair.target_side().identity->major() < pair.source_side().identity->major());
    for (const RelationToCopy& relation : relations) {
      run_.voice.say("  would copy " + relation.name + " (" +
                     (relation.rows ? "about " + Counted(*relation.rows, "row")
                                    : std::string("rows unknown")) +
                     ", " + std::to_string(relation.bytes) + " bytes, " + relation.form +
                     ")\n    " + relation.copy_out + "\n    " + relation.copy_in);
    }
    if (SchemaIsDumped()) {
      run_.voice.say("-- step post-data\n" + DumpedStep(run_, SchemaSection::kPostData).text);
    }
    return std::move(outcome_);
  }

  StageOutcome ShowDump() {
    run_.voice.say("  would move the rows with pg_dump and pg_restore, " +
                   std::to_string(run_.jobs) + " at a time, through " +
                   (run_.folder / "rows").string());
    run_.voice.say("-- step post-data\n" + DumpedStep(run_, SchemaSection::kPostData).text);
    return std::move(outcome_);
  }

  Pair OpenPair() const {
    return {OpenSide("source", run_.source, run_.plan.limits),
            OpenSide("target", run_.target, run_.plan.limits)};
  }

  // What the ledger calls the step of a relation. One that goes elsewhere is another step.
  std::string StepOf(const std::string& relation) const {
    return "rows of " + relation + " to " + run_.plan.RelationNamed(relation).target;
  }

  // What earlier runs have finished, whether or not they lived to note it.
  CopyState Done() {
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

  CopyEvents Noting() {
    return {
        .begun =
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
        .progress = [this](const CopyProgress& progress) { run_.voice.show(Describe(progress)); }};
  }

  void CopyRows() {
    Pair pair = OpenPair();
    const CopyState before = Done();
    Copy copy(pair, run_.plan, {.jobs = run_.jobs}, before, Noting());
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
    for (const std::string& remark : report.remarks) run_.voice.say("  " + remark);
    run_.voice.say("  copied " + std::to_string(report.relations.size()) + " relations, " +
                   Counted(rows, "row") + ", " + std::to_string(bytes) + " bytes; " +
                   std::to_string(before.finished.size()) + " were copied before; " +
                   std::to_string(report.sequences.size()) + " sequences set");
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
    run_.voice.say("  restored " + Counted(moved.tables, "table") + " of a dump of " +
                   std::to_string(moved.bytes) + " bytes; " + std::to_string(moved.tables_before) +
                   " were restored before; " + std::to_string(sequences.size()) + " sequences set");
  }

  void NoteSequences(const std::vector<SetSequence>& sequences) {
    for (const SetSequence& set : sequences) {
      outcome_.facts["sequences"].push_back(set.sequence + ": " + set.note);
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
};

StageOutcome Act(StageRun& run) { return Backfill(run).Act(); }

}  // namespace

Stage BackfillStage() {
  return {.phase = Phase::kBackfill,
          .summary = "copy the rows of every relation, set the sequences, and analyze",
          .needs_source = true,
          .parameters = {TextParameter("method",
                                       "copy: streamed from server to server, without the disk; "
                                       "dump: pg_dump and pg_restore, where the schema is dumped")
                             .Default("copy")
                             .OneOf({"copy", "dump"}),
                         TextParameter("mode",
                                       "dry-run: the stage shows what it would do, as with "
                                       "--dry-run, and is not done")
                             .Default("run")
                             .OneOf({"run", "dry-run"})},
          .act = Act};
}

}  // namespace gonogo
