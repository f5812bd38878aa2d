// One statement asks for the markers of all providers.
#include "gates/reading/provider_of.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "fixtures/session/server_identity.h"
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

ProviderFacts ReadFacts(Session& session) {
  const Rows rows = session.Query(sql::kProvider, {ToParameter(Markers())});
  const Row row = rows.Only();
  return {.marked = ParseJson(row.Text("providers")).get<std::vector<std::string>>(),
          .is_superuser = row.Boolean("is_superuser"),
          .is_throw_away = row.Text("cluster_name") == kThrowAwayClusterName};
}

std::string MarkersOf(const Provider& provider) {
  std::vector<std::string> markers;
  for (const ProviderMarker& marker : provider.markers) {
    markers.push_back(marker.kind + " " + marker.name);
  }
  return Join(markers, ", ");
}

}  // namespace

const Provider* JudgeProvider(SideName side, const std::string& planned,
                              const ProviderFacts& facts) {
  const bool is_nobodys = facts.is_superuser || facts.marked.empty();
  const Provider* const told = is_nobodys ? nullptr : FindProvider(facts.marked.front());
  if (planned.empty()) return told;
  const Provider* const provider = FindProvider(planned);
  if (provider == nullptr) return nullptr;  // "none"
  if (std::ranges::find(facts.marked, planned) != facts.marked.end()) return provider;
  if (facts.is_throw_away) return told;  // a rehearsal of the plan, on nobody's server
  throw PlanError(fmt::format(
      "{0}: the plan's provider is \"{1}\", but the server {2} (it has no {3}): correct "
      "connections.{0}.provider, or remove it and gonogo asks the server",
      ToString(side), planned,
      told == nullptr ? "isn't one of " + provider->title : "is one of " + told->title,
      MarkersOf(*provider)));
}

const Provider* DetectProvider(Session& session) {
  return JudgeProvider(SideName::kTarget, "", ReadFacts(session));
}

const Provider* ProviderOf(const Plan& plan, SideName side, Session& session) {
  const auto connection = plan.connections.find(ToString(side));
  const std::string planned =
      connection == plan.connections.end() ? "" : connection->second.provider;
  return JudgeProvider(side, planned, ReadFacts(session));
}

}  // namespace gonogo
