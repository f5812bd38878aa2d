// leftovers: the migration has cleaned up: no publication, subscription, replication slot, schema
// of a tool or half-built index is left. What both sides have is the application's.
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/migration_tools.h"
#include "gates/reading/provider_of.h"
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

// Returns what the plan lets stay, and the publications of the side's provider.
std::vector<std::string> MayStay(const Inspection& in) {
  std::vector<std::string> names = in.arguments.Texts("may_stay");
  const SideName side = SideOf(in);
  const Provider* const provider = ProviderOf(in.plan, side, in.pair.SessionOf(side));
  if (provider == nullptr) return names;
  constexpr std::string_view kPublication = "publication ";
  for (const std::string& object : provider->objects) {
    if (object.starts_with(kPublication)) names.push_back(object.substr(kPublication.size()));
  }
  return names;
}

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kLeftovers,
                   {ToParameter(Json(MayStay(in))), ToParameter(OnOtherSide(in)), NamesOfTools(),
                    ToParameter(Json(PublicationsOfMigration(in.plan)))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "leftovers",
      .summary =
          "The migration's tools have left nothing: publications, slots, schemas, half-built "
          "indexes.",
      .meaning =
          "A forgotten slot fills the disk with WAL; other leftovers disturb the next migration.",
      .remedy = "Drop what the finding names, or list it in the parameter may_stay.",
      .phases = {Phase::kFinalize},
      .parameters =
          {TextListParameter("may_stay", "names of objects that aren't leftovers").DefaultEmpty()},
      .subjects = OneForEachSide,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::leftovers
