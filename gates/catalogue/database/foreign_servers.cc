// foreign_servers: foreign-data wrappers, foreign servers and user mappings are the same on both
// sides. Gate old_host checks that none of them points to the source.
#include <fmt/format.h>

#include <array>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::foreign_servers {
namespace {

constexpr const char* kMappingOptions = "mapping_options";
constexpr const char* kHosts = "hosts";

// Options that say where a foreign server is. gate old_host knows whether that is the source.
constexpr std::array kPlaces = {"option host",    "option hostaddr", "option port",
                                "option service", "option server",   "option servername",
                                "option address", "option dbserver"};

// Throws DatabaseError (42501) for the objects whose options the side's role may not see: they look
// as if they had none.
void RequireVisible(SideName side, const Rows& rows) {
  std::vector<std::string> hidden;
  for (const Row row : rows) {
    if (row.Boolean("unreadable")) hidden.push_back(row.Text("object"));
  }
  if (hidden.empty()) return;
  throw DatabaseError(
      fmt::format(
          "{}: this role can't see the options of {}; connect as a superuser, or leave them "
          "out by \"{}\": false",
          ToString(side), Join(hidden, ", "), kMappingOptions),
      "42501");
}

void ReplaceHosts(const std::map<std::string, std::string>& hosts, Objects& of_source) {
  for (auto& [name, object] : of_source) {
    for (const char* const place : kPlaces) {
      const auto property = object.properties.find(place);
      if (property == object.properties.end() || !property->second.text) continue;
      const auto host = hosts.find(*property->second.text);
      if (host != hosts.end()) property->second.text = host->second;
    }
  }
}

Outcome Run(const Inspection& in) {
  const bool with_options = in.arguments.Boolean(kMappingOptions);
  const std::vector<Value> values = {with_options ? "true" : "false"};
  const BothRows rows = in.pair.Query(sql::kForeignServers, values);
  for (const SideName side : kBothSides) RequireVisible(side, rows[side]);
  const auto hosts = in.arguments.Map(kHosts).get<std::map<std::string, std::string>>();
  Outcome outcome = CompareEditedObjects(in, sql::kForeignServers, values, [&](Objects& of_source) {
    ReplaceHosts(hosts, of_source);
  });
  if (!with_options) outcome.notes.push_back("the options of user mappings aren't compared");
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "foreign_servers",
      .summary =
          "Foreign-data wrappers, foreign servers and user mappings are the same on both "
          "sides, with their options; of secrets only that they are set is compared. A host "
          "that differs is a finding unless the parameter hosts names both.",
      .meaning =
          "Foreign tables on the target read from another server, as another user, or not at all.",
      .remedy =
          "Run ALTER SERVER or ALTER USER MAPPING on the target, or name both hosts in the "
          "parameter hosts.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextMapParameter(kHosts,
                                      "hosts, addresses, ports and services of the source's "
                                      "foreign servers, and what replaces each on the target")
                         .DefaultEmpty(),
                     BooleanParameter(kMappingOptions,
                                      "compare the options of user mappings, which only a "
                                      "superuser and the mapping's user see")
                         .Default(true)},
      .subjects = OneForTheDatabase,
      .run = Run};
}

}  // namespace gonogo::foreign_servers
