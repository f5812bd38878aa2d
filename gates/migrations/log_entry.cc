// log_entry: the runbook's log table on the target has the row that its last step writes.
#include "core/error.h"
#include "core/plan/gate.h"
#include "gates/inspection.h"
#include "gates/migrations/history/history_rows.h"
#include "gates/reading/read_privilege.h"

namespace gonogo::log_entry {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Map("row").empty()) throw PlanError("\"row\" is empty");
  return {{arguments.Text("table"), ""}};
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, SideName::kTarget, in.plan);
  const std::string table = in.arguments.Text("table");
  const HistoryRows log = ReadHistory(in.pair.Target(), table);
  if (!log.has_table) throw NoSuchRelation("target", table);
  return RequireRow(table, log, in.arguments.Map("row"));
}

}  // namespace

Gate Definition() {
  return {
      .name = "log_entry",
      .summary = "The runbook's log table on the target has the expected row.",
      .meaning = "A step of the runbook hasn't run on the target, or hasn't ended.",
      .remedy = "Run the step that writes this row to the log table.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextParameter("table", "the log table: schema.table").Required(),
                     TextMapParameter("row", "columns and texts of the expected row").Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::log_entry
