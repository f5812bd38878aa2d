// A row's parts are separated by " | ".
#include "tests/support/coverage_rows.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "core/text/text.h"
#include "gates/cases/gate_case.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = GONOGO_SOURCE_DIR "/tests/data/coverage/";
constexpr int kFirstMajor = 13;
constexpr int kLastMajor = 18;

std::string Contents(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Returns the parts between the separators.
std::vector<std::string> SplitAt(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at; (at = text.find(separator, from)) != std::string::npos;
       from = at + separator.size()) {
    parts.push_back(text.substr(from, at - from));
  }
  parts.push_back(text.substr(from));
  return parts;
}

// Reads "pg_collation.colliculocale 15-16"; either number may be missing.
void ReadColumn(const std::string& text, CoverageRow& row) {
  const std::vector<std::string> words = SplitAt(text, " ");
  row.what = words[0];
  row.text = row.what.substr(row.what.find('.') + 1);
  if (words.size() == 1) return;
  const std::vector<std::string> majors = SplitAt(words[1], "-");
  if (!majors.at(0).empty()) row.first = std::stoi(majors[0]);
  if (!majors.at(1).empty()) row.last = std::stoi(majors[1]);
}

enum class Of { kColumns, kEntries };

CoverageRow ReadRow(const std::string& line, Of of) {
  std::vector<std::string> parts = SplitAt(line, " | ");
  if (parts.size() < 3 || parts[2].empty()) throw std::runtime_error("want ... | GATE | ...");
  CoverageRow row;
  if (of == Of::kColumns) {
    ReadColumn(parts[0], row);
  } else {
    row.what = parts[0];
  }
  row.gate = parts[1];
  row.detail = parts[2];
  if (parts.size() > 3) row.text = parts[3] == "-" ? "" : parts[3];
  return row;
}

std::vector<CoverageRow> ReadRows(const std::string& name, Of of) {
  std::ifstream file(kFolder + name);
  if (!file) throw std::runtime_error(name + " is missing");
  std::vector<CoverageRow> rows;
  std::set<std::string> known;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    try {
      rows.push_back(ReadRow(line, of));
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{}:{}: {}", name, number, error.what()));
    }
    if (!known.insert(rows.back().what).second)
      throw std::runtime_error(fmt::format("{}:{}: {} again", name, number, rows.back().what));
  }
  return rows;
}

std::string PropertyOf(const std::string& text) {
  if (text.ends_with(" on the target")) return "none";
  return text.substr(0, text.find(": "));
}

std::string MajorsOf(const CoverageRow& row) {
  if (row.first == kFirstMajor && row.last == kLastMajor) return "";
  if (row.first == kFirstMajor) return fmt::format(" (to {})", row.last);
  if (row.last == kLastMajor) return fmt::format(" (from {})", row.first);
  return fmt::format(" ({} to {})", row.first, row.last);
}

std::string Line(const std::string& what, const CoverageRow& row) {
  if (!row.HasGate()) return fmt::format("| {} | | {} |\n", what, row.detail);
  const std::string detail = row.IsInFindings()       ? row.detail
                             : row.detail == "(name)" ? "that it is there"
                                                      : row.detail.substr(1, row.detail.size() - 2);
  return fmt::format("| {} | {} | {} |\n", what, row.gate, detail);
}

}  // namespace

std::vector<CoverageRow> CoverageOfColumns() { return ReadRows("columns.txt", Of::kColumns); }

std::vector<CoverageRow> CoverageOfEntries() { return ReadRows("entries.txt", Of::kEntries); }

std::vector<CoverageRow> ColumnsNotNamed() { return ReadRows("views.txt", Of::kColumns); }

std::vector<CoverageRow> CodesTakenAsTheyAre() { return ReadRows("codes.txt", Of::kColumns); }

std::map<std::string, PlantedDamage> DamageByGate() {
  std::map<std::string, PlantedDamage> damage;
  for (const fs::path& folder : CaseFolders(GONOGO_SOURCE_DIR "/tests/cases")) {
    const GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    if (gate_case.kind != "must-fail") continue;
    PlantedDamage& planted = damage[gate_case.gate];
    for (const auto& [subject, expected] : gate_case.expected) {
      for (const Finding& finding : expected.findings) {
        planted.subjects.push_back(finding.subject);
        planted.properties.push_back(PropertyOf(finding.have));
      }
    }
  }
  return damage;
}

std::string StatementsOf(const std::string& gate) {
  std::string statements;
  for (const auto& entry : fs::recursive_directory_iterator(GONOGO_SOURCE_DIR "/sql")) {
    if (entry.path().filename().string().starts_with(gate)) statements += Contents(entry.path());
  }
  return statements;
}

std::string CoveragePage() {
  std::string page =
      "# What sees each part of a dump\n\n"
      "Made of `tests/data/coverage/`; a test holds it. Each gate named here has a case in "
      "`tests/cases/`\nthat plants such a change and must fail. What no gate compares has a reason "
      "instead.\n\n## Entries of a dump's table of contents\n\n"
      "| entry | gate | what its findings name, or the reason |\n|---|---|---|\n";
  for (const CoverageRow& row : CoverageOfEntries()) page += Line(row.what, row);
  page +=
      "\n## Columns of the catalogues that pg_dump reads\n\n"
      "Of PostgreSQL 13 to 18. The property is what the gate's findings call it.\n";
  std::string catalogue;
  for (const CoverageRow& row : CoverageOfColumns()) {
    const std::size_t dot = row.what.find('.');
    if (row.what.substr(0, dot) != catalogue) {
      catalogue = row.what.substr(0, dot);
      page += fmt::format(
          "\n### {}\n\n| column | gate | property, or the reason |\n|---|---|---|\n", catalogue);
    }
    page += Line(row.what.substr(dot + 1) + MajorsOf(row), row);
  }
  return page;
}

}  // namespace gonogo::testing_support
