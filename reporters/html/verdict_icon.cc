// Drawn by hand: a tick, a cross, an exclamation mark.
#include "reporters/html/verdict_icon.h"

#include <fmt/format.h>

namespace gonogo {

std::string VerdictIcon(const std::string& tone) {
  const std::string color = tone == "go" ? "176b38" : tone == "nogo" ? "b3231b" : "7a4d00";
  const std::string sign = tone == "go"     ? "M4.5 8.5l2.5 2.5 4.5-5.5"
                           : tone == "nogo" ? "M5 5l6 6M11 5l-6 6"
                                            : "M8 4v5M8 11.5v.5";
  return fmt::format(
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle "
      "cx='8' cy='8' r='8' fill='%23{}'/%3E%3Cpath d='{}' stroke='%23fff' stroke-width='2' "
      "fill='none'/%3E%3C/svg%3E",
      color, sign);
}

}  // namespace gonogo
