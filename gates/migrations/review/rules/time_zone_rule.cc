// A cast between a type with time zone and one without reads or writes the zone of the session. AT
// TIME ZONE names the zone instead.
#include "gates/migrations/review/rules/time_zone_rule.h"

#include <fmt/format.h>

#include <set>

#include "gates/migrations/review/rules/column_types.h"
#include "gates/parser/qualified_name.h"

namespace gonogo {
namespace {

bool HasZone(const std::string& type) { return type == "timestamptz" || type == "timetz"; }

bool IsTime(const std::string& type) {
  return type == "date" || type == "time" || type == "timestamp" || HasZone(type);
}

bool IsText(const std::string& type) {
  static const std::set<std::string> texts = {"text", "varchar", "bpchar", "citext"};
  return texts.contains(type);
}

// Returns true if a cast between the types never looks at the TimeZone.
bool IsIndependent(const std::string& was, const std::string& becomes) {
  if (was == becomes) return true;
  if (was == "timetz" && becomes == "time") return true;  // only leaves out the zone
  return !was.empty() && !HasZone(was) && !HasZone(becomes);
}

// Returns true if the expression names a zone, or counts seconds, which have none.
bool NamesZone(const Json& node) {
  if (!node.is_structured()) return false;
  for (const auto& [member, value] : node.items()) {
    if (member == "FuncCall") {
      const std::string name = LastName(value.at("funcname"));
      const std::size_t arguments = value.value("args", Json::array()).size();
      if (name == "timezone" && arguments > 1) return true;
      if (name == "to_timestamp" && arguments == 1) return true;
    }
    if (NamesZone(value)) return true;
  }
  return false;
}

}  // namespace

std::string TimeZoneDependence(const std::string& was, const Json& column) {
  const std::string becomes = TypeNameOf(column.at("typeName"));
  const bool concerns_time = IsTime(becomes) || (HasZone(was) && IsText(becomes));
  if (!concerns_time || IsIndependent(was, becomes)) return "";
  if (column.contains("raw_default") && NamesZone(column.at("raw_default"))) return "";
  if (!was.empty() && !IsTime(was) && !IsText(was)) return "";
  if (was.empty() && !HasZone(becomes)) {
    return fmt::format(
        "to {}, which takes values with a time zone as they are in the session's "
        "TimeZone",
        becomes);
  }
  return fmt::format("{}to {} in the session's TimeZone: the values depend on who migrates",
                     was.empty() ? "" : "from " + was + " ", becomes);
}

}  // namespace gonogo
