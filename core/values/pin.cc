// The keys are literal: if the environment chose them, it could lead a plan to any database.
#include "core/values/pin.h"

#include "core/error.h"

namespace gonogo {
namespace {

std::string TextOr(const Arguments& keys, const char* name) {
  return keys.Has(name) ? keys.Text(name) : "";
}

std::int64_t IntegerOr(const Arguments& keys, const char* name) {
  return keys.Has(name) ? keys.Integer(name) : 0;
}

}  // namespace

const std::vector<Parameter>& PinKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("system_identifier", "the number of its cluster, as pg_control_system() says")
          .Literal(),
      TextParameter("database", "its name").Literal(),
      TextParameter("database_oid", "its OID; another one if somebody creates it again").Literal(),
      TextParameter("host", "the host or hosts of the URL").Literal(),
      TextParameter("role", "the role that connects").Literal(),
      IntegerParameter("minimum_version", "the oldest major version").AtLeast(1).Literal(),
      IntegerParameter("maximum_version", "the newest major version").AtLeast(1).Literal(),
      ObjectParameter(
          "marker", "a value that only this database has",
          {TextParameter("query", "a query for one row of one column").Required().Literal(),
           TextParameter("equals", "its value").Required().Literal()})};
  return keys;
}

Pin PinFrom(const Arguments& keys) {
  Pin pin{.system_identifier = TextOr(keys, "system_identifier"),
          .database = TextOr(keys, "database"),
          .database_oid = TextOr(keys, "database_oid"),
          .host = TextOr(keys, "host"),
          .role = TextOr(keys, "role"),
          .minimum_version = IntegerOr(keys, "minimum_version"),
          .maximum_version = IntegerOr(keys, "maximum_version"),
          .marker_query = {},
          .marker_value = {}};
  if (keys.Has("marker")) {
    const Arguments marker = keys.Member("marker");
    pin.marker_query = marker.Text("query");
    pin.marker_value = marker.Text("equals");
  }
  if (pin.empty()) throw PlanError("a pin needs at least one key that isn't empty");
  return pin;
}

std::vector<std::string> KeysOf(const Pin& pin) {
  std::vector<std::string> keys;
  if (!pin.system_identifier.empty()) keys.emplace_back("system identifier");
  if (!pin.database.empty()) keys.emplace_back("database");
  if (!pin.database_oid.empty()) keys.emplace_back("database OID");
  if (!pin.host.empty()) keys.emplace_back("host");
  if (!pin.role.empty()) keys.emplace_back("role");
  if (pin.minimum_version > 0 || pin.maximum_version > 0) keys.emplace_back("version");
  if (!pin.marker_query.empty()) keys.emplace_back("marker");
  return keys;
}

}  // namespace gonogo
