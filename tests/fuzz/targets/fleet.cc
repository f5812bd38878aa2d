// The file of a fleet as CSV, and its record: what was read is the same when it is written and read
// again, and no name leads out of the fleet's folder.
#include "core/fleet/fleet.h"

#include <string>

#include "core/fleet/fleet_verdict.h"
#include "core/text/csv.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

std::string CsvOf(const std::vector<CsvRow>& rows) {
  std::string text;
  for (const CsvRow& row : rows) {
    std::string line;
    for (const std::string& cell : row.cells) {
      line += line.empty() ? "\"" : ",\"";
      for (const char c : cell) line += c == '"' ? "\"\"" : std::string(1, c);
      line += '"';
    }
    text += line + "\n";
  }
  return text;
}

bool HaveTheSameCells(const std::vector<CsvRow>& one, const std::vector<CsvRow>& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i].cells != other[i].cells) return false;
  }
  return true;
}

void ReadCsv(std::string_view input) {
  std::vector<CsvRow> rows;
  if (!IsTaken([&] { rows = ParseCsv(input, "fleet.csv"); })) return;
  Require(HaveTheSameCells(ParseCsv(CsvOf(rows), "fleet.csv"), rows),
          "written and read again, the cells are others");
}

}  // namespace

void FeedFleet(std::string_view input) {
  ReadCsv(input);
  FleetRecord record;
  if (!IsTaken([&] { record = ParseFleet(std::string(input), kFleetLines); })) return;
  for (const DatabaseResult& one : record.results) {
    Require(IsDatabaseName(one.database), "a name leads out of the folder");
  }
  const FleetVerdict verdict = JudgeFleet(record);
  Require(verdict.decision != Decision::kGo || !verdict.databases.empty(),
          "a fleet of no databases is GO");
}

}  // namespace gonogo::fuzz
