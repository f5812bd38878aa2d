// Counts are compared as integers; a percentage is rounded down to whole rows first.
#include "gates/contents/row_tolerance.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// No table has more rows, and sums of counts stay far from overflow.
constexpr std::int64_t kLargestDrift = 1'000'000'000'000'000;

// The number n of "source + n" or "source - n".
std::int64_t Drift(const std::string& expect) {
  constexpr std::string_view kSource = "source";
  const std::string_view text = Trim(expect);
  const std::string_view change =
      text.starts_with(kSource) ? Trim(text.substr(kSource.size())) : "";
  const bool is_signed = change.starts_with('+') || change.starts_with('-');
  const auto rows = is_signed ? ParseInteger(Trim(change.substr(1))) : std::nullopt;
  if (!rows || *rows < 0 || *rows > kLargestDrift) {
    throw PlanError("\"expect\" must be \"source + ROWS\" or \"source - ROWS\", not \"" + expect +
                    "\"");
  }
  return change.front() == '+' ? *rows : -*rows;
}

}  // namespace

std::int64_t RowTolerance::Slack(std::int64_t expected) const {
  // 4.6 percent of 1500 are 69, although the product is a hair less in binary.
  constexpr double kHair = 1 + 4 * std::numeric_limits<double>::epsilon();
  const double share = static_cast<double>(expected) * percent / 100;
  return std::max(rows, static_cast<std::int64_t>(std::floor(share * kHair)));
}

bool RowTolerance::Allows(std::int64_t source, std::int64_t target) const {
  const std::int64_t expected = source + drift;
  return std::max(target, expected) - std::min(target, expected) <= Slack(expected);
}

std::string RowTolerance::Describe(std::int64_t source) const {
  const std::int64_t slack = Slack(source + drift);
  return Counted(source + drift, "row") +
         (slack > 0 ? " give or take " + std::to_string(slack) : "");
}

RowTolerance RowToleranceOf(const Arguments& arguments, const std::string& relation) {
  RowTolerance tolerance{.rows = arguments.Integer("tolerance"),
                         .percent = arguments.Number("tolerance_percent")};
  const Arguments own = arguments.Member("by_relation", relation);
  if (own.Has("tolerance")) tolerance.rows = own.Integer("tolerance");
  if (own.Has("tolerance_percent")) tolerance.percent = own.Number("tolerance_percent");
  if (own.Has("expect")) {
    if (!own.Has("reason") || Trim(own.Text("reason")).empty())
      throw PlanError("\"expect\" for " + relation + " needs a \"reason\"");
    tolerance.drift = Drift(own.Text("expect"));
    tolerance.reason = own.Text("reason");
  }
  if (tolerance.rows < 0 || !(tolerance.percent >= 0 && tolerance.percent <= 100)) {
    throw PlanError("a tolerance cannot be negative, nor more than 100 percent");
  }
  return tolerance;
}

}  // namespace gonogo
