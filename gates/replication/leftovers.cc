// leftovers: the migration has cleaned up: no publication, subscription, replication slot, schema
// of a tool or half-built index is left. What both sides have is the application's.
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/migration_tools.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::leftovers {
namespace {

// Returns what the other side has: a JSON list of {kind, name}.
Json OnOtherSide(const Inspection& in) {
  const BothRows rows = in.pair.Query(sql::kLeftoversReplication, {});
  Json list = Json::array();
  for (const Row row : rows[OtherSide(SideOf(in))]) {
    list.push_back({{"kind", row.Text("kind")}, {"name", row.Text("name")}});
  }
  return list;
}

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kLeftovers,
                   {ToParameter(Json(in.arguments.Texts("may_stay"))), ToParameter(OnOtherSide(in)),
                    NamesOfTools(), ToParameter(Json(PublicationsOfMigration(in.plan)))});
}

}  // namespace

Gate Definition() {
  return {.name = "leftovers",
          .summary =
              "The migration's tools have left nothing: publications, slots, schemas, half-built "
              "indexes.",
          .phases = {Phase::kFinalize},
          .parameters = {TextListParameter("may_stay", "names of objects that aren't leftovers")
                             .DefaultEmpty()},
          .subjects = OneForEachSide,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo::leftovers
