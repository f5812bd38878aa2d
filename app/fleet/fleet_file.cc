// CSV and JSON become the same table of texts first, so that both have the same rules.
#include "app/fleet/fleet_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/error.h"
#include "core/json/located_json.h"
#include "core/text/csv.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr const char* kName = "name";
constexpr const char* kEnvFile = "env_file";
constexpr const char* kSameTarget = "same_target_as";
constexpr std::size_t kShownOfName = 100;

struct FleetRow {
  std::string where;  // "fleet.csv:3"
  std::vector<std::pair<std::string, std::string>> cells;
};

std::string InSmallLetters(std::string name) {
  for (char& one : name) {
    if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
  }
  return name;
}

std::string ColumnName(std::string_view cell) { return std::string(Trim(cell)); }

std::vector<FleetRow> RowsOfCsv(const std::string& text, const std::string& file) {
  const std::vector<CsvRow> rows = ParseCsv(text, file);
  if (rows.empty()) throw PlanError(file + " is empty: its first line names the columns");
  const CsvRow& header = rows.front();
  const std::string place = fmt::format("{}:{}", file, header.line);
  if (header.cells.size() == 1 && header.cells.front().find_first_of(";\t") != std::string::npos) {
    throw PlanError(place + ": separate the columns by commas");
  }
  for (auto cell = header.cells.begin(); cell != header.cells.end(); ++cell) {
    if (ColumnName(*cell).empty()) throw PlanError(place + ": a column has no name");
    const bool is_twice = std::any_of(header.cells.begin(), cell, [&](const std::string& other) {
      return ColumnName(other) == ColumnName(*cell);
    });
    if (is_twice) {
      throw PlanError(fmt::format("{}: there are two columns {}", place, ColumnName(*cell)));
    }
  }
  std::vector<FleetRow> read;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    FleetRow one{.where = fmt::format("{}:{}", file, row->line), .cells = {}};
    if (row->cells.size() != header.cells.size()) {
      throw PlanError(fmt::format("{}: the row has {}, and the header {}", one.where,
                                  Counted(row->cells.size(), "cell"),
                                  Counted(header.cells.size(), "column")));
    }
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      one.cells.emplace_back(ColumnName(header.cells[i]), row->cells[i]);
    }
    read.push_back(std::move(one));
  }
  return read;
}

std::vector<FleetRow> RowsOfJson(const std::string& text, const std::string& file) {
  const LocatedJson document = ParseLocated(text, file);
  if (!document.value.is_array()) {
    document.ThrowAt("", "a fleet is an array of objects: [{\"name\": \"acme\", ...}]");
  }
  std::vector<FleetRow> read;
  for (std::size_t i = 0; i < document.value.size(); ++i) {
    const std::string pointer = Below("", i);
    const Json& object = document.value[i];
    if (!object.is_object()) document.ThrowAt(pointer, "a database is an object");
    FleetRow one{.where = fmt::format("{}:{}", file, document.At(pointer).line), .cells = {}};
    for (const auto& [name, value] : object.items()) {
      if (!value.is_string()) {
        document.ThrowAt(Below(pointer, name),
                         fmt::format("\"{}\" must be a text, as variables are", Printable(name)));
      }
      one.cells.emplace_back(name, value.get<std::string>());
    }
    read.push_back(std::move(one));
  }
  return read;
}

class FleetReader {
 public:
  explicit FleetReader(const fs::path& file) : folder_(file.parent_path()) {
    fleet_.file = file.string();
  }

  Fleet Read(const std::vector<FleetRow>& rows) && {
    for (const FleetRow& row : rows) Add(row);
    if (fleet_.databases.empty()) {
      throw PlanError(fleet_.file + " has no databases: a fleet needs at least one");
    }
    for (const FleetDatabase& one : fleet_.databases) RequireKnownOther(one);
    return std::move(fleet_);
  }

 private:
  void Add(const FleetRow& row) {
    FleetDatabase one{.member = {.name = NameIn(row)}, .where = ""};
    one.where = row.where + ": " + one.member.name;
    for (const auto& [column, value] : row.cells) {
      if (column == kName) continue;
      if (column == kEnvFile) {
        if (!value.empty()) one.env_file = folder_ / value;
      } else if (column == kSameTarget) {
        one.member.same_target_as = value;
      } else {
        one.values[column] = value;
      }
    }
    if (one.env_file.empty()) RequireValues(one);
    fleet_.databases.push_back(std::move(one));
  }

  std::string NameIn(const FleetRow& row) {
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                   [](const auto& one) { return one.first == kName; });
    if (cell == row.cells.end()) {
      throw PlanError(fmt::format("{}: the database has no \"{}\"", row.where, kName));
    }
    const std::string& name = cell->second;
    if (!IsDatabaseName(name)) {
      throw PlanError(fmt::format(
          "{}: the name \"{}\" can't be that of a folder: give letters, digits, and . _ - between "
          "them, at most 100",
          row.where, Printable(name.substr(0, kShownOfName))));
    }
    const auto [first, is_new] = names_.emplace(InSmallLetters(name), row.where);
    if (!is_new) {
      throw PlanError(fmt::format("{}: the name {} is already at {}{}", row.where, name,
                                  first->second, ", perhaps in other capitals"));
    }
    return name;
  }

  // A variable of this process, which may be of another database, never takes its place.
  static void RequireValues(const FleetDatabase& one) {
    for (const auto& [variable, value] : one.values) {
      if (!Trim(value).empty()) continue;
      throw PlanError(fmt::format("{}: {} is empty: give a value, or an env_file that has it",
                                  one.where, Printable(variable)));
    }
  }

  void RequireKnownOther(const FleetDatabase& one) const {
    const std::string& other = one.member.same_target_as;
    if (other.empty()) return;
    const auto is_other = [&](const FleetDatabase& each) { return each.member.name == other; };
    const auto& all = fleet_.databases;
    if (other != one.member.name && std::any_of(all.begin(), all.end(), is_other)) return;
    throw PlanError(
        fmt::format("{}: \"{}\" names no other database of the fleet", one.where, kSameTarget));
  }

  fs::path folder_;
  Fleet fleet_;
  std::map<std::string, std::string> names_;  // where each is, by the name in small letters
};

}  // namespace

Fleet ReadFleet(const fs::path& file) {
  const std::string extension = file.extension().string();
  if (extension != ".csv" && extension != ".json") {
    throw PlanError(fmt::format("{}: the file of a fleet is a *.csv or a *.json", file.string()));
  }
  const std::string text = ReadTextFile(file);
  return FleetReader(file).Read(extension == ".csv" ? RowsOfCsv(text, file.string())
                                                    : RowsOfJson(text, file.string()));
}

}  // namespace gonogo
