// An empty list verifies nothing.
#include "app/proof/checklist.h"

#include <algorithm>

#include "app/exit_status.h"

namespace gonogo {

bool Checklist::Has(PointState state) const {
  return std::any_of(points.begin(), points.end(),
                     [state](const Point& point) { return point.state == state; });
}

std::string Checklist::Result() const {
  if (Has(PointState::kWrong)) return "WRONG";
  return Has(PointState::kOpen) || !Has(PointState::kGood) ? "NOT VERIFIED" : "VERIFIED";
}

int Checklist::ExitStatus() const {
  const std::string result = Result();
  return result == "VERIFIED" ? kExitGo : result == "WRONG" ? kExitNoGo : kExitUndecided;
}

}  // namespace gonogo
