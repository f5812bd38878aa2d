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

std::vector<Parameter> DowntimeKeys() {
  return {TextParameter("from", "STAGE.COMMAND with which it begins").Required(),
          TextParameter("until", "STAGE.COMMAND with whose end it ends").Required(),
          IntegerParameter("budget_s", "seconds that it may take, by its rehearsed time")
              .Required()
              .AtLeast(1)};
}

}  // namespace

const std::vector<Parameter>& WindowKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("from", "when it begins, with the zone: 2026-02-21T22:00Z").Required(),
      TextParameter("until", "when it ends").Required(),
      TextParameter(
          "opens_with",
          "the first stage that doesn't begin before it; if not given: cutover; without one, or "
          "inside one database, the first stage")
          .Default(""),
      TextParameter("point_of_no_return",
                    "STAGE.COMMAND, or a stage, after which the way leads forward, so that nothing "
                    "is late any more; if not given: \"no_return\" of the cutover, or else the end "
                    "of the last stage before finalize")
          .Default(""),
      IntegerParameter("margin_percent",
                       "what counts for a rehearsed time, in percent of it: production is slower")
          .Default(150)
          .AtLeast(100),
      BooleanParameter("must_fit",
                       "whether a stage begins only if what is left, and the way back, fit in by "
                       "their rehearsed times; false: only the window's two ends count")
          .Default(true),
      ObjectParameter("downtime", "the time in which the application can't write", DowntimeKeys())};
  return keys;
}

Window WindowFrom(const Arguments& keys) {
  const UtcTime from = TimeOf(keys, "from");
  const UtcTime until = TimeOf(keys, "until");
  if (until <= from) throw PlanError("the window ends before it begins");
  return {UtcText(from), UtcText(until)};
}

}  // namespace gonogo
