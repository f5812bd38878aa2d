// One statement asks for the markers of all providers.
#include "gates/reading/provider_of.h"

#include "core/json/json.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

Json Markers() {
  Json markers = Json::array();
  for (const Provider& provider : Providers()) {
    for (const ProviderMarker& marker : provider.markers) {
      markers.push_back(
          {{"provider", provider.name}, {"kind", marker.kind}, {"name", marker.name}});
    }
  }
  return markers;
}

}  // namespace

const Provider* DetectProvider(Session& session) {
  const Rows rows = session.Query(sql::kProvider, {ToParameter(Markers())});
  return rows.size() == 0 ? nullptr : FindProvider(rows.Only().Text("provider"));
}

const Provider* ProviderOf(const Plan& plan, SideName side, Session& session) {
  const auto connection = plan.connections.find(ToString(side));
  if (connection == plan.connections.end() || connection->second.provider.empty()) {
    return DetectProvider(session);
  }
  return FindProvider(connection->second.provider);  // null: "none"
}

}  // namespace gonogo
