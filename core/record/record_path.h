// Where lie what a run looks at beside its databases, the acts of people and the baseline: in the
// folder of the migration, beside its ledger, unless the environment names the file.
#pragma once

#include <string>

#include "core/text/environment.h"

namespace gonogo {

struct RecordFile {
  const char* variable;  // that names the file
  const char* name;      // in the migration's folder
};

inline constexpr RecordFile kSignoffs = {"GONOGO_SIGNOFFS", "signoffs.jsonl"};
inline constexpr RecordFile kWaivers = {"GONOGO_WAIVERS", "waivers.jsonl"};
inline constexpr RecordFile kBaseline = {"GONOGO_BASELINE", "baseline.json"};

// The variable's path; else the file in the folder that GONOGO_MIGRATION names; else that in
// evidence/PLAN, where `gonogo stage` works if it is told nothing.
std::string PathOf(const RecordFile& file, const std::string& plan, const Environment& environment);

}  // namespace gonogo
