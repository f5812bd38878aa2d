// Compares counts as integers; a percentage is rounded down to whole rows first.
#include "gates/contents/row_tolerance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// More rows than any table has; small enough that sums of counts can't overflow.
constexpr std::int64_t kLargestDrift = 1'000'000'000'000'000;

// Parses "source + n" or "source - n" and returns n or -n.
std::int64_t ParseDrift(const std::string& expect) {
  constexpr std::string_view kSource = "source";
  const std::string_view text = Trim(expect);
  const std::string_view change =
      text.starts_with(kSource) ? Trim(text.substr(kSource.size())) : "";
  const bool is_signed = change.starts_with('+') || change.starts_with('-');
  const auto rows = is_signed ? ParseInteger(Trim(change.substr(1))) : std::nullopt;
  if (!rows || *rows < 0 || *rows > kLargestDrift) {
    throw PlanError(fmt::format(
        "\"expect\" must be \"source + ROWS\" or \"source - ROWS\", not \"{}\"", expect));
  }
  return change.front() == '+' ? *rows : -*rows;
}

}  // namespace

std::int64_t RowTolerance::LargestDifference(std::int64_t expected) const {
  // 4.6 percent of 1500 are 69, although the binary product is slightly less.
  constexpr double kRoundingMargin = 1 + 4 * std::numeric_limits<double>::epsilon();
  const double share = static_cast<double>(expected) * percent / 100;
  return std::max(rows, static_cast<std::int64_t>(std::floor(share * kRoundingMargin)));
}

bool RowTolerance::Allows(std::int64_t source, std::int64_t target) const {
  const std::int64_t expected = source + drift;
  return std::max(target, expected) - std::min(target, expected) <= LargestDifference(expected);
}

std::string RowTolerance::Describe(std::int64_t source) const {
  const std::int64_t difference = LargestDifference(source + drift);
  const std::string expected = Counted(source + drift, "row");
  return difference > 0 ? fmt::format("{} give or take {}", expected, difference) : expected;
}

RowTolerance RowToleranceOf(const Arguments& arguments, const std::string& relation) {
  RowTolerance tolerance{.rows = arguments.Integer("tolerance"),
                         .percent = arguments.Number("tolerance_percent")};
  const Arguments options = arguments.Member("by_relation", relation);
  if (options.Has("tolerance")) tolerance.rows = options.Integer("tolerance");
  if (options.Has("tolerance_percent")) tolerance.percent = options.Number("tolerance_percent");
  if (options.Has("expect")) {
    if (!options.Has("reason") || Trim(options.Text("reason")).empty()) {
      throw PlanError(fmt::format("\"expect\" for {} needs a \"reason\"", relation));
    }
    tolerance.drift = ParseDrift(options.Text("expect"));
    tolerance.reason = options.Text("reason");
  }
  if (tolerance.rows < 0 || !(tolerance.percent >= 0 && tolerance.percent <= 100)) {
    throw PlanError("a tolerance can't be negative or more than 100 percent");
  }
  return tolerance;
}

}  // namespace gonogo
