// log_entry: the migration's own log on the target has the row that its last step writes.
#include "core/error.h"
#include "core/plan/gate.h"
#include "gates/inspection.h"
#include "gates/migrations/history/log_rows.h"
#include "gates/read_privilege.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Map("row").empty()) throw PlanError("\"row\" is empty");
  return {{arguments.Text("table"), ""}};
}

Outcome Run(const Inspection& in) {
  RequireReadableTarget(in.pair, in.plan);
  const std::string table = in.arguments.Text("table");
  const LoggedRows log = ReadLog(in.pair.Target(), table);
  if (!log.has_table) throw NoSuchRelation("target", table);
  return LookForRow(table, log, in.arguments.Map("row"));
}

}  // namespace

Gate log_entry() {
  return {.name = "log_entry",
          .summary = "The migration's own log on the target has the row that it must.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {TextParameter("table", "the log: schema.table").Required(),
                         TextMapParameter("row", "columns and texts of the row that must be there")
                             .Required()},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
