// Reads what stages note; a member that older versions didn't write is left out.
#include "reporters/ledger_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

std::string ByWhom(const LedgerLine& line) {
  return fmt::format("{} at {}", line.details.value("who", ""), line.details.value("host", ""));
}

std::string WithFault(const LedgerLine& line) {
  const std::string fault = line.details.value("fault", "");
  return fault.empty() ? "" : ", in a rehearsal with a planted fault: " + fault;
}

// "1 table", "1,204,000 rows"
std::string Amount(const Json& number, const std::string& what) {
  const auto count = number.get<std::int64_t>();
  return Thousands(count) + " " + what + (count == 1 ? "" : "s");
}

// What backfill moved.
std::string DescribeMoved(const Json& facts) {
  std::vector<std::string> moved;
  const char* const tables = facts.contains("relations") ? "relations" : "tables";
  if (!facts.contains(tables) || !facts.contains("bytes")) return "";
  moved.push_back(Amount(facts.at(tables), "table"));
  if (facts.contains("rows")) moved.push_back(Amount(facts.at("rows"), "row"));
  moved.push_back(DataSize(facts.at("bytes").get<std::int64_t>()));
  const auto objects = facts.value("large_objects", std::int64_t{0});
  if (objects > 0) moved.push_back(Amount(objects, "large object"));
  return "copied " + Join(moved, ", ");
}

// What dual-write compared.
std::string DescribeRounds(const Json& facts) {
  if (!facts.contains("rounds")) return "";
  return fmt::format("compared {}, the last {} without a difference, {} lagged",
                     Amount(facts.at("rounds"), "time"),
                     facts.value("green_in_a_row", std::int64_t{0}),
                     Amount(facts.value("lagged", std::int64_t{0}), "row"));
}

// What the patch of a rollback changes.
std::string DescribePatch(const Json& facts) {
  if (!facts.contains("patch")) return "";
  return "a patch of " + Amount(facts.at("rows"), "row");
}

// What the checks counted.
std::string DescribeCounted(const Json& counted) {
  if (counted.empty()) return "";
  return fmt::format("counted {}, {} on the source, {} on the target",
                     Amount(counted.at("tables"), "table"),
                     Amount(counted.at("source_rows"), "row"),
                     Thousands(counted.at("target_rows").get<std::int64_t>()));
}

}  // namespace

std::string OffsetText(std::chrono::milliseconds offset) {
  const auto tenths = offset.count() / 100;
  return fmt::format("T+{} h {} min {}.{} s", tenths / 36'000, tenths / 600 % 60, tenths / 10 % 60,
                     tenths % 10);
}

std::string DescribeEvent(const LedgerLine& line) {
  switch (line.event) {
    case LedgerEvent::kStageBegan:
      return "begins, by " + ByWhom(line) + WithFault(line);
    case LedgerEvent::kStepBegan:
      return "begins";
    case LedgerEvent::kStepDone:
      return line.details.value("status", 0) == 0 ? "done" : "done, failed";
    case LedgerEvent::kStageEnded:
      return "ends " + line.details.value("outcome", "");
    case LedgerEvent::kLookBegan:
      return "looks again, by " + ByWhom(line);
    case LedgerEvent::kLookEnded:
      return "look ends " + line.details.value("outcome", "");
    case LedgerEvent::kStageRefused:
      return "doesn't begin, " + line.details.value("outcome", "");
  }
  return "";
}

std::chrono::milliseconds WaitOf(const Ledger& ledger) {
  std::chrono::milliseconds wait{0};
  for (const LedgerLine& line : ledger.lines) {
    wait += std::chrono::milliseconds(line.details.value("waited_ms", std::int64_t{0}));
  }
  return wait;
}

std::vector<std::string> OperatorsOf(const Ledger& ledger) {
  std::vector<std::string> operators;
  for (const LedgerLine& line : ledger.lines) {
    if (!Begins(line.event)) continue;
    const std::string who = ByWhom(line);
    if (std::find(operators.begin(), operators.end(), who) == operators.end()) {
      operators.push_back(who);
    }
  }
  return operators;
}

std::string DescribeCases(const LedgerLine& ended) {
  const Json cases = ended.details.value("cases", Json::object());
  std::vector<std::string> counts;
  for (const auto& [kind, count] : cases.items()) {
    if (count == 0) continue;
    const auto number = count.get<std::int64_t>();
    counts.push_back(kind == "errors"
                         ? Counted(number, "error")
                         : fmt::format("{} {}", number, kind == "not_run" ? "not run" : kind));
  }
  return Join(counts, ", ");
}

std::string DescribeRows(const LedgerLine& ended) {
  const Json facts = ended.details.value("facts", Json::object());
  std::vector<std::string> parts = {
      DescribeMoved(facts), DescribeRounds(facts), DescribePatch(facts),
      DescribeCounted(ended.details.value("counted", Json::object()))};
  std::erase(parts, "");
  return Join(parts, "; ");
}

std::string DescribeWaived(const LedgerLine& ended) {
  const Json waived = ended.details.value("waived", Json::array());
  if (waived.empty()) return "";
  std::size_t findings = 0;
  for (const Json& one : waived) {
    for (const Json& waiver : one.value("waivers", Json::array())) {
      findings += waiver.at("findings").get<std::size_t>();
    }
  }
  return fmt::format("{} waived, with {}", Counted(waived.size(), "case"),
                     Counted(findings, "finding"));
}

}  // namespace gonogo
