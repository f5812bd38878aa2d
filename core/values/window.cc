// A time without a zone would mean another moment on each host.
#include "core/values/window.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

UtcTime TimeOf(const Arguments& keys, const std::string& name) {
  const std::string text = keys.Text(name);
  if (const auto time = ParseTimeWithZone(text)) return *time;
  throw PlanError(fmt::format(
      "\"{}\" must be a time with its zone, like 2026-02-21T22:00Z or 2026-02-21T23:00+01:00: {}",
      name, text));
}

}  // namespace

const std::vector<Parameter>& WindowKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("from", "when it begins, with the zone: 2026-02-21T22:00Z").Required(),
      TextParameter("until", "when it ends").Required()};
  return keys;
}

Window WindowFrom(const Arguments& keys) {
  const UtcTime from = TimeOf(keys, "from");
  const UtcTime until = TimeOf(keys, "until");
  if (until <= from) throw PlanError("the window ends before it begins");
  return {UtcText(from), UtcText(until)};
}

}  // namespace gonogo
