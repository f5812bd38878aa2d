// Draws the window as a bar: what is over, what is left to do, and the time for the way back.
#include "reporters/html/clock_part.h"

#include <algorithm>
#include <string>
#include <vector>

#include "reporters/model/window_clock.h"

namespace gonogo {
namespace {

constexpr std::int64_t kClockWidth = 1000;

// A rectangle of the picture. Its colours are attributes too: where style is forbidden, a rectangle
// without them is black.
struct Bar {
  const char* kind;
  UtcTime begin;
  UtcTime end;
  const char* opacity;
};

std::int64_t PlaceOf(UtcTime time, const WindowClock& clock) {
  const UtcTime inside = std::clamp(time, clock.from, clock.until);
  return kClockWidth * (inside - clock.from).count() / (clock.until - clock.from).count();
}

std::vector<Bar> BarsOf(const WindowClock& clock) {
  std::vector<Bar> bars;
  const UtcTime start = clock.now ? std::max(*clock.now, clock.from) : clock.from;
  bars.push_back({"over", clock.from, start, "0.15"});
  for (const StageLeft& one : clock.left) {
    if (!one.begins || !one.takes) break;  // the ones after it have no place
    bars.push_back({"todo", *one.begins, *one.begins + *one.takes, "0.5"});
  }
  if (clock.turn_back) bars.push_back({"back", *clock.turn_back, clock.until, "0.3"});
  return bars;
}

// The bar of the window, for those who see it and for those who hear it.
Json BarPart(const WindowClock& clock, const std::string& spoken) {
  constexpr std::int64_t kGap = 2;  // between stages
  Json bars = Json::array();
  for (const Bar& bar : BarsOf(clock)) {
    const std::int64_t x = PlaceOf(bar.begin, clock);
    const std::int64_t width = PlaceOf(bar.end, clock) - x;
    if (width == 0) continue;
    bars.push_back({{"kind", bar.kind},
                    {"bar_x", std::to_string(x)},
                    {"bar_width", std::to_string(std::max<std::int64_t>(1, width - kGap))},
                    {"opacity", bar.opacity}});
  }
  return {{"clock_bars", std::move(bars)}, {"spoken", spoken}};
}

}  // namespace

Json ClockPart(const RunReport& report) {
  Json lines = Json::array();
  std::string spoken;
  for (const ClockLine& line : ClockLines(report)) {
    lines.push_back(
        {{"line_label", line.label}, {"line", line.text}, {"late", line.is_late ? "late" : ""}});
    spoken += (spoken.empty() ? "" : ". ") + line.label + " " + line.text;
  }
  if (lines.empty()) return Json::object();
  Json part = {{"clock_lines", std::move(lines)}};
  if (const auto clock = ClockOf(report)) part["bar"] = BarPart(*clock, spoken);
  return {{"clock", std::move(part)}};
}

}  // namespace gonogo
