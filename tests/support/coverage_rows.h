// Reads tests/data/coverage: which gate sees what pg_dump writes, and docs/coverage.md made of it.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace gonogo::testing_support {

// One row: a column of a catalogue, or a kind of entry in a dump's table of contents.
struct CoverageRow {
  std::string what;  // pg_class.relname, or TABLE DATA
  int first = 13;    // the majors that have it
  int last = 18;
  std::string gate;    // "-": none
  std::string detail;  // a property or a subject; of no gate: why nothing needs to see it
  std::string text;    // what the gate's statement mentions; empty: it isn't checked

  bool HasGate() const { return gate != "-"; }
  // Returns false if the gate's findings say it in their own way.
  bool IsInFindings() const { return detail.front() != '('; }
};

// Throw std::runtime_error with file and line if a row isn't complete or stands there twice.
std::vector<CoverageRow> CoverageOfColumns();
std::vector<CoverageRow> CoverageOfEntries();
// Of columns that no statement names, of views and of the catalogues that pg_dump doesn't read; and
// of codes that statements take as they are. No row has a gate.
std::vector<CoverageRow> ColumnsNotNamed();
std::vector<CoverageRow> CodesTakenAsTheyAre();

// Returns the subjects of all findings that the must-fail cases of each gate expect, and the
// property of each: "none" if an object is missing.
struct PlantedDamage {
  std::vector<std::string> subjects;
  std::vector<std::string> properties;
};
std::map<std::string, PlantedDamage> DamageByGate();

// Returns the SQL of each gate: of all files in sql/ that begin with its name.
std::string StatementsOf(const std::string& gate);

// Returns docs/coverage.md.
std::string CoveragePage();

}  // namespace gonogo::testing_support
